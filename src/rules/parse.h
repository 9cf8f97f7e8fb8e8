#ifndef MQLAB_RULES_PARSE_H_
#define MQLAB_RULES_PARSE_H_

// JSON text of mqlab/1 to a Ruleset, or to all its faults.

#include <optional>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "rules/ruleset.h"

namespace mqlab {

struct ParsedRuleset {
  std::optional<Ruleset> ruleset;  // none iff there is a kError issue
  // What could be read of a file that has errors: fit for finding more of them
  // (CheckDraft), for nothing else.
  std::optional<Ruleset> draft;
  IssueList issues;
  std::vector<Place> places;  // by NodeId; places[0] is the whole document

  const Place& place(NodeId node) const { return places[node.value]; }
};

// Reads and checks everything that can be known without data: spelling, kinds,
// ranges of numbers, names of scores, groups, bands, stages and scenarios,
// cycles, duplicate ids and keys, unreachable ranges. Reports every fault at
// once.
ParsedRuleset ParseRuleset(std::string_view json);

// What conditions may name, and nothing that counts or lives.
Ruleset NamesAlone(const Ruleset& ruleset);

// The JSON text of a condition that may use scores, bands, stages and scenarios
// of `rules`: a ruleset of these without any rules, in which the condition is
// the only disqualification. Places are of the text; behind those of `rules`,
// as the scenarios keep theirs.
// REQUIRES: rules.ruleset holds a value.
ParsedRuleset ParseCondition(std::string_view json, const ParsedRuleset& rules);

}  // namespace mqlab

#endif  // MQLAB_RULES_PARSE_H_
