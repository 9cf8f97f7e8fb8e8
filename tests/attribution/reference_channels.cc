#include "attribution/reference_channels.h"

#include <algorithm>
#include <set>

#include "attribution/reference_credit.h"

namespace mqlab::reference {
namespace {

struct Touch {
  std::string name;
  Instant at = 0;
};

std::string OrDash(const std::string& name) {
  return name.empty() ? "-" : name;
}

std::vector<EventRow> EventsOf(const Case& given, uint32_t lead) {
  std::vector<EventRow> events;
  for (const EventRow& event : given.events) {
    if (event.lead == lead && event.time <= given.as_of) {
      events.push_back(event);
    }
  }
  std::ranges::stable_sort(events, {}, &EventRow::time);
  return events;
}

std::vector<Touch> TouchesOf(const std::vector<EventRow>& events,
                             TouchedBy by) {
  std::vector<Touch> touches;
  for (const EventRow& event : events) {
    if (by == TouchedBy::kContent) {
      if (event.type == "content_download" && !event.asset.empty()) {
        touches.push_back({event.asset, event.time});
      }
    } else if (!event.channel.empty()) {
      touches.push_back(
          {by == TouchedBy::kChannel ? event.channel : OrDash(event.campaign),
           event.time});
    }
  }
  return touches;
}

uint32_t LastUpTo(const std::vector<Touch>& touches, Instant t, Instant end) {
  uint32_t last = kNoIndex;
  if (t == kNever || t > end) return last;
  for (uint32_t i = 0; i < touches.size(); ++i) {
    if (touches[i].at <= t) last = i;
  }
  return last;
}

// By name, of a conversion at `end`.
std::map<std::string, int64_t> Share(int64_t whole, CreditModel model,
                                     const std::vector<Touch>& touches,
                                     const LeadLife& life, Instant end,
                                     int64_t half_life_days) {
  Path path = {.touches = {},
               .end = end,
               .lead = LastUpTo(touches, life.entry, end),
               .opportunity = LastUpTo(touches, life.opportunity, end),
               .half_life_days = half_life_days};
  for (const Touch& touch : touches) {
    if (touch.at <= end) path.touches.push_back(touch.at);
  }
  std::map<std::string, int64_t> shares;
  if (path.touches.empty()) return {{"?", whole}};
  const std::vector<int64_t> parts = ShareOut(whole, model, path);
  for (size_t i = 0; i < parts.size(); ++i) shares[touches[i].name] += parts[i];
  return shares;
}

}  // namespace

Rows FindChannels(const Case& given, TouchedBy by) {
  Rows rows;
  rows["?"];
  // What the touches of a month's end had brought in.
  std::map<Instant, std::map<std::string, int64_t>> revenue_so_far;
  std::set<Instant> months;
  for (const CostRow& cost : given.costs) months.insert(cost.month);
  for (Instant month = months.empty() ? given.as_of : *months.begin();
       month <= given.as_of; month = NextMonth(month)) {
    months.insert(MonthOf(month));
  }
  for (uint32_t lead = 0; lead < given.leads.size(); ++lead) {
    const LeadLife& life = given.leads[lead];
    const std::vector<EventRow> events = EventsOf(given, lead);
    const std::vector<Touch> touches = TouchesOf(events, by);
    for (const Touch& touch : touches) rows[touch.name];
    ChannelRow& row = rows[touches.empty() ? "?" : touches.front().name];
    ++row.leads;
    row.mql += life.mql != kNever;
    row.sql += life.sql != kNever;
    row.customers += life.customer != kNever;

    Instant paid = life.customer;
    int64_t revenue = 0;
    std::map<Instant, int64_t> by_month_end;
    for (const EventRow& event : events) {
      if (event.type != "opportunity_won" || event.value == 0) continue;
      revenue += event.value;
      if (paid == kNever) paid = event.time;
    }
    const auto share = [&](int64_t whole, size_t model, Instant end) {
      return Share(whole, static_cast<CreditModel>(model), touches, life, end,
                   given.half_life_days);
    };
    for (size_t model = 0; model < kNumModels; ++model) {
      const auto add = [&](Instant end, ByModel<int64_t> ChannelRow::* credit) {
        if (end == kNever) return;
        for (const auto& [name, part] : share(kConversion, model, end)) {
          (rows[name].*credit)[model] += part;
        }
      };
      add(life.converted, &ChannelRow::credit);
      add(life.mql, &ChannelRow::mql_credit);
      add(life.customer, &ChannelRow::customer_credit);
      if (revenue == 0) continue;
      for (const auto& [name, part] : share(revenue, model, paid)) {
        rows[name].revenue[model] += part;
      }
    }
    if (revenue == 0) continue;
    for (const Instant month : months) {
      int64_t so_far = 0;
      for (const EventRow& event : events) {
        if (event.type == "opportunity_won" && event.time < NextMonth(month)) {
          so_far += event.value;
        }
      }
      for (const auto& [name, part] : share(so_far, 2, paid)) {
        revenue_so_far[month][name] += part;
      }
    }
  }
  for (const CostRow& cost : given.costs) {
    const std::string& name =
        by == TouchedBy::kCampaign ? cost.campaign : cost.channel;
    const auto row = rows.find(name);
    if (by == TouchedBy::kContent || row == rows.end()) continue;
    row->second.cost = row->second.cost.value_or(0) + cost.cost;
  }
  for (auto& [name, row] : rows) {
    if (!row.cost) continue;
    for (const Instant month : months) {
      Wide so_far = 0;
      for (const CostRow& cost : given.costs) {
        const std::string& of =
            by == TouchedBy::kCampaign ? cost.campaign : cost.channel;
        if (of == name && cost.month <= month) so_far += cost.cost;
      }
      if (month <= given.as_of && so_far > 0 &&
          Wide{revenue_so_far[month][name]} * given.margin_percent >=
              so_far * 100) {
        row.payback = month;
        break;
      }
    }
  }
  return rows;
}

}  // namespace mqlab::reference
