#ifndef MQLAB_FUNNEL_MATCHES_H_
#define MQLAB_FUNNEL_MATCHES_H_

#include <cstddef>
#include <cstdint>

#include "report/questions.h"
#include "report/run.h"

namespace mqlab {

// Whether some event has a type that a pattern takes.
inline bool MayMatch(const Run& run, const Questions& questions,
                     size_t pattern) {
  for (uint32_t type = 0; type < run.dataset->events.types.size(); ++type) {
    if (questions.TypeMatches(pattern, type)) return true;
  }
  return false;
}

// Calls visit(lead, EventRef) with the events up to as-of that match a pattern:
// lead by lead, each one's in order. The types of all events are looked at, of
// the rest what those of such a type have.
template <typename Visit>
void ForEachMatch(const Run& run, const Questions& questions, size_t pattern,
                  Visit visit) {
  if (!MayMatch(run, questions, pattern)) return;
  uint32_t first = 0;  // the lead of the block's first owner
  for (const auto& block : run.dataset->events.log.blocks()) {
    const std::vector<uint32_t>& offsets = block->offsets;
    block->type.Visit([&](const auto* types) {
      for (uint32_t owner = 0; owner + 1 < offsets.size(); ++owner) {
        for (uint32_t i = offsets[owner]; i < offsets[owner + 1]; ++i) {
          if (!questions.TypeMatches(pattern, types[i])) continue;
          if (block->time[i] > run.as_of) break;
          const EventRef event{block.get(), i};
          if (questions.Matches(pattern, event)) visit(first + owner, event);
        }
      }
    });
    first += EventLog::kOwnersABlock;
  }
}

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_MATCHES_H_
