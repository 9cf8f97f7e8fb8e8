#include "scoring/score_curve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scoring/comparison.h"
#include "scoring/evaluator.h"
#include "scoring/reference_text.h"
#include "scoring/reference_value.h"
#include "scoring/scoring_fixture.h"

namespace mqlab {
namespace {

ScoreCurve CurveOf(const Scored& scored, uint32_t lead = 0) {
  return MakeScoreCurve(Binding(scored.program(), scored.dataset), scored.as_of,
                        lead);
}

std::vector<std::string> Days(const ScoreCurve& curve) {
  std::vector<std::string> days;
  for (const Instant t : curve.at)
    days.push_back(FormatInstant(t).substr(0, 10));
  return days;
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<Millipoints>;

// Compound 50 percent every 30 days, as in example 2 of model.md.
constexpr std::string_view kFading =
    R"({"created_field": "created",
        "scores": {"fit": {"weight": 50}, "e": {"decay":
            {"kind": "compound", "lose_percent": 50, "every_days": 30}}},
        "rules": [
          {"id": "w", "score": "e", "each": {"event": "webinar"}, "points": 20},
          {"id": "f", "score": "fit", "field": "size",
           "ranges": [{"from": 10, "points": 8}]}]})";

TEST(ScoreCurveTest, HasEveryStepUntil90DaysAhead) {
  const auto scored =
      Prepare(kFading, "lead_id,created,size\na,2025-12-20,12\n",
              "lead_id,time,type\na,2026-01-01,webinar\na,2026-02-05,open\n");
  const ScoreCurve curve = CurveOf(*scored);
  EXPECT_EQ(Days(curve),
            (Texts{"2025-12-20", "2026-01-01", "2026-01-31", "2026-02-05",
                   "2026-03-02", "2026-04-01", "2026-05-01", "2026-05-06"}));
  EXPECT_EQ(curve.as_of, 3u);
  EXPECT_EQ(curve.scores[0], Numbers(8, 8'000));
  EXPECT_EQ(curve.scores[1],
            (Numbers{0, 20'000, 10'000, 10'000, 5'000, 2'500, 1'250, 1'250}));
  EXPECT_EQ(curve.total, (Numbers{4'000, 24'000, 14'000, 14'000, 9'000, 6'500,
                                  5'250, 5'250}));
}

TEST(ScoreCurveTest, FieldsComeWithTheCreation) {
  const auto scored =
      Prepare(kFading, "lead_id,created,size\na,2026-02-01,12\n",
              "lead_id,time,type\na,2026-01-20,open\n");
  const ScoreCurve curve = CurveOf(*scored);
  EXPECT_EQ(Days(curve), (Texts{"2026-01-20", "2026-02-01", "2026-04-20"}));
  EXPECT_EQ(curve.as_of, 0u);
  EXPECT_EQ(curve.total, (Numbers{0, 4'000, 4'000}));
}

TEST(ScoreCurveTest, EventsAfterAsOfDoNotExist) {
  const auto scored =
      Prepare(kFading, "lead_id,created,size\na,,\n",
              "lead_id,time,type\na,2026-01-05,webinar\na,2026-02-05,webinar\n",
              "2026-01-01");
  const ScoreCurve curve = CurveOf(*scored);
  EXPECT_EQ(Days(curve), (Texts{"2026-01-01", "2026-04-01"}));
  EXPECT_EQ(curve.total, (Numbers{0, 0}));
}

TEST(ScoreCurveTest, EndsWithTheFall) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "s", "score": "e", "each_idle_days": 4, "event": "x",
             "points": -1}],
          "stages": [{"id": "mql", "enter": {"event": "x"},
                      "leave": {"event": "x", "idle_days": 10}}]})",
      "lead_id\na\n",
      "lead_id,time,type\na,2026-01-01,x\na,2026-01-06,x\na,2026-01-07,y\n");
  const ScoreCurve curve = CurveOf(*scored);
  // Silence steps after 4 days, not again before the next x.
  EXPECT_EQ(Days(curve),
            (Texts{"2026-01-01", "2026-01-05", "2026-01-06", "2026-01-07",
                   "2026-01-10", "2026-01-14", "2026-01-16"}));
  EXPECT_EQ(curve.total, (Numbers{0, -1'000, 0, 0, -1'000, -2'000, -2'000}));
  EXPECT_EQ(curve.as_of, 3u);
}

TEST(ScoreCurveTest, ThinsToTheExtremes) {
  std::string events = "lead_id,time,type\n";
  const Instant start = *ParseInstant("2026-01-01");
  for (int64_t i = 0; i < 700; ++i) {
    events += "a," + FormatInstant(start + i * 7'200'000) +
              (i == 333     ? ",big\n"
               : i % 5 == 0 ? ",bad\n"
                            : ",good\n");
  }
  const auto scored = Prepare(
      R"({"scores": {"e": {"decay": {"kind": "half_life", "days": 3}}},
          "rules": [
            {"id": "g", "score": "e", "each": {"event": "good"}, "points": 1},
            {"id": "h", "score": "e", "each": {"event": "big"}, "points": 99},
            {"id": "b", "score": "e", "each": {"event": "bad"},
             "points": -3}]})",
      "lead_id\na\n", events);
  const Binding binding(scored->program(), scored->dataset);
  const ScoreCurve curve = CurveOf(*scored);
  EXPECT_LE(curve.at.size(), kMostCurvePoints);
  EXPECT_GT(curve.at.size(), kMostCurvePoints / 2);
  EXPECT_EQ(curve.at.front(), start);
  EXPECT_EQ(curve.at[curve.as_of], scored->as_of);
  EXPECT_EQ(curve.at.back(), scored->as_of + 90 * kMillisPerDay);
  EXPECT_TRUE(std::ranges::is_sorted(curve.at));
  // Totals change at events and at whole days after them only.
  Evaluator evaluator(binding);
  evaluator.Load(0, scored->as_of);
  Millipoints least = 0;
  Millipoints most = 0;
  for (Instant t = start; t <= curve.at.back(); t += 7'200'000) {
    evaluator.MoveTo(t);
    least = std::min(least, evaluator.Total());
    most = std::max(most, evaluator.Total());
  }
  EXPECT_EQ(*std::ranges::min_element(curve.total), least);
  EXPECT_EQ(*std::ranges::max_element(curve.total), most);
}

}  // namespace
}  // namespace mqlab

namespace mqlab::reference {
namespace {

// Each number of the curve holds from its instant until just before the next,
// by the judge, who scores afresh at each of them.
TEST(ScoreCurveTest, AgreesWithTheJudgeOnRandomCases) {
  const uint64_t first = FirstSeed(7'000'001);
  const auto cases = static_cast<uint64_t>(CasesToDraw(150));
  int64_t compared = 0;
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    const RandomCase drawn = DrawCase(seed);
    const EngineRun run(drawn);
    ASSERT_EQ(run.rejected, "") << Describe(drawn);
    if (!run.result.table) continue;
    const Instant as_of = run.result.table->as_of;
    RawData data = drawn.data;
    for (RawEvent& event : data.events) {
      const std::optional<int64_t> time = ReadInstant(Trim(event.time));
      if (time && *time > as_of) event.type = "";
    }
    const uint32_t lead =
        static_cast<uint32_t>(seed % run.result.table->num_leads);
    const Binding binding(*run.compiled.program, run.dataset);
    const ScoreCurve curve = MakeScoreCurve(binding, as_of, lead);
    ASSERT_EQ(curve.at[curve.as_of], as_of);
    if (curve.at.size() > kMostCurvePoints / 2) continue;  // may be thinned
    const auto expect = [&](size_t i, Instant t) {
      const ReferenceResult judged =
          ScoreByReference(*run.parsed.ruleset, data, t);
      if (judged.overflow) return;
      EXPECT_EQ(curve.total[i], judged.leads[lead].total)
          << FormatInstant(t) << "\n"
          << Describe(drawn);
      for (size_t score = 0; score < curve.scores.size(); ++score) {
        EXPECT_EQ(curve.scores[score][i], judged.leads[lead].scores[score]);
      }
      ++compared;
    };
    const size_t step = 1 + curve.at.size() / 8;
    for (size_t i = seed % step; i < curve.at.size(); i += step) {
      expect(i, curve.at[i]);
      if (i + 1 == curve.at.size()) continue;
      expect(i, curve.at[i + 1] - 1);
      expect(i, curve.at[i] + (curve.at[i + 1] - curve.at[i]) / 2);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace mqlab::reference
