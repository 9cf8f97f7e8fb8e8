#include "report/overshadowed.h"

#include "base/wide.h"
#include "report/points_of_rule.h"
#include "scoring/points.h"

namespace mqlab {
namespace {

// By lead, before the limits of the group.
std::vector<Wide> SumsOfGroup(const Run& run, uint32_t group) {
  std::vector<Wide> sums(run.table.num_leads);
  for (const uint32_t rule : run.program.group_rules[group]) {
    const std::vector<Millipoints> points = PointsOfRule(run, rule);
    for (size_t lead = 0; lead < sums.size(); ++lead) {
      sums[lead] += points[lead];
    }
  }
  return sums;
}

}  // namespace

std::vector<uint32_t> FindOvershadowed(const Run& run, std::string_view id) {
  std::vector<uint32_t> leads;
  const std::optional<uint32_t> rule = FindRule(run.program, id);
  if (!rule) return leads;
  const RuleCode& code = run.program.rules[*rule];
  const ScoreCode& score = run.program.scores[code.score];
  GroupCode group;
  if (code.group != kNoIndex) group = run.program.groups[code.group];
  const bool limited = group.min || group.max;
  if (!limited && !score.min && !score.max) return leads;

  const std::vector<Millipoints> points = PointsOfRule(run, *rule);
  std::vector<Wide> in_group;
  if (limited) in_group = SumsOfGroup(run, code.group);
  for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
    if (points[lead] == 0) continue;
    Wide added = points[lead];
    if (limited) {
      const Wide sum = in_group[lead];
      added = Clamp<Wide>(sum, group.min, group.max) -
              Clamp<Wide>(sum - added, group.min, group.max);
    }
    const Wide without = run.table.sums[code.score][lead] - added;
    if (Clamp<Wide>(without, score.min, score.max) ==
        run.table.scores[code.score][lead]) {
      leads.push_back(lead);
    }
  }
  return leads;
}

}  // namespace mqlab
