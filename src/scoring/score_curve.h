#ifndef MQLAB_SCORING_SCORE_CURVE_H_
#define MQLAB_SCORING_SCORE_CURVE_H_

// How a lead's scores went, and how they will go if nothing more happens.

#include <cstdint>
#include <vector>

#include "base/decimal.h"
#include "base/instant.h"
#include "scoring/binding.h"

namespace mqlab {

// Steps: each number holds from its instant until the next one.
struct ScoreCurve {
  std::vector<Instant> at;  // ascending
  std::vector<Millipoints> total;
  std::vector<std::vector<Millipoints>> scores;  // [score][instant]
  size_t as_of = 0;                              // its place in `at`
};

inline constexpr size_t kMostCurvePoints = 400;

// From the lead's first event or its creation, whichever is earlier and known
// by as_of, to the instant at which it falls back, or without one to 90 days
// after as_of. Exact: it has the creation, the times of all events, and every
// other instant at which a score changes. Of more than kMostCurvePoints it
// keeps the first, the last, as-of, and of as many runs of neighbours as there
// is room for the lowest and the highest total. (Of a lead with more than ten
// times as many instants to look at, only an even choice is looked at.)
// REQUIRES: ScoreLeads of the same arguments gave a table.
ScoreCurve MakeScoreCurve(const Binding& binding, Instant as_of, uint32_t lead);

}  // namespace mqlab

#endif  // MQLAB_SCORING_SCORE_CURVE_H_
