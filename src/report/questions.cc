#include "report/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mqlab {

Questions::Questions(const Run& run, std::span<const Condition> conditions,
                     std::span<const EventPattern> patterns) {
  std::vector<Condition> asked(conditions.begin(), conditions.end());
  for (const EventPattern& pattern : patterns) {
    asked.push_back({.test = EventTest{pattern, {}, {}}, .node = {}});
  }
  program_ = std::make_unique<Program>(CompileConditions(run, asked));
  binding_ =
      std::make_unique<Binding>(*program_, *run.dataset, run.binding->cache());
  conditions_ = std::make_unique<LeadCondition>(run, *program_);
  const size_t types = run.dataset->events.types.size();
  for (size_t i = conditions.size(); i < asked.size(); ++i) {
    const uint32_t node = program_->disqualify[i];
    patterns_.push_back(program_->nodes[node].a);
    std::vector<uint8_t>& matches = types_.emplace_back(types);
    for (uint32_t type = 0; type < types; ++type) {
      const std::vector<uint32_t>& of_type = binding_->PatternsOf(type);
      matches[type] = std::ranges::count(of_type, patterns_.back()) > 0 ? 1 : 0;
    }
  }
}

}  // namespace mqlab
