#ifndef MQLAB_CLI_CONDITION_TEXT_H_
#define MQLAB_CLI_CONDITION_TEXT_H_

// Parts of conditions in words, for the explanation on the command line.

#include <cstdint>
#include <string>

#include "scoring/explain.h"
#include "scoring/program.h"

namespace mqlab {

// What a part asks for; of a combination only its head ("at least 3 of:").
std::string ConditionText(const Program& program, uint32_t node);

// What is there instead: "has 1", "12.5 more points"; "" when nothing is to be
// said.
std::string HaveText(const Program& program, const TraceNode& part);

}  // namespace mqlab

#endif  // MQLAB_CLI_CONDITION_TEXT_H_
