#ifndef MQLAB_TESTS_IMPORT_RANDOM_WRITING_H_
#define MQLAB_TESTS_IMPORT_RANDOM_WRITING_H_

// Numbers and times as systems and spreadsheets write them.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace mqlab {

struct NumberStyle {
  char point = '.';
  std::string_view group = {};  // between thousands
};
inline constexpr std::array<NumberStyle, 8> kNumberStyles = {{{'.', ""},
                                                              {',', ""},
                                                              {'.', ","},
                                                              {',', "."},
                                                              {'.', " "},
                                                              {',', " "},
                                                              {',', "\u00A0"},
                                                              {'.', "'"}}};

// A number of thousandths, with one or two decimals or none.
std::string WriteNumber(int64_t thousandths, const NumberStyle& style);
// Of the number that is written.
double ValueOf(int64_t thousandths);

enum class TimeStyle : uint8_t {
  kIsoMinutes,   // 2024-03-12 09:14
  kIsoSeconds,   // 2024-03-12 09:14:53
  kIsoUtc,       // 2024-03-12T09:14:53Z
  kIsoMillis,    // 2024-03-12T09:14:53.000Z
  kIsoOffset,    // 2024-03-12T14:44:53+05:30
  kIsoWest,      // 2024-03-12T01:14:53-0800
  kIsoDay,       // 2024-03-12
  kAmerican,     // 3/12/2024 2:30 PM
  kAmericanDay,  // 03/12/2024
  kBritish,      // 12/3/2024 14:30
  kPoints,       // 12.03.2024 14:30
  kPointsDay,    // 12.03.2024
  kDashes,       // 12-03-2024 14:30
  kCompact,      // 20240312
  kUnixSeconds,
  kUnixMillis,
  kUnixMicros,
};
inline constexpr int64_t kTimeStyles = 17;

struct Moment {
  int64_t year = 2024;
  int64_t month = 1;
  int64_t day = 1;
  int64_t hour = 0;
  int64_t minute = 0;
  int64_t second = 0;
};

struct WrittenTime {
  std::string cell;
  Instant meant = 0;
};

// The instant is that of the clocks of UTC where the style names no zone.
WrittenTime WriteTime(Moment moment, TimeStyle style);

}  // namespace mqlab

#endif  // MQLAB_TESTS_IMPORT_RANDOM_WRITING_H_
