#ifndef MQLAB_SALES_QUEUE_H_
#define MQLAB_SALES_QUEUE_H_

// Who sales is to call next, see rules/measuring.md 4.

#include <cstdint>
#include <vector>

#include "json/json_text.h"
#include "sales/business_time.h"
#include "sales/hand_off.h"

namespace mqlab {

// Hottest first.
struct Queue {
  std::vector<uint32_t> contactable;
  std::vector<uint32_t> anonymous;
};
// `selection`: none for all leads.
Queue MakeQueue(const Run& run, const HandOff& hand_off,
                const std::vector<uint32_t>* selection);

// Rows [begin, end) of one list; `others`: how many are in the other.
JsonText WriteQueue(const Run& run, const HandOff& hand_off,
                    const BusinessTime& time, const std::vector<uint32_t>& list,
                    size_t others, size_t begin, size_t end);

}  // namespace mqlab

#endif  // MQLAB_SALES_QUEUE_H_
