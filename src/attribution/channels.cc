#include "attribution/channels.h"

#include <algorithm>
#include <span>

#include "attribution/economics.h"
#include "attribution/payback.h"
#include "attribution/revenue.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

Instant ReachedAt(const Run& run, int32_t stage, uint32_t lead) {
  return stage == kNoStage
             ? kNever
             : run.table.reached[static_cast<size_t>(stage)][lead];
}

bool IsIn(ChannelSet set, const Run& run, const Roles& roles, uint32_t lead) {
  switch (set) {
    case ChannelSet::kMql:
      return ReachedAt(run, roles.mql, lead) != kNever;
    case ChannelSet::kSql:
      return ReachedAt(run, roles.sql, lead) != kNever;
    case ChannelSet::kCustomers:
      return ReachedAt(run, roles.customer, lead) != kNever;
    default:
      return true;
  }
}

// Shares conversions and revenues of lead after lead out over the groups.
class Attribution {
 public:
  Attribution(const Run& run, const Scope& scope, const ChannelsAsked& asked,
              const Economics& economics, Touches* touches, Channels* channels)
      : run_(run),
        scope_(scope),
        roles_(FindRoles(run.program.source)),
        conversion_(asked.conversion),
        touches_(*touches),
        channels_(*channels),
        revenues_(run),
        sharing_(*economics.half_life_days) {}

  // `payback`: nullptr when there are no costs.
  void Add(uint32_t lead, Payback* payback) {
    CountFirstTouch(lead);
    values_ = revenues_.Of(lead);
    Wide revenue = 0;
    for (const Revenues::Value& value : values_) revenue += value.amount;
    channels_.revenue += revenue;

    const Instant converted = ReachedAt(run_, conversion_, lead);
    if (converted != kNever) ++channels_.conversions;
    const Instant customer = ReachedAt(run_, roles_.customer, lead);
    const Instant paid = values_.empty()      ? kNever
                         : customer != kNever ? customer
                                              : values_.front().at;
    ends_ = {converted, ReachedAt(run_, roles_.mql, lead), customer, paid};
    if (std::ranges::count(ends_, kNever) == std::ssize(ends_)) return;
    touches_.Read(lead);
    touch_groups_.clear();
    for (const uint32_t value : touches_.values()) {
      touch_groups_.push_back(channels_.groups.Of(value));
    }
    for (size_t i = 0; i < ends_.size(); ++i) {
      // Equal ends are shared out together.
      const bool known = std::find(ends_.begin(), ends_.begin() + i,
                                   ends_[i]) != ends_.begin() + i;
      if (ends_[i] != kNever && !known) ShareOut(lead, ends_[i], revenue);
    }
    if (payback != nullptr && paid != kNever) AddPayback(paid, payback);
  }

 private:
  void CountFirstTouch(uint32_t lead) {
    ChannelRow& row = channels_.rows[channels_.groups.of_lead[lead]];
    ++row.leads;
    row.mql += IsIn(ChannelSet::kMql, run_, roles_, lead);
    row.sql += IsIn(ChannelSet::kSql, run_, roles_, lead);
    row.customers += IsIn(ChannelSet::kCustomers, run_, roles_, lead);
  }

  // The last touch up to an instant that is not after the end.
  uint32_t TouchBefore(Instant t, Instant end) const {
    if (t == kNever || t > end) return kNoIndex;
    return static_cast<uint32_t>(touches_.CountUpTo(t)) - 1;
  }

  void ShareOut(uint32_t lead, Instant end, Wide revenue) {
    const Path path = {
        .touches = touches_.instants().first(touches_.CountUpTo(end)),
        .end = end,
        .lead = TouchBefore(scope_.entries[lead], end),
        .opportunity =
            TouchBefore(ReachedAt(run_, roles_.opportunity, lead), end)};
    for (size_t model = 0; model < kNumModels; ++model) {
      if (path.touches.empty()) {
        AddCredit(channels_.groups.unknown, model, end, kConversion);
        if (end == ends_[3]) {
          channels_.rows[channels_.groups.unknown].revenue[model] += revenue;
        }
        continue;
      }
      sharing_.Weigh(static_cast<CreditModel>(model), path);
      const std::span<const Wide> credits = sharing_.Share(kConversion);
      for (size_t i = 0; i < credits.size(); ++i) {
        AddCredit(touch_groups_[i], model, end,
                  static_cast<int64_t>(credits[i]));
      }
      if (end != ends_[3]) continue;
      const std::span<const Wide> revenues = sharing_.Share(revenue);
      for (size_t i = 0; i < revenues.size(); ++i) {
        channels_.rows[touch_groups_[i]].revenue[model] += revenues[i];
      }
    }
  }

  void AddCredit(uint32_t group, size_t model, Instant end, int64_t credit) {
    ChannelRow& row = channels_.rows[group];
    if (end == ends_[0]) row.credit[model] += credit;
    if (end == ends_[1]) row.mql_credit[model] += credit;
    if (end == ends_[2]) row.customer_credit[model] += credit;
  }

  // Of each value what it adds to the shares of all before it, so that these
  // add up to the revenue of the touches.
  void AddPayback(Instant end, Payback* payback) {
    const size_t touches = touches_.CountUpTo(end);
    if (touches == 0) return;
    sharing_.Weigh(CreditModel::kLinear,
                   {.touches = touches_.instants().first(touches), .end = end});
    shared_.assign(touches, 0);
    Wide so_far = 0;
    for (const Revenues::Value& value : values_) {
      so_far += value.amount;
      const std::span<const Wide> shares = sharing_.Share(so_far);
      for (size_t i = 0; i < touches; ++i) {
        payback->AddRevenue(value.at, touch_groups_[i], shares[i] - shared_[i]);
        shared_[i] = shares[i];
      }
    }
  }

  const Run& run_;
  const Scope& scope_;
  const Roles roles_;
  const int32_t conversion_;
  Touches& touches_;
  Channels& channels_;
  const Revenues revenues_;
  Sharing sharing_;
  // Of the lead: of the conversion asked for, to mql, to customer, of its
  // revenue.
  std::array<Instant, 4> ends_{};
  std::span<const Revenues::Value> values_;
  std::vector<uint32_t> touch_groups_;
  std::vector<Wide> shared_;  // revenue up to some value, by touch
};

}  // namespace

Channels FindChannels(const Run& run, const Scope& scope,
                      const ChannelsAsked& asked, const Costs* costs) {
  const Economics economics = ResolveEconomics(run);
  Touches touches(run, asked.by);
  Channels channels;
  channels.half_life_days = *economics.half_life_days;
  channels.margin_percent = *economics.margin_percent;
  channels.groups = GroupTouches(run, scope, &touches);
  channels.rows.resize(channels.groups.size());

  const ChannelCosts in_groups =
      FindChannelCosts(costs, economics.currency, asked.period, asked.by,
                       channels.groups, touches.names());
  std::optional<Payback> payback;
  if (!in_groups.parts.empty()) payback.emplace(in_groups, run.as_of);
  Attribution attribution(run, scope, asked, economics, &touches, &channels);
  for (const uint32_t lead : scope.leads) {
    attribution.Add(lead, payback ? &*payback : nullptr);
  }

  channels.currency = in_groups.currency;
  channels.cost = in_groups.sum;
  channels.costs_without_group = in_groups.without_group;
  channels.other_currencies = in_groups.others;
  for (uint32_t group = 0; group < channels.rows.size(); ++group) {
    ChannelRow& row = channels.rows[group];
    row.cost = in_groups.of_group[group];
    if (row.cost) row.payback = payback->Find(group, channels.margin_percent);
  }
  return channels;
}

std::vector<uint32_t> ListChannel(const Run& run, const Scope& scope,
                                  TouchedBy by, uint32_t group,
                                  ChannelSet set) {
  Touches touches(run, by);
  const TouchGroups groups = GroupTouches(run, scope, &touches);
  const Roles roles = FindRoles(run.program.source);
  std::vector<uint32_t> leads;
  for (const uint32_t lead : scope.leads) {
    if (groups.of_lead[lead] == group && IsIn(set, run, roles, lead)) {
      leads.push_back(lead);
    }
  }
  return leads;
}

}  // namespace mqlab
