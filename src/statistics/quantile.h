#ifndef MQLAB_STATISTICS_QUANTILE_H_
#define MQLAB_STATISTICS_QUANTILE_H_

#include <cstdint>
#include <optional>
#include <span>

namespace mqlab {

// The p-quantile of whole numbers that are counted by value: counts[7] of them
// are 7. Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
// packages" (1996): of n numbers in order the one at (n - 1) p from 0, straight
// between the two on either side of it. nullopt of none.
// REQUIRES: 0 <= p <= 1.
std::optional<double> Quantile(std::span<const uint32_t> counts, double p);

}  // namespace mqlab

#endif  // MQLAB_STATISTICS_QUANTILE_H_
