#include "review/stage_origin.h"

#include <vector>

namespace mqlab {

// The step of that instant once more: stages are tried upwards from the first
// that was reached then, and see those that were entered before, or in this
// step.
EnteredBy StageOrigin::Of(uint32_t lead) {
  const auto stages = static_cast<int32_t>(run_.table.reached.size());
  const auto reached_at = [&](int32_t stage) {
    return run_.table.reached[static_cast<size_t>(stage)][lead];
  };
  const Instant t = reached_at(stage_);
  int32_t to = stage_;
  while (to > 0 && reached_at(to - 1) == t) --to;
  std::vector<Instant> reached(run_.table.reached.size(), kNever);
  for (int32_t stage = 0; stage < to; ++stage) {
    reached[static_cast<size_t>(stage)] = reached_at(stage);
  }
  evaluator_.Load(lead, t);
  evaluator_.MoveTo(t);
  evaluator_.SetReached(&reached);
  for (; to < stages && reached_at(to) == t; ++to) {
    if (!life_.Enter(to) || life_.Leave(to)) continue;
    for (int32_t stage = 0; stage <= to; ++stage) {
      reached[static_cast<size_t>(stage)] = reached_at(stage);
    }
    if (to < stage_) continue;
    return life_.CreditOf(run_.program.stages[static_cast<size_t>(to)].enter);
  }
  return {};
}

}  // namespace mqlab
