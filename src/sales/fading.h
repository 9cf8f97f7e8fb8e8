#ifndef MQLAB_SALES_FADING_H_
#define MQLAB_SALES_FADING_H_

// Leads that are about to be lost, see rules/measuring.md 5.

#include <cstdint>
#include <span>
#include <vector>

#include "json/json_text.h"
#include "report/run.h"

namespace mqlab {

struct FadingLead {
  uint32_t lead = 0;
  Instant last_event = 0;
  Millipoints was = 0;  // its total when that event came
};
// Those of the scope. The first `in_order` of them are those of the highest
// stage and then of the highest total.
std::vector<FadingLead> FindFading(const Run& run,
                                   std::span<const uint32_t> leads,
                                   size_t in_order);
// Rows [begin, end).
JsonText WriteFading(const Run& run, std::span<const FadingLead> fading,
                     size_t begin, size_t end);

}  // namespace mqlab

#endif  // MQLAB_SALES_FADING_H_
