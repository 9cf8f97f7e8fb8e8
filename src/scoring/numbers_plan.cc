#include <algorithm>
#include <map>
#include <string>

#include "scoring/passes.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

using Rules = std::multimap<std::string, uint32_t>;

Rules RulesOf(const Program& program, const std::vector<uint32_t>& rules) {
  Rules by_signature;
  for (const uint32_t rule : rules) {
    by_signature.emplace(PointsSignature(program, rule), rule);
  }
  return by_signature;
}

// Takes away what both have.
void KeepDifferent(Rules* gone, Rules* come) {
  for (auto rule = gone->begin(); rule != gone->end();) {
    const auto same = come->find(rule->first);
    if (same == come->end()) {
      ++rule;
      continue;
    }
    come->erase(same);
    rule = gone->erase(rule);
  }
}

bool SameGroups(const Program& before, const Program& after, uint32_t score) {
  const std::vector<uint32_t>& old_groups = before.scores[score].groups;
  const std::vector<uint32_t>& new_groups = after.scores[score].groups;
  return std::ranges::equal(
      old_groups, new_groups, [&](uint32_t was, uint32_t is) {
        Rules gone = RulesOf(before, before.group_rules[was]);
        Rules come = RulesOf(after, after.group_rules[is]);
        KeepDifferent(&gone, &come);
        return gone.empty() && come.empty() &&
               before.groups[was].min == after.groups[is].min &&
               before.groups[was].max == after.groups[is].max;
      });
}

bool SameBands(const ScoreCode& before, const ScoreCode& after) {
  return std::ranges::equal(before.bands, after.bands, {}, &Band::ge,
                            &Band::ge);
}

}  // namespace

NumbersPlan::Score PlanScore(const Program& before,
                             const std::vector<Term>& old_terms,
                             const Program& after,
                             const std::vector<Term>& new_terms,
                             uint32_t score) {
  NumbersPlan::Score plan;
  const ScoreCode& was = before.scores[score];
  const ScoreCode& is = after.scores[score];
  if (was.start != is.start || !SameGroups(before, after, score)) return plan;
  Rules gone = RulesOf(before, was.rules);
  Rules come = RulesOf(after, is.rules);
  KeepDifferent(&gone, &come);
  if (gone.empty() && come.empty() && was.min == is.min && was.max == is.max &&
      SameBands(was, is)) {
    plan.way = NumbersPlan::Way::kAsBefore;
    return plan;
  }
  if (gone.size() + come.size() >= is.rules.size()) return plan;
  plan.way = NumbersPlan::Way::kByChange;
  for (const auto& [signature, rule] : gone) {
    plan.gone.push_back(old_terms[rule]);
  }
  for (const auto& [signature, rule] : come) {
    plan.come.push_back(new_terms[rule]);
  }
  return plan;
}

}  // namespace mqlab
