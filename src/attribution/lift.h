#ifndef MQLAB_ATTRIBUTION_LIFT_H_
#define MQLAB_ATTRIBUTION_LIFT_H_

// Whether leads that used a content came further than the others, see
// rules/measuring.md 7.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "attribution/contents.h"
#include "json/json_text.h"

namespace mqlab {

struct Lift {
  static constexpr uint32_t kLeast = 20;  // leads on each side

  uint32_t with = 0;  // used it, and not only after they reached the stage
  uint32_t with_reached = 0;
  uint32_t without = 0;
  uint32_t without_reached = 0;

  bool is_told() const { return with >= kLeast && without >= kLeast; }
  // The ratio of the two rates; nullopt when the others' rate is 0.
  std::optional<double> Ratio() const;
  // Whether the ratio is higher than another; it is highest over a rate of 0.
  // REQUIRES: both are told.
  bool IsHigherThan(const Lift& other) const;
  bool operator==(const Lift&) const = default;
};

// By content, of some leads and a stage: `reached` is by lead of the run, as in
// ScoreTable.
std::vector<Lift> FindLifts(const ContentUses& uses,
                            std::span<const uint32_t> leads,
                            std::span<const Instant> reached);

// The shape Lift of web/src/engine/reports.ts; null when it is not told.
JsonText WriteLift(const Lift& lift);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_LIFT_H_
