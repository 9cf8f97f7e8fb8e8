#ifndef MQLAB_RULES_CHECKLISTS_H_
#define MQLAB_RULES_CHECKLISTS_H_

#include "rules/ruleset.h"

namespace mqlab {

// With the name of each checklist as a scenario behind the others: that as many
// of its items hold as it asks for.
Ruleset WithChecklistScenarios(Ruleset ruleset);

}  // namespace mqlab

#endif  // MQLAB_RULES_CHECKLISTS_H_
