#ifndef MQLAB_SCORING_LIFE_H_
#define MQLAB_SCORING_LIFE_H_

// The life of a lead through its instants: its creation, the times of its
// events, and as-of. At each it may be disqualified, fall from its stage, and
// rise to a higher one.

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "scoring/evaluator.h"
#include "scoring/explain.h"
#include "scoring/score.h"

namespace mqlab {

// Where a lead stands after an instant.
struct LifeState {
  int32_t stage = kNoStage;  // kept while disqualified
  bool disqualified = false;
  std::vector<Instant> reached;   // by stage; kNever when not
  std::vector<uint32_t> entries;  // by stage
  uint32_t recycles = 0;

  int32_t standing() const { return disqualified ? kDisqualified : stage; }
};

class Life {
 public:
  explicit Life(Evaluator& evaluator) : evaluator_(evaluator) {}

  // The loaded lead's whole life up to as_of. `history`, when given, receives
  // each step. The evaluator stands at as_of afterwards.
  void Live(Instant as_of, LifeState* state,
            std::vector<StageStep>* history = nullptr);

  // All of it but the last instant, as_of itself (which is a step of its own
  // even when nothing happens at it).
  void LiveBefore(Instant as_of, LifeState* state,
                  std::vector<StageStep>* history = nullptr);

  // One instant.
  void Step(Instant t, LifeState* state,
            std::vector<StageStep>* history = nullptr);

 private:
  bool IsDisqualified();
  void Leave(LifeState* state, std::vector<StageStep>* history);
  void Rise(LifeState* state, std::vector<StageStep>* history);
  bool LeaveHolds(int32_t stage);
  EnteredBy CreditOf(uint32_t node);

  Evaluator& evaluator_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_LIFE_H_
