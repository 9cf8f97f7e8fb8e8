#include "report/points_of_rule.h"

#include <algorithm>

namespace mqlab {

std::optional<uint32_t> FindRule(const Program& program, std::string_view id) {
  const auto has_id = [&](const RuleCode& rule) {
    return program.source.rules[rule.source].id == id;
  };
  const auto found = std::ranges::find_if(program.rules, has_id);
  if (found == program.rules.end()) return std::nullopt;
  return static_cast<uint32_t>(found - program.rules.begin());
}

std::vector<Millipoints> PointsOfRule(const Run& run, uint32_t rule) {
  if (!run.basis.terms) return RulePoints(*run.binding, run.as_of, rule);
  std::vector<Millipoints> points(run.table.num_leads);
  (*run.basis.terms)[rule].AddTo(points.data(), 0, points.size());
  return points;
}

}  // namespace mqlab
