#include "attribution/reference_credit.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mqlab::reference {
namespace {

struct Fraction {
  Wide over = 0;
  Wide under = 1;

  Fraction operator+(const Fraction& other) const {
    return {over * other.under + other.over * under, under * other.under};
  }
};

using Fractions = std::vector<Fraction>;

Fractions Equal(size_t touches) {
  return Fractions(touches, {1, static_cast<int64_t>(touches)});
}

// Shares of roles in thousandths; what is missing to 1000 is the others'.
Fractions OfRoles(size_t touches,
                  const std::vector<std::pair<uint32_t, int64_t>>& roles) {
  int64_t rest = 1000;
  int64_t present = 0;
  std::vector<bool> has_role(touches);
  for (const auto& [touch, share] : roles) {
    rest -= share;
    if (touch == kNoIndex) continue;
    present += share;
    has_role[touch] = true;
  }
  const int64_t others = std::ranges::count(has_role, false);
  if (others == 0) rest = 0;
  Fractions fractions(touches);
  for (const auto& [touch, share] : roles) {
    if (touch == kNoIndex) continue;
    fractions[touch] =
        fractions[touch] + Fraction{share * (1000 - rest), present * 1000};
  }
  for (size_t i = 0; i < touches; ++i) {
    if (!has_role[i]) fractions[i] = {rest, 1000 * others};
  }
  return fractions;
}

Fractions OfAges(const Path& path, Instant end) {
  Fractions fractions;
  Wide sum = 0;
  for (const Instant touch : path.touches) {
    const auto age = static_cast<long double>(AgeDays(touch, end));
    const auto factor = static_cast<int64_t>(std::floor(
        1e6L * std::pow(2.0L,
                        -age / static_cast<long double>(path.half_life_days)) +
        0.5L));
    fractions.push_back({factor, 1});
    sum += factor;
  }
  if (sum == 0) return OfAges(path, path.touches.back());
  for (Fraction& fraction : fractions) fraction.under = sum;
  return fractions;
}

Fractions Of(CreditModel model, const Path& path) {
  const size_t touches = path.touches.size();
  const auto last = static_cast<uint32_t>(touches - 1);
  switch (model) {
    case CreditModel::kFirst: {
      Fractions fractions(touches);
      fractions.front().over = 1;
      return fractions;
    }
    case CreditModel::kLast: {
      Fractions fractions(touches);
      fractions.back().over = 1;
      return fractions;
    }
    case CreditModel::kLinear:
      return Equal(touches);
    case CreditModel::kU:
      return OfRoles(touches, {{0, 400}, {last, 400}});
    case CreditModel::kW:
      return OfRoles(touches, {{0, 300}, {path.lead, 300}, {last, 300}});
    case CreditModel::kFull:
      return OfRoles(
          touches,
          {{0, 225}, {path.lead, 225}, {path.opportunity, 225}, {last, 225}});
    case CreditModel::kDecay:
      return OfAges(path, path.end);
  }
  return {};
}

}  // namespace

// Floor each, then hand the rest out one by one.
std::vector<int64_t> ShareOut(int64_t whole, CreditModel model,
                              const Path& path) {
  const Fractions fractions = Of(model, path);
  std::vector<int64_t> parts;
  std::vector<std::pair<Fraction, size_t>> remainders;
  int64_t rest = whole;
  for (size_t i = 0; i < fractions.size(); ++i) {
    const auto& [over, under] = fractions[i];
    parts.push_back(static_cast<int64_t>(whole * over / under));
    rest -= parts.back();
    remainders.push_back({{whole * over % under, under}, i});
  }
  std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) {
    return a.first.over * b.first.under > b.first.over * a.first.under;
  });
  for (int64_t i = 0; i < rest; ++i) {
    ++parts[remainders[static_cast<size_t>(i)].second];
  }
  return parts;
}

}  // namespace mqlab::reference
