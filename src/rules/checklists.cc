#include "rules/checklists.h"

#include <utility>

namespace mqlab {

Ruleset WithChecklistScenarios(Ruleset ruleset) {
  for (const Checklist& list : ruleset.qualification) {
    Combination complete;
    complete.kind = Combination::Kind::kAtLeast;
    complete.at_least =
        list.at_least.value_or(static_cast<int64_t>(list.items.size()));
    for (const ChecklistItem& item : list.items) {
      complete.of.push_back(item.when);
    }
    Scenario scenario;
    scenario.id = list.id;
    scenario.condition.test = std::move(complete);
    scenario.condition.node = list.node;
    scenario.node = list.node;
    ruleset.scenarios.push_back(std::move(scenario));
  }
  return ruleset;
}

}  // namespace mqlab
