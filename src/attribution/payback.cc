#include "attribution/payback.h"

#include <algorithm>

namespace mqlab {

Payback::Payback(const ChannelCosts& costs, Instant as_of)
    : groups_(costs.of_group.size()) {
  Instant first = as_of;
  for (const ChannelCosts::Part& part : costs.parts) {
    first = std::min(first, part.month);
  }
  for (Instant month = MonthOf(first); month <= as_of;
       month = NextMonth(month)) {
    months_.push_back(month);
  }
  sums_.resize(months_.size() * groups_);
  for (const ChannelCosts::Part& part : costs.parts) {
    if (part.month <= as_of) At(part.month, part.group).cost += part.cost;
  }
}

void Payback::AddRevenue(Instant at, uint32_t group, Wide revenue) {
  At(at, group).revenue += revenue;
}

std::optional<Instant> Payback::Find(uint32_t group,
                                     int64_t margin_percent) const {
  Sums so_far;
  for (size_t month = 0; month < months_.size(); ++month) {
    const Sums& sums = sums_[month * groups_ + group];
    so_far.cost += sums.cost;
    so_far.revenue += sums.revenue;
    if (so_far.cost > 0 &&
        so_far.revenue * margin_percent >= so_far.cost * 100) {
      return months_[month];
    }
  }
  return std::nullopt;
}

Payback::Sums& Payback::At(Instant t, uint32_t group) {
  const auto after = std::ranges::upper_bound(months_, t);
  const auto month = static_cast<size_t>(
                         std::max(after - months_.begin(), std::ptrdiff_t{1})) -
                     1;
  return sums_[month * groups_ + group];
}

}  // namespace mqlab
