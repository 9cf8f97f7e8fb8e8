#include "review/monthly_review.h"

#include <algorithm>
#include <utility>

#include "attribution/channel_costs.h"
#include "attribution/economics.h"
#include "attribution/revenue.h"
#include "attribution/touches.h"
#include "funnel/rate_json.h"
#include "funnel/request.h"
#include "funnel/roles.h"
#include "review/stage_origin.h"
#include "sales/hand_off.h"

namespace mqlab {
namespace {

constexpr std::array<std::string_view, kNumReviewSets> kSetNames = {
    "mqls", "accepted", "rejected", "sql", "opportunity", "customer", "open"};

// In which sets an MQL is.
class Outcomes {
 public:
  explicit Outcomes(const Run& run)
      : run_(run), roles_(FindRoles(run.program.source)), hand_off_(run) {}

  std::array<bool, kNumReviewSets> known() const {
    return {true,
            true,
            true,
            roles_.sql != kNoStage,
            roles_.opportunity != kNoStage,
            roles_.customer != kNoStage,
            true};
  }
  std::array<bool, kNumReviewSets> Of(uint32_t lead) const {
    const Instant mql =
        run_.table.reached[static_cast<size_t>(roles_.mql)][lead];
    const Mark decision = hand_off_.Since(mql, lead).decision;
    const bool rejected = decision == Mark::kRejected;
    const bool customer = Reached(roles_.customer, lead);
    return {true,
            decision == Mark::kAccepted,
            rejected,
            Reached(roles_.sql, lead),
            Reached(roles_.opportunity, lead),
            customer,
            !rejected && !customer && run_.table.stage[lead] != kDisqualified};
  }

 private:
  bool Reached(int32_t stage, uint32_t lead) const {
    return stage != kNoStage &&
           run_.table.reached[static_cast<size_t>(stage)][lead] != kNever;
  }

  const Run& run_;
  Roles roles_;
  HandOff hand_off_;
};

std::vector<ReviewRow> RowsByChannel(const Run& run, const Scope& scope) {
  const Grouping grouping = GroupByFirstTouch(run, TouchedBy::kChannel, scope);
  std::vector<ReviewRow> rows(grouping.size());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const bool named = i < grouping.names.size();
    rows[i].kind = named                  ? "value"
                   : i == grouping.others ? "others"
                                          : "missing";
    if (named) rows[i].name = grouping.names[i];
  }
  for (const uint32_t lead : scope.leads) {
    rows[grouping.of[lead]].leads.push_back(lead);
  }
  return rows;
}

// By what made them MQL: a scenario (the first of several), else their
// behaviour, fields or both.
std::vector<ReviewRow> RowsByWay(const Run& run, const Scope& scope) {
  const std::vector<Scenario>& scenarios = run.program.source.scenarios;
  constexpr std::array<std::string_view, 4> kKinds = {"missing", "behaviour",
                                                      "fields", "both"};
  std::vector<ReviewRow> rows(kKinds.size() + scenarios.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i].kind = i < kKinds.size() ? kKinds[i] : "scenario";
    if (i >= kKinds.size()) rows[i].name = scenarios[i - kKinds.size()].id;
  }
  StageOrigin origin(run, FindRoles(run.program.source).mql);
  for (const uint32_t lead : scope.leads) {
    const EnteredBy by = origin.Of(lead);
    const size_t row =
        by.scenarios.empty()
            ? (by.behaviour ? 1U : 0U) + (by.fields ? 2U : 0U)
            : kKinds.size() + *std::ranges::min_element(by.scenarios);
    rows[row].leads.push_back(lead);
  }
  std::ranges::rotate(rows, rows.begin() + 1);  // missing last
  std::erase_if(rows, [](const ReviewRow& row) { return row.leads.empty(); });
  return rows;
}

void CountRow(const Outcomes& outcomes, const Revenues& revenues,
              ReviewRow* row) {
  for (const uint32_t lead : row->leads) {
    const std::array<bool, kNumReviewSets> sets = outcomes.Of(lead);
    for (size_t i = 0; i < sets.size(); ++i) row->counts[i] += sets[i];
    row->revenue += revenues.SumOf(lead);
  }
}

JsonText WriteRow(const Review& review, const ReviewRow& row) {
  JsonText json = JsonText::Object();
  json.Add("name", CellToJson(row.name));
  json.Add("kind", JsonText::Text(row.kind));
  for (size_t i = 0; i < kNumReviewSets; ++i) {
    const auto set = static_cast<ReviewSet>(i);
    const bool plain = set == ReviewSet::kMqls || set == ReviewSet::kOpen;
    json.Add(
        kSetNames[i],
        plain ? WriteCount(row.counts[i])
              : WriteRate(row.counts[i], review.known[i] ? row.counts[0] : 0));
  }
  json.Add("revenue", JsonText::Whole(static_cast<int64_t>(row.revenue)));
  return json;
}

JsonText WriteRows(const Review& review, const std::vector<ReviewRow>& rows) {
  JsonText list = JsonText::List();
  for (const ReviewRow& row : rows) list.Add(WriteRow(review, row));
  return list;
}

}  // namespace

Review MakeReview(const Run& run, const Scope& scope, const Costs* costs) {
  Review review;
  review.currency = CurrencyOf(costs, ResolveEconomics(run).currency);
  review.all.kind = "all";
  review.all.leads = scope.leads;
  if (FindRoles(run.program.source).mql == kNoStage) return review;
  review.channels = RowsByChannel(run, scope);
  review.ways = RowsByWay(run, scope);
  const Outcomes outcomes(run);
  review.known = outcomes.known();
  const Revenues revenues(run);
  for (ReviewRow& row : review.channels) {
    CountRow(outcomes, revenues, &row);
    for (size_t i = 0; i < kNumReviewSets; ++i) {
      review.all.counts[i] += row.counts[i];
    }
    review.all.revenue += row.revenue;
  }
  for (ReviewRow& row : review.ways) CountRow(outcomes, revenues, &row);
  return review;
}

JsonText WriteReview(const Review& review) {
  JsonText json = JsonText::Object();
  json.Add("currency", CellToJson(review.currency));
  json.Add("all", WriteRow(review, review.all));
  json.Add("channels", WriteRows(review, review.channels));
  json.Add("ways", WriteRows(review, review.ways));
  return json;
}

std::vector<uint32_t> LeadsOfReview(const Run& run, const Scope& scope,
                                    const JsonValue& cell) {
  const std::string_view part = TextAt(cell, "part");
  std::vector<ReviewRow> rows;
  if (part == "all") {
    rows.emplace_back().leads = scope.leads;
  } else if (FindRoles(run.program.source).mql == kNoStage) {
    return {};
  } else if (part == "channels") {
    rows = RowsByChannel(run, scope);
  } else if (part == "ways") {
    rows = RowsByWay(run, scope);
  }
  const auto row = static_cast<uint64_t>(WholeAt(cell, "row").value_or(-1));
  const auto set = static_cast<size_t>(
      std::ranges::find(kSetNames, TextAt(cell, "set")) - kSetNames.begin());
  if (row >= rows.size() || set >= kNumReviewSets) return {};
  const Outcomes outcomes(run);
  return LeadsThat(std::move(rows[row].leads),
                   [&](uint32_t lead) { return outcomes.Of(lead)[set]; });
}

}  // namespace mqlab
