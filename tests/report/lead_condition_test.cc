// Conditions asked of leads, against the Evaluator on conditions of the rules.

#include "report/lead_condition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "scoring/comparison.h"
#include "scoring/evaluator.h"
#include "scoring/random_case.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;
using Leads = std::vector<uint32_t>;

// The conditions of a rule file and their nodes in its program.
std::vector<std::pair<std::string, uint32_t>> ConditionsOf(
    const mqlab::Run& run, const std::string& rules) {
  const Json json = Json::parse(rules);
  std::vector<std::pair<std::string, uint32_t>> conditions;
  for (const RuleCode& rule : run.program.rules) {
    if (rule.kind != RuleKind::kCondition) continue;
    conditions.emplace_back(json["rules"][rule.source]["when"].dump(),
                            rule.node);
  }
  for (size_t i = 0; i < run.program.disqualify.size(); ++i) {
    conditions.emplace_back(json["disqualify"][i]["when"].dump(),
                            run.program.disqualify[i]);
  }
  for (size_t i = 0; i < run.program.stages.size(); ++i) {
    const StageCode& stage = run.program.stages[i];
    conditions.emplace_back(json["stages"][i]["enter"].dump(), stage.enter);
    if (stage.leave == kNoIndex) continue;
    conditions.emplace_back(json["stages"][i]["leave"].dump(), stage.leave);
  }
  return conditions;
}

Leads LeadsByEvaluator(const mqlab::Run& run, uint32_t node) {
  Evaluator evaluator(*run.binding);
  Leads leads;
  for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
    std::vector<Instant> reached;
    for (const auto& stage : run.table.reached) reached.push_back(stage[lead]);
    evaluator.Load(lead, run.as_of);
    evaluator.MoveTo(run.as_of);
    evaluator.SetReached(&reached);
    if (evaluator.Holds(node, 0)) leads.push_back(lead);
  }
  return leads;
}

TEST(LeadConditionTest, HoldsWhereTheRulesHaveItHold) {
  const uint64_t first = reference::FirstSeed(10'000'000);
  const int64_t cases = reference::CasesToDraw(3000);
  int64_t asked = 0;
  int64_t telling = 0;
  for (uint64_t seed = first; asked < cases; ++seed) {
    const reference::RandomCase drawn = reference::DrawCase(seed);
    ReadOptions plain;
    plain.dialect = CsvDialect{};
    const std::string leads = WriteLeads(drawn.data);
    const std::string events = WriteEvents(drawn.data);
    std::optional<TableInput> events_table;
    if (!drawn.data.events.empty()) events_table = {events, plain};
    Engine engine;
    engine.Load({leads, plain}, events_table);
    const RunReport report =
        engine.Score(drawn.rules, {.as_of = drawn.as_of, .now = 0});
    if (!report.id) continue;
    const mqlab::Run& run = *engine.run(*report.id);
    for (const auto& [json, node] : ConditionsOf(run, drawn.rules)) {
      EXPECT_FALSE(engine.CheckCondition(*report.id, json).has_errors());
      LeadQuery query;
      query.where = json;
      query.sort = SortBy::kInput;
      query.descending = false;
      const Leads found = engine.Select(*report.id, query);
      ASSERT_EQ(found, LeadsByEvaluator(run, node))
          << "seed " << seed << ": " << json;
      ++asked;
      if (!found.empty() && found.size() < run.table.num_leads) ++telling;
    }
  }
  EXPECT_GT(telling, asked / 10);
}

// Each alone, the second would take `code` for a number, whose value "x" is
// not.
TEST(CompileConditionsTest, TakesTypesFromAllThatTheFileAsks) {
  Engine engine;
  engine.Load({"lead_id,code\na,1\nb,2\nc,3\n", {}}, std::nullopt);
  const std::optional<RunId> id = engine
                                      .Score(R"({"nurture": {"tracks": [
              {"id": "a", "when": {"field": "code", "contains": "1"}},
              {"id": "b", "when": {"field": "code", "ne": "x"}}]}})",
                                             {})
                                      .id;
  ASSERT_TRUE(id);
  const mqlab::Run& run = *engine.run(*id);
  const std::vector<NurtureTrack>& tracks = run.rules.ruleset->nurture->tracks;
  for (size_t i = 0; i < tracks.size(); ++i) {
    const Program program = CompileConditions(run, {&tracks[i].when, 1});
    LeadCondition condition(run, program);
    EXPECT_TRUE(condition.Holds(0));
    EXPECT_EQ(condition.Holds(1), i == 1);
  }
}

class SmallConditionTest : public testing::Test {
 protected:
  void SetUp() override {
    engine_.Load({"lead_id,size,born\na,5,2026-01-01\nb,50,2026-01-02\nc,,\n"
                  "d,5,2026-02-01\n",
                  {}},
                 TableInput{"lead_id,time,type,asset\na,2026-01-01,page,/p\n"
                            "a,2026-01-02,page,/q\nc,2026-01-02,page,/p\n",
                            {}});
    id_ =
        engine_
            .Score(
                R"({"created_field": "born", "fields": {"size": {"type": "number"}},
          "scores": {"s": {"bands": [{"label": "A", "ge": 15}]}},
          "rules": [{"id": "page", "score": "s", "each": {"event": "page"},
                     "points": 10}],
          "scenarios": {"two": {"score": "s", "ge": 20}},
          "stages": [{"id": "mql", "enter": {"score": "s", "ge": 10}}]})",
                {})
            .id.value_or(0);
    ASSERT_NE(engine_.run(id_), nullptr);
  }
  Leads Where(const std::string& json) {
    LeadQuery query;
    query.where = json;
    query.sort = SortBy::kInput;
    query.descending = false;
    return engine_.Select(id_, query);
  }
  // "code path" of each issue.
  std::vector<std::string> Issues(const std::string& json) {
    std::vector<std::string> found;
    const IssueList issues = engine_.CheckCondition(id_, json);
    for (const Issue& issue : issues.issues()) {
      found.push_back(std::string(IssueId(issue.code)) + " " +
                      issue.place.path);
    }
    return found;
  }

  Engine engine_;
  RunId id_ = 0;
};

TEST_F(SmallConditionTest, AsksOfFieldsEventsAndTheResult) {
  EXPECT_EQ(Where(R"({"field": "size", "lt": 10})"), (Leads{0}));
  EXPECT_EQ(Where(R"({"field": "size", "is_set": false})"), (Leads{2, 3}));
  EXPECT_EQ(Where(R"({"event": "page", "within_days": 1,
                      "where": [{"field": "asset", "eq": "/p"}]})"),
            (Leads{2}));
  EXPECT_EQ(Where(R"({"event": "page", "idle_days": 1})"), (Leads{1, 3}));
  EXPECT_EQ(Where(R"({"band": "s", "in": ["A"]})"), (Leads{0}));
  EXPECT_EQ(Where(R"({"scenario": "two"})"), (Leads{0}));
  EXPECT_EQ(Where(R"({"none": [{"reached": "mql"}]})"), (Leads{1, 3}));
  EXPECT_EQ(Where(R"({"at_least": 1, "of": [{"score": "total", "ge": 20},
                      {"field": "size", "eq": 50}]})"),
            (Leads{0, 1}));
}

// A field is what the rules take it for, whatever the condition asks of it.
TEST_F(SmallConditionTest, TakesFieldsForWhatTheRulesDo) {
  engine_.Load({"lead_id,zip,n\na,5,5\nb,50,50\n", {}}, std::nullopt);
  id_ = engine_
            .Score(R"({"scores": {"s": {}}, "rules": [
                {"id": "zip", "score": "s", "points": 1,
                 "when": {"field": "zip", "starts_with": "5"}}]})",
                   {})
            .id.value_or(0);
  EXPECT_EQ(Where(R"({"field": "zip", "eq": "5.0"})"), Leads{});
  EXPECT_EQ(Where(R"({"field": "n", "eq": "5.0"})"), Leads{0});
  EXPECT_TRUE(
      engine_.CheckCondition(id_, R"({"field": "zip", "lt": 9})").has_errors());
}

TEST_F(SmallConditionTest, TellsFaultsAtTheirPlacesAndFindsNoLeadByThem) {
  EXPECT_EQ(Issues(R"({"field": "size", "ge": 1})"),
            std::vector<std::string>{});
  using Texts = std::vector<std::string>;
  EXPECT_EQ(Issues(R"({"all": [{"field": "size", "contains": "1"}]})"),
            Texts{"operator_of_type /all/0"});
  EXPECT_EQ(
      Issues(R"({"any": [{"reached": "sql"}, {"score": "x", "ge": 1}]})"),
      (Texts{"unknown_stage /any/0/reached", "unknown_score /any/1/score"}));
  EXPECT_EQ(Issues(R"({"band": "s", "in": ["B"]})"),
            Texts{"unknown_band /in/0"});
  EXPECT_EQ(Issues(R"({"field": "siez", "eq": 1})"), Texts{"unknown_field "});
  EXPECT_EQ(Issues("{").size(), 1u);
  EXPECT_EQ(Issues("[]").size(), 1u);
  EXPECT_EQ(Where("{"), Leads{});
  EXPECT_EQ(Where(R"({"field": "size", "contains": "1"})"), Leads{});
  EXPECT_EQ(Where(R"({"field": "siez", "is_set": false})").size(), 4u);
}

}  // namespace
}  // namespace mqlab
