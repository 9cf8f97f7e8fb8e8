#ifndef MQLAB_REPORT_QUIET_H_
#define MQLAB_REPORT_QUIET_H_

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "lead/event_log.h"

namespace mqlab {

// Leads of which little is known.
struct Quiet {
  uint32_t no_events = 0;         // up to as-of
  std::vector<uint32_t> missing;  // by field: without a cell
};

Quiet CountQuiet(const Dataset& dataset, Instant as_of);

}  // namespace mqlab

#endif  // MQLAB_REPORT_QUIET_H_
