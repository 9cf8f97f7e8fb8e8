#include "statistics/newcombe.h"

#include <cmath>

namespace mqlab {

Interval Newcombe(uint64_t count1, uint64_t of1, uint64_t count2,
                  uint64_t of2) {
  if (of1 == 0 || of2 == 0) return {.low = -1, .high = 1};
  const double p1 = static_cast<double>(count1) / static_cast<double>(of1);
  const double p2 = static_cast<double>(count2) / static_cast<double>(of2);
  const Interval one = Wilson(count1, of1);
  const Interval two = Wilson(count2, of2);
  return {.low = p1 - p2 - std::hypot(p1 - one.low, two.high - p2),
          .high = p1 - p2 + std::hypot(one.high - p1, p2 - two.low)};
}

}  // namespace mqlab
