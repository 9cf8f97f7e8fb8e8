#include "scoring/explain.h"

#include <gtest/gtest.h>

#include "scoring_fixture.h"

namespace mqlab {
namespace {

TEST(ExplainTest, SaysWhatEachReasonTookAway) {
  // Seven visits: one before the reset, one out of the window, the oldest of
  // the rest beyond the limit of four; those left fade by a tenth a day.
  const auto scored = Prepare(
      R"({"scores": {"e": {"reset_by": {"event": "stop"}}}, "rules": [
            {"id": "visit", "score": "e",
             "each": {"event": "visit", "within_days": 8}, "points": 10,
             "at_most": {"times": 4}, "max_points": 25,
             "decay": {"kind": "linear", "lose_percent": 10,
                       "every_days": 1}}]})",
      "lead_id\na\n",
      "lead_id,time,type\na,2026-01-01,visit\na,2026-01-02,stop\n"
      "a,2026-01-03,visit\na,2026-01-04,visit\na,2026-01-08,visit\n"
      "a,2026-01-09,visit\na,2026-01-10,visit\na,2026-01-11,visit\n");
  const Explanation why = scored->Why(0);
  ASSERT_EQ(why.rules.size(), 1u);
  const RuleLine& line = why.rules[0];
  EXPECT_TRUE(line.gross == 70'000);
  EXPECT_TRUE(line.by_reset == 10'000);
  EXPECT_TRUE(line.by_window == 10'000);
  EXPECT_TRUE(line.by_limit == 10'000);
  EXPECT_TRUE(line.by_decay == 6'000);  // 3 + 2 + 1 + 0 tenths of 10
  EXPECT_TRUE(line.by_cap == 9'000);
  EXPECT_EQ(line.points, 25'000);
  EXPECT_EQ(line.matched, 7u);
  EXPECT_EQ(line.counted, 4u);
  EXPECT_EQ(FormatInstant(line.first), "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(FormatInstant(line.last), "2026-01-11T00:00:00.000Z");
  ASSERT_EQ(line.shares.size(), 4u);
  EXPECT_TRUE(line.shares[0].points == 7'000);
  EXPECT_TRUE(line.shares[3].points == 10'000);
  EXPECT_EQ(FormatInstant(why.scores[0].reset_at), "2026-01-02T00:00:00.000Z");
}

TEST(ExplainTest, SplitsByLargestRemainderTiesToTheEarlier) {
  // Three parts of 0.5005 millipoints each: 1.5015 rounds to 2; all remainders
  // are equal, so the first two events carry one each.
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "r", "score": "e", "each": {"event": "x"}, "points": 0.001,
             "times_property": "n"}]})",
      "lead_id\na\n",
      "lead_id,time,type,n\na,2026-01-01,x,0.5005\na,2026-01-02,x,0.5005\n"
      "a,2026-01-03,x,0.5005\n");
  const RuleLine line = scored->Why(0).rules[0];
  // v is thousandths: 0.5005 -> 501, so the sum is 1.503.
  EXPECT_EQ(line.points, 2);
  EXPECT_TRUE(line.shares[0].points == 1);
  EXPECT_TRUE(line.shares[1].points == 1);
  EXPECT_TRUE(line.shares[2].points == 0);
}

TEST(ExplainTest, SplitsNegativeSumsAsTheMirrorOfPositiveOnes) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "r", "score": "e", "each": {"event": "x"}, "points": 0.001,
             "times_property": "n"}]})",
      "lead_id\na\n",
      "lead_id,time,type,n\na,2026-01-01,x,-1.5\na,2026-01-02,x,-1.5\n");
  const RuleLine line = scored->Why(0).rules[0];
  EXPECT_EQ(line.points, -3);
  EXPECT_TRUE(line.shares[0].points == -2);
  EXPECT_TRUE(line.shares[1].points == -1);
}

TEST(ExplainTest, WhatIsTakenAwayMayBeBeyond64Bits) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "big", "score": "e", "points": 1000000000,
             "each": {"event": "*", "within_days": 5},
             "times_property": "n"}]})",
      "lead_id\na\n",
      "lead_id,time,type,n\na,2026-01-01,x,1000000000\na,2026-02-01,x,2\n");
  const RuleLine line = scored->Why(0).rules[0];
  EXPECT_EQ(line.points, 2'000'000'000'000);
  EXPECT_EQ(FormatShort(line.gross), "1000000002000000000");
  EXPECT_EQ(FormatShort(line.by_window), "1000000000000000000");
}

TEST(ExplainTest, AddsUpThroughGroupsAndScores) {
  const auto scored = Prepare(
      R"({"scores": {"e": {"start": 3, "max": 20, "weight": 50}},
          "groups": {"mail": {"score": "e", "max": 12}},
          "rules": [
            {"id": "open", "group": "mail", "each": {"event": "open"},
             "points": 5},
            {"id": "demo", "score": "e", "each": {"event": "demo"},
             "points": 10}]})",
      "lead_id\na\n",
      "lead_id,time,type\na,2026-01-01,open\na,2026-01-01,open\n"
      "a,2026-01-01,open\na,2026-01-02,demo\n");
  const Explanation why = scored->Why(0);
  EXPECT_EQ(why.groups[0].sum, 15'000);
  EXPECT_EQ(why.groups[0].adjustment, -3'000);
  EXPECT_EQ(why.scores[0].start, 3'000);
  EXPECT_EQ(why.scores[0].adjustment, -5'000);  // 3 + 12 + 10 = 25
  EXPECT_EQ(why.scores[0].value, 20'000);
  EXPECT_EQ(why.scores[0].weighted, 10'000);
  EXPECT_EQ(why.total, 10'000);
}

constexpr std::string_view kGate =
    R"({"scores": {"fit": {}, "engagement": {}},
        "rules": [{"id": "page", "score": "engagement",
                   "each": {"event": "page"}, "points": 10}],
        "stages": [{"id": "mql", "enter": {"any": [
            {"all": [{"score": "total", "ge": 60}, {"score": "fit", "ge": 20}]},
            {"event": "demo", "count": {"ge": 2}}]}}]})";

TEST(ExplainTest, TracesWhatIsMissingForTheNextStage) {
  const auto scored =
      Prepare(kGate, "lead_id\na\n",
              "lead_id,time,type\na,2026-01-01,page\na,2026-01-02,demo\n");
  const Explanation why = scored->Why(0);
  EXPECT_EQ(why.stage, kNoStage);
  EXPECT_EQ(why.next_stage, 0);
  ASSERT_EQ(why.next.size(), 5u);  // any, all, total, fit, demo
  EXPECT_EQ(why.next[0].have, 0);
  EXPECT_EQ(why.next[2].depth, 2u);
  EXPECT_EQ(why.next[2].have, 10'000);
  EXPECT_FALSE(why.next[2].holds);
  EXPECT_EQ(why.next[3].have, 0);
  EXPECT_EQ(why.next[4].have, 1);
  const Node& demo = scored->program().nodes[why.next[4].node];
  EXPECT_EQ(scored->parsed.place(demo.source).path, "/stages/0/enter/any/1");
}

TEST(ExplainTest, SaysWhatKeepsALeadOutThoughTheTestsToEnterHold) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "stages": [
            {"id": "mql", "enter": {"event": "page"},
             "leave": {"event": "rejected", "within_days": 90}}]})",
      "lead_id\na\nb\n",
      "lead_id,time,type\na,2026-01-01,page\na,2026-01-02,rejected\n");
  const Explanation why = scored->Why(0);
  EXPECT_EQ(why.next_stage, 0);
  EXPECT_TRUE(why.next[0].holds);
  ASSERT_EQ(why.kept_out_by.size(), 1u);
  EXPECT_TRUE(why.kept_out_by[0].holds);
  EXPECT_TRUE(scored->Why(1).kept_out_by.empty());
}

TEST(ExplainTest, SaysByWhatAStageWasEntered) {
  const auto scored = Prepare(
      R"({"scores": {"fit": {}, "engagement": {}},
          "scenarios": {"hot": {"event": "price"}},
          "rules": [{"id": "page", "score": "engagement",
                     "each": {"event": "page"}, "points": 10}],
          "stages": [
            {"id": "lead", "enter": {"field": "email", "is_set": true}},
            {"id": "mql", "enter": {"any": [{"scenario": "hot"},
                                    {"score": "engagement", "ge": 10}]}},
            {"id": "sql", "enter": {"event": "demo"}},
            {"id": "won", "enter": {"event": "won"}}]})",
      "lead_id,email\na,a@x.example\n",
      "lead_id,time,type\na,2026-01-01,visit\na,2026-01-02,price\n"
      "a,2026-01-03,won\n");
  const Explanation why = scored->Why(0);
  ASSERT_EQ(why.history.size(), 4u);
  EXPECT_TRUE(why.history[0].by.fields);
  EXPECT_FALSE(why.history[0].by.behaviour);
  EXPECT_EQ(why.history[1].by.scenarios, std::vector<uint32_t>{0});
  EXPECT_FALSE(why.history[1].by.behaviour);
  EXPECT_EQ(why.history[2].event, StageEvent::kPassed);
  EXPECT_EQ(why.history[3].event, StageEvent::kEntered);
  EXPECT_TRUE(why.history[3].by.behaviour);
  EXPECT_EQ(why.next_stage, kNoStage);
}

TEST(ExplainTest, LooksIntoTheChecklistThatAStageAsksFor) {
  const auto scored = Prepare(
      R"({"scores": {"fit": {}},
          "qualification": {"bant": {"at_least": 2, "items": [
            {"id": "budget", "when": {"event": "price"}},
            {"id": "need", "when": {"event": "case"}},
            {"id": "timing", "when": {"event": "demo"}}]}},
          "stages": [{"id": "sql", "enter": {"scenario": "bant"}}]})",
      "lead_id\na\nb\n",
      "lead_id,time,type\na,2026-01-01,price\nb,2026-01-02,price\n"
      "b,2026-01-03,demo\n");
  const Explanation why = scored->Why(0);
  EXPECT_EQ(why.next_stage, 0);
  ASSERT_EQ(why.next.size(), 5u);
  const auto path = [&](size_t line) {
    const Node& node = scored->program().nodes[why.next[line].node];
    return scored->parsed.place(node.source).path;
  };
  EXPECT_EQ(path(0), "/stages/0/enter");
  EXPECT_EQ(path(1), "/qualification/bant");
  EXPECT_EQ(path(2), "/qualification/bant/items/0/when");
  EXPECT_TRUE(why.next[2].holds);
  EXPECT_FALSE(why.next[3].holds);
  const Explanation done = scored->Why(1);
  ASSERT_EQ(done.history.size(), 1u);
  EXPECT_EQ(done.history[0].by.scenarios.size(), 1u);
}

TEST(FallbackTest, FindsTheDayOnWhichSilenceTakesTheStage) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "stages": [
            {"id": "mql", "enter": {"event": "page"},
             "leave": {"event": "*", "idle_days": 30}}]})",
      "lead_id\na\n", "lead_id,time,type\na,2026-01-05T10:30,page\n",
      "2026-01-20");
  const Explanation why = scored->Why(0);
  ASSERT_TRUE(why.fallback);
  EXPECT_EQ(FormatInstant(why.fallback->at), "2026-02-04T10:30:00.000Z");
  EXPECT_EQ(why.fallback->stage, kNoStage);
}

TEST(FallbackTest, FollowsDecayBelowTheLine) {
  // 40 points, a quarter of the whole lost every 10 days; below 20 after three
  // steps (10 points).
  const auto scored = Prepare(
      R"({"scores": {"e": {"decay": {"kind": "linear", "lose_percent": 25,
                                     "every_days": 10}}},
          "rules": [{"id": "demo", "score": "e", "each": {"event": "demo"},
                     "points": 40}],
          "stages": [{"id": "mql", "enter": {"score": "e", "ge": 20},
                      "leave": {"score": "e", "lt": 20}}]})",
      "lead_id\na\n",
      "lead_id,time,type\na,2026-01-01T06:00,demo\na,2026-12-01,demo\n",
      "2026-01-02");
  const Explanation why = scored->Why(0);
  ASSERT_TRUE(why.fallback);
  // The demo of December is later than as-of: it does not exist.
  EXPECT_EQ(FormatInstant(why.fallback->at), "2026-01-31T06:00:00.000Z");
}

TEST(FallbackTest, IsAbsentWhereNothingLeaves) {
  const auto scored =
      Prepare(kGate, "lead_id\na\n",
              "lead_id,time,type\na,2026-01-01,demo\na,2026-01-02,demo\n");
  const Explanation why = scored->Why(0);
  EXPECT_EQ(why.stage, 0);
  EXPECT_FALSE(why.fallback);
}

TEST(ScoreTest, NamesLeadAndRuleOfASumBeyond64Bits) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "huge", "score": "e", "each": {"event": "x"},
             "points": 1000000000, "times_property": "n"}]})",
      "lead_id\nfine\nbroken\n",
      "lead_id,time,type,n\nfine,2026-01-01,x,1\n"
      "broken,2026-01-01,x,1000000000\n");
  const ScoreResult result =
      ScoreLeads(scored->program(), scored->dataset, scored->as_of);
  EXPECT_FALSE(result.table);
  ASSERT_EQ(result.issues.issues().size(), 1u);
  EXPECT_EQ(result.issues.issues()[0].code, IssueCode::kPointsOverflow);
  EXPECT_EQ(result.issues.issues()[0].args,
            (std::vector<std::string>{"broken", "huge"}));
}

TEST(ScoreTest, WarnsOfAFactorTooLarge) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "r", "score": "e", "each": {"event": "x"}, "points": 1,
             "times_property": "n"}]})",
      "lead_id\na\n",
      "lead_id,time,type,n\na,2026-01-01,x,2000000000\na,2026-01-01,x,3\n");
  const ScoreResult result =
      ScoreLeads(scored->program(), scored->dataset, scored->as_of);
  ASSERT_TRUE(result.table);
  EXPECT_EQ(result.table->total[0], 3'000);
  EXPECT_EQ(result.issues.count(IssueCode::kFactorTooLarge), 1);
}

TEST(ScoreTest, RunsAtSeveralInstantsSideBySide) {
  const auto scored =
      Prepare(kGate, "lead_id\na\n",
              "lead_id,time,type\na,2026-01-01,demo\na,2026-01-05,demo\n");
  const ScoreTable late = scored->Table();
  const auto early = ScoreLeads(scored->program(), scored->dataset,
                                *ParseInstant("2026-01-03"));
  EXPECT_EQ(early.table->stage[0], kNoStage);
  EXPECT_EQ(late.stage[0], 0);
  EXPECT_EQ(scored->Table(), late);
}

}  // namespace
}  // namespace mqlab
