#include "report/lead_query.h"

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace mqlab {
namespace {

class LeadQueryTest : public testing::Test {
 protected:
  void SetUp() override {
    engine_.Load({kLeads, {}}, TableInput{kEvents, {}});
    id_ = engine_.Score(kRules, {}).id.value_or(0);
    ASSERT_NE(engine_.run(id_), nullptr);
  }
  std::vector<uint32_t> Select(const LeadQuery& query) {
    return engine_.Select(id_, query);
  }
  std::vector<uint32_t> Sorted(SortBy sort, bool descending,
                               uint32_t index = 0) {
    LeadQuery query;
    query.sort = sort;
    query.sort_index = index;
    query.descending = descending;
    return Select(query);
  }

  static constexpr std::string_view kRules =
      R"({"scores": {"e": {"bands": [{"label": "A", "ge": 20},
                                     {"label": "B"}]}},
          "rules": [{"id": "page", "score": "e", "each": {"event": "page"},
                     "points": 10}],
          "stages": [{"id": "mql", "enter": {"score": "e", "ge": 20}}],
          "disqualify": [{"when": {"field": "city", "eq": "Tuzla"},
                          "reason": "far"}]})";
  static constexpr std::string_view kLeads =
      "lead_id,city,size\nx1,Iași,100\nx2,łódź,9\nx3,,20\nx4,Tuzla,\n";
  static constexpr std::string_view kEvents =
      "lead_id,time,type\nx1,2026-01-01,page\nx2,2026-01-02,page\n"
      "x2,2026-01-03,page\nx3,2026-01-02,page\n";
  Engine engine_;
  RunId id_ = 0;
};

using Leads = std::vector<uint32_t>;

TEST_F(LeadQueryTest, SortsAndKeepsTheOrderOfTies) {
  EXPECT_EQ(Sorted(SortBy::kTotal, true), (Leads{1, 0, 2, 3}));
  EXPECT_EQ(Sorted(SortBy::kTotal, false), (Leads{3, 0, 2, 1}));
  EXPECT_EQ(Sorted(SortBy::kScore, true), (Leads{1, 0, 2, 3}));
  EXPECT_EQ(Sorted(SortBy::kId, true), (Leads{3, 2, 1, 0}));
  EXPECT_EQ(Sorted(SortBy::kInput, false), (Leads{0, 1, 2, 3}));
  EXPECT_EQ(Sorted(SortBy::kGrade, false), (Leads{1, 0, 2, 3}));
  EXPECT_EQ(Sorted(SortBy::kStage, true), (Leads{1, 0, 2, 3}));
}

TEST_F(LeadQueryTest, PutsMissingLastInEitherDirection) {
  EXPECT_EQ(Sorted(SortBy::kLastEvent, false), (Leads{0, 2, 1, 3}));
  EXPECT_EQ(Sorted(SortBy::kLastEvent, true), (Leads{1, 2, 0, 3}));
  EXPECT_EQ(Sorted(SortBy::kField, false, 2), (Leads{1, 2, 0, 3}));
  EXPECT_EQ(Sorted(SortBy::kField, true, 2), (Leads{0, 2, 1, 3}));
  EXPECT_EQ(Sorted(SortBy::kField, true, 1), (Leads{1, 3, 0, 2}));
}

TEST_F(LeadQueryTest, SearchesEveryCellWithoutRegardToCase) {
  LeadQuery query;
  query.search = " ŁÓDŹ ";
  EXPECT_EQ(Select(query), (Leads{1}));
  query.search = "X3";
  EXPECT_EQ(Select(query), (Leads{2}));
  query.search = "iaşi";  // with the cedilla
  EXPECT_EQ(Select(query), (Leads{0}));
  query.search = "nobody";
  EXPECT_EQ(Select(query), Leads{});
}

TEST_F(LeadQueryTest, FiltersByStageAndTotal) {
  LeadQuery query;
  query.stages = {0};
  EXPECT_EQ(Select(query), (Leads{1}));
  query.stages = {kNoStage, kDisqualified};
  EXPECT_EQ(Select(query), (Leads{0, 2, 3}));
  query.stages = {};
  query.total_from = 10'000;
  query.total_to = 20'000;
  EXPECT_EQ(Select(query), (Leads{0, 2}));
}

TEST_F(LeadQueryTest, FiltersByScoresRulesAndLeads) {
  LeadQuery query;
  query.scores = {{.score = 0, .from = 10'000, .to = 20'000}};
  EXPECT_EQ(Select(query), (Leads{0, 2}));
  query.scores.push_back({.score = 0, .from = {}, .to = 10'000});
  EXPECT_EQ(Select(query), Leads{});
  query.scores = {{.score = 1, .from = {}, .to = {}}};
  EXPECT_EQ(Select(query), Leads{});
  query = {};
  query.rule = "page";
  EXPECT_EQ(Select(query), (Leads{1, 0, 2}));
  query.only = Leads{3, 2, 1, 99};
  EXPECT_EQ(Select(query), (Leads{1, 2}));
  query.only = Leads{};
  EXPECT_EQ(Select(query), Leads{});
  query = {};
  query.rule = "gone";
  EXPECT_EQ(Select(query), Leads{});
}

TEST_F(LeadQueryTest, FindsLeadsWithoutEventsUpToTheInstant) {
  LeadQuery query;
  query.no_events = true;
  EXPECT_EQ(Select(query), (Leads{3}));
  id_ = engine_.Score(kRules, {.as_of = ParseInstant("2026-01-01"), .now = 0})
            .id.value_or(0);
  EXPECT_EQ(Select(query), (Leads{1, 2, 3}));
}

// Sums that might not fit 64 bits leave no columns of rules behind.
TEST_F(LeadQueryTest, FiltersByARuleOfHugePoints) {
  std::string rules(kRules);
  rules.replace(rules.find("\"points\": 10"), 12,
                R"("points": 1000000000, "times_property": "n")");
  engine_.Load({kLeads, {}},
               TableInput{"lead_id,time,type,n\nx1,2026-01-01,page,9000000\n"
                          "x2,2026-01-01,page,\n",
                          {}});
  id_ = engine_.Score(rules, {}).id.value_or(0);
  ASSERT_NE(engine_.run(id_), nullptr);
  EXPECT_FALSE(engine_.run(id_)->basis.terms);
  LeadQuery query;
  query.rule = "page";
  EXPECT_EQ(Select(query), (Leads{0}));
}

}  // namespace
}  // namespace mqlab
