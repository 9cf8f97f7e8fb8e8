#ifndef MQLAB_CLI_EXPLAIN_OUTPUT_H_
#define MQLAB_CLI_EXPLAIN_OUTPUT_H_

#include <ostream>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "json/json_text.h"
#include "scoring/explain.h"
#include "scoring/program.h"

namespace mqlab {

// For people: lines that add up to each score, then stages and what is next.
void PrintExplanation(std::ostream& out, const Program& program,
                      std::string_view lead, Instant as_of,
                      const Explanation& explanation);

// For machines: all there is.
JsonText ExplanationToJson(const Program& program, std::string_view lead,
                           Instant as_of, const Explanation& explanation);

// The id of a stage, "disqualified", or "".
std::string StageId(const Program& program, int32_t stage);
// "entered", "passed", "left", "disqualified", "no longer disqualified".
std::string_view StageEventName(StageEvent event);
// "A", or "".
std::string BandLabel(const Program& program, const ScoreLine& line);
// "A1".
std::string GradeOf(const Program& program, const Explanation& explanation);

}  // namespace mqlab

#endif  // MQLAB_CLI_EXPLAIN_OUTPUT_H_
