#ifndef MQLAB_SCORING_LIFE_H_
#define MQLAB_SCORING_LIFE_H_

// The life of a lead through its instants: its creation, the times of its
// events, and as-of. In two ways that agree: LifeSweep for all instants at
// once, Life for one instant after the other.

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "scoring/evaluator.h"
#include "scoring/explain.h"
#include "scoring/stage_walk.h"
#include "scoring/timeline.h"

namespace mqlab {

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

  // What made a condition hold that holds now.
  EnteredBy CreditOf(uint32_t node);

  // What StepStages asks, as of the evaluator's instant.
  bool Disqualified();
  bool Enter(int32_t stage);
  bool Leave(int32_t stage);

 private:
  Evaluator& evaluator_;
};

class LifeSweep {
 public:
  explicit LifeSweep(const Program& program);

  // The whole life of the lead that `timeline` has taken up, by its scores.
  // `reasons` receives the disqualifications that hold at the end: none unless
  // the lead ends disqualified.
  void Live(Timeline& timeline, LifeState* state,
            std::vector<uint32_t>* reasons);

  bool Disqualified();
  bool Enter(int32_t stage);
  bool Leave(int32_t stage);

 private:
  void FindChances(size_t size);
  // The first instant from `from` on at which anything can change.
  size_t NextChance(const LifeState& state, size_t from, size_t size) const;
  // Whether a condition holds at the instant. Parts without a stage test have
  // their masks; the rest is asked instant by instant.
  bool Holds(uint32_t node);
  bool HasStageTest(uint32_t node) const;
  void AddParts(uint32_t node);

  const Program& program_;
  // Nodes that are asked for a mask, and by node its number or kNoIndex.
  std::vector<uint32_t> parts_;
  std::vector<uint32_t> part_of_;
  std::vector<Mask> truth_;  // by part
  // When a lead may be disqualified; by stage, from none on, when it may leave
  // it or rise above it. Conditions with a stage test may hold at any time.
  Mask always_;
  Mask out_;
  std::vector<Mask> chances_;
  size_t instant_ = 0;
  const LifeState* state_ = nullptr;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_LIFE_H_
