#include <algorithm>

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
  table->since[lead] = state.since();
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
    table->scores[score].own()[lead] = evaluator_.ScoreValue(score);
    table->bands[score].own()[lead] = evaluator_.BandOf(score);
  }
  table->total.own()[lead] = evaluator_.Total();
  return evaluator_.overflow();
}

LifePass::LifePass(const Binding& binding, Instant as_of,
                   const std::optional<std::vector<Term>>& terms,
                   LeadRange range, Reach* reach)
    : reach_(reach),
      binding_(binding),
      program_(binding.program()),
      as_of_(as_of),
      terms_(terms),
      range_(range),
      timeline_(binding, PatternsOfLife(binding.program())),
      sweep_(binding.program()),
      careful_scorer_(binding) {}

void LifePass::AddUpCells(uint32_t begin, uint32_t end) {
  const size_t scores = program_.scores.size();
  const size_t slots = scores + program_.groups.size();
  constants_.assign(slots * (end - begin), 0);
  const auto add_up = [&](const std::vector<uint32_t>& rules, size_t slot) {
    sums_.assign(end - begin, 0);
    for (const uint32_t rule : rules) {
      if (!binding_.IsCellRule(rule)) continue;
      (*terms_)[rule].AddTo(sums_.data(), begin, end - begin);
    }
    for (size_t i = 0; i < sums_.size(); ++i) {
      constants_[i * slots + slot] = sums_[i];
    }
  };
  for (size_t score = 0; score < scores; ++score) {
    if (program_.score_in_life[score]) {
      add_up(program_.scores[score].rules, score);
    }
  }
  for (size_t group = 0; group < program_.groups.size(); ++group) {
    if (program_.score_in_life[program_.groups[group].score]) {
      add_up(program_.group_rules[group], scores + group);
    }
  }
}

void LifePass::Keep(uint32_t lead, ScoreTable* table) {
  table->stage[lead] = former_->stage[lead];
  for (size_t stage = 0; stage < table->reached.size(); ++stage) {
    table->reached[stage][lead] = former_->reached[stage][lead];
    table->entries[stage][lead] = former_->entries[stage][lead];
  }
  table->recycles[lead] = former_->recycles[lead];
  table->since[lead] = former_->since[lead];
  reasons_.insert(reasons_.end(),
                  former_->reasons.begin() + former_->reason_offsets[lead],
                  former_->reasons.begin() + former_->reason_offsets[lead + 1]);
  for (size_t slot = 0; slot < reach_->size(); ++slot) {
    Reach::value_type& column = (*reach_)[slot];
    if (!column.empty()) column[lead] = ReachOf((*former_reach_)[slot], lead);
  }
}

// A lead that needs the careful scorer may reach anything.
void LifePass::StoreReach(uint32_t lead) {
  const auto scores = static_cast<uint32_t>(program_.scores.size());
  for (uint32_t slot = 0; slot < reach_->size(); ++slot) {
    Reach::value_type& column = (*reach_)[slot];
    if (column.empty()) continue;
    column[lead] = timeline_.ReachOf(slot == scores ? kNoIndex : slot);
  }
}

void LifePass::Step(uint32_t leads, ScoreTable* table) {
  constexpr uint32_t kBlock = 4096;
  const Timeline::Extent extent = ExtentOf(program_);
  const size_t slots = program_.scores.size() + program_.groups.size();
  const auto [begin, end] = range_.Take(leads);
  // Leads whose cells are added up: from one whose life is asked for on.
  uint32_t block = begin;
  uint32_t block_end = begin;
  for (uint32_t lead = begin; lead < end; ++lead) {
    const size_t reasons = reasons_.size();
    if (change_ != nullptr && !change_->Affects(lead)) {
      Keep(lead, table);
      reason_counts_.push_back(
          static_cast<uint32_t>(reasons_.size() - reasons));
      continue;
    }
    bool lived = false;
    if (terms_) {
      if (lead >= block_end) {
        block = lead;
        block_end = std::min(lead + kBlock, end);
        AddUpCells(block, block_end);
      }
      timeline_.Load(lead, as_of_, extent,
                     constants_.data() + (lead - block) * slots);
      lived = !timeline_.NearsEnd();
    }
    if (lived) {
      sweep_.Live(timeline_, &state_, &reasons_);
      StoreReach(lead);
      FillStages(state_, lead, table);
    } else if (const auto id = careful_scorer_.Score(lead, table, &reasons_)) {
      overflows_.emplace_back(lead, *id);
    }
    reason_counts_.push_back(static_cast<uint32_t>(reasons_.size() - reasons));
  }
}

}  // namespace mqlab
