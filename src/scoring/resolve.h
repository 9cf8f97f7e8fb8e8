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

// Everything a ruleset does with one name.
struct NameUse {
  // What is asked of a name beside field tests.
  struct Demand {
    std::string_view by;            // "ranges", "times_property", ...
    std::optional<FieldType> type;  // the only type that will do; none: no list
    NodeId node;
  };
  std::string name;
  NodeId node;  // of the first use
  std::vector<const FieldTest*> tests;
  std::vector<const Literal*> equal;  // keys compared as `eq`
  std::vector<const LookupRule*> lookups;
  std::vector<Demand> demands;
};

struct NameUses {
  std::vector<NameUse> fields;
  std::vector<NameUse> properties;
};

// Over enabled rules, scores, scenarios, disqualifications and stages.
NameUses CollectUses(const Ruleset& ruleset);

enum class NameKind : uint8_t { kField, kProperty };

// One FieldUse a NameUse, in order. Reports types that do not fit and names
// that nothing knows.
std::vector<FieldUse> Resolve(const std::vector<NameUse>& uses, NameKind kind,
                              const Ruleset& ruleset,
                              const std::vector<Place>& places,
                              const Schema& schema, IssueList* issues);

// A literal read as a cell of `type`; nullopt when it does not fit.
std::optional<TypedValue> ReadLiteral(const Literal& literal, FieldType type);

}  // namespace mqlab

#endif  // MQLAB_SCORING_RESOLVE_H_
