// What became of MQLs, and what brought them there, worked out by hand.

#include "review/monthly_review.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "attribution/loaded_run.h"
#include "funnel/roles.h"
#include "json/json_tree.h"
#include "review/stage_origin.h"
#include "scoring/explain.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;
using Leads = std::vector<uint32_t>;

constexpr std::string_view kRules =
    R"({"scores": {"fit": {}, "engagement": {}},
        "rules": [{"id": "size", "score": "fit", "points": 5,
                   "when": {"field": "size", "is_set": true}},
                  {"id": "page", "score": "engagement", "points": 5,
                   "each": {"event": "page"}}],
        "scenarios": {"asked": {"event": "ask"}, "hot": {"event": "hot"}},
        "economics": {"currency": "EUR"},
        "disqualify": [{"when": {"event": "out"}, "reason": "Out"}],
        "stages": [
          {"id": "lead", "enter": {"event": "*"}},
          {"id": "mql", "enter": {"any": [
             {"scenario": "hot"}, {"scenario": "asked"}, {"score": "total", "ge": 10},
             {"event": "vip"}, {"field": "vip", "is_set": true}]}},
          {"id": "sql", "enter": {"event": "meeting"}},
          {"id": "customer", "enter": {"event": "won"}}]})";
constexpr std::string_view kLeads =
    "lead_id,size,vip\na,5,\nb,,\nc,,yes\nd,,\ne,,\nf,,\n";
constexpr std::string_view kEvents =
    "lead_id,time,type,channel,value\n"
    // By behaviour and fields; accepted, then rejected, then accepted.
    "a,2026-01-02,page,Search,\na,2026-01-03,sales_accepted,,\n"
    "a,2026-01-04,sales_rejected,,\na,2026-01-05,sales_accepted,,\n"
    // By two scenarios at once; a customer, with no word of sales since.
    "b,2026-01-01,sales_accepted,,\nb,2026-01-02,ask,Mail,\n"
    "b,2026-01-02,hot,Search,\nb,2026-01-03,won,,1200.5\n"
    "b,2026-01-04,won,,-0.0005\n"
    // By fields; disqualified.
    "c,2026-01-02,page,Search,\nc,2026-01-03,out,,\n"
    // By behaviour, in passing to sql; rejected.
    "d,2026-01-02,meeting,,\nd,2026-01-09,sales_rejected,,\n"
    // In February; and never.
    "e,2026-02-01,vip,Mail,\nf,2026-01-02,page,Mail,\n";

class MonthlyReviewTest : public testing::Test {
 protected:
  Scope ScopeOf(const Period& period) const {
    return MakeScope(*run_, nullptr, FindRoles(run_->program.source).mql,
                     period);
  }
  Leads Behind(std::string_view cell) const {
    IssueList issues;
    return LeadsOfReview(*run_, ScopeOf({}), *ParseJson(cell, issues));
  }
  const LoadedRun run_{kRules, kLeads, kEvents};
};

TEST_F(MonthlyReviewTest, CountsWhatBecameOfTheMqlsOfAMonth) {
  const Review review = MakeReview(
      *run_,
      ScopeOf({*ParseInstant("2026-01-01"), *ParseInstant("2026-02-01")}),
      nullptr);
  EXPECT_EQ(review.all.leads, (Leads{0, 1, 2, 3}));
  // MQLs, accepted, rejected, sql, opportunity, customer, open.
  using Counts = std::array<uint32_t, kNumReviewSets>;
  EXPECT_EQ(review.all.counts, (Counts{4, 1, 1, 2, 0, 1, 1}));
  EXPECT_EQ(review.all.revenue, 1'200'499);  // halves away from zero

  ASSERT_EQ(review.channels.size(), 3u);
  EXPECT_EQ(review.channels[0].name, "Search");
  EXPECT_EQ(review.channels[0].leads, (Leads{0, 2}));
  EXPECT_EQ(review.channels[1].name, "Mail");
  EXPECT_EQ(review.channels[1].counts, (Counts{1, 0, 0, 1, 0, 1, 0}));
  EXPECT_EQ(review.channels[2].kind, "missing");
  EXPECT_EQ(review.channels[2].leads, Leads{3});

  ASSERT_EQ(review.ways.size(), 4u);
  const std::array<std::string_view, 4> kinds = {"behaviour", "fields", "both",
                                                 "scenario"};
  const std::array<uint32_t, 4> leads = {3, 2, 0, 1};
  for (size_t i = 0; i < kinds.size(); ++i) {
    EXPECT_EQ(review.ways[i].kind, kinds[i]);
    EXPECT_EQ(review.ways[i].leads, Leads{leads[i]}) << i;
  }
  EXPECT_EQ(review.ways[3].name, "asked");  // the first in the file

  const Json json = Json::parse(WriteReview(review).Print());
  EXPECT_EQ(json["currency"], "EUR");
  EXPECT_EQ(json["all"]["kind"], "all");
  EXPECT_EQ(json["all"]["mqls"], 4);
  EXPECT_EQ(json["all"]["accepted"]["count"], 1);
  EXPECT_EQ(json["all"]["opportunity"]["share"], nullptr);  // no such stage
  EXPECT_EQ(json["all"]["open"], 1);
  EXPECT_EQ(json["ways"][3]["name"], "asked");
}

TEST_F(MonthlyReviewTest, ListsTheLeadsBehindANumber) {
  EXPECT_EQ(Behind(R"({"part": "all", "row": 0, "set": "mqls"})"),
            (Leads{0, 1, 2, 3, 4}));
  EXPECT_EQ(Behind(R"({"part": "all", "row": 0, "set": "open"})"),
            (Leads{0, 4}));
  EXPECT_EQ(Behind(R"({"part": "channels", "row": 0, "set": "accepted"})"),
            Leads{0});
  EXPECT_EQ(Behind(R"({"part": "ways", "row": 0, "set": "rejected"})"),
            Leads{3});
  EXPECT_TRUE(Behind(R"({"part": "all", "row": 1, "set": "mqls"})").empty());
  EXPECT_TRUE(Behind(R"({"part": "all", "row": 0, "set": "won"})").empty());
  EXPECT_TRUE(Behind(R"({"row": 0, "set": "mqls"})").empty());
}

TEST_F(MonthlyReviewTest, HasTheOriginThatHistoryHas) {
  const int32_t mql = FindRoles(run_->program.source).mql;
  StageOrigin origin(*run_, mql);
  for (uint32_t lead = 0; lead < 5; ++lead) {
    const Explanation why = Explain(*run_->binding, run_->as_of, lead);
    const EnteredBy by = origin.Of(lead);
    const StageStep* entered = nullptr;
    for (const StageStep& step : why.history) {
      const bool enters = step.event == StageEvent::kEntered;
      if (enters && step.stage >= mql && entered == nullptr) entered = &step;
    }
    ASSERT_NE(entered, nullptr);
    EXPECT_EQ(by.behaviour, entered->by.behaviour) << lead;
    EXPECT_EQ(by.fields, entered->by.fields) << lead;
    EXPECT_EQ(by.scenarios, entered->by.scenarios) << lead;
  }
}

}  // namespace
}  // namespace mqlab
