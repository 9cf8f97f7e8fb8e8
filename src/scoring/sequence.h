#ifndef MQLAB_SCORING_SEQUENCE_H_
#define MQLAB_SCORING_SEQUENCE_H_

// Sequences of events: step after step, each by a later event.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/instant.h"

namespace mqlab {

struct SequenceProgress {
  size_t steps = 0;                   // that have been taken
  std::optional<uint32_t> completed;  // by the event at this position
};

// Follows a lead's events until a sequence is complete. `steps`: positions of
// the events that fit each step, ascending. `times`: of all events, by
// position. `within_days`: from the first step to the last, 0 for any time.
SequenceProgress FollowSequence(std::vector<std::span<const uint32_t>> steps,
                                std::span<const Instant> times,
                                int64_t within_days);

}  // namespace mqlab

#endif  // MQLAB_SCORING_SEQUENCE_H_
