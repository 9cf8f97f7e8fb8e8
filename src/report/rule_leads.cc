#include "report/rule_leads.h"

#include "scoring/evaluator.h"

namespace mqlab {

std::vector<uint32_t> CountRuleLeads(const Binding& binding, Instant as_of) {
  const auto rules = static_cast<uint32_t>(binding.program().rules.size());
  std::vector<uint32_t> counts(rules);
  Evaluator evaluator(binding);
  for (uint32_t lead = 0; lead < binding.dataset().leads.size(); ++lead) {
    evaluator.Load(lead, as_of);
    evaluator.MoveTo(as_of);
    for (uint32_t rule = 0; rule < rules; ++rule) {
      if (evaluator.RulePoints(rule) != 0) ++counts[rule];
    }
  }
  return counts;
}

}  // namespace mqlab
