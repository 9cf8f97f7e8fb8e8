#include <algorithm>

#include "scoring/life.h"

namespace mqlab {

LifeSweep::LifeSweep(const Program& program)
    : program_(program), part_of_(program.nodes.size(), kNoIndex) {
  for (const uint32_t node : program.disqualify) AddParts(node);
  for (const StageCode& stage : program.stages) {
    AddParts(stage.enter);
    if (stage.leave != kNoIndex) AddParts(stage.leave);
  }
  truth_.resize(parts_.size());
}

bool LifeSweep::HasStageTest(uint32_t index) const {
  const Node& node = program_.nodes[index];
  if (node.kind == NodeKind::kStage) return true;
  if (node.kind == NodeKind::kScenario) {
    return HasStageTest(program_.scenarios[node.a]);
  }
  return std::ranges::any_of(
      node.children, [&](uint32_t child) { return HasStageTest(child); });
}

void LifeSweep::AddParts(uint32_t index) {
  const Node& node = program_.nodes[index];
  if (part_of_[index] != kNoIndex || node.kind == NodeKind::kStage) return;
  if (!HasStageTest(index)) {
    part_of_[index] = static_cast<uint32_t>(parts_.size());
    parts_.push_back(index);
    return;
  }
  if (node.kind == NodeKind::kScenario) AddParts(program_.scenarios[node.a]);
  for (const uint32_t child : node.children) AddParts(child);
}

void LifeSweep::Live(Timeline& timeline, LifeState* state,
                     std::vector<uint32_t>* reasons) {
  state->Start(program_.stages.size());
  state_ = state;
  for (size_t part = 0; part < parts_.size(); ++part) {
    timeline.Truth(parts_[part], &truth_[part]);
  }
  const size_t size = timeline.size();
  FindChances(size);
  for (instant_ = NextChance(*state, 0, size); instant_ < size;
       instant_ = NextChance(*state, instant_ + 1, size)) {
    StepStages(*this, timeline.at(instant_), state, [](StageEvent, int32_t) {});
  }
  // A disqualified lead's last step changed nothing that its reasons see.
  if (!state->disqualified) return;
  instant_ = size - 1;
  for (uint32_t i = 0; i < program_.disqualify.size(); ++i) {
    if (Holds(program_.disqualify[i])) reasons->push_back(i);
  }
}

void LifeSweep::FindChances(size_t size) {
  const auto may_hold = [&](uint32_t node) -> const Mask& {
    return part_of_[node] == kNoIndex ? always_ : truth_[part_of_[node]];
  };
  always_.Reset(size, true);
  out_.Reset(size, false);
  for (const uint32_t node : program_.disqualify) out_.Or(may_hold(node));
  const size_t stages = program_.stages.size();
  chances_.resize(stages + 1);
  chances_[stages].Reset(size, false);
  for (size_t stage = stages; stage-- > 0;) {
    chances_[stage] = chances_[stage + 1];
    chances_[stage].Or(may_hold(program_.stages[stage].enter));
  }
  for (size_t stage = 0; stage < stages; ++stage) {
    const uint32_t leave = program_.stages[stage].leave;
    if (leave != kNoIndex) chances_[stage + 1].Or(may_hold(leave));
  }
}

size_t LifeSweep::NextChance(const LifeState& state, size_t from,
                             size_t size) const {
  // A disqualified lead waits for the instant at which it is so no more.
  if (state.disqualified) return from;
  const auto stage = static_cast<size_t>(int64_t{state.stage} + 1);
  return std::min(out_.Next(from, size), chances_[stage].Next(from, size));
}

bool LifeSweep::Disqualified() {
  return std::ranges::any_of(program_.disqualify,
                             [&](uint32_t node) { return Holds(node); });
}

bool LifeSweep::Enter(int32_t stage) {
  return Holds(program_.stages[static_cast<size_t>(stage)].enter);
}

bool LifeSweep::Leave(int32_t stage) {
  const uint32_t leave = program_.stages[static_cast<size_t>(stage)].leave;
  return leave != kNoIndex && Holds(leave);
}

bool LifeSweep::Holds(uint32_t index) {
  if (part_of_[index] != kNoIndex) return truth_[part_of_[index]][instant_];
  const Node& node = program_.nodes[index];
  switch (node.kind) {
    case NodeKind::kStage:
      return state_->reached[node.a] != kNever;
    case NodeKind::kScenario:
      return Holds(program_.scenarios[node.a]);
    default:  // only combinations are left to have a stage test in them
      return Combine(node, [&](uint32_t child) { return Holds(child); });
  }
}

}  // namespace mqlab
