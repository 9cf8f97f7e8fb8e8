#ifndef MQLAB_FUNNEL_REJECTIONS_H_
#define MQLAB_FUNNEL_REJECTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.h"
#include "report/run.h"

namespace mqlab {

// What sales sent back, up to as-of. By lead: its last rejection.
struct Rejections {
  std::vector<Instant> last;         // kNever: none
  std::vector<uint32_t> reason;      // into reasons
  std::vector<std::string> reasons;  // distinct as `eq` compares; [0] is "",
                                     // of those that give none
};
Rejections FindRejections(const Run& run);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_REJECTIONS_H_
