#include "scoring/sequence.h"

#include <algorithm>

namespace mqlab {

// For each step the latest start of a chain that has got that far: a later
// start never fits a window worse. One event is never two steps, as the steps
// of one event are tried from the last to the first.
SequenceProgress FollowSequence(std::vector<std::span<const uint32_t>> steps,
                                std::span<const Instant> times,
                                int64_t within_days) {
  constexpr uint32_t kNone = 0xFFFFFFFF;
  const size_t length = steps.size();
  std::vector<uint32_t> start(length, kNone);
  for (;;) {
    uint32_t position = kNone;
    for (const std::span<const uint32_t>& left : steps) {
      if (!left.empty()) position = std::min(position, left.front());
    }
    if (position == kNone) break;
    for (size_t step = length; step-- > 0;) {
      if (steps[step].empty() || steps[step].front() != position) continue;
      steps[step] = steps[step].subspan(1);
      const uint32_t begin = step == 0 ? position : start[step - 1];
      if (begin == kNone) continue;
      if (within_days > 0 &&
          AgeDays(times[begin], times[position]) >= within_days) {
        continue;
      }
      if (start[step] == kNone || start[step] < begin) start[step] = begin;
      if (step + 1 == length) return {length, position};
    }
  }
  const auto untaken = std::ranges::count(start, kNone);
  return {length - static_cast<size_t>(untaken), std::nullopt};
}

}  // namespace mqlab
