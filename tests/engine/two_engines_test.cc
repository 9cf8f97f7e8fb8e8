// What two engines that score together tell each other, step by step.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace mqlab {
namespace {

constexpr uint32_t kHalf = EventLog::kOwnersABlock;

constexpr std::string_view kSharedRules =
    R"({"scores": {"e": {}}, "rules": [
          {"id": "page", "score": "e", "each": {"event": "page"}, "points": 10},
          {"id": "of", "score": "e", "when": {"field": "n", "gt": 9},
           "points": 1}],
        "stages": [{"id": "mql", "enter": {"score": "e", "ge": 20}}]})";
constexpr std::string_view kOtherPoints =
    R"({"scores": {"e": {}}, "rules": [
          {"id": "page", "score": "e", "each": {"event": "page"}, "points": 30},
          {"id": "of", "score": "e", "when": {"field": "n", "gt": 9},
           "points": 1}],
        "stages": [{"id": "mql", "enter": {"score": "e", "ge": 20}}]})";

class TwoEnginesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string leads = "lead_id,n\n";
    std::string events = "lead_id,time,type\n";
    for (uint32_t i = 0; i < 2 * kHalf; ++i) {
      leads += std::to_string(i) + "," + std::to_string(i % 20) + "\n";
      events += std::to_string(i) + ",2026-01-01,page\n";
    }
    first_.Load({leads, {}}, TableInput{events, {}});
    ASSERT_EQ(first_.Cuts(2), (std::vector<uint32_t>{0, kHalf, 2 * kHalf}));
    GiveShare(kHalf, 2 * kHalf);
    ASSERT_TRUE(other_.EndShare());
    first_.SetOwnLeads(kHalf);
  }
  void GiveShare(uint32_t begin, uint32_t end) {
    first_.BeginShare(begin, end);
    std::string piece;
    while (!(piece = first_.WriteShare(1000)).empty()) {
      other_.AppendShare(piece);
    }
  }
  void Begin(std::string_view rules) {
    first_.BeginScore(rules, {});
    other_.BeginScore(rules, {.as_of = first_.scoring()->as_of, .now = 0});
  }
  static void StepToTheEnd(Engine* engine) {
    while (engine->ScoreStep(1000) != ScorePhase::kDone) {
    }
  }
  static ScorePhase StepUntilItWaits(Engine* engine) {
    ScorePhase phase = ScorePhase::kNumbers;
    while (!engine->WaitsForOthers() && phase != ScorePhase::kDone) {
      phase = engine->ScoreStep(1000);
    }
    return phase;
  }

  Engine first_;
  Engine other_;
};

TEST_F(TwoEnginesTest, WaitForEachOtherAndNotLonger) {
  Begin(kSharedRules);
  const std::vector<uint32_t> rules = first_.AwaitedRules();
  EXPECT_EQ(rules, (std::vector<uint32_t>{0}));
  EXPECT_EQ(other_.Counts(rules), "");
  EXPECT_EQ(StepUntilItWaits(&first_), ScorePhase::kNumbers);
  EXPECT_EQ(first_.score_progress(), 1);
  EXPECT_EQ(first_.ScoreStep(1000), ScorePhase::kNumbers);
  EXPECT_TRUE(first_.WaitsForOthers());
  // Nothing of the other waits.
  while (other_.Counts(rules).empty()) other_.ScoreStep(1000);
  EXPECT_EQ(other_.Stages(), "");
  StepToTheEnd(&other_);
  EXPECT_TRUE(other_.EndScore().id);
  EXPECT_TRUE(first_.AddCounts(kHalf, other_.Counts(rules)));
  EXPECT_FALSE(first_.WaitsForOthers());
  EXPECT_EQ(StepUntilItWaits(&first_), ScorePhase::kStages);
  EXPECT_TRUE(first_.AwaitedRules().empty());
  EXPECT_EQ(first_.scoring()->rule_leads,
            (std::vector<uint32_t>{2 * kHalf, 510}));
  EXPECT_TRUE(first_.AddStages(kHalf, other_.Stages()));
  EXPECT_EQ(first_.ScoreStep(1), ScorePhase::kDone);
  const RunReport report = first_.EndScore();
  ASSERT_TRUE(report.id);
  EXPECT_EQ(first_.run(*report.id)->funnel.leads, 2 * kHalf);
}

TEST_F(TwoEnginesTest, NeedStagesOnlyAfterAChangeOfPoints) {
  Begin(kSharedRules);
  StepToTheEnd(&other_);
  first_.AddCounts(kHalf, other_.Counts(first_.AwaitedRules()));
  first_.AddStages(kHalf, other_.Stages());  // before they are its turn
  StepToTheEnd(&first_);
  EXPECT_TRUE(first_.EndScore().id);
  other_.EndScore();
  Begin(kOtherPoints);
  EXPECT_TRUE(first_.AwaitedRules().empty());
  EXPECT_EQ(StepUntilItWaits(&first_), ScorePhase::kStages);
  StepToTheEnd(&other_);
  EXPECT_TRUE(first_.AddStages(kHalf, other_.Stages()));
  StepToTheEnd(&first_);
  const RunReport report = first_.EndScore();
  ASSERT_TRUE(report.id);
  EXPECT_EQ(first_.run(*report.id)->funnel.now,
            (std::vector<uint32_t>{2 * kHalf}));
}

TEST_F(TwoEnginesTest, RefuseWhatIsOfAnotherScore) {
  Begin(kSharedRules);
  StepToTheEnd(&other_);
  const std::string counts = other_.Counts(first_.AwaitedRules());
  const std::string stages = other_.Stages();
  EXPECT_FALSE(first_.AddCounts(kHalf, ""));
  EXPECT_FALSE(first_.AddStages(kHalf, ""));
  EXPECT_FALSE(first_.AddStages(0, stages));
  first_.BeginScore(kOtherPoints, {});
  EXPECT_FALSE(first_.AddCounts(kHalf, counts));
  EXPECT_FALSE(first_.AddStages(kHalf, stages));
  first_.BeginScore(kSharedRules, {.as_of = 5, .now = 0});
  EXPECT_FALSE(first_.AddCounts(kHalf, counts));
  first_.CancelScore();
  EXPECT_FALSE(first_.AddCounts(kHalf, counts));
  EXPECT_FALSE(first_.AddStages(kHalf, stages));
  first_.BeginScore(kSharedRules, {});
  EXPECT_TRUE(first_.AddCounts(kHalf, counts));
  EXPECT_TRUE(first_.AddStages(kHalf, stages));
  StepToTheEnd(&first_);
  EXPECT_TRUE(first_.EndScore().id);
  EXPECT_FALSE(first_.AddStages(kHalf, stages));
}

TEST_F(TwoEnginesTest, ScoreAloneWhatIsLoadedAnew) {
  EXPECT_TRUE(first_.Score(kSharedRules, {}).id);
  first_.Load({"lead_id,n\na,1\n", {}}, std::nullopt);
  first_.BeginScore(kSharedRules, {});
  EXPECT_TRUE(first_.AwaitedRules().empty());
  StepToTheEnd(&first_);
  EXPECT_TRUE(first_.EndScore().id);
}

TEST_F(TwoEnginesTest, KeepTheFormerShareWhereOneIsNotComplete) {
  EXPECT_FALSE(other_.EndShare());
  first_.BeginShare(0, 2 * kHalf);
  other_.AppendShare(first_.WriteShare(1));
  EXPECT_FALSE(other_.EndShare());
  EXPECT_EQ(other_.dataset().leads.size(), kHalf);
  GiveShare(0, 2 * kHalf);
  EXPECT_TRUE(other_.EndShare());
  EXPECT_EQ(other_.dataset().leads.size(), 2 * kHalf);
  EXPECT_EQ(first_.WriteShare(1), "");
}

}  // namespace
}  // namespace mqlab
