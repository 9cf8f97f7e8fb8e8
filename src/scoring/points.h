#ifndef MQLAB_SCORING_POINTS_H_
#define MQLAB_SCORING_POINTS_H_

// Arithmetic of points, in millipoints.

#include <cstdint>

namespace mqlab {

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
