#ifndef MQLAB_RULES_WRITE_H_
#define MQLAB_RULES_WRITE_H_

#include <string>

#include "rules/ruleset.h"

namespace mqlab {

// The canonical JSON text of a ruleset: two spaces of indentation, keys in the
// order of the schema, what has its default left out, a final newline.
// ParseRuleset of it gives an equal ruleset; writing that gives the same text.
std::string WriteRuleset(const Ruleset& ruleset);

}  // namespace mqlab

#endif  // MQLAB_RULES_WRITE_H_
