#include "scoring/score.h"

#include <algorithm>

#include "scoring/evaluator.h"
#include "scoring/life.h"

namespace mqlab {
namespace {

ScoreTable EmptyTable(const Program& program, uint32_t leads, Instant as_of) {
  const size_t scores = program.scores.size();
  const size_t stages = program.stages.size();
  ScoreTable table;
  table.as_of = as_of;
  table.num_leads = leads;
  table.scores.assign(scores, std::vector<Millipoints>(leads));
  table.total.resize(leads);
  table.bands.assign(scores, std::vector<uint16_t>(leads, kNoBand));
  table.stage.resize(leads);
  table.reason_offsets.assign(1, 0);
  table.reached.assign(stages, std::vector<Instant>(leads, kNever));
  table.entries.assign(stages, std::vector<uint32_t>(leads));
  table.recycles.resize(leads);
  return table;
}

void Fill(Evaluator& evaluator, const LifeState& state, uint32_t lead,
          ScoreTable* table) {
  for (uint32_t score = 0; score < table->scores.size(); ++score) {
    table->scores[score][lead] = evaluator.ScoreValue(score);
    table->bands[score][lead] = evaluator.BandOf(score);
  }
  table->total[lead] = evaluator.Total();
  table->stage[lead] = state.standing();
  for (size_t stage = 0; stage < state.reached.size(); ++stage) {
    table->reached[stage][lead] = state.reached[stage];
    table->entries[stage][lead] = state.entries[stage];
  }
  table->recycles[lead] = state.recycles;
}

// The reasons are tested as step 1 saw them, before as-of's own entries.
void FillReasons(Evaluator& evaluator, const std::vector<Instant>& reached,
                 ScoreTable* table) {
  const std::vector<uint32_t>& nodes = evaluator.program().disqualify;
  evaluator.SetReached(&reached);
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (evaluator.Holds(nodes[i], 0)) table->reasons.push_back(i);
  }
}

}  // namespace

ScoreResult ScoreLeads(const Binding& binding, Instant as_of) {
  const Dataset& dataset = binding.dataset();
  Evaluator evaluator(binding);
  Life life(evaluator);
  ScoreResult result;
  result.issues = binding.issues();
  ScoreTable table = EmptyTable(binding.program(), dataset.leads.size(), as_of);
  LifeState state;
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    evaluator.Load(lead, as_of);
    life.Live(as_of, &state);
    // A disqualified lead's last step changed nothing that its reasons see.
    if (state.disqualified) FillReasons(evaluator, state.reached, &table);
    table.reason_offsets.push_back(static_cast<uint32_t>(table.reasons.size()));
    Fill(evaluator, state, lead, &table);
    if (evaluator.overflow()) {
      result.issues.Error(
          IssueCode::kPointsOverflow, {},
          {std::string(dataset.leads.ids[lead]), *evaluator.overflow()});
    }
  }
  if (!result.issues.has_errors()) result.table = std::move(table);
  return result;
}

std::vector<Millipoints> RulePoints(const Binding& binding, Instant as_of,
                                    uint32_t rule) {
  Evaluator evaluator(binding);
  std::vector<Millipoints> points(binding.dataset().leads.size());
  for (uint32_t lead = 0; lead < points.size(); ++lead) {
    evaluator.Load(lead, as_of);
    evaluator.MoveTo(as_of);
    points[lead] = evaluator.RulePoints(rule);
  }
  return points;
}

std::string Grade(const Program& program, const ScoreTable& table,
                  uint32_t lead) {
  std::string grade;
  for (size_t score = 0; score < program.scores.size(); ++score) {
    const uint16_t band = table.bands[score][lead];
    if (band != kNoBand) grade += program.scores[score].bands[band].label;
  }
  return grade;
}

}  // namespace mqlab
