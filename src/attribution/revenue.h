#ifndef MQLAB_ATTRIBUTION_REVENUE_H_
#define MQLAB_ATTRIBUTION_REVENUE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "report/run.h"

namespace mqlab {

// What leads have brought in, in thousandths, see rules/measuring.md 6.
class Revenues {
 public:
  struct Value {
    Instant at;
    int64_t amount;
    bool operator==(const Value&) const = default;
  };

  explicit Revenues(const Run& run);

  // A lead's values up to as-of that are not 0, in their order.
  std::span<const Value> Of(uint32_t lead) const {
    return std::span(values_).subspan(offsets_[lead],
                                      offsets_[lead + 1] - offsets_[lead]);
  }
  Wide SumOf(uint32_t lead) const;

 private:
  // Of lead i at [offsets_[i], offsets_[i + 1]).
  std::vector<uint32_t> offsets_;
  std::vector<Value> values_;
};

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_REVENUE_H_
