#ifndef MQLAB_SCORING_STAGE_WALK_H_
#define MQLAB_SCORING_STAGE_WALK_H_

// One instant of a lead's life: it may be disqualified, fall from its stage,
// and rise to a higher one.

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "scoring/explain.h"
#include "scoring/score.h"

namespace mqlab {

// Where a lead stands after an instant.
struct LifeState {
  int32_t stage = kNoStage;  // kept while disqualified
  bool disqualified = false;
  // By stage.
  std::vector<Instant> reached;     // first; kNever when not
  std::vector<Instant> last_entry;  // kNever when not
  std::vector<uint32_t> entries;
  uint32_t recycles = 0;

  void Start(size_t stages) {
    stage = kNoStage;
    disqualified = false;
    reached.assign(stages, kNever);
    last_entry.assign(stages, kNever);
    entries.assign(stages, 0);
    recycles = 0;
  }
  int32_t standing() const { return disqualified ? kDisqualified : stage; }
  // When it last came into the stage in which it stands; kNever without.
  Instant since() const {
    return standing() < 0 ? kNever : last_entry[static_cast<size_t>(stage)];
  }
};

// Takes the step of instant t. `tests` answers for it, seeing state->reached:
// Disqualified(), Enter(stage), Leave(stage). `record(event, stage)` is told
// each change.
template <typename Tests, typename Record>
void StepStages(Tests& tests, Instant t, LifeState* state, Record record) {
  const bool disqualified = tests.Disqualified();
  if (disqualified != state->disqualified) {
    record(disqualified ? StageEvent::kRuledOut : StageEvent::kReadmitted,
           kNoStage);
  }
  state->disqualified = disqualified;
  if (disqualified) return;
  if (state->stage != kNoStage && tests.Leave(state->stage)) {
    record(StageEvent::kLeft, state->stage);
    ++state->recycles;
    do {
      --state->stage;
    } while (state->stage != kNoStage && tests.Leave(state->stage));
  }
  const auto stages = static_cast<int32_t>(state->reached.size());
  for (int32_t to = state->stage + 1; to < stages; ++to) {
    if (!tests.Enter(to) || tests.Leave(to)) continue;
    while (state->stage < to) {
      const auto stage = static_cast<size_t>(++state->stage);
      if (state->reached[stage] == kNever) state->reached[stage] = t;
      state->last_entry[stage] = t;
      ++state->entries[stage];
      record(state->stage < to ? StageEvent::kPassed : StageEvent::kEntered,
             state->stage);
    }
  }
}

}  // namespace mqlab

#endif  // MQLAB_SCORING_STAGE_WALK_H_
