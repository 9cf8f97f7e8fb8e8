#include "scoring/reference_decay.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "scoring/reference_value.h"

namespace mqlab::reference {
namespace {

int64_t HalfLifeFactor(int64_t age, int64_t days) {
  if (age % days == 0) {
    const int64_t halvings = age / days;
    if (halvings > 40) return 0;
    const int64_t power = int64_t{1} << halvings;
    return (2'000'000 + power) / (2 * power);
  }
  // Never a half exactly, as the power of two is irrational.
  const long double exponent =
      -static_cast<long double>(age) / static_cast<long double>(days);
  return static_cast<int64_t>(
      std::floor(1'000'000.0L * std::exp2(exponent) + 0.5L));
}

}  // namespace

int64_t DecayFactor(const Decay& decay, int64_t age) {
  const int64_t a = std::max<int64_t>(0, age - decay.after_days);
  const int64_t steps = a / decay.days;
  switch (decay.kind) {
    case Decay::Kind::kNone:
      return 1'000'000;
    case Decay::Kind::kCompound: {
      int64_t factor = 1'000'000;
      for (int64_t i = 0; i < steps && factor > 0; ++i) {
        factor =
            (factor * (100'000 - decay.lose_thousandths) + 50'000) / 100'000;
        if (decay.lose_thousandths == 0) break;
      }
      return factor;
    }
    case Decay::Kind::kLinear:
      return static_cast<int64_t>(std::max<Int128>(
          0, 1'000'000 - Int128{10} * decay.lose_thousandths * steps));
    case Decay::Kind::kHalfLife:
      return HalfLifeFactor(a, decay.days);
    case Decay::Kind::kExpire:
      return a < decay.days ? 1'000'000 : 0;
  }
  std::abort();
}

}  // namespace mqlab::reference
