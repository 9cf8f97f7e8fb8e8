#ifndef MQLAB_STATISTICS_WILSON_H_
#define MQLAB_STATISTICS_WILSON_H_

#include <cstdint>

namespace mqlab {

// The 97.5th percentile of the normal distribution: what 95 % lie within.
inline constexpr double kNormal95 = 1.959963984540054;

struct Interval {
  double low = 0;
  double high = 0;
};

// The 95 % interval of a share, the score interval of E. B. Wilson, "Probable
// inference, the law of succession, and statistical inference" (1927):
//
//   (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
//
// From 0 to 1 of none. REQUIRES: count <= of.
Interval Wilson(uint64_t count, uint64_t of);

}  // namespace mqlab

#endif  // MQLAB_STATISTICS_WILSON_H_
