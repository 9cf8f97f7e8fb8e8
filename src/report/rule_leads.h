#ifndef MQLAB_REPORT_RULE_LEADS_H_
#define MQLAB_REPORT_RULE_LEADS_H_

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "scoring/binding.h"

namespace mqlab {

// For each rule of the program, how many leads it gives other than 0 points.
std::vector<uint32_t> CountRuleLeads(const Binding& binding, Instant as_of);

}  // namespace mqlab

#endif  // MQLAB_REPORT_RULE_LEADS_H_
