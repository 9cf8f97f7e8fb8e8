#include "scoring/passes.h"

namespace mqlab {
namespace {

void FillStages(const LifeState& state, uint32_t lead, ScoreTable* table) {
  table->stage[lead] = state.standing();
  for (size_t stage = 0; stage < state.reached.size(); ++stage) {
    table->reached[stage][lead] = state.reached[stage];
    table->entries[stage][lead] = state.entries[stage];
  }
  table->recycles[lead] = state.recycles;
}

Timeline::Extent ExtentOf(const Program& program) {
  return program.stages.empty() && program.disqualify.empty()
             ? Timeline::Extent::kAsOf
             : Timeline::Extent::kLife;
}

}  // namespace

std::optional<std::string> CarefulScorer::Score(
    uint32_t lead, ScoreTable* table, std::vector<uint32_t>* reasons) {
  const Program& program = evaluator_.program();
  LifeState state;
  evaluator_.Load(lead, table->as_of);
  life_.Live(table->as_of, &state);
  FillStages(state, lead, table);
  if (state.disqualified) {
    // As step 1 saw them, before as-of's own entries: there were none.
    evaluator_.SetReached(&state.reached);
    for (uint32_t i = 0; i < program.disqualify.size(); ++i) {
      if (evaluator_.Holds(program.disqualify[i], 0)) reasons->push_back(i);
    }
  }
  for (uint32_t score = 0; score < table->scores.size(); ++score) {
    table->scores[score][lead] = evaluator_.ScoreValue(score);
    table->bands[score][lead] = evaluator_.BandOf(score);
  }
  table->total[lead] = evaluator_.Total();
  return evaluator_.overflow();
}

LifePass::LifePass(const Binding& binding, Instant as_of, bool careful,
                   LeadRange range)
    : program_(binding.program()),
      as_of_(as_of),
      careful_(careful),
      range_(range),
      timeline_(binding, PatternsOfLife(binding.program())),
      sweep_(binding.program()),
      careful_scorer_(binding) {}

void LifePass::Step(uint32_t leads, ScoreTable* table) {
  const Timeline::Extent extent = ExtentOf(program_);
  const auto [begin, end] = range_.Take(leads);
  for (uint32_t lead = begin; lead < end; ++lead) {
    const size_t reasons = reasons_.size();
    bool scored = false;
    if (!careful_) {
      timeline_.Load(lead, as_of_, extent);
      scored = timeline_.ComputeScores();
    }
    if (scored) {
      sweep_.Live(timeline_, &state_, &reasons_);
      FillStages(state_, lead, table);
    } else if (const auto id = careful_scorer_.Score(lead, table, &reasons_)) {
      overflows_.emplace_back(lead, *id);
    }
    reason_counts_.push_back(static_cast<uint32_t>(reasons_.size() - reasons));
  }
}

}  // namespace mqlab
