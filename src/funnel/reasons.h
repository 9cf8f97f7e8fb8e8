#ifndef MQLAB_FUNNEL_REASONS_H_
#define MQLAB_FUNNEL_REASONS_H_

// Why leads are disqualified, and why sales sent them back.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "funnel/rejections.h"
#include "report/run.h"

namespace mqlab {

// Reasons of lead i: numbers [offsets[i], offsets[i + 1]), each once.
struct Reasons {
  std::vector<std::string> names;  // distinct
  std::vector<uint32_t> offsets;
  std::vector<uint32_t> numbers;

  std::span<const uint32_t> Of(uint32_t lead) const {
    return {numbers.data() + offsets[lead], numbers.data() + offsets[lead + 1]};
  }
  bool Has(uint32_t lead, std::string_view name) const;
};

// Those that hold at as-of.
Reasons DisqualificationReasons(const Run& run);
// Of the last rejection; "" where it gives none.
Reasons RejectionReasons(const Rejections& rejections);

struct ReasonCount {
  std::string reason;
  uint64_t leads = 0;
};
// At most so many, the largest first; ties in their order.
std::vector<ReasonCount> CountReasons(const Reasons& reasons,
                                      std::span<const uint32_t> leads,
                                      size_t most);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_REASONS_H_
