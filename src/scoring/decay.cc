// compound   f(0) = 1 000 000, f(k+1) = (f(k) * (100 000 - q) + 50 000) div
//            100 000, k = floor(a / n), q in thousandths of a percent
// linear     max(0, 1 000 000 - 10 * q * floor(a / n))
// half_life  1 000 000 * 2^(-a/h), rounded to the nearest, halves up
// expire     1 000 000 while a < n, else 0
// with a = max(0, age - after_days).

#include "scoring/decay.h"

#include <algorithm>
#include <limits>

#include "base/instant.h"
#include "base/wide.h"

namespace mqlab {
namespace {

// 2^(-x) in units of 2^-62, for x in the same units, 0 <= x < 1: the series of
// exp(-x ln 2) in integers. Good to about 1e-17.
uint64_t PowerOfHalf(uint64_t x) {
  constexpr int kBits = 62;
  constexpr uint64_t kOne = uint64_t{1} << kBits;
  constexpr uint64_t kLn2 = 0x2C5C85FDF473DE6A;  // ln 2 * 2^62
  const uint64_t y = static_cast<uint64_t>((UnsignedWide(x) * kLn2) >> kBits);
  uint64_t term = kOne;
  uint64_t positive = kOne;
  uint64_t negative = 0;
  for (uint64_t n = 1; term != 0; ++n) {
    term = static_cast<uint64_t>((UnsignedWide(term) * y) >> kBits) / n;
    (n % 2 == 0 ? positive : negative) += term;
  }
  return positive - negative;
}

int64_t HalfLifeFactor(int64_t age, int64_t days) {
  const int64_t halvings = age / days;
  if (halvings > 40) return 0;  // below a half of a millionth
  const uint64_t x = static_cast<uint64_t>((UnsignedWide(age % days) << 62) /
                                           UnsignedWide(days));
  const UnsignedWide scaled = UnsignedWide(kFullFactor) * PowerOfHalf(x);
  const int shift = 62 + static_cast<int>(halvings);
  return static_cast<int64_t>((scaled + (UnsignedWide{1} << (shift - 1))) >>
                              shift);
}

}  // namespace

int64_t DecayTable::Compound(int64_t steps) {
  if (compound_.empty()) compound_.push_back(kFullFactor);
  while (static_cast<int64_t>(compound_.size()) <= steps) {
    const int64_t last = compound_.back();
    const int64_t next =
        (last * (100'000 - decay_.lose_thousandths) + 50'000) / 100'000;
    if (next == last) return last;  // rounding holds it here for ever
    compound_.push_back(next);
  }
  return compound_[static_cast<size_t>(steps)];
}

const std::vector<DecayTable::Stretch>& DecayTable::Stretches() {
  if (!stretches_.empty()) return stretches_;
  int64_t factor = Factor(0);
  for (const int64_t age :
       Changes(0, kLongest, std::numeric_limits<size_t>::max())) {
    stretches_.push_back({factor, age * kMillisPerDay});
    factor = Factor(age);
  }
  stretches_.push_back({factor, std::numeric_limits<int64_t>::max()});
  return stretches_;
}

// The table grows to the ages that are asked for, a century at most.
int64_t DecayTable::FactorBeyond(int64_t age_days) {
  if (age_days >= kLongest) return Compute(age_days);
  const int64_t until = std::min(kLongest, age_days + age_days / 2 + 32);
  for (auto age = static_cast<int64_t>(by_age_.size()); age < until; ++age) {
    by_age_.push_back(static_cast<int32_t>(Compute(age)));
  }
  return by_age_[static_cast<size_t>(age_days)];
}

int64_t DecayTable::Compute(int64_t age_days) {
  const int64_t age = std::max<int64_t>(0, age_days - decay_.after_days);
  switch (decay_.kind) {
    case Decay::Kind::kNone:
      return kFullFactor;
    case Decay::Kind::kCompound:
      return Compound(age / decay_.days);
    case Decay::Kind::kLinear:
      // Ages are below 2^31 days, so the product stays far within 64 bits.
      return std::max<int64_t>(
          0, kFullFactor - 10 * decay_.lose_thousandths * (age / decay_.days));
    case Decay::Kind::kHalfLife:
      return HalfLifeFactor(age, decay_.days);
    case Decay::Kind::kExpire:
      return age < decay_.days ? kFullFactor : 0;
  }
  return kFullFactor;
}

std::vector<int64_t> DecayTable::Changes(int64_t from_age, int64_t last_age,
                                         size_t limit) {
  std::vector<int64_t> changes;
  if (decay_.kind == Decay::Kind::kNone) return changes;
  const int64_t step = decay_.kind == Decay::Kind::kHalfLife ? 1 : decay_.days;
  int64_t age = decay_.after_days + step;
  if (age < from_age) age += (from_age - age + step - 1) / step * step;
  int64_t factor = Factor(age - step);
  for (; age <= last_age && factor != 0 && changes.size() < limit;
       age += step) {
    const int64_t next = Factor(age);
    if (next != factor) changes.push_back(age);
    factor = next;
  }
  return changes;
}

RuleDecays::RuleDecays(const std::vector<RuleCode>& rules) {
  for (const RuleCode& rule : rules) {
    const auto same =
        std::ranges::find(tables_, rule.decay, &DecayTable::decay);
    table_of_.push_back(static_cast<uint32_t>(same - tables_.begin()));
    if (same == tables_.end()) tables_.emplace_back(rule.decay);
  }
}

}  // namespace mqlab
