#ifndef MQLAB_BASE_INSTANT_H_
#define MQLAB_BASE_INSTANT_H_

// Instants are milliseconds since 1970-01-01T00:00Z; days and weeks are UTC's.
// Nothing here reads a clock.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace mqlab {

using Instant = int64_t;

inline constexpr int64_t kMillisPerDay = 86'400'000;
// Stands for "never" in columns of instants; no readable instant has it.
inline constexpr Instant kNever = std::numeric_limits<int64_t>::min();

constexpr int64_t FloorDiv(int64_t a, int64_t b) {
  return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}
// Whole days from t to as_of; negative when t is after as_of.
constexpr int64_t AgeDays(Instant t, Instant as_of) {
  return FloorDiv(as_of - t, kMillisPerDay);
}
constexpr int64_t EpochDay(Instant t) { return FloorDiv(t, kMillisPerDay); }
// The first instant of t's month, and of the month after it.
Instant MonthOf(Instant t);
Instant NextMonth(Instant t);

// Reads "2026-03-01", "2026-03-01T09:30", "2026-03-01 09:30:15.250+02:00",
// "...Z", "... UTC": years 0001 to 9999, digits finer than a millisecond cut
// off. A text without a zone is taken `zone_minutes` east of UTC.
std::optional<Instant> ParseInstant(std::string_view text,
                                    int32_t zone_minutes = 0);

struct CivilDate {
  int64_t year = 0;
  int64_t month = 0;
  int64_t day = 0;
};

// The instant of a date and the time of day that follows it in a text: "" is
// midnight; else "T" or a space, hours (also of one digit) and minutes, and if
// given seconds, fraction, AM or PM, and zone. The date must exist.
std::optional<Instant> ParseTimeOn(const CivilDate& date, std::string_view time,
                                   int32_t zone_minutes);

// "2026-03-01T09:30:00.000Z"
std::string FormatInstant(Instant t);

// Milliseconds of a calendar day and a time of day, in UTC. The date must
// exist.
std::optional<Instant> MakeInstant(int64_t year, int64_t month, int64_t day,
                                   int64_t millis_of_day);

}  // namespace mqlab

#endif  // MQLAB_BASE_INSTANT_H_
