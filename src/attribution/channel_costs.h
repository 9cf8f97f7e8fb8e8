#ifndef MQLAB_ATTRIBUTION_CHANNEL_COSTS_H_
#define MQLAB_ATTRIBUTION_CHANNEL_COSTS_H_

// Costs as a report has them: of one currency and one period, by its rows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/costs.h"
#include "attribution/touch_groups.h"
#include "attribution/touches.h"
#include "base/wide.h"
#include "funnel/scope.h"

namespace mqlab {

// That of the rule file, or where it names none ("") that of the most rows.
std::string CurrencyOf(const Costs* costs, std::string_view of_rules);

struct OtherCurrency {
  std::string currency;
  uint32_t rows = 0;
  Wide cost = 0;
};

struct ChannelCosts {
  struct Part {
    Instant month;
    uint32_t group;
    int64_t cost;
  };

  std::string currency;
  Wide sum = 0;
  Wide without_group = 0;  // of what no lead came by
  std::vector<OtherCurrency> others;
  std::vector<std::optional<Wide>> of_group;
  std::vector<Part> parts;
};

// `costs`: nullptr for none. `currency`: of the rule file; "": that of the most
// rows. A row that names none is of it. `names`: of the values that are
// grouped.
ChannelCosts FindChannelCosts(const Costs* costs, std::string_view currency,
                              const Period& period, TouchedBy by,
                              const TouchGroups& groups,
                              const EqualValues& names);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_CHANNEL_COSTS_H_
