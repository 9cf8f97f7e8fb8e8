// A change of the rules, scored with what was counted before, against a run
// that begins anew.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "scoring/comparison.h"
#include "scoring/random_case.h"
#include "scoring/random_edit.h"
#include "scoring/score_job.h"
#include "scoring/scoring_fixture.h"

namespace mqlab::reference {
namespace {

struct Bound {
  explicit Bound(const std::string& rules, const Dataset& dataset)
      : parsed(ParseRuleset(rules)) {
    if (!parsed.ruleset) return;
    compiled = Compile(parsed, SchemaOf(dataset));
    if (compiled.program) {
      binding = std::make_unique<Binding>(*compiled.program, dataset);
    }
  }

  ParsedRuleset parsed;
  CompiledProgram compiled;
  std::unique_ptr<Binding> binding;
};

TEST(LiveChangeTest, GivesWhatAFreshRunGives) {
  const uint64_t first = FirstSeed(6'000'000);
  int64_t compared = 0;
  int64_t taken_over = 0;
  int64_t limited = 0;
  for (uint64_t seed = first; compared < CasesToDraw(2000); ++seed) {
    std::mt19937_64 random(seed);
    const RandomCase random_case = DrawCase(seed);
    const EngineRun run(random_case);
    if (!run.rejected.empty()) continue;
    const Instant as_of =
        random_case.as_of.value_or(run.dataset.events.newest.value_or(0));
    RuleColumns known;
    std::unique_ptr<Bound> former;
    std::optional<ScoreTable> former_table;
    RunBasis former_basis;
    std::string rules = random_case.rules;
    for (int edit = 0; edit < 4; ++edit) {
      auto bound = std::make_unique<Bound>(rules, run.dataset);
      const Bound& program = *bound;
      // Another case's rules count other things over the same columns.
      rules = edit == 2 ? DrawCase(seed + 1).rules : EditRules(rules, &random);
      if (program.binding == nullptr) continue;
      // In steps of few leads, by two threads, with what is known.
      FormerRun before;
      if (former_table)
        before = {former->binding.get(), &*former_table, &former_basis};
      ScoreJob job(*program.binding, as_of, &known, before, 1 + edit % 2);
      while (!job.done()) job.Step(1 + static_cast<uint32_t>(edit));
      for (const auto& [signature, column] : job.columns()) {
        const auto found = known.find(signature);
        if (found != known.end() && found->second == column) ++taken_over;
      }
      known = job.columns();
      const std::vector<uint32_t> rule_leads = job.rule_leads();
      RunBasis basis = job.TakeBasis();
      const ScoreResult changed = job.Take();
      const ScoreResult fresh = ScoreLeads(*program.binding, as_of);
      ASSERT_EQ(changed.table, fresh.table) << "seed " << seed;
      for (uint32_t rule = 0; fresh.table && rule < rule_leads.size(); ++rule) {
        const auto points = RulePoints(*program.binding, as_of, rule);
        ASSERT_EQ(rule_leads[rule],
                  points.size() - static_cast<size_t>(std::count(
                                      points.begin(), points.end(), 0)))
            << "seed " << seed;
      }
      ++compared;
      if (!fresh.table) continue;
      if (former_table &&
          LifeChange(*former->binding, *program.binding, former_basis.reach)
              .is_limited())
        ++limited;
      former_table = changed.table;
      former_basis = std::move(basis);
      // As if another engine had lived all leads, or those behind the first.
      for (auto& column : former_basis.reach) {
        if (edit == 1) column.resize(std::min<size_t>(column.size(), seed % 2));
      }
      former = std::move(bound);
    }
  }
  EXPECT_GT(taken_over, compared);
  EXPECT_GT(limited, compared / 10);
}

// Where a former run knows nothing of the points of leads that others lived, a
// line drawn elsewhere has them lived anew.
TEST(LiveChangeTest, LivesAgainWhereItDoesNotKnowHowFarPointsWent) {
  const auto rules = [](int line) {
    return R"({"scores": {"s": {}}, "rules": [{"id": "p", "score": "s",
               "each": {"event": "page"}, "points": 10}],
               "stages": [{"id": "t", "enter": {"score": "s", "ge": )" +
           std::to_string(line) + "}}]}";
  };
  const auto scored =
      Prepare(rules(15), "lead_id\na\nb\n",
              "lead_id,time,type\na,2026-01-01,page\nb,2026-01-01,page\n"
              "b,2026-01-02,page\nb,2026-01-03,page\n");
  const Bound before(rules(15), scored->dataset);
  ScoreJob first(*before.binding, scored->as_of, nullptr);
  while (!first.done()) first.Step(1);
  RunBasis basis = first.TakeBasis();
  for (auto& column : basis.reach) column.clear();
  const ScoreResult result = first.Take();
  ASSERT_TRUE(result.table);
  EXPECT_EQ(result.table->stage, (std::vector<int32_t>{kNoStage, 0}));
  for (const int line : {5, 25, 35}) {
    const Bound after(rules(line), scored->dataset);
    ScoreJob job(*after.binding, scored->as_of, nullptr,
                 {before.binding.get(), &*result.table, &basis});
    while (!job.done()) job.Step(1);
    EXPECT_EQ(job.Take().table, ScoreLeads(*after.binding, scored->as_of).table)
        << line;
  }
}

}  // namespace
}  // namespace mqlab::reference
