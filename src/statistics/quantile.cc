#include "statistics/quantile.h"

#include <numeric>

namespace mqlab {
namespace {

// REQUIRES: there are more than `rank`.
size_t ValueAt(std::span<const uint32_t> counts, uint64_t rank) {
  size_t value = 0;
  while (rank >= counts[value]) rank -= counts[value++];
  return value;
}

}  // namespace

std::optional<double> Quantile(std::span<const uint32_t> counts, double p) {
  const uint64_t n = std::accumulate(counts.begin(), counts.end(), uint64_t{0});
  if (n == 0) return std::nullopt;
  const double at = static_cast<double>(n - 1) * p;
  const auto rank = static_cast<uint64_t>(at);
  const auto value = static_cast<double>(ValueAt(counts, rank));
  if (rank + 1 == n) return value;
  const auto next = static_cast<double>(ValueAt(counts, rank + 1));
  return value + (at - static_cast<double>(rank)) * (next - value);
}

}  // namespace mqlab
