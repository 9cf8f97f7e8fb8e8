#include "statistics/kaplan_meier.h"

#include <cmath>
#include <numeric>

namespace mqlab {
namespace {

constexpr double kHalf = 0.5;
constexpr double kTolerance = 1e-9;  // of products that should be a half

uint64_t Sum(const std::vector<uint32_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), uint64_t{0});
}

std::optional<uint32_t> KnownUntil(const WatchedDays& days,
                                   uint64_t min_at_risk) {
  uint64_t at_risk = Sum(days.converted) + Sum(days.open);
  bool lost = false;
  std::optional<uint32_t> until;
  for (size_t day = 0; day < days.open.size(); ++day) {
    if (lost && at_risk < min_at_risk) return until;
    until = static_cast<uint32_t>(day);
    lost = lost || days.open[day] > 0;
    at_risk -= days.open[day] + days.converted[day];
  }
  return lost ? until : std::nullopt;
}

// `sum`: of Greenwood's formula, for S. In float, which is good for the six
// decimals that are told: exp and log of doubles bring tables of 6 KB to where
// the engine is downloaded.
Interval LogLog(double survival, double sum) {
  const float hazard = -std::log(static_cast<float>(survival));
  const auto error = static_cast<float>(kNormal95 * std::sqrt(sum));
  const float spread = std::exp(error / hazard);
  return {.low = 1 - std::exp(-hazard / spread),
          .high = 1 - std::exp(-hazard * spread)};
}

}  // namespace

SurvivalCurve KaplanMeier(const WatchedDays& days, uint64_t min_at_risk) {
  SurvivalCurve curve;
  curve.known_until = KnownUntil(days, min_at_risk);
  uint64_t at_risk = Sum(days.converted) + Sum(days.open);
  double survival = 1;
  double sum = 0;
  for (uint32_t day = 0; day < days.converted.size(); ++day) {
    if (curve.known_until && day > *curve.known_until) break;
    const uint64_t converted = days.converted[day];
    const uint64_t stay = at_risk - converted;
    if (converted > 0) {
      const auto n = static_cast<double>(at_risk);
      CurveStep step;
      step.day = day;
      step.at_risk = at_risk;
      step.converted = converted;
      if (stay > 0) {
        survival *= static_cast<double>(stay) / n;
        sum += static_cast<double>(converted) / (n * static_cast<double>(stay));
        step.share = 1 - survival;
        step.error = survival * std::sqrt(sum);
        step.interval = LogLog(survival, sum);
      } else {
        step.share = 1;
        step.interval = {.low = 1 - survival * Wilson(0, at_risk).high,
                         .high = 1};
      }
      curve.steps.push_back(step);
    }
    at_risk = stay - days.open[day];
  }
  return curve;
}

std::optional<double> SurvivalCurve::ShareBy(uint32_t day) const {
  if (known_until && day > *known_until) return std::nullopt;
  double share = 0;
  for (const CurveStep& step : steps) {
    if (step.day <= day) share = step.share;
  }
  return share;
}

std::optional<double> SurvivalCurve::Median() const {
  for (size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].share < kHalf - kTolerance) continue;
    const double day = steps[i].day;
    if (steps[i].share > kHalf + kTolerance || i + 1 == steps.size()) {
      return day;
    }
    return (day + steps[i + 1].day) / 2;
  }
  return std::nullopt;
}

}  // namespace mqlab
