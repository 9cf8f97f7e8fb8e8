#ifndef MQLAB_STATISTICS_NEWCOMBE_H_
#define MQLAB_STATISTICS_NEWCOMBE_H_

#include <cstdint>

#include "statistics/wilson.h"

namespace mqlab {

// The 95 % interval of the difference of two shares, count1 / of1 less
// count2 / of2, made of their Wilson intervals (l, u): method 10 of
// R. G. Newcombe, "Interval estimation for the difference between independent
// proportions" (1998):
//
//   d - sqrt((p1 - l1)² + (u2 - p2)²) to d + sqrt((u1 - p1)² + (p2 - l2)²)
//
// From -1 to 1 when one is of none. REQUIRES: each count <= its of.
Interval Newcombe(uint64_t count1, uint64_t of1, uint64_t count2, uint64_t of2);

}  // namespace mqlab

#endif  // MQLAB_STATISTICS_NEWCOMBE_H_
