#include "scoring/score.h"

#include <algorithm>

#include "scoring/score_job.h"

namespace mqlab {
ScoreResult ScoreLeads(const Binding& binding, Instant as_of,
                       uint32_t threads) {
  ScoreJob job(binding, as_of, nullptr, {}, threads);
  while (!job.done()) job.Step(binding.dataset().leads.size());
  return job.Take();
}

std::vector<Millipoints> RulePoints(const Binding& binding, Instant as_of,
                                    uint32_t rule) {
  const uint32_t leads = binding.dataset().leads.size();
  RuleColumn column;
  if (HasCellColumn(binding.program(), rule)) {
    column = CellColumn(binding, as_of, LeadsToCome(binding, as_of), rule);
  } else {
    CountPass pass(binding, as_of, {rule}, {0, leads});
    pass.Step(leads);
    std::vector<RuleColumn> columns = pass.Take();
    column = JoinColumns(std::move(columns));
  }
  const std::vector<Millipoints> points = *PointsByCode(binding, rule, column);
  std::vector<Millipoints> by_lead(leads);
  for (uint32_t lead = 0; lead < leads; ++lead) {
    by_lead[lead] = points[column.codes[lead]];
  }
  return by_lead;
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
