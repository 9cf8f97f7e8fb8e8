#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scoring/comparison.h"
#include "scoring/evaluator.h"
#include "scoring/life.h"
#include "scoring/reference_text.h"
#include "scoring/remedies.h"

// Remedies on the random cases: each, applied to the raw data and scored afresh
// by the judge, brings the lead to its next stage; points are the least that
// do.

namespace mqlab::reference {
namespace {

RawData WithEvents(RawData data, const std::string& id, Instant as_of,
                   const Remedy& remedy) {
  RawEvent event{id, FormatInstant(as_of), remedy.event, {}};
  for (const auto& [name, value] : remedy.properties) {
    event.properties[name] = value;
  }
  data.events.insert(data.events.end(), remedy.times, event);
  return data;
}

RawData WithCell(RawData data, const std::string& id, const Remedy& remedy) {
  for (RawLead& lead : data.leads) {
    if (Trim(lead.id) == id) lead.cells[remedy.field] = remedy.value;
  }
  return data;
}

// The case with other data; the types stay those of the full data only by luck.
bool HasSameTypes(const EngineRun& run, const RandomCase& changed) {
  const EngineRun other(changed);
  if (!other.compiled.program) return false;
  const auto same = [](const std::vector<FieldUse>& a,
                       const std::vector<FieldUse>& b) {
    return std::ranges::equal(a, b, {}, &FieldUse::type, &FieldUse::type);
  };
  return same(run.compiled.program->fields, other.compiled.program->fields) &&
         same(run.compiled.program->properties,
              other.compiled.program->properties);
}

class RemediesLawsTest : public testing::Test {
 protected:
  void Check(uint64_t seed) {
    const RandomCase drawn = DrawCase(seed);
    const EngineRun run(drawn);
    ASSERT_EQ(run.rejected, "") << Describe(drawn);
    if (!run.result.table || run.parsed.ruleset->stages.empty()) return;
    const Binding binding(*run.compiled.program, run.dataset);
    for (uint32_t i = 0; i < run.result.table->num_leads; ++i) {
      CheckLead(drawn, run, binding, i);
      ASSERT_FALSE(HasFailure()) << "lead " << i << "\n" << Describe(drawn);
    }
  }

  int64_t points_ = 0;
  int64_t no_points_ = 0;
  int64_t events_ = 0;
  int64_t fields_ = 0;

 private:
  void CheckLead(const RandomCase& drawn, const EngineRun& run,
                 const Binding& binding, uint32_t lead) {
    const Instant as_of = run.result.table->as_of;
    const std::vector<Remedy> remedies = FindRemedies(binding, as_of, lead);
    EXPECT_LE(remedies.size(), 3u);
    CheckPoints(binding, as_of, lead, remedies);
    Millipoints nearest = 0;
    for (const Remedy& remedy : remedies) {
      if (remedy.kind == Remedy::Kind::kPoints) continue;
      EXPECT_GE(remedy.gives, nearest);
      nearest = remedy.gives;
      CheckChange(drawn, run, lead, remedy);
    }
  }

  static int32_t NextOf(const EngineRun& run, uint32_t lead) {
    const Explanation why = Explain(*run.compiled.program, run.dataset,
                                    run.result.table->as_of, lead);
    return why.next_stage;
  }

  void CheckChange(const RandomCase& drawn, const EngineRun& run, uint32_t lead,
                   const Remedy& remedy) {
    const Instant as_of = run.result.table->as_of;
    const std::string id(run.dataset.leads.ids[lead]);
    RandomCase changed = drawn;
    changed.as_of = as_of;
    changed.data = remedy.kind == Remedy::Kind::kEvent
                       ? WithEvents(drawn.data, id, as_of, remedy)
                       : WithCell(drawn.data, id, remedy);
    if (!HasSameTypes(run, changed)) return;
    const ReferenceResult judged =
        ScoreByReference(*run.parsed.ruleset, changed.data, as_of);
    const ReferenceLead& now = judged.leads.at(lead);
    const auto& stages = run.parsed.ruleset->stages;
    const auto stage = std::ranges::find(stages, now.stage, &mqlab::Stage::id);
    const std::string what = remedy.event + std::to_string(remedy.times) +
                             remedy.field + " " + remedy.value;
    ASSERT_NE(stage, stages.end()) << what << ": " << now.stage;
    EXPECT_GE(stage - stages.begin(), NextOf(run, lead)) << what;
    EXPECT_EQ(now.total - run.result.table->total[lead], remedy.gives) << what;
    ++(remedy.kind == Remedy::Kind::kEvent ? events_ : fields_);
  }

  void CheckPoints(const Binding& binding, Instant as_of, uint32_t lead,
                   const std::vector<Remedy>& remedies) {
    const Program& program = binding.program();
    Evaluator evaluator(binding);
    evaluator.Load(lead, as_of);
    Life life(evaluator);
    LifeState before;
    life.LiveBefore(as_of, &before);
    LifeState now = before;
    life.Step(as_of, &now);
    const int32_t next = now.stage + 1;
    if (next == static_cast<int32_t>(program.stages.size())) return;
    const auto does = [&](uint32_t score, Millipoints points) {
      evaluator.Grant(score, points);
      LifeState state = before;
      life.Step(as_of, &state);
      return state.standing() >= next;
    };
    if (!remedies.empty() && remedies[0].kind == Remedy::Kind::kPoints) {
      const auto [score, points] =
          std::pair(remedies[0].score, remedies[0].points);
      EXPECT_TRUE(does(score, points));
      ASSERT_GT(points, 0);
      for (const Millipoints fewer :
           {points - 1, points / 2, points / 3, points / 10, Millipoints{0}}) {
        EXPECT_FALSE(does(score, fewer)) << fewer << " of " << points;
      }
      for (Millipoints fewer = 500; fewer < points && fewer < 100'000;
           fewer += 500) {
        EXPECT_FALSE(does(score, fewer)) << fewer << " of " << points;
      }
      ++points_;
      return;
    }
    // No number does in a score of which the stage asks some.
    const Node& enter =
        program.nodes[program.stages[static_cast<size_t>(next)].enter];
    if (enter.kind != NodeKind::kScore ||
        (enter.op != Op::kGe && enter.op != Op::kGt)) {
      return;
    }
    for (Millipoints points = 1; points < 200'000; points += 499) {
      EXPECT_FALSE(does(enter.a, points)) << points;
    }
    ++no_points_;
  }
};

TEST_F(RemediesLawsTest, EachBringsTheLeadToItsNextStage) {
  const uint64_t first = FirstSeed(8'000'001);
  constexpr int64_t kCases = 1000;
  const auto cases = static_cast<uint64_t>(CasesToDraw(kCases));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    Check(seed);
    if (HasFailure()) return;
  }
  // Fewer cases may lack what is rare.
  if (CasesToDraw(kCases) < kCases) return;
  EXPECT_GT(points_, kCases / 60);
  EXPECT_GT(no_points_, kCases / 200);
  EXPECT_GT(events_, kCases / 30);
  EXPECT_GT(fields_, kCases / 60);
}

}  // namespace
}  // namespace mqlab::reference
