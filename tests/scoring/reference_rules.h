#ifndef MQLAB_TESTS_SCORING_REFERENCE_RULES_H_
#define MQLAB_TESTS_SCORING_REFERENCE_RULES_H_

// Sections 3 and 4 of model.md: the points of rules, groups and scores for one
// lead at one instant.

#include <cstdint>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/reference_conditions.h"
#include "scoring/reference_scorer.h"

namespace mqlab::reference {

// After max_points.
int64_t PointsOfRule(const Moment& moment, const Rule& rule);

// Of an each-event rule, in the lead's event order; none of other rules.
std::vector<EventPart> PartsOfRule(const Moment& moment, const Rule& rule);

// Clamped.
int64_t PointsOfScore(const Moment& moment, const mqlab::Score& score);

// Of the moment's scores, all of which are computed.
int64_t TotalOf(const Moment& moment);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_RULES_H_
