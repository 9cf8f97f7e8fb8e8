#ifndef MQLAB_ATTRIBUTION_TOUCH_GROUPS_H_
#define MQLAB_ATTRIBUTION_TOUCH_GROUPS_H_

// Channels, campaigns or contents as the rows of a report: the largest by
// first touches each for itself, then the others together, touches without one,
// and what has no touch.

#include <cstdint>
#include <string>
#include <vector>

#include "attribution/touches.h"
#include "funnel/scope.h"
#include "report/run.h"

namespace mqlab {

struct TouchGroups {
  std::vector<std::string> names;
  // Rows behind the named ones; kNoIndex when there are none, but unknown.
  uint32_t others = kNoIndex;
  uint32_t missing = kNoIndex;
  uint32_t unknown = 0;  // the last

  std::vector<uint32_t> of_value;  // kNoIndex: no touch of the scope has it
  std::vector<uint32_t> of_lead;   // of the run, by first touch

  uint32_t size() const { return unknown + 1; }
  // Of a touch, by its value.
  uint32_t Of(uint32_t value) const {
    return value == kNoIndex ? missing : of_value[value];
  }
};

TouchGroups GroupTouches(const Run& run, const Scope& scope, Touches* touches);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_TOUCH_GROUPS_H_
