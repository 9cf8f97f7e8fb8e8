#include "scoring/fallback.h"

#include <algorithm>
#include <vector>

#include "base/heap_sort.h"
#include "scoring/life.h"
#include "scoring/turning_points.h"

namespace mqlab {
namespace {

constexpr int64_t kHorizonDays = 3650;

std::vector<Instant> InstantsAhead(Evaluator& evaluator, Instant as_of) {
  std::vector<Instant> instants =
      TurningPoints(evaluator, as_of, as_of + kHorizonDays * kMillisPerDay);
  // `reached` sees at the next instant what was entered at this one.
  instants.push_back(as_of + 1);
  if (evaluator.created() != kNever && evaluator.created() > as_of) {
    instants.push_back(evaluator.created());
    instants.push_back(evaluator.created() + 1);
  }
  HeapSort(instants);
  const auto repeated = std::ranges::unique(instants);
  instants.erase(repeated.begin(), repeated.end());
  return instants;
}

}  // namespace

std::optional<Fallback> FindFallback(Evaluator& evaluator, Instant as_of,
                                     int32_t standing) {
  if (standing == kDisqualified) return std::nullopt;
  // As-of itself is an instant only for as-of: seen from later, the life up to
  // it has no step there unless an event or the creation falls on it.
  Life life(evaluator);
  LifeState before;
  life.LiveBefore(as_of + 1, &before);
  const Program& program = evaluator.program();
  const bool can_fall =
      before.standing() < standing || !program.disqualify.empty() ||
      std::ranges::any_of(
          program.stages,
          [](const StageCode& stage) { return stage.leave != kNoIndex; });
  if (!can_fall) return std::nullopt;
  for (const Instant t : InstantsAhead(evaluator, as_of)) {
    LifeState state = before;
    if (evaluator.created() > as_of && evaluator.created() < t) {
      life.Step(evaluator.created(), &state);
    }
    life.Step(t, &state);
    // kDisqualified < kNoStage < every stage.
    if (state.standing() < standing) {
      return Fallback{t, state.standing()};
    }
  }
  return std::nullopt;
}

}  // namespace mqlab
