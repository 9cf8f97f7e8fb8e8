#include "sales/business_time.h"

#include <algorithm>

namespace mqlab {
namespace {

constexpr int64_t kMillisPerMinute = 60'000;
constexpr int64_t kMillisPerWeek = 7 * kMillisPerDay;
// 1970-01-01 was a Thursday; weeks begin on Mondays.
constexpr int64_t kFirstMonday = -3 * kMillisPerDay;

}  // namespace

BusinessTime::BusinessTime(const std::optional<BusinessHours>& hours,
                           const std::vector<ZoneOffset>& offsets) {
  if (!hours) return;
  open_ = hours->from_minute * kMillisPerMinute;
  close_ = hours->until_minute * kMillisPerMinute;
  for (const uint8_t day : hours->days) counts_[day] = true;
  for (size_t day = 0; day < kDays; ++day) {
    before_[day] = week_;
    if (counts_[day]) week_ += close_ - open_;
  }
  if (week_ == 0) return;
  for (const ZoneOffset& zone : offsets) {
    const int64_t offset = zone.minutes * kMillisPerMinute;
    const int64_t counted = stretches_.empty()
                                ? CountedLocal(zone.from + offset)
                                : Counted(zone.from);
    stretches_.push_back({zone.from, offset, counted});
  }
  if (stretches_.empty()) stretches_.push_back({0, 0, CountedLocal(0)});
}

int64_t BusinessTime::CountedLocal(int64_t local) const {
  const int64_t week = FloorDiv(local - kFirstMonday, kMillisPerWeek);
  const int64_t in_week = local - kFirstMonday - week * kMillisPerWeek;
  const auto day = static_cast<size_t>(in_week / kMillisPerDay);
  const int64_t today =
      counts_[day] ? std::clamp(in_week % kMillisPerDay, open_, close_) - open_
                   : 0;
  return week * week_ + before_[day] + today;
}

int64_t BusinessTime::LocalOf(int64_t counted) const {
  // The last moment of a week's hours, not the first of the next week's.
  const int64_t week = FloorDiv(counted - 1, week_);
  const int64_t rest = counted - week * week_;  // 1 to week_
  size_t day = kDays - 1;
  while (!counts_[day] || before_[day] >= rest) --day;
  return kFirstMonday + week * kMillisPerWeek +
         static_cast<int64_t>(day) * kMillisPerDay + open_ + rest -
         before_[day];
}

int64_t BusinessTime::Counted(Instant t) const {
  if (week_ == 0) return t;
  size_t i = stretches_.size() - 1;
  while (i > 0 && stretches_[i].from > t) --i;
  const Stretch& stretch = stretches_[i];
  return stretch.counted + CountedLocal(t + stretch.offset) -
         CountedLocal(stretch.from + stretch.offset);
}

Instant BusinessTime::After(Instant from, int64_t millis) const {
  if (week_ == 0) return from + millis;
  if (millis == 0) return from;
  const int64_t counted = Counted(from) + millis;
  // Where a stretch ends, so much has counted before: not in it, but at the
  // latest at its end.
  size_t i = stretches_.size() - 1;
  while (i > 0 && stretches_[i].counted >= counted) --i;
  const Stretch& stretch = stretches_[i];
  return LocalOf(counted - stretch.counted +
                 CountedLocal(stretch.from + stretch.offset)) -
         stretch.offset;
}

}  // namespace mqlab
