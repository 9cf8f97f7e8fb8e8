#ifndef MQLAB_SCORING_ASKED_CHANGES_H_
#define MQLAB_SCORING_ASKED_CHANGES_H_

// The changes of one lead that may give it what is asked.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "scoring/asked.h"
#include "scoring/binding.h"
#include "scoring/changed_lead.h"

namespace mqlab {

inline constexpr uint32_t kMostTimes = 5;  // one event

// Events first, each from once to kMostTimes; then fields; each kind in the
// order of the conditions and rules, none twice. At most `most` in all, a half
// of them events: those that come first.
//
// Values are those that the tests name; where a test names none, the next one
// beyond its bound, or for is_set the shortest value of the type. An event that
// a test names no value for lacks that property. Left out are changes of what
// sales cannot change (the lead's id, its creation) or the data cannot say
// (there is no such column), and events that only a reset, a rule of negative
// points, a stage's `leave` or a disqualification asks for.
std::vector<LeadChange> AskedChanges(const Binding& binding, Instant as_of,
                                     uint32_t lead, const Asked& asked,
                                     size_t most);

}  // namespace mqlab

#endif  // MQLAB_SCORING_ASKED_CHANGES_H_
