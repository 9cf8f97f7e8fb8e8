// One walk over a lead's events against the Timeline, rule by rule.

#include "scoring/plain_counts.h"

#include <gtest/gtest.h>

#include <map>

#include "scoring/comparison.h"
#include "scoring/random_case.h"
#include "scoring/timeline.h"

namespace mqlab::reference {
namespace {

TEST(PlainCountsTest, AreWhatTheTimelineFinds) {
  const uint64_t first = FirstSeed(5'000'000);
  std::map<RuleKind, int> counted;  // other than zero
  const int64_t cases = CasesToDraw(2000);
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    const RandomCase random_case = DrawCase(seed);
    const EngineRun run(random_case);
    if (!run.rejected.empty() || !run.compiled.program) continue;
    const Program& program = *run.compiled.program;
    std::vector<uint32_t> plain;
    for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
      if (IsPlainCount(program, rule)) plain.push_back(rule);
    }
    const Instant as_of =
        random_case.as_of.value_or(run.dataset.events.newest.value_or(0));
    const Binding binding(program, run.dataset);
    PlainCounts counts(binding, as_of, plain);
    Timeline timeline(binding, PatternsOfRules(program, plain));
    for (uint32_t lead = 0; lead < run.dataset.leads.size(); ++lead) {
      const std::span<const int64_t> found = counts.Of(lead);
      timeline.Load(lead, as_of, Timeline::Extent::kAsOf);
      for (size_t i = 0; i < plain.size(); ++i) {
        ASSERT_TRUE(found[i] == timeline.Raw(plain[i]))
            << "seed " << seed << " lead " << lead << " rule " << plain[i];
        if (found[i] != 0) ++counted[program.rules[plain[i]].kind];
      }
    }
  }
  for (const RuleKind kind :
       {RuleKind::kCondition, RuleKind::kEach, RuleKind::kIdle}) {
    EXPECT_GT(counted[kind], cases / 20);
  }
}

}  // namespace
}  // namespace mqlab::reference
