// What other rules would change beside a result, against two scores.

#include "engine/trial.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/load_case.h"
#include "scoring/comparison.h"
#include "scoring/random_case.h"
#include "scoring/random_edit.h"

namespace mqlab {
namespace {

using reference::CasesToDraw;
using reference::DrawCase;
using reference::EditRules;
using reference::FirstSeed;
using reference::RandomCase;

using Leads = std::vector<uint32_t>;

std::optional<Crossing> Try(Engine& engine, RunId id, const std::string& rules,
                            const RunOptions& options,
                            const std::string& stage) {
  if (!engine.BeginTrial(id, rules, options, stage)) return std::nullopt;
  while (engine.TrialStep(3) != ScorePhase::kDone) {
  }
  EXPECT_EQ(engine.trial_progress(), 1);
  return engine.EndTrial();
}

// By the tables of two results.
Crossing Compare(const mqlab::Run& result, const mqlab::Run& other,
                 const std::string& stage) {
  const auto stands = [&](const mqlab::Run& run, uint32_t lead) {
    const std::vector<Stage>& stages = run.program.source.stages;
    for (size_t i = 0; i < stages.size(); ++i) {
      if (stages[i].id != stage) continue;
      return run.table.stage[lead] >= static_cast<int32_t>(i);
    }
    return false;
  };
  Crossing crossing;
  for (uint32_t lead = 0; lead < result.table.num_leads; ++lead) {
    const bool is = stands(result, lead);
    if (is == stands(other, lead)) continue;
    (is ? crossing.gained : crossing.lost).push_back(lead);
  }
  return crossing;
}

TEST(TrialTest, FindsWhatTwoScoresDifferBy) {
  const uint64_t first = FirstSeed(9'000'000);
  const int64_t cases = CasesToDraw(600);
  int64_t tried = 0;
  int64_t crossed = 0;
  for (uint64_t seed = first; tried < cases; ++seed) {
    std::mt19937_64 random(seed);
    const RandomCase drawn = DrawCase(seed);
    Engine engine(1 + seed % 2);
    Engine lone;
    if (!LoadCase(drawn.data, &engine) || !LoadCase(drawn.data, &lone))
      continue;
    const RunOptions options{.as_of = drawn.as_of, .now = 0};
    std::string rules = drawn.rules;
    for (int edit = 0; edit < 4; ++edit) {
      const RunReport report = engine.Score(rules, options);
      const RunReport alone = lone.Score(rules, options);
      ASSERT_EQ(report.id.has_value(), alone.id.has_value());
      if (!report.id) break;
      const mqlab::Run& result = *engine.run(*report.id);
      // No trial leaves a trace in what is scored after it.
      ASSERT_EQ(result.table, lone.run(*alone.id)->table) << "seed " << seed;
      ASSERT_EQ(result.rule_leads, lone.run(*alone.id)->rule_leads);
      const std::string before = edit == 2 ? DrawCase(seed + 1).rules : rules;
      const std::string other = EditRules(before, &random);
      const std::vector<Stage>& stages = result.program.source.stages;
      const std::string stage =
          stages.empty() ? "s" : stages[random() % stages.size()].id;
      Engine fresh;
      ASSERT_TRUE(LoadCase(drawn.data, &fresh));
      const RunReport expected = fresh.Score(other, options);
      const auto crossing = Try(engine, *report.id, other, options, stage);
      ASSERT_EQ(crossing.has_value(), expected.id.has_value())
          << "seed " << seed;
      if (crossing) {
        ASSERT_EQ(*crossing, Compare(result, *fresh.run(*expected.id), stage))
            << "seed " << seed << ", edit " << edit;
        ++tried;
        if (*crossing != Crossing()) ++crossed;
      }
      rules = other;
    }
  }
  EXPECT_GT(crossed, tried / 20);
}

constexpr std::string_view kTrialLeads = "lead_id,size\na,5\nb,50\nc,\n";
constexpr std::string_view kTrialEvents =
    "lead_id,time,type\na,2026-01-01,page\nc,2026-01-02,page\n";
constexpr std::string_view kTrialRules =
    R"({"scores": {"s": {}}, "rules": [
          {"id": "page", "score": "s", "each": {"event": "page"}, "points": 10},
          {"id": "size", "score": "s", "when": {"field": "size", "gt": 9},
           "points": 10}],
        "stages": [{"id": "mql", "enter": {"score": "s", "ge": 10}}]})";

class SmallTrialTest : public testing::Test {
 protected:
  void SetUp() override {
    engine_.Load({kTrialLeads, {}}, TableInput{kTrialEvents, {}});
    id_ = engine_.Score(kTrialRules, {}).id.value_or(0);
  }
  static std::string Replaced(std::string_view what, std::string_view by) {
    std::string rules(kTrialRules);
    return rules.replace(rules.find(what), what.size(), by);
  }
  std::optional<Crossing> TryRules(const std::string& rules,
                                   const std::string& stage = "mql") {
    return Try(engine_, id_, rules, {}, stage);
  }

  Engine engine_;
  RunId id_ = 0;
};

TEST_F(SmallTrialTest, SaysWhatARuleIsWorth) {
  const auto crossing = TryRules(
      Replaced(R"("id": "page",)", R"("id": "page", "enabled": false,)"));
  ASSERT_TRUE(crossing);
  EXPECT_EQ(crossing->gained, (Leads{0, 2}));
  EXPECT_EQ(crossing->lost, Leads{});
}

TEST_F(SmallTrialTest, LooksTheStageUpOnBothSides) {
  const auto other = Replaced(R"("id": "mql")", R"("id": "sql")");
  EXPECT_EQ(TryRules(other), (Crossing{{0, 1, 2}, {}}));
  EXPECT_EQ(TryRules(other, "sql"), (Crossing{{}, {0, 1, 2}}));
  EXPECT_EQ(TryRules(other, "none"), Crossing());
}

TEST_F(SmallTrialTest, RefusesRulesWithErrorsAndResultsOfOtherData) {
  EXPECT_FALSE(engine_.BeginTrial(id_, "{", {}, "mql"));
  EXPECT_FALSE(engine_.BeginTrial(id_ + 1, kTrialRules, {}, "mql"));
  EXPECT_EQ(engine_.TrialStep(1), ScorePhase::kDone);
  EXPECT_FALSE(engine_.EndTrial());
  engine_.Load({"lead_id\nz\n", {}}, std::nullopt);
  EXPECT_FALSE(engine_.BeginTrial(id_, kTrialRules, {}, "mql"));
}

TEST_F(SmallTrialTest, MayBeOfAnotherInstant) {
  ASSERT_TRUE(engine_.BeginTrial(
      id_, kTrialRules, {.as_of = ParseInstant("2026-01-01"), .now = 0},
      "mql"));
  while (engine_.TrialStep(1) != ScorePhase::kDone) {
  }
  EXPECT_EQ(engine_.EndTrial(), (Crossing{{2}, {}}));
}

TEST_F(SmallTrialTest, HasNoCrossingWherePointsDoNotFit) {
  std::string rules = R"({"scores": {"s": {"start": 1000000000}}, "rules": [
      {"id": "p", "score": "s", "each": {"event": "page"},
       "points": 1000000000, "times_property": "n"}],
      "stages": [{"id": "mql", "enter": {"score": "s", "ge": 1}}]})";
  std::string events = "lead_id,time,type,n\n";
  for (int i = 0; i < 20; ++i) events += "a,2026-01-01,page,1000000000\n";
  engine_.Load({kTrialLeads, {}}, TableInput{events, {}});
  id_ = engine_.Score(kTrialRules, {}).id.value_or(0);
  EXPECT_FALSE(TryRules(rules));
}

TEST_F(SmallTrialTest, IsDroppedByAScoreALoadAndAnotherTrial) {
  const auto begin = [&] {
    ASSERT_TRUE(engine_.BeginTrial(id_, kTrialRules, {}, "mql"));
    engine_.TrialStep(1);
  };
  begin();
  engine_.BeginScore(kTrialRules, {});
  EXPECT_EQ(engine_.TrialStep(1), ScorePhase::kDone);
  EXPECT_FALSE(engine_.EndTrial());
  engine_.CancelScore();
  begin();
  engine_.BeginLoad({}, std::nullopt);
  EXPECT_EQ(engine_.TrialStep(1), ScorePhase::kDone);
  EXPECT_FALSE(engine_.EndTrial());
  engine_.EndLoad();
  // Of a load that had begun before it only the new data does.
  engine_.BeginLoad({}, std::nullopt);
  begin();
  std::ranges::copy(kTrialLeads, engine_.Prepare(kTrialLeads.size()).begin());
  engine_.Commit(kTrialLeads.size());
  while (!engine_.EndTable()) {
  }
  EXPECT_EQ(engine_.TrialStep(1), ScorePhase::kNumbers);
  ASSERT_TRUE(engine_.EndLoad().accepted);
  EXPECT_EQ(engine_.TrialStep(1), ScorePhase::kDone);
  EXPECT_FALSE(engine_.EndTrial());
  SetUp();
  begin();
  EXPECT_EQ(TryRules(Replaced("10", "5")), (Crossing{{0, 2}, {}}));
}

// The result may go while it is tried against.
TEST_F(SmallTrialTest, KeepsTheResultThatItIsOf) {
  ASSERT_TRUE(engine_.BeginTrial(id_, Replaced("gt", "lt"), {}, "mql"));
  engine_.Release(id_);
  while (engine_.TrialStep(1) != ScorePhase::kDone) {
  }
  EXPECT_EQ(engine_.EndTrial(), (Crossing{{1}, {}}));
  EXPECT_FALSE(engine_.EndTrial());
}

}  // namespace
}  // namespace mqlab
