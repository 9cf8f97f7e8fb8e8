#ifndef MQLAB_REVIEW_ANSWER_H_
#define MQLAB_REVIEW_ANSWER_H_

// All reports behind one question: a request and its answer are JSON, of the
// shapes in web/src/engine/reports.ts.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/costs.h"
#include "report/run.h"

namespace mqlab {

struct AnswerInput {
  const Run& run;
  const Costs* costs = nullptr;                      // none: no costs known
  const std::vector<uint32_t>* selection = nullptr;  // none: all leads
};

// {"report": NAME, ...} gives the report; with "leads": CELL, a number of it,
// {"leads": [...]} of the leads that it counts. "zone", [[from, minutes], ...],
// is how the clocks go that business hours are kept by: from an instant on,
// rising, so many minutes east of UTC; without it they are UTC's. What cannot
// be answered gives
// {"fault": why}.
std::string Answer(const AnswerInput& input, std::string_view request);

}  // namespace mqlab

#endif  // MQLAB_REVIEW_ANSWER_H_
