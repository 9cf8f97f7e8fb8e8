#ifndef MQLAB_SCORING_TURNING_POINTS_H_
#define MQLAB_SCORING_TURNING_POINTS_H_

// When a lead can change although nothing happens: only ages do then, and they
// change at whole days after an event or a field's instant.

#include <vector>

#include "base/instant.h"
#include "scoring/evaluator.h"

namespace mqlab {

// The instants after `after`, up to `until`, at which some age of the loaded
// lead crosses a number that the program looks at; in no order, some of them
// several times, and some that change nothing. The evaluator stands at `until`
// afterwards.
std::vector<Instant> TurningPoints(Evaluator& evaluator, Instant after,
                                   Instant until);

}  // namespace mqlab

#endif  // MQLAB_SCORING_TURNING_POINTS_H_
