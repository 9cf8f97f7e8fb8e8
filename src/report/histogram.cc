#include "report/histogram.h"

#include <algorithm>
#include <array>
#include <limits>

namespace mqlab {
namespace {

// Totals may be as far apart as 64 bits allow, which only unsigned hold.
uint64_t Distance(Millipoints low, Millipoints high) {
  return static_cast<uint64_t>(high) - static_cast<uint64_t>(low);
}

Millipoints MultipleBelow(Millipoints value, Millipoints width) {
  if (value < std::numeric_limits<Millipoints>::min() + width) return value;
  const Millipoints rest = value % width;
  return static_cast<Millipoints>(
      Distance(rest < 0 ? rest + width : rest, value));
}

}  // namespace

Histogram MakeHistogram(std::span<const Millipoints> totals) {
  Histogram histogram;
  if (totals.empty()) return histogram;
  const auto [low, high] = std::ranges::minmax(totals);
  constexpr std::array<Millipoints, 3> kSteps = {1, 2, 5};
  Millipoints power = 1000;
  for (size_t i = 0;; ++i) {
    histogram.width = kSteps[i % 3] * power;
    histogram.from = MultipleBelow(low, histogram.width);
    const uint64_t last =
        Distance(histogram.from, high) / static_cast<uint64_t>(histogram.width);
    if (last < kMostRanges) {
      histogram.leads.resize(last + 1);
      break;
    }
    if (i % 3 == 2) power *= 10;
  }
  for (const Millipoints total : totals) {
    ++histogram.leads[Distance(histogram.from, total) /
                      static_cast<uint64_t>(histogram.width)];
  }
  return histogram;
}

Histogram MakeHistogram(std::span<const Millipoints> totals,
                        std::span<const int32_t> standing, size_t stages) {
  Histogram histogram = MakeHistogram(totals);
  histogram.by_stage.assign(stages,
                            std::vector<uint32_t>(histogram.leads.size()));
  for (size_t lead = 0; lead < standing.size(); ++lead) {
    if (standing[lead] < 0) continue;
    const uint64_t range = Distance(histogram.from, totals[lead]) /
                           static_cast<uint64_t>(histogram.width);
    ++histogram.by_stage[static_cast<size_t>(standing[lead])][range];
  }
  return histogram;
}

}  // namespace mqlab
