// Lives of many instants, which the Timeline sweeps in ways of its own, against
// one instant after the other by the Evaluator.

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/instant.h"
#include "scoring/comparison.h"
#include "scoring/evaluator.h"
#include "scoring/life.h"
#include "scoring/random_case.h"

namespace mqlab::reference {
namespace {

// The case with all events on its first lead, and each of them many times over
// some months; now and then several at one instant.
RandomCase Lengthen(RandomCase random_case, uint64_t seed, int copies) {
  std::mt19937_64 random(seed);
  RawData& data = random_case.data;
  if (data.leads.empty()) return random_case;
  const std::vector<RawEvent> events = data.events;
  data.events.clear();
  for (const RawEvent& event : events) {
    const std::optional<Instant> time = ParseInstant(event.time);
    if (!time) continue;
    for (int copy = 0; copy < copies; ++copy) {
      RawEvent more = event;
      more.lead_id = data.leads.front().id;
      const int64_t days = static_cast<int64_t>(random() % 200);
      const int64_t millis =
          random() % 3 == 0 ? 0 : static_cast<int64_t>(random() % 86'400'000);
      more.time = FormatInstant(*time - days * kMillisPerDay - millis);
      data.events.push_back(std::move(more));
    }
  }
  return random_case;
}

struct OneLife {
  LifeState state;
  std::vector<Millipoints> scores;
  Millipoints total = 0;
  bool overflow = false;
};

OneLife LiveInstantByInstant(const EngineRun& run, uint32_t lead,
                             Instant as_of) {
  const Binding binding(*run.compiled.program, run.dataset);
  Evaluator evaluator(binding);
  Life life(evaluator);
  OneLife lived;
  evaluator.Load(lead, as_of);
  life.Live(as_of, &lived.state);
  for (uint32_t score = 0; score < run.compiled.program->scores.size();
       ++score) {
    lived.scores.push_back(evaluator.ScoreValue(score));
  }
  lived.total = evaluator.Total();
  lived.overflow = evaluator.overflow().has_value();
  return lived;
}

TEST(LongLifeTest, IsTheSameSweptOrInstantByInstant) {
  const uint64_t first = FirstSeed(4'000'000);
  int64_t lived = 0;
  uint64_t entered = 0;
  for (uint64_t seed = first; lived < CasesToDraw(1000); ++seed) {
    const RandomCase random_case =
        Lengthen(DrawCase(seed), seed, seed % 4 == 0 ? 100 : 20);
    if (random_case.data.events.size() < 100) continue;
    const EngineRun run(random_case);
    if (!run.rejected.empty() || !run.compiled.program) continue;
    ++lived;
    const Instant as_of =
        random_case.as_of.value_or(run.dataset.events.newest.value_or(0));
    const OneLife expected = LiveInstantByInstant(run, 0, as_of);
    if (!run.result.table) {
      ASSERT_TRUE(expected.overflow) << "seed " << seed;
      continue;
    }
    const ScoreTable& table = *run.result.table;
    ASSERT_EQ(table.stage[0], expected.state.standing()) << "seed " << seed;
    ASSERT_EQ(table.recycles[0], expected.state.recycles) << "seed " << seed;
    ASSERT_EQ(table.since[0], expected.state.since()) << "seed " << seed;
    ASSERT_EQ(table.total[0], expected.total) << "seed " << seed;
    for (size_t score = 0; score < table.scores.size(); ++score) {
      ASSERT_EQ(table.scores[score][0], expected.scores[score])
          << "seed " << seed;
    }
    for (size_t stage = 0; stage < table.reached.size(); ++stage) {
      ASSERT_EQ(table.reached[stage][0], expected.state.reached[stage])
          << "seed " << seed;
      ASSERT_EQ(table.entries[stage][0], expected.state.entries[stage])
          << "seed " << seed;
      entered += table.entries[stage][0];
    }
  }
  EXPECT_GT(entered, static_cast<uint64_t>(lived));
}

}  // namespace
}  // namespace mqlab::reference
