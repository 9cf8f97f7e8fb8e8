#ifndef MQLAB_ATTRIBUTION_PAYBACK_H_
#define MQLAB_ATTRIBUTION_PAYBACK_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "attribution/channel_costs.h"
#include "base/instant.h"
#include "base/wide.h"

namespace mqlab {

// In which month groups have brought in what they cost: the first at whose end
// the revenue so far, times margin, is at least the cost so far.
class Payback {
 public:
  // Months up to that of as-of.
  Payback(const ChannelCosts& costs, Instant as_of);

  void AddRevenue(Instant at, uint32_t group, Wide revenue);
  // Nullopt: not yet, or there is no cost.
  std::optional<Instant> Find(uint32_t group, int64_t margin_percent) const;

 private:
  struct Sums {
    Wide cost = 0;
    Wide revenue = 0;
  };
  // What was before the first month counts in it.
  Sums& At(Instant t, uint32_t group);

  size_t groups_;
  std::vector<Instant> months_;  // from that of the first cost on
  std::vector<Sums> sums_;       // by month, then by group
};

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_PAYBACK_H_
