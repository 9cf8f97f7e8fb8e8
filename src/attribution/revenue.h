#ifndef MQLAB_ATTRIBUTION_REVENUE_H_
#define MQLAB_ATTRIBUTION_REVENUE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "report/questions.h"
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

  // `run` must outlive it.
  explicit Revenues(const Run& run);

  // A lead's values up to as-of that are not 0, in their order; until the next
  // call.
  std::span<const Value> Of(uint32_t lead);
  Wide SumOf(uint32_t lead);

 private:
  const Run& run_;
  const BoundField* field_;
  bool is_field_;  // of the leads, not of events
  uint32_t column_;
  int32_t customer_;              // stage
  std::vector<int64_t> amounts_;  // by code of the field
  std::optional<Questions> questions_;
  std::vector<Value> values_;
};

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_REVENUE_H_
