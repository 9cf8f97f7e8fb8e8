#ifndef MQLAB_SCORING_FALLBACK_H_
#define MQLAB_SCORING_FALLBACK_H_

// When a lead falls back if nothing more happens.

#include <cstdint>
#include <optional>

#include "base/instant.h"
#include "scoring/evaluator.h"
#include "scoring/explain.h"

namespace mqlab {

// The first instant after as_of, within ten years, at which the loaded lead
// would stand lower than `standing`, or be disqualified. Exact: it tries all
// the turning points.
std::optional<Fallback> FindFallback(Evaluator& evaluator, Instant as_of,
                                     int32_t standing);

}  // namespace mqlab

#endif  // MQLAB_SCORING_FALLBACK_H_
