#include "engine/engine.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mqlab {
namespace {

constexpr std::string_view kRules =
    R"({"scores": {"e": {}}, "rules": [
          {"id": "page", "score": "e", "each": {"event": "page"}, "points": 10},
          {"id": "never", "score": "e", "each": {"event": "no"}, "points": 5}],
        "stages": [{"id": "mql", "enter": {"score": "e", "ge": 20}}]})";
constexpr std::string_view kLeads = "lead_id,email\na,=1+1\nb,b@x.example\n";
constexpr std::string_view kEvents =
    "lead_id,time,type\na,2026-01-01,page\na,2026-01-02,page\n"
    "b,2026-01-03,page\nstranger,2026-01-04,page\n";

class EngineTest : public testing::Test {
 protected:
  void SetUp() override {
    report_ = engine_.Load({kLeads, {}}, TableInput{kEvents, {}});
  }
  Engine engine_;
  DataReport report_;
};

// The example at the head of engine.h.
TEST_F(EngineTest, LoadsScoresAndExplains) {
  EXPECT_TRUE(report_.accepted);
  const RunReport report = engine_.Score(kRules, {.as_of = {}, .now = 0});
  ASSERT_TRUE(report.id);
  const mqlab::Run& run = *engine_.run(*report.id);
  EXPECT_EQ(FormatInstant(run.table.as_of), "2026-01-04T00:00:00.000Z");
  EXPECT_EQ(run.table.total, (std::vector<Millipoints>{20'000, 10'000}));
  EXPECT_EQ(run.funnel.reached, (std::vector<uint32_t>{1}));
  EXPECT_EQ(run.funnel.without_stage, 1u);
  EXPECT_EQ(run.rule_leads, (std::vector<uint32_t>{2, 0}));
  EXPECT_EQ(engine_.Explain(*report.id, 0).total, 20'000);
  EXPECT_EQ(engine_.dataset().events.orphans.size(), 1u);
}

TEST_F(EngineTest, KeepsTheDataWhenTheNewIsRefused) {
  const DataReport refused = engine_.Load({"", {}}, std::nullopt);
  EXPECT_FALSE(refused.accepted);
  EXPECT_TRUE(refused.leads.issues.has_errors());
  EXPECT_EQ(engine_.dataset().leads.size(), 2u);
}

TEST_F(EngineTest, ScoresEventsThatAreAddedUntilTheyAreTakenBack) {
  const RunReport before = engine_.Score(kRules, {.as_of = {}, .now = 0});
  const TableReport added = engine_.AddEvents(
      "lead_id,time,type,reason\nb,2026-01-05,page,By hand\n"
      "b,soon,page,\n");
  EXPECT_EQ(added.kept, 1u);
  EXPECT_EQ(added.left_out, 1u);
  const RunReport with = engine_.Score(kRules, {.as_of = {}, .now = 0});
  EXPECT_EQ(engine_.run(*with.id)->table.total,
            (std::vector<Millipoints>{20'000, 20'000}));
  EXPECT_EQ(FormatInstant(engine_.run(*with.id)->table.as_of),
            "2026-01-05T00:00:00.000Z");
  EXPECT_EQ(engine_.run(*before.id)->table.total[1], 10'000);
  // Others take the place of the former.
  engine_.AddEvents("lead_id,time,type\na,2026-01-05,page\n");
  const RunReport other = engine_.Score(kRules, {.as_of = {}, .now = 0});
  EXPECT_EQ(engine_.run(*other.id)->table.total,
            (std::vector<Millipoints>{30'000, 10'000}));
  engine_.AddEvents("");
  const RunReport without = engine_.Score(kRules, {.as_of = {}, .now = 0});
  EXPECT_EQ(engine_.run(*without.id)->table, engine_.run(*before.id)->table);
}

TEST_F(EngineTest, DropsAddedEventsWithTheirData) {
  engine_.AddEvents("lead_id,time,type\nb,2026-01-05,page\n");
  engine_.Load({kLeads, {}}, TableInput{kEvents, {}});
  EXPECT_EQ(engine_.dataset().events.log.size(), 3u);
  engine_.AddEvents("");
  EXPECT_EQ(engine_.dataset().events.log.size(), 3u);
}

TEST_F(EngineTest, ARunNeverChangesOnceMade) {
  const RunReport report = engine_.Score(kRules, {.as_of = {}, .now = 0});
  const ScoreTable before = engine_.run(*report.id)->table;
  engine_.Load({"lead_id\nz\n", {}}, std::nullopt);
  const RunReport other = engine_.Score(kRules, {.as_of = {}, .now = 5});
  EXPECT_EQ(engine_.run(*report.id)->table, before);
  EXPECT_EQ(engine_.Explain(*report.id, 0).total, 20'000);
  EXPECT_EQ(engine_.run(*other.id)->table.num_leads, 1u);
  EXPECT_EQ(engine_.run(*other.id)->table.as_of, 5);
  engine_.Release(*report.id);
  EXPECT_EQ(engine_.run(*report.id), nullptr);
}

// Hands a table over in pieces of some bytes.
void Give(Engine& engine, std::string_view bytes, size_t piece) {
  while (!bytes.empty()) {
    const std::span<char> room = engine.Prepare(std::min(piece, bytes.size()));
    ASSERT_FALSE(room.empty());
    std::ranges::copy(bytes.substr(0, room.size()), room.begin());
    engine.Commit(room.size());
    bytes.remove_prefix(room.size());
  }
  while (!engine.EndTable()) {
  }
}

TEST_F(EngineTest, LoadsInPiecesAndServesTheOldMeanwhile) {
  const RunReport before = engine_.Score(kRules, {});
  engine_.BeginLoad({}, ReadOptions{});
  Give(engine_, "lead_id\na\nz\n", 3);
  EXPECT_TRUE(engine_.ExpectsTable());
  EXPECT_EQ(engine_.dataset().leads.size(), 2u);
  EXPECT_EQ(engine_.Explain(*before.id, 0).total, 20'000);
  Give(engine_, "lead_id,time,type\nz,2026-01-01,page\n", 5);
  EXPECT_FALSE(engine_.ExpectsTable());
  const DataReport report = engine_.EndLoad();
  EXPECT_TRUE(report.accepted);
  EXPECT_EQ(report.leads.kept, 2u);
  EXPECT_EQ(engine_.dataset().leads.ids[1], "z");
  EXPECT_EQ(engine_.dataset().events.log.size(), 1u);
  EXPECT_EQ(engine_.Explain(*before.id, 0).total, 20'000);
}

TEST_F(EngineTest, KeepsTheOldWhenALoadIsCancelledOrOvertaken) {
  engine_.BeginLoad({}, std::nullopt);
  Give(engine_, "lead_id\nx\n", 4);
  engine_.CancelLoad();
  EXPECT_FALSE(engine_.ExpectsTable());
  EXPECT_TRUE(engine_.Prepare(10).empty());
  EXPECT_FALSE(engine_.EndLoad().accepted);
  EXPECT_EQ(engine_.dataset().leads.ids[0], "a");
  engine_.BeginLoad({}, ReadOptions{});
  Give(engine_, "lead_id\nx\n", 4);
  engine_.BeginLoad({}, std::nullopt);
  Give(engine_, "lead_id\ny\n", 4);
  EXPECT_TRUE(engine_.EndLoad().accepted);
  EXPECT_EQ(engine_.dataset().leads.ids[0], "y");
}

TEST_F(EngineTest, ExpectsNoEventsOfRefusedLeads) {
  engine_.BeginLoad({}, ReadOptions{});
  while (!engine_.EndTable()) {
  }
  EXPECT_FALSE(engine_.ExpectsTable());
  const DataReport report = engine_.EndLoad();
  EXPECT_FALSE(report.accepted);
  EXPECT_TRUE(report.leads.issues.has_errors());
}

TEST_F(EngineTest, ScoresInStepsNumbersFirst) {
  const RunReport before = engine_.Score(kRules, {});
  engine_.BeginScore(kRules, {.as_of = ParseInstant("2026-01-01"), .now = 0});
  ASSERT_NE(engine_.scoring(), nullptr);
  EXPECT_EQ(engine_.ScoreStep(1), ScorePhase::kNumbers);
  while (engine_.ScoreStep(1) == ScorePhase::kNumbers) {
  }
  EXPECT_EQ(engine_.scoring()->histogram.from, 0);
  EXPECT_EQ(engine_.scoring()->histogram.leads.front(), 1u);
  EXPECT_EQ(engine_.scoring()->histogram.leads.back(), 1u);
  EXPECT_EQ(engine_.scoring()->rule_leads, (std::vector<uint32_t>{1, 0}));
  EXPECT_EQ(engine_.Explain(*before.id, 0).total, 20'000);
  EXPECT_EQ(engine_.ScoreStep(1), ScorePhase::kStages);
  EXPECT_EQ(engine_.ScoreStep(1), ScorePhase::kDone);
  const RunReport report = engine_.EndScore();
  ASSERT_TRUE(report.id);
  EXPECT_EQ(engine_.run(*report.id)->table.total[0], 10'000);
  EXPECT_EQ(engine_.run(*report.id)->funnel.without_stage, 2u);
}

TEST_F(EngineTest, DropsAScoreThatIsOvertaken) {
  engine_.BeginScore(kRules, {});
  engine_.ScoreStep(1);
  engine_.BeginScore(R"({"scores": 3})", {});
  EXPECT_EQ(engine_.scoring(), nullptr);
  EXPECT_EQ(engine_.ScoreStep(1), ScorePhase::kDone);
  const RunReport report = engine_.EndScore();
  EXPECT_FALSE(report.id);
  EXPECT_TRUE(report.issues.has_errors());
}

TEST_F(EngineTest, SeveralProgramsRunSideBySide) {
  const RunReport now = engine_.Score(kRules, {.as_of = {}, .now = 0});
  const RunReport then =
      engine_.Score(kRules, {.as_of = ParseInstant("2026-01-01"), .now = 0});
  EXPECT_EQ(engine_.run(*now.id)->table.total[0], 20'000);
  EXPECT_EQ(engine_.run(*then.id)->table.total[0], 10'000);
}

TEST_F(EngineTest, GivesFaultsAsValues) {
  const RunReport report = engine_.Score(R"({"scores": 3})", {});
  EXPECT_FALSE(report.id);
  EXPECT_TRUE(report.issues.has_errors());
  EXPECT_TRUE(engine_.Check(R"({"scores": 3})").has_errors());
  EXPECT_FALSE(engine_.Check(kRules).has_errors());
  EXPECT_FALSE(engine_.Format("{"));
}

TEST_F(EngineTest, FormatsToTextThatFormatsToItself) {
  const auto text = engine_.Format(kRules);
  ASSERT_TRUE(text);
  EXPECT_EQ(engine_.Format(*text), text);
}

TEST_F(EngineTest, KeepsARunThatIsReleased) {
  const RunReport report = engine_.Score(kRules, {.as_of = {}, .now = 0});
  const auto run = engine_.Keep(*report.id);
  engine_.Release(*report.id);
  EXPECT_EQ(engine_.Keep(*report.id), nullptr);
  EXPECT_EQ(run->table.total[0], 20'000);
}

TEST(EngineSampleTest, ScoresTheSample) {
  Engine engine;
  const DataReport report = engine.LoadSample(7, 300);
  EXPECT_TRUE(report.accepted);
  EXPECT_EQ(engine.dataset().leads.size(), 300u);
  EXPECT_EQ(engine.dataset().events.orphans.size(), 0u);
  EXPECT_TRUE(engine.Score(kRules, {}).id);
}

}  // namespace
}  // namespace mqlab
