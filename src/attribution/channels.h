#ifndef MQLAB_ATTRIBUTION_CHANNELS_H_
#define MQLAB_ATTRIBUTION_CHANNELS_H_

// What came of channels, campaigns or contents, and what they cost, by every
// model of attribution; see rules/measuring.md 6.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attribution/channel_costs.h"
#include "attribution/costs.h"
#include "attribution/credit.h"
#include "attribution/touch_groups.h"
#include "attribution/touches.h"
#include "base/wide.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "report/run.h"

namespace mqlab {

template <typename Sum>
using ByModel = std::array<Sum, kNumModels>;

struct ChannelRow {
  // Of the first touch.
  uint32_t leads = 0;
  uint32_t mql = 0;
  uint32_t sql = 0;
  uint32_t customers = 0;
  // Credit for conversions: of the stage asked for, mql and customer.
  ByModel<int64_t> credit{};
  ByModel<int64_t> mql_credit{};
  ByModel<int64_t> customer_credit{};
  ByModel<Wide> revenue{};
  std::optional<Wide> cost;
  std::optional<Instant> payback;  // the month, by kLinear
};

struct Channels {
  std::string currency;
  int64_t half_life_days = 0;
  int64_t margin_percent = 0;
  uint32_t conversions = 0;
  Wide revenue = 0;
  Wide cost = 0;  // all of this currency
  std::vector<OtherCurrency> other_currencies;
  Wide costs_without_group = 0;
  TouchGroups groups;
  std::vector<ChannelRow> rows;  // by group
};

struct ChannelsAsked {
  TouchedBy by = TouchedBy::kChannel;
  Period period;       // of the costs, as of the scope
  int32_t conversion;  // stage; kNoStage: none is converted
};

// `costs`: nullptr when there are none.
Channels FindChannels(const Run& run, const Scope& scope,
                      const ChannelsAsked& asked, const Costs* costs);

// The shape Channels of web/src/engine/reports.ts.
JsonText WriteChannels(const Channels& channels);

// Which leads of a row a number counts.
enum class ChannelSet : uint8_t { kLeads, kMql, kSql, kCustomers };
std::vector<uint32_t> ListChannel(const Run& run, const Scope& scope,
                                  TouchedBy by, uint32_t group, ChannelSet set);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_CHANNELS_H_
