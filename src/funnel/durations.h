#ifndef MQLAB_FUNNEL_DURATIONS_H_
#define MQLAB_FUNNEL_DURATIONS_H_

// How long leads take from one stage to another, see rules/measuring.md 2.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/instant.h"
#include "json/json_text.h"
#include "statistics/kaplan_meier.h"

namespace mqlab {

// Leads that must still be open, or watched, for a share to be told.
inline constexpr uint64_t kLeastAtRisk = 5;

// Of the leads that have a `from`, the days to their `to`, or to as-of for
// those without one. Both by lead of the run, kNever for none. What took longer
// than `longest` is counted there.
WatchedDays CountDays(std::span<const uint32_t> leads,
                      std::span<const Instant> from,
                      std::span<const Instant> to, Instant as_of,
                      int64_t longest = INT64_MAX);

struct Quartiles {
  std::optional<double> p25;
  std::optional<double> median;
  std::optional<double> p75;
};
// See Quantile.
Quartiles QuartilesOf(std::span<const uint32_t> counts);
void AddQuartiles(const Quartiles& quartiles, JsonText* to);

// In days; `quartiles` of the `count` leads that have come to the later stage.
struct Durations {
  uint64_t count = 0;
  Quartiles quartiles;
  std::optional<double> open_median;  // with those still open
  uint64_t open = 0;
};
Durations Summarize(const WatchedDays& days, const SurvivalCurve& curve);

JsonText WriteDurations(const Durations& durations);
JsonText WriteCurve(const SurvivalCurve& curve);  // the shape CurvePoint[]

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_DURATIONS_H_
