#ifndef MQLAB_RULES_VALIDATE_H_
#define MQLAB_RULES_VALIDATE_H_

// What a rule file must keep beyond the shape of its parts: one function a
// check, each reporting what it finds.

#include <optional>
#include <vector>

#include "base/issue.h"
#include "rules/ruleset.h"
#include "rules/value_reader.h"

namespace mqlab {

// A pair of numbers that no number is between, a warning.
void WarnEmptyPair(const Literal& low, const Literal& high, const Place& place,
                   IssueList& issues);

// A band that an earlier one always comes before (a fault), or that the limits
// of the score keep from ever holding (a warning).
void ValidateBands(const std::vector<Band>& bands,
                   const std::vector<Place>& places,
                   std::optional<Millipoints> min,
                   std::optional<Millipoints> max, ValueReader& in);

// Ranges without a number, unreachable (faults) or overlapping (a warning).
// REQUIRES: the ends are numbers.
void ValidateRanges(const std::vector<PointsRange>& ranges,
                    const std::vector<Place>& places, ValueReader& in);

// Scenarios (and checklists) that need themselves, and rules that use scenarios
// with a score, band or stage test.
void ValidateScenarios(const Ruleset& ruleset, const std::vector<Place>& places,
                       IssueList& issues);

}  // namespace mqlab

#endif  // MQLAB_RULES_VALIDATE_H_
