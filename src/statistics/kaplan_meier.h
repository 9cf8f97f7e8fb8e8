#ifndef MQLAB_STATISTICS_KAPLAN_MEIER_H_
#define MQLAB_STATISTICS_KAPLAN_MEIER_H_

// Which share has converted by a day, when many are still open and have been
// watched for different times: E. L. Kaplan and P. Meier, "Nonparametric
// estimation from incomplete observations" (1958).

#include <cstdint>
#include <optional>
#include <vector>

#include "statistics/wilson.h"

namespace mqlab {

// Counts by day, from 0; both as long.
struct WatchedDays {
  std::vector<uint32_t> converted;  // on the day
  std::vector<uint32_t> open;       // watched up to it, and not converted
};

// The curve steps on each day on which some converted.
struct CurveStep {
  uint32_t day = 0;
  uint64_t at_risk = 0;    // neither converted nor lost sight of before the day
  uint64_t converted = 0;  // on it
  // 1 - S(day), S the product of 1 - converted / at_risk up to it; at a tie
  // conversions come before the open ones' ends.
  double share = 0;
  // Of S, by Greenwood: S sqrt(sum of d / (n (n - d))).
  double error = 0;
  // 95 %, by the log of the cumulative hazard: S to the powers
  // exp(±z error / (S log S)), which stay within 0 and 1. Where S is 0 there
  // are no such powers, and Wilson's interval of those at risk takes their
  // place.
  Interval interval;
};

// Of the days for which it is known: before which at least `min_at_risk` are at
// risk, or nobody's watch has ended, so that the share is a plain one.
struct SurvivalCurve {
  std::vector<CurveStep> steps;
  std::optional<uint32_t> known_until;  // nullopt: for ever

  // Nullopt where the curve is not known.
  std::optional<double> ShareBy(uint32_t day) const;
  // The first day by which half have converted; when it is exactly half,
  // halfway to the next step, as the median of plain numbers. Nullopt when
  // that is not reached.
  std::optional<double> Median() const;
};

SurvivalCurve KaplanMeier(const WatchedDays& days, uint64_t min_at_risk);

}  // namespace mqlab

#endif  // MQLAB_STATISTICS_KAPLAN_MEIER_H_
