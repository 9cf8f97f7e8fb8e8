#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scoring/comparison.h"
#include "scoring/explain.h"
#include "scoring/reference_text.h"
#include "scoring/reference_value.h"

// Section 6 of model.md on the random cases: the lines add up to the scores
// shown, the history to the stages, and the fall foretold comes.

namespace mqlab::reference {
namespace {

// One lead of one case.
struct Explained {
  const RandomCase& drawn;
  const EngineRun& run;
  const ReferenceLead& judged;
  uint32_t lead;
  Explanation explanation;

  const Program& program() const { return *run.compiled.program; }
  const ScoreTable& table() const { return *run.result.table; }
  const Ruleset& ruleset() const { return *run.parsed.ruleset; }
};

constexpr int64_t kExplainedCases = 400;

template <typename Check>
void ForEachLead(const Check& check) {
  const uint64_t first = FirstSeed(5'000'001);
  const auto cases = static_cast<uint64_t>(CasesToDraw(kExplainedCases));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    const RandomCase drawn = DrawCase(seed);
    const EngineRun run(drawn);
    ASSERT_EQ(run.rejected, "") << Describe(drawn);
    if (!run.result.table.has_value()) continue;
    const ReferenceResult judged =
        ScoreByReference(*run.parsed.ruleset, drawn.data, drawn.as_of);
    for (uint32_t i = 0; i < run.result.table->num_leads; ++i) {
      check(Explained{
          drawn, run, judged.leads.at(i), i,
          Explain(*run.compiled.program, run.dataset, judged.as_of, i)});
      if (testing::Test::HasFailure()) {
        FAIL() << "lead " << judged.leads[i].id << "\n" << Describe(drawn);
      }
    }
  }
}

TEST(ExplanationLawsTest, LinesAddUpToTheScores) {
  ForEachLead([](const Explained& e) {
    std::vector<Int128> sums(e.ruleset().scores.size());
    std::vector<Int128> groups(e.ruleset().groups.size());
    for (const RuleLine& line : e.explanation.rules) {
      const RuleCode& rule = e.program().rules.at(line.rule);
      sums[rule.score] += line.points;
      if (rule.group != kNoIndex) groups[rule.group] += line.points;
    }
    for (const GroupLine& line : e.explanation.groups) {
      EXPECT_EQ(line.sum, static_cast<int64_t>(groups.at(line.group)));
      sums[e.program().groups.at(line.group).score] += line.adjustment;
    }
    Int128 total = 0;
    ASSERT_EQ(e.explanation.scores.size(), sums.size());
    for (const ScoreLine& line : e.explanation.scores) {
      const Int128 value = line.start + sums[line.score] + line.adjustment;
      EXPECT_EQ(line.value, static_cast<int64_t>(value));
      EXPECT_EQ(line.value, e.judged.scores[line.score]);
      EXPECT_EQ(line.band, e.table().bands[line.score][e.lead]);
      total += line.weighted;
    }
    EXPECT_EQ(e.explanation.total, static_cast<int64_t>(total));
    EXPECT_EQ(e.explanation.total, e.judged.total);
  });
}

TEST(ExplanationLawsTest, LinesOfRulesAddUpToTheirPoints) {
  ForEachLead([](const Explained& e) {
    ASSERT_EQ(e.explanation.rules.size(), e.program().rules.size());
    for (const RuleLine& line : e.explanation.rules) {
      const uint32_t source = e.program().rules[line.rule].source;
      const Rule& rule = e.ruleset().rules[source];
      const Int128 taken = Int128{line.by_reset} + line.by_window +
                           line.by_limit + line.by_decay + line.by_cap;
      EXPECT_EQ(line.points, static_cast<int64_t>(line.gross - taken))
          << rule.id;
      EXPECT_EQ(line.points, e.judged.rule_points.at(rule.id)) << rule.id;
      EXPECT_LE(line.counted, line.matched) << rule.id;
    }
  });
}

// By largest remainder, ties to the earlier event, of weights that are not
// negative.
std::vector<int64_t> ShareOut(int64_t points, Int128 each_points,
                              const std::vector<EventPart>& parts) {
  constexpr Int128 kUnit = 1'000'000'000;
  std::vector<int64_t> shares;
  std::vector<std::pair<Int128, size_t>> remainders;
  int64_t left = std::abs(points);
  for (size_t i = 0; i < parts.size(); ++i) {
    Int128 exact = each_points * parts[i].factor * parts[i].times;
    if (exact < 0) exact = -exact;
    shares.push_back(static_cast<int64_t>(exact / kUnit));
    remainders.emplace_back(-(exact % kUnit), i);  // the largest first
    left -= shares.back();
  }
  std::sort(remainders.begin(), remainders.end());
  for (size_t i = 0; left > 0; ++i, --left) {
    ++shares.at(remainders.at(i).second);
  }
  for (int64_t& share : shares) share = points < 0 ? -share : share;
  return shares;
}

bool AllOfOneSign(const std::vector<EventPart>& parts) {
  bool negative = false, positive = false;
  for (const EventPart& part : parts) {
    negative = negative || part.times < 0;
    positive = positive || part.times > 0;
  }
  return !(negative && positive);
}

TEST(ExplanationLawsTest, SharesOfEventsAddUpByLargestRemainder) {
  int64_t compared = 0;
  ForEachLead([&compared](const Explained& e) {
    for (const RuleLine& line : e.explanation.rules) {
      const RuleCode& code = e.program().rules[line.rule];
      if (code.kind != RuleKind::kEach) continue;
      const std::string& id = e.ruleset().rules[code.source].id;
      const std::vector<EventPart>& parts = e.judged.event_parts.at(id);
      EXPECT_EQ(line.counted, parts.size()) << id;
      Int128 sum = 0;
      for (const EventShare& share : line.shares) sum += share.points;
      const Int128 points = Int128{line.points} + line.by_cap;
      EXPECT_TRUE(sum == points) << id;
      if (!AllOfOneSign(parts)) continue;
      const std::vector<int64_t> expected =
          ShareOut(static_cast<int64_t>(points), code.points, parts);
      ASSERT_EQ(line.shares.size(), parts.size()) << id;
      for (size_t i = 0; i < parts.size(); ++i) {
        EXPECT_EQ(line.shares[i].event, parts[i].event) << id;
        EXPECT_EQ(line.shares[i].points, expected[i]) << id << " share " << i;
        ++compared;
      }
    }
  });
  EXPECT_GT(compared, 100);
}

TEST(ExplanationLawsTest, HistoryAddsUpToTheStages) {
  ForEachLead([](const Explained& e) {
    std::vector<uint32_t> entries(e.ruleset().stages.size());
    std::vector<Instant> reached(entries.size(), kNever);
    std::vector<Instant> last(entries.size(), kNever);
    uint32_t recycles = 0;
    for (const StageStep& step : e.explanation.history) {
      if (step.event == StageEvent::kLeft) ++recycles;
      if (step.event != StageEvent::kEntered &&
          step.event != StageEvent::kPassed) {
        continue;
      }
      const auto stage = static_cast<size_t>(step.stage);
      if (entries.at(stage)++ == 0) reached[stage] = step.at;
      last[stage] = step.at;
    }
    EXPECT_EQ(recycles, e.judged.recycles);
    const int32_t stands = e.table().stage[e.lead];
    EXPECT_EQ(e.explanation.stage, stands);
    EXPECT_EQ(e.table().since[e.lead],
              stands < 0 ? kNever : last[static_cast<size_t>(stands)]);
    for (size_t s = 0; s < entries.size(); ++s) {
      EXPECT_EQ(entries[s], e.judged.entries[s]) << s;
      EXPECT_EQ(reached[s], e.table().reached[s][e.lead]) << s;
    }
  });
}

// ---- The fall if nothing more happens

constexpr int64_t kYears = 3;

int32_t StageIndex(const Ruleset& ruleset, const std::string& id) {
  if (id == "disqualified") return kDisqualified;
  for (size_t i = 0; i < ruleset.stages.size(); ++i) {
    if (ruleset.stages[i].id == id) return static_cast<int32_t>(i);
  }
  return kNoStage;
}

// The stage by the judge when T moves on and no event comes.
int32_t StageLater(const Explained& e, Instant t) {
  RawData data = e.drawn.data;
  for (RawEvent& event : data.events) {
    const std::optional<int64_t> time = ReadInstant(Trim(event.time));
    if (time.has_value() && *time > e.table().as_of) event.type = "";
  }
  const ReferenceResult later = ScoreByReference(e.ruleset(), data, t);
  return StageIndex(e.ruleset(), later.leads.at(e.lead).stage);
}

bool IsLower(int32_t stage, int32_t than) { return stage < than; }

TEST(ExplanationLawsTest, TheFallForetoldComes) {
  int64_t falls = 0;
  ForEachLead([&falls](const Explained& e) {
    const int32_t now = e.explanation.stage;
    const std::optional<Fallback>& fallback = e.explanation.fallback;
    if (now == kDisqualified) return;
    if (fallback.has_value()) {
      ++falls;
      EXPECT_GT(fallback->at, e.table().as_of);
      EXPECT_EQ(StageLater(e, fallback->at), fallback->stage);
      EXPECT_TRUE(IsLower(fallback->stage, now));
      EXPECT_FALSE(IsLower(StageLater(e, fallback->at - 1), now))
          << "fall at " << fallback->at;
      return;
    }
    for (const int64_t days : {int64_t{1}, int64_t{2}, int64_t{3}, int64_t{7},
                               int64_t{30}, int64_t{60}, 365 * kYears}) {
      const Instant t = e.table().as_of + days * kDay;
      EXPECT_FALSE(IsLower(StageLater(e, t), now)) << "after days: " << days;
    }
  });
  // Fewer cases may lack what is rare.
  if (CasesToDraw(kExplainedCases) < kExplainedCases) return;
  EXPECT_GT(falls, 5);
}

}  // namespace
}  // namespace mqlab::reference
