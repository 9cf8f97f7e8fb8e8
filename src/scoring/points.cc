#include "scoring/points.h"

namespace mqlab {

Wide ScalePointsWide(Millipoints points, Wide sum) {
  const Wide product = points * sum;
  constexpr Wide kHalf = 500'000'000;
  constexpr Wide kWhole = 1'000'000'000;
  return product < 0 ? -((-product + kHalf) / kWhole)
                     : (product + kHalf) / kWhole;
}

}  // namespace mqlab
