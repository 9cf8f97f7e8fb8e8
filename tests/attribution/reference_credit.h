#ifndef MQLAB_TESTS_ATTRIBUTION_REFERENCE_CREDIT_H_
#define MQLAB_TESTS_ATTRIBUTION_REFERENCE_CREDIT_H_

// The models of attribution from the words of rules/measuring.md: each touch's
// share as a fraction, by itself.

#include <cstdint>
#include <vector>

#include "attribution/credit.h"

namespace mqlab::reference {

struct Path {
  std::vector<Instant> touches{};
  Instant end = 0;
  uint32_t lead = kNoIndex;
  uint32_t opportunity = kNoIndex;
  int64_t half_life_days = 7;
};

// REQUIRES: 0 <= whole, a touch.
std::vector<int64_t> ShareOut(int64_t whole, CreditModel model,
                              const Path& path);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_ATTRIBUTION_REFERENCE_CREDIT_H_
