#ifndef MQLAB_SALES_BUSINESS_TIME_H_
#define MQLAB_SALES_BUSINESS_TIME_H_

// Time that counts for the clock of sales: all of it, or that inside business
// hours, on days of a time zone.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "rules/ruleset.h"

namespace mqlab {

inline constexpr int64_t kMillisPerHour = 3'600'000;

// A zone is so many minutes east of UTC from an instant on, until the next.
struct ZoneOffset {
  Instant from = 0;
  int32_t minutes = 0;
};

class BusinessTime {
 public:
  // `offsets`: of the zone of the hours, rising; before the first the first
  // holds; none: UTC.
  explicit BusinessTime(const std::optional<BusinessHours>& hours,
                        const std::vector<ZoneOffset>& offsets = {});

  // Milliseconds of [from, until) that count. REQUIRES: from <= until.
  int64_t Between(Instant from, Instant until) const {
    return Counted(until) - Counted(from);
  }
  // The first instant, not before `from`, up to which so many have counted.
  // REQUIRES: millis >= 0.
  Instant After(Instant from, int64_t millis) const;

 private:
  static constexpr size_t kDays = 7;

  // What counts in local time, in [0, local): less what does before 1970.
  int64_t CountedLocal(int64_t local) const;
  // The first local time up to which so much has counted.
  int64_t LocalOf(int64_t counted) const;
  // The same in time of UTC.
  int64_t Counted(Instant t) const;

  // A stretch of one offset, and what has counted up to its beginning.
  struct Stretch {
    Instant from;
    int64_t offset;  // milliseconds
    int64_t counted;
  };

  int64_t open_ = 0;  // of each business day: milliseconds after midnight
  int64_t close_ = 0;
  std::array<int64_t, kDays> before_{};  // of the week, before the day
  std::array<bool, kDays> counts_{};     // by day from Monday
  int64_t week_ = 0;  // what counts in a whole week; 0: all time does
  std::vector<Stretch> stretches_;
};

}  // namespace mqlab

#endif  // MQLAB_SALES_BUSINESS_TIME_H_
