#ifndef MQLAB_REPORT_OVERSHADOWED_H_
#define MQLAB_REPORT_OVERSHADOWED_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "report/run.h"

namespace mqlab {

// Leads, in their order, that a rule gives other than 0 points in vain: without
// it their score would be the same, because of the min or max of its group or
// score. None for a rule that is not there or switched off.
std::vector<uint32_t> FindOvershadowed(const Run& run, std::string_view rule);

}  // namespace mqlab

#endif  // MQLAB_REPORT_OVERSHADOWED_H_
