#include "funnel/roles.h"

#include <algorithm>

#include "scoring/score.h"

namespace mqlab {
namespace {

// As the rule file says; else the stage of that id.
int32_t StageOf(const Ruleset& ruleset, std::string_view role) {
  if (ruleset.economics) {
    for (const auto& [name, stage] : ruleset.economics->stages) {
      if (name == role) return FindStage(ruleset, stage);
    }
  }
  return FindStage(ruleset, role);
}

}  // namespace

int32_t FindStage(const Ruleset& ruleset, std::string_view id) {
  const auto found = std::ranges::find(ruleset.stages, id, &Stage::id);
  return found == ruleset.stages.end()
             ? kNoStage
             : static_cast<int32_t>(found - ruleset.stages.begin());
}

Roles FindRoles(const Ruleset& ruleset) {
  Roles roles = {.mql = StageOf(ruleset, "mql"),
                 .sal = StageOf(ruleset, "sal"),
                 .sql = StageOf(ruleset, "sql"),
                 .opportunity = StageOf(ruleset, "opportunity"),
                 .customer = StageOf(ruleset, "customer"),
                 .hand_off = kNoStage};
  const auto stages = static_cast<int32_t>(ruleset.stages.size());
  if (roles.mql == kNoStage) roles.mql = std::min(1, stages - 1);
  if (roles.customer == kNoStage) roles.customer = stages - 1;
  if (ruleset.sla && !ruleset.sla->stage.empty()) {
    roles.hand_off = FindStage(ruleset, ruleset.sla->stage);
  }
  if (roles.hand_off == kNoStage) roles.hand_off = roles.mql;
  return roles;
}

}  // namespace mqlab
