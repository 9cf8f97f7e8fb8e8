#include "sales/clock.h"

#include <algorithm>

#include "base/heap_sort.h"
#include "funnel/rate_json.h"

namespace mqlab {
namespace {

// Hours up to which a touch is of a speed.
constexpr std::array<int64_t, 3> kHours = {1, 24, 72};
constexpr size_t kUntouched = Clock::kSpeeds - 1;

size_t SpeedOf(int64_t millis) {
  size_t speed = 0;
  while (speed < kHours.size() && millis > kHours[speed] * kMillisPerHour) {
    ++speed;
  }
  return speed;
}

std::optional<double> MedianHours(std::vector<int64_t> millis) {
  if (millis.empty()) return std::nullopt;
  HeapSort(millis);
  const int64_t both =
      millis[(millis.size() - 1) / 2] + millis[millis.size() / 2];
  return static_cast<double>(both) / 2 / kMillisPerHour;
}

}  // namespace

LeadClock ClockOf(const HandOff& hand_off, const BusinessTime& time,
                  Instant as_of, Instant reached, Instant touched) {
  LeadClock clock;
  clock.due = time.After(reached, hand_off.sales().hours * kMillisPerHour);
  clock.touched = touched;
  if (touched != kNever) {
    clock.state = touched <= clock.due ? ClockState::kMet : ClockState::kMissed;
  } else if (clock.due <= as_of) {
    clock.state = ClockState::kMissed;
  }
  return clock;
}

Clock MakeClock(const Run& run, const HandOff& hand_off,
                const BusinessTime& time, const Scope& scope) {
  Clock clock;
  clock.hours = hand_off.sales().hours;
  const int32_t sql = FindRoles(run.program.source).sql;
  clock.has_sql = sql != kNoStage;
  std::vector<int64_t> waited;
  for (const uint32_t lead : scope.leads) {
    const Instant reached = hand_off.reached(lead);
    const LeadClock of_lead = ClockOf(hand_off, time, run.as_of, reached,
                                      hand_off.Since(reached, lead).touched);
    ++clock.leads[static_cast<size_t>(of_lead.state)];
    size_t speed = kUntouched;
    if (of_lead.touched != kNever) {
      waited.push_back(time.Between(reached, of_lead.touched));
      speed = SpeedOf(waited.back());
    } else if (of_lead.state == ClockState::kOpen) {
      continue;
    }
    ++clock.speeds[speed].leads;
    if (sql != kNoStage &&
        run.table.reached[static_cast<size_t>(sql)][lead] != kNever) {
      ++clock.speeds[speed].qualified;
    }
  }
  clock.median_hours = MedianHours(std::move(waited));
  return clock;
}

JsonText WriteClock(const Clock& clock) {
  JsonText json = JsonText::Object();
  json.Add("hours", JsonText::Whole(clock.hours));
  json.Add("met", JsonText::Whole(clock.leads[1]));
  json.Add("missed", JsonText::Whole(clock.leads[2]));
  json.Add("open", JsonText::Whole(clock.leads[0]));
  json.Add("medianHours", WriteNumber(clock.median_hours));
  JsonText speeds = JsonText::List();
  for (size_t i = 0; i < Clock::kSpeeds; ++i) {
    const Clock::Speed& speed = clock.speeds[i];
    JsonText item = JsonText::Object();
    item.Add("upToHours",
             i < kHours.size() ? JsonText::Whole(kHours[i]) : WriteNull());
    item.Add("leads", JsonText::Whole(speed.leads));
    item.Add("qualified",
             WriteRate(speed.qualified, clock.has_sql ? speed.leads : 0));
    speeds.Add(std::move(item));
  }
  json.Add("speeds", std::move(speeds));
  return json;
}

std::vector<uint32_t> LeadsOfClock(const Run& run, const HandOff& hand_off,
                                   const BusinessTime& time, const Scope& scope,
                                   ClockState state) {
  std::vector<uint32_t> leads;
  for (const uint32_t lead : scope.leads) {
    const Instant reached = hand_off.reached(lead);
    const LeadClock clock = ClockOf(hand_off, time, run.as_of, reached,
                                    hand_off.Since(reached, lead).touched);
    if (clock.state == state) leads.push_back(lead);
  }
  return leads;
}

}  // namespace mqlab
