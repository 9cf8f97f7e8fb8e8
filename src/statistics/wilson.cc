#include "statistics/wilson.h"

#include <cmath>

namespace mqlab {

Interval Wilson(uint64_t count, uint64_t of) {
  if (of == 0) return {.low = 0, .high = 1};
  constexpr double kSquare = kNormal95 * kNormal95;
  const auto n = static_cast<double>(of);
  const auto hits = static_cast<double>(count);
  const double middle = hits + kSquare / 2;
  const double half =
      kNormal95 * std::sqrt(hits * (n - hits) / n + kSquare / 4);
  // At the ends exactly, whatever rounding does.
  return {.low = count == 0 ? 0 : (middle - half) / (n + kSquare),
          .high = count == of ? 1 : (middle + half) / (n + kSquare)};
}

}  // namespace mqlab
