#include <algorithm>
#include <limits>
#include <utility>

#include "attribution/channels.h"
#include "funnel/rate_json.h"

namespace mqlab {
namespace {

JsonText WriteWide(Wide number) {
  constexpr Wide kMost = std::numeric_limits<int64_t>::max();
  return JsonText::Whole(
      static_cast<int64_t>(std::clamp(number, -kMost, kMost)));
}

// Null where the denominator is 0; halves away from zero.
JsonText WriteQuotient(Wide number, Wide by) {
  if (by == 0) return WriteNull();
  const Wide size = number < 0 ? -number : number;
  const Wide quotient = (2 * size + by) / (2 * by);
  return WriteWide(number < 0 ? -quotient : quotient);
}

JsonText WriteGroup(const TouchGroups& groups, uint32_t group) {
  const bool named = group < groups.names.size();
  const char* const kind = named                     ? "value"
                           : group == groups.others  ? "others"
                           : group == groups.missing ? "missing"
                                                     : "unknown";
  JsonText json = JsonText::Object();
  json.Add("kind", JsonText::Text(kind));
  json.Add("name",
           named ? CellToJson(groups.names[group]) : JsonText::Text(""));
  return json;
}

// Of one model.
JsonText WriteMoney(const ChannelRow& row, size_t model,
                    int64_t margin_percent) {
  JsonText json = JsonText::Object();
  const auto cost_of = [&](Wide count, Wide unit) {
    return row.cost ? WriteQuotient(*row.cost * unit, count) : WriteNull();
  };
  json.Add("perLead", cost_of(row.leads, 1));
  json.Add("perMql", cost_of(row.mql_credit[model], kConversion));
  json.Add("cac", cost_of(row.customer_credit[model], kConversion));
  const Wide earned = row.revenue[model] * margin_percent;  // in percent
  json.Add("ltv", WriteQuotient(earned * (kConversion / 100),
                                row.customer_credit[model]));
  const bool has_return = row.cost && *row.cost > 0;
  json.Add("roi",
           has_return
               ? WriteNumber(static_cast<double>(earned - *row.cost * 100) /
                             static_cast<double>(*row.cost * 100))
               : WriteNull());
  return json;
}

double Disagreement(const ChannelRow& row, uint32_t conversions) {
  if (conversions == 0) return 0;
  const auto [least, most] = std::ranges::minmax(row.credit);
  return static_cast<double>(most - least) /
         (static_cast<double>(conversions) * kConversion);
}

JsonText WriteRow(const Channels& channels, uint32_t group) {
  const ChannelRow& row = channels.rows[group];
  JsonText json = JsonText::Object();
  json.Add("group", WriteGroup(channels.groups, group));
  json.Add("leads", JsonText::Whole(row.leads));
  json.Add("mql", JsonText::Whole(row.mql));
  json.Add("sql", JsonText::Whole(row.sql));
  json.Add("customers", JsonText::Whole(row.customers));
  json.Add("toMql", WriteRate(row.mql, row.leads));
  json.Add("toCustomer", WriteRate(row.customers, row.leads));
  JsonText credit = JsonText::Object();
  JsonText revenue = JsonText::Object();
  JsonText money = JsonText::Object();
  for (size_t model = 0; model < kNumModels; ++model) {
    const std::string_view name = kModelNames[model];
    credit.Add(name, JsonText::Whole(row.credit[model]));
    revenue.Add(name, WriteWide(row.revenue[model]));
    money.Add(name, WriteMoney(row, model, channels.margin_percent));
  }
  json.Add("credit", std::move(credit));
  json.Add("revenue", std::move(revenue));
  json.Add("cost", row.cost ? WriteWide(*row.cost) : WriteNull());
  json.Add("money", std::move(money));
  json.Add("payback",
           row.payback ? JsonText::Whole(*row.payback) : WriteNull());
  json.Add("disagreement",
           WriteNumber(Disagreement(row, channels.conversions)));
  return json;
}

}  // namespace

JsonText WriteChannels(const Channels& channels) {
  JsonText others = JsonText::List();
  for (const OtherCurrency& other : channels.other_currencies) {
    JsonText json = JsonText::Object();
    json.Add("currency", CellToJson(other.currency));
    json.Add("rows", JsonText::Whole(other.rows));
    json.Add("cost", WriteWide(other.cost));
    others.Add(std::move(json));
  }
  JsonText rows = JsonText::List();
  for (uint32_t group = 0; group < channels.rows.size(); ++group) {
    const ChannelRow& row = channels.rows[group];
    const bool says_nothing =
        row.leads == 0 && row.credit.front() == 0 && row.revenue.front() == 0;
    if (group == channels.groups.unknown && says_nothing) continue;
    rows.Add(WriteRow(channels, group));
  }
  JsonText json = JsonText::Object();
  json.Add("currency", CellToJson(channels.currency));
  json.Add("halfLifeDays", JsonText::Whole(channels.half_life_days));
  json.Add("marginPercent", JsonText::Whole(channels.margin_percent));
  json.Add("conversions", JsonText::Whole(channels.conversions));
  json.Add("revenue", WriteWide(channels.revenue));
  json.Add("cost", WriteWide(channels.cost));
  json.Add("otherCurrencies", std::move(others));
  json.Add("costsWithoutGroup", WriteWide(channels.costs_without_group));
  json.Add("rows", std::move(rows));
  return json;
}

}  // namespace mqlab
