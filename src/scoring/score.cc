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

void FillStages(const LifeState& state, uint32_t lead, ScoreTable* table) {
  table->stage[lead] = state.standing();
  for (size_t stage = 0; stage < state.reached.size(); ++stage) {
    table->reached[stage][lead] = state.reached[stage];
    table->entries[stage][lead] = state.entries[stage];
  }
  table->recycles[lead] = state.recycles;
}

// Scores a lead as the Evaluator does, which finds where numbers end.
class CarefulScorer {
 public:
  explicit CarefulScorer(const Binding& binding)
      : evaluator_(binding), life_(evaluator_) {}

  // The id of the rule, group or score that overflows, if one does.
  std::optional<std::string> Score(uint32_t lead, ScoreTable* table) {
    LifeState state;
    evaluator_.Load(lead, table->as_of);
    life_.Live(table->as_of, &state);
    if (state.disqualified) FillReasons(state.reached, table);
    FillStages(state, lead, table);
    for (uint32_t score = 0; score < table->scores.size(); ++score) {
      table->scores[score][lead] = evaluator_.ScoreValue(score);
    }
    table->total[lead] = evaluator_.Total();
    return evaluator_.overflow();
  }

 private:
  // The reasons are tested as step 1 saw them, before as-of's own entries.
  void FillReasons(const std::vector<Instant>& reached, ScoreTable* table) {
    const std::vector<uint32_t>& nodes = evaluator_.program().disqualify;
    evaluator_.SetReached(&reached);
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (evaluator_.Holds(nodes[i], 0)) table->reasons.push_back(i);
    }
  }

  Evaluator evaluator_;
  Life life_;
};

}  // namespace

ScoreResult ScoreLeads(const Binding& binding, Instant as_of) {
  const Dataset& dataset = binding.dataset();
  const Program& program = binding.program();
  const bool lives = !program.stages.empty() || !program.disqualify.empty();
  const auto extent = lives ? Timeline::Extent::kLife : Timeline::Extent::kAsOf;
  Timeline timeline(binding);
  LifeSweep sweep(program);
  CarefulScorer careful(binding);
  ScoreResult result;
  result.issues = binding.issues();
  ScoreTable table = EmptyTable(program, dataset.leads.size(), as_of);
  LifeState state;
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    timeline.Load(lead, as_of, extent);
    if (timeline.ComputeScores(program.score_in_life)) {
      const size_t last = timeline.size() - 1;
      sweep.Live(timeline, &state, &table.reasons);
      FillStages(state, lead, &table);
      for (uint32_t score = 0; score < table.scores.size(); ++score) {
        table.scores[score][lead] = timeline.score(score, last);
      }
      table.total[lead] = timeline.total(last);
    } else if (const auto id = careful.Score(lead, &table)) {
      result.issues.Error(IssueCode::kPointsOverflow, {},
                          {std::string(dataset.leads.ids[lead]), *id});
    }
    table.reason_offsets.push_back(static_cast<uint32_t>(table.reasons.size()));
    for (uint32_t score = 0; score < table.scores.size(); ++score) {
      table.bands[score][lead] =
          BandOf(program.scores[score], table.scores[score][lead]);
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
