#include "attribution/touch_groups.h"

#include <algorithm>

namespace mqlab {

TouchGroups GroupTouches(const Run& run, const Scope& scope, Touches* touches) {
  const EqualValues& names = touches->names();
  std::vector<uint32_t> first_touches(names.size());
  std::vector<bool> has_touch(names.size());
  // Values first, then their groups.
  std::vector<uint32_t> of_lead(run.table.num_leads, kNoIndex);
  std::vector<bool> is_touched(run.table.num_leads);
  bool missing = false;
  for (const uint32_t lead : scope.leads) {
    touches->Read(lead);
    if (touches->values().empty()) continue;
    is_touched[lead] = true;
    for (const uint32_t value : touches->values()) {
      if (value == kNoIndex) {
        missing = true;
      } else {
        has_touch[value] = true;
      }
    }
    const uint32_t first = touches->values().front();
    of_lead[lead] = first;
    if (first != kNoIndex) ++first_touches[first];
  }
  std::vector<uint32_t> order;
  for (uint32_t value = 0; value < names.size(); ++value) {
    if (has_touch[value]) order.push_back(value);
  }
  std::ranges::sort(order, [&](uint32_t a, uint32_t b) {
    return first_touches[a] != first_touches[b]
               ? first_touches[a] > first_touches[b]
               : a < b;
  });

  TouchGroups groups;
  groups.of_value.assign(names.size(), kNoIndex);
  for (const uint32_t value : order) {
    if (groups.names.size() < Grouping::kMostGroups) {
      groups.of_value[value] = static_cast<uint32_t>(groups.names.size());
      groups.names.emplace_back(names.Name(value));
    } else {
      groups.others = Grouping::kMostGroups;
      groups.of_value[value] = groups.others;
    }
  }
  groups.unknown = static_cast<uint32_t>(groups.names.size());
  if (groups.others != kNoIndex) ++groups.unknown;
  if (missing) groups.missing = groups.unknown++;
  for (size_t lead = 0; lead < of_lead.size(); ++lead) {
    of_lead[lead] =
        is_touched[lead] ? groups.Of(of_lead[lead]) : groups.unknown;
  }
  groups.of_lead = std::move(of_lead);
  return groups;
}

}  // namespace mqlab
