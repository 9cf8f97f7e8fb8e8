#include "attribution/credit.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace mqlab {

Sharing::Sharing(int64_t half_life_days)
    : decay_({.kind = Decay::Kind::kHalfLife, .days = half_life_days}) {}

void Sharing::Weigh(CreditModel model, const Path& path) {
  weights_.assign(path.touches.size(), 0);
  switch (model) {
    case CreditModel::kFirst:
      weights_.front() = 1;
      break;
    case CreditModel::kLast:
      weights_.back() = 1;
      break;
    case CreditModel::kLinear:
      std::ranges::fill(weights_, 1);
      break;
    case CreditModel::kU:
      WeighRoles({.first = 400, .lead = 0, .opportunity = 0, .last = 400},
                 path);
      break;
    case CreditModel::kW:
      WeighRoles({.first = 300, .lead = 300, .opportunity = 0, .last = 300},
                 path);
      break;
    case CreditModel::kFull:
      WeighRoles({.first = 225, .lead = 225, .opportunity = 225, .last = 225},
                 path);
      break;
    case CreditModel::kDecay:
      WeighAges(path);
      break;
  }
  sum_ = std::accumulate(weights_.begin(), weights_.end(), int64_t{0});
}

void Sharing::WeighRoles(const Roles& roles, const Path& path) {
  const int64_t others_share =
      1000 - roles.first - roles.lead - roles.opportunity - roles.last;
  weights_.front() += roles.first;
  weights_.back() += roles.last;
  int64_t present = roles.first + roles.last;
  const auto add = [&](uint32_t touch, int64_t share) {
    if (touch == kNoIndex) return;
    weights_[touch] += share;
    present += share;
  };
  add(path.lead, roles.lead);
  add(path.opportunity, roles.opportunity);
  const int64_t others = std::ranges::count(weights_, 0);
  if (others == 0) return;
  // A role weighs share / present of what is left by the others, one of those
  // 1 / others of theirs: both times present * others.
  for (int64_t& weight : weights_) {
    weight = weight == 0 ? others_share * present
                         : weight * (1000 - others_share) * others;
  }
}

void Sharing::WeighAges(const Path& path) {
  // Where all are so old that nothing is left of them, their ages are counted
  // from the last.
  for (const Instant end : {path.end, path.touches.back()}) {
    for (size_t i = 0; i < weights_.size(); ++i) {
      weights_[i] =
          decay_.Factor(std::max<int64_t>(0, AgeDays(path.touches[i], end)));
    }
    if (weights_.back() > 0) return;
  }
}

std::span<const Wide> Sharing::Share(Wide whole) {
  const bool negative = whole < 0;
  const Wide size = negative ? -whole : whole;
  parts_.resize(weights_.size());
  remainders_.resize(weights_.size());
  const bool is_small = size <= std::numeric_limits<int64_t>::max() / sum_;
  GiveRest(is_small ? static_cast<size_t>(Floor(static_cast<int64_t>(size)))
                    : static_cast<size_t>(Floor(size)));
  if (negative) {
    for (Wide& part : parts_) part = -part;
  }
  return parts_;
}

template <typename Number>
Number Sharing::Floor(Number whole) {
  Number rest = whole;
  for (size_t i = 0; i < weights_.size(); ++i) {
    if (i > 0 && weights_[i] == weights_[i - 1]) {  // most are, and division
      parts_[i] = parts_[i - 1];                    // takes long
      remainders_[i] = remainders_[i - 1];
    } else {
      const Number product = whole * weights_[i];
      const Number part = product / sum_;
      parts_[i] = part;
      remainders_[i] = static_cast<int64_t>(product - part * sum_);
    }
    rest -= static_cast<Number>(parts_[i]);
  }
  return rest;
}

void Sharing::GiveRest(size_t rest) {
  if (rest == 0) return;
  order_.resize(parts_.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::ranges::nth_element(order_,
                           order_.begin() + static_cast<std::ptrdiff_t>(rest),
                           [&](uint32_t a, uint32_t b) {
                             return remainders_[a] != remainders_[b]
                                        ? remainders_[a] > remainders_[b]
                                        : a < b;
                           });
  for (size_t i = 0; i < rest; ++i) ++parts_[order_[i]];
}

}  // namespace mqlab
