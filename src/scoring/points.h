#ifndef MQLAB_SCORING_POINTS_H_
#define MQLAB_SCORING_POINTS_H_

// Arithmetic of points, in millipoints.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "base/decimal.h"
#include "base/wide.h"
#include "scoring/program.h"

namespace mqlab {

// points * sum / 10^9, rounded half away from zero: the points of an
// each-event rule from the sum of factor * thousandths.
Wide ScalePointsWide(Millipoints points, Wide sum);

inline Wide ScalePoints(Millipoints points, Wide sum) {
  const auto narrow = static_cast<int64_t>(sum);
  int64_t product = 0;
  if (sum != narrow || __builtin_mul_overflow(points, narrow, &product)) {
    return ScalePointsWide(points, sum);
  }
  // Dividing first leaves room for the half.
  constexpr int64_t kWhole = 1'000'000'000;
  const int64_t whole = product / kWhole;
  const int64_t rest = product - whole * kWhole;
  if (rest >= kWhole / 2) return whole + 1;
  return rest <= -kWhole / 2 ? whole - 1 : whole;
}

// The points, before max_points, of what a rule counts: factors * thousandths
// of events, silences, or 1 for a condition that holds.
inline Wide AmountPoints(const RuleCode& rule, Wide amount) {
  return rule.kind == RuleKind::kEach ? ScalePoints(rule.points, amount)
                                      : rule.points * amount;
}

// At most a rule's max_points, of either sign.
inline Millipoints Cap(Millipoints points, const RuleCode& rule) {
  if (!rule.max_points) return points;
  return std::clamp(points, -*rule.max_points, *rule.max_points);
}

// Within the limits of a score or group. Where they cross, min holds.
template <typename Number>
Number Clamp(Number x, std::optional<Millipoints> min,
             std::optional<Millipoints> max) {
  if (max) x = std::min<Number>(x, *max);
  if (min) x = std::max<Number>(x, *min);
  return x;
}

inline void ClampAll(std::span<Millipoints> all, std::optional<Millipoints> min,
                     std::optional<Millipoints> max) {
  for (Millipoints& x : all) x = Clamp(x, min, max);
}

// What a score of this value adds to the total: value * weight / 100, rounded
// half away from zero. REQUIRES: the product fits a Number.
template <typename Number>
Number WeightedPart(Number value, int64_t weight) {
  if (weight == 100) return value;  // spares the division
  const Number part = ((value < 0 ? -value : value) * weight + 50) / 100;
  return value < 0 ? -part : part;
}

}  // namespace mqlab

#endif  // MQLAB_SCORING_POINTS_H_
