#ifndef MQLAB_ATTRIBUTION_CREDIT_H_
#define MQLAB_ATTRIBUTION_CREDIT_H_

// How one conversion is shared out over its touches, see rules/measuring.md 6.
// Whole numbers only; what is shared out always adds up.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "scoring/decay.h"
#include "scoring/program.h"

namespace mqlab {

enum class CreditModel : uint8_t {
  kFirst,
  kLast,
  kLinear,
  kU,
  kW,
  kFull,
  kDecay,
};
inline constexpr size_t kNumModels = 7;
inline constexpr std::array<std::string_view, kNumModels> kModelNames = {
    "first", "last", "linear", "u", "w", "full", "decay"};

// Parts of a conversion.
inline constexpr int64_t kConversion = 1'000'000;

// The touches of a conversion in their order, all up to it.
struct Path {
  std::span<const Instant> touches;
  Instant end = 0;  // the conversion
  // The touches that made the lead and the opportunity; kNoIndex for none.
  uint32_t lead = kNoIndex;
  uint32_t opportunity = kNoIndex;
};

// Shares out by weights: floor, then one more to the largest remainders, ties
// to the earlier. Keeps its memory from one to the next.
class Sharing {
 public:
  explicit Sharing(int64_t half_life_days);

  // What each touch weighs. REQUIRES: a touch.
  void Weigh(CreditModel model, const Path& path);
  // Of a whole, by touch; until the next call.
  std::span<const Wide> Share(Wide whole);

 private:
  // Percent, in tenths.
  struct Roles {
    int64_t first;
    int64_t lead;
    int64_t opportunity;
    int64_t last;
  };
  void WeighRoles(const Roles& roles, const Path& path);
  void WeighAges(const Path& path);
  // In numbers of so many bits as the products need.
  template <typename Number>
  Number Floor(Number whole);
  void GiveRest(size_t rest);

  DecayTable decay_;
  std::vector<int64_t> weights_;
  int64_t sum_ = 0;
  std::vector<Wide> parts_;
  std::vector<int64_t> remainders_;
  std::vector<uint32_t> order_;
};

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_CREDIT_H_
