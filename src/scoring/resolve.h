#ifndef MQLAB_SCORING_RESOLVE_H_
#define MQLAB_SCORING_RESOLVE_H_

// Which fields and properties a ruleset reads, and what each is: its type and
// its column. A part of Compile.

#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "rules/parse.h"
#include "scoring/program.h"

namespace mqlab {

// All that a ruleset reads: what scores and stages are made of gets its types
// first, and what is only asked takes them as they are.
struct ResolvedNames {
  std::vector<FieldUse> fields;
  std::vector<FieldUse> properties;
  std::vector<FieldUse> asked_fields;  // beside `fields`
  std::vector<FieldUse> asked_properties;
};
ResolvedNames ResolveAll(const Ruleset& ruleset,
                         const std::vector<Place>& places, const Schema& schema,
                         IssueList* issues);

// A literal read as a cell of `type`; nullopt when it does not fit.
std::optional<TypedValue> ReadLiteral(const Literal& literal, FieldType type);

}  // namespace mqlab

#endif  // MQLAB_SCORING_RESOLVE_H_
