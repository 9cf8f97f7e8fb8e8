#include "funnel/durations.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "funnel/rate_json.h"
#include "statistics/quantile.h"

namespace mqlab {
namespace {

// Who was in the stage before it entered has taken no time.
void CountOne(int64_t day, int64_t longest, std::vector<uint32_t>* counts) {
  const auto at = static_cast<size_t>(std::clamp<int64_t>(day, 0, longest));
  if (at >= counts->size()) counts->resize(at + 1);
  ++(*counts)[at];
}

uint64_t Sum(std::span<const uint32_t> counts) {
  return std::accumulate(counts.begin(), counts.end(), uint64_t{0});
}

}  // namespace

WatchedDays CountDays(std::span<const uint32_t> leads,
                      std::span<const Instant> from,
                      std::span<const Instant> to, Instant as_of,
                      int64_t longest) {
  WatchedDays days;
  for (const uint32_t lead : leads) {
    if (from[lead] == kNever) continue;
    if (to[lead] == kNever) {
      CountOne(AgeDays(from[lead], as_of), longest, &days.open);
    } else {
      CountOne(AgeDays(from[lead], to[lead]), longest, &days.converted);
    }
  }
  const size_t size = std::max(days.converted.size(), days.open.size());
  days.converted.resize(size);
  days.open.resize(size);
  return days;
}

Quartiles QuartilesOf(std::span<const uint32_t> counts) {
  return {.p25 = Quantile(counts, 0.25),
          .median = Quantile(counts, 0.5),
          .p75 = Quantile(counts, 0.75)};
}

void AddQuartiles(const Quartiles& quartiles, JsonText* to) {
  AddNumber("p25", quartiles.p25, to);
  AddNumber("median", quartiles.median, to);
  AddNumber("p75", quartiles.p75, to);
}

Durations Summarize(const WatchedDays& days, const SurvivalCurve& curve) {
  return {.count = Sum(days.converted),
          .quartiles = QuartilesOf(days.converted),
          .open_median = curve.Median(),
          .open = Sum(days.open)};
}

JsonText WriteDurations(const Durations& durations) {
  JsonText written = JsonText::Object();
  written.AddCount("count", durations.count);
  AddQuartiles(durations.quartiles, &written);
  AddNumber("openMedian", durations.open_median, &written);
  written.AddCount("open", durations.open);
  return written;
}

JsonText WriteCurve(const SurvivalCurve& curve) {
  JsonText points = JsonText::List();
  for (const CurveStep& step : curve.steps) {
    JsonText point = JsonText::Object();
    point.AddCount("day", step.day);
    AddNumber("share", step.share, &point);
    AddNumber("low", step.interval.low, &point);
    AddNumber("high", step.interval.high, &point);
    point.AddCount("atRisk", step.at_risk);
    points.Add(std::move(point));
  }
  return points;
}

}  // namespace mqlab
