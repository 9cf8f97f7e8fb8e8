#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scoring/worked_case.h"

// Section 5 of model.md, by hand: stages, disqualification, creation.

namespace mqlab::reference {
namespace {

constexpr char kStages[] = R"(, "stages": [
    {"id": "mql", "enter": {"event": "m"}, "leave": {"event": "x"}},
    {"id": "sal", "enter": {"reached": "mql"},
     "leave": {"event": "e", "idle_days": 10}},
    {"id": "sql", "enter": {"event": "demo"}}])";

TEST(ReferenceLifeTest, LivesThroughStages) {
  const std::string rules = R"("scores": {"s": {}})" + std::string(kStages);
  // Example 7; `leave` of sal held, so it was entered in passing.
  ReferenceLead lead = JudgeLead(rules, {}, {{0, "demo"}}, 5);
  EXPECT_EQ(lead.stage, "sql");
  EXPECT_EQ(lead.entries, (std::vector<uint32_t>{1, 1, 1}));
  EXPECT_EQ(lead.reached[0], At(0));
  // sal needs mql, which is entered in the same step, and an e to stay in.
  lead = JudgeLead(rules, {}, {{0, "e"}, {3, "m"}}, 5);
  EXPECT_EQ(lead.stage, "sal");
  EXPECT_EQ(lead.reached[1], At(3));
  // Day 15 is T: sal is left for mql.
  lead = JudgeLead(rules, {}, {{0, "e"}, {3, "m"}}, 15);
  EXPECT_EQ(lead.stage, "mql");
  EXPECT_EQ(lead.recycles, 1u);
  EXPECT_EQ(lead.entries, (std::vector<uint32_t>{1, 1, 0}));
  EXPECT_EQ(lead.since, At(3));
  // At day 14 mql is left as well; the e of day 16 leads back through it.
  lead = JudgeLead(rules, {}, {{0, "e"}, {3, "m"}, {14, "x"}, {16, "e"}}, 16);
  EXPECT_EQ(lead.stage, "sal");
  EXPECT_EQ(lead.recycles, 1u);
  EXPECT_EQ(lead.entries, (std::vector<uint32_t>{2, 2, 0}));
  EXPECT_EQ(lead.since, At(16));
  EXPECT_EQ(lead.reached[1], At(3));
}

TEST(ReferenceLifeTest, DisqualifiesForAnInstant) {
  const std::string rules =
      R"("scores": {"s": {}}, "disqualify": [
         {"when": {"event": "spam", "within_days": 3}, "reason": "spam"},
         {"when": {"all": [{"reached": "mql"}, {"event": "spam"}]},
          "reason": "late spam"}])" +
      std::string(kStages);
  ReferenceLead lead = JudgeLead(rules, {}, {{0, "spam"}, {0, "m"}}, 0);
  EXPECT_EQ(lead.stage, "disqualified");
  EXPECT_EQ(lead.reasons, std::vector<std::string>{"spam"});
  EXPECT_EQ(lead.entries[0], 0u);
  EXPECT_EQ(lead.since, std::nullopt);
  lead = JudgeLead(rules, {}, {{0, "spam"}, {1, "m"}, {1, "e"}}, 4);
  EXPECT_EQ(lead.stage, "sal");
  lead = JudgeLead(rules, {}, {{0, "m"}, {1, "spam"}}, 1);
  EXPECT_EQ(lead.reasons, (std::vector<std::string>{"spam", "late spam"}));
  EXPECT_TRUE(lead.reached[0].has_value());
}

TEST(ReferenceLifeTest, BecomesMqlWhenTheSetIsComplete) {  // example 4
  const ReferenceLead lead = JudgeLead(
      R"("stages": [{"id": "mql", "enter": {"all": [
           {"event": "price_list_download"},
           {"event": "email_open", "count": {"ge": 3}},
           {"event": "pricing_page_view"}]}}])",
      {},
      {{0, "email_open"},
       {1, "price_list_download"},
       {2, "email_open"},
       {3, "pricing_page_view"},
       {4, "email_open"},
       {5, "email_open"}},
      9);
  EXPECT_EQ(lead.stage, "mql");
  EXPECT_EQ(lead.reached[0], At(4));
}

TEST(ReferenceLifeTest, IsOnlyCuriousWithoutFit) {  // example 6
  const std::string rules =
      R"("scores": {"fit": {}, "eng": {}}, "rules": [
         {"id": "v", "score": "eng", "each": {"event": "v"}, "points": 30},
         {"id": "f", "score": "fit", "points": 20,
          "when": {"field": "f", "eq": "x"}}],
         "stages": [{"id": "mql", "enter": {"all": [
           {"score": "total", "ge": 60}, {"score": "fit", "ge": 20}]}}])";
  const std::vector<Act> visits = {{0, "v"}, {1, "v"}, {2, "v"}};
  EXPECT_EQ(JudgeLead(rules, {{"f", ""}}, visits, 9).stage, "");
  EXPECT_EQ(JudgeLead(rules, {{"f", "x"}}, visits, 9).reached[0], At(2 - 1));
}

TEST(ReferenceLifeTest, HasNoFieldsBeforeItsCreation) {
  const std::string rules =
      R"("created_field": "c", "scores": {"s": {}}, "rules": [
         {"id": "r", "score": "s", "points": 1,
          "when": {"field": "f", "is_set": true}}],
         "stages": [{"id": "a", "enter": {"score": "s", "ge": 1}}])";
  const auto judge = [&](int created, int as_of) {
    return JudgeLead(rules, {{"c", Day(created)}, {"f", "x"}},
                     {{1, "v"}, {9, "v"}}, as_of);
  };
  EXPECT_EQ(judge(0, 9).reached[0], At(0));
  EXPECT_EQ(judge(4, 9).reached[0], At(4));
  EXPECT_EQ(judge(9, 9).total, 1'000);
  EXPECT_EQ(judge(10, 9).total, 0);
}

}  // namespace
}  // namespace mqlab::reference
