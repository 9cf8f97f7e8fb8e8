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
// lead by lead, each one's in order.
template <typename Visit>
void ForEachMatch(const Run& run, const Questions& questions, size_t pattern,
                  Visit visit) {
  if (!MayMatch(run, questions, pattern)) return;
  for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
    const EventSpan span = run.dataset->events.log.Of(lead);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (span.block->time[i] > run.as_of) break;
      const EventRef event{span.block, i};
      if (questions.Matches(pattern, event)) visit(lead, event);
    }
  }
}

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_MATCHES_H_
