#ifndef MQLAB_FUNNEL_SCOPE_H_
#define MQLAB_FUNNEL_SCOPE_H_

// The leads that a report looks at, see rules/measuring.md: those of a
// selection whose entry lies in a period.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "report/run.h"

namespace mqlab {

// from <= t < until, where given.
struct Period {
  std::optional<Instant> from;
  std::optional<Instant> until;

  bool all() const { return !from && !until; }
  bool Has(Instant t) const {
    return t != kNever && (!from || t >= *from) && (!until || t < *until);
  }
};

// By lead: when it reached the stage; for kNoStage its creation, if it is known
// and not after as-of, else its first event; kNever for none.
std::vector<Instant> EntriesOf(const Run& run, int32_t stage);

struct Scope {
  std::vector<uint32_t> leads;   // in file order
  std::vector<Instant> entries;  // by lead of the run, not of the scope
};
// `selection`: none for all leads. With an open period leads without an entry
// are in it too.
Scope MakeScope(const Run& run, const std::vector<uint32_t>* selection,
                int32_t stage, const Period& period);

// Leads by something that they have in common.
struct Grouping {
  static constexpr uint32_t kMostGroups = 12;

  std::vector<std::string> names;  // of the groups; largest first
  std::vector<uint32_t> of;        // by lead of the run: its group
  // Groups that stand behind the named ones; kNoIndex when there are none.
  uint32_t others = kNoIndex;   // of the smaller ones together
  uint32_t missing = kNoIndex;  // of leads without a value
  uint32_t all = kNoIndex;      // the only one then

  uint32_t size() const {
    return static_cast<uint32_t>(names.size()) + (others != kNoIndex) +
           (missing != kNoIndex) + (all != kNoIndex);
  }
};

// All leads of the run as one group.
Grouping GroupAll(const Run& run);

// Numbers of the largest counts above 0, at most so many, the largest first;
// ties by number.
std::vector<uint32_t> LargestFirst(std::vector<uint32_t> counts, size_t most);

// From values of all leads: numbers into `names`, kNoIndex where there is none.
// Only the leads of the scope decide which are the largest; ties by number.
Grouping GroupBy(const std::vector<uint32_t>& values,
                 const std::vector<std::string>& names, const Scope& scope);
// By the text of a field, as `eq` compares it; all are missing when there is no
// such column.
Grouping GroupByField(const Run& run, std::string_view field,
                      const Scope& scope);

// The leads of the scope by group, in file order.
std::vector<std::vector<uint32_t>> LeadsByGroup(const Scope& scope,
                                                const Grouping& grouping);

// Those of the leads for which has(lead) is true.
template <typename Has>
std::vector<uint32_t> LeadsThat(std::vector<uint32_t> leads, Has has) {
  std::erase_if(leads, [&](uint32_t lead) { return !has(lead); });
  return leads;
}

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_SCOPE_H_
