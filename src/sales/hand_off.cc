#include "sales/hand_off.h"

#include <algorithm>
#include <array>
#include <span>

namespace mqlab {
namespace {

// The patterns that are asked for: the first touches, the others say how a lead
// is marked.
constexpr size_t kTouch = 0;
constexpr size_t kNumPatterns = 4;

std::array<EventPattern, kNumPatterns> PatternsOf(const SalesEvents& sales) {
  EventPattern to_nurture;
  to_nurture.types = {"sent_to_nurture"};
  return {sales.touch, sales.accept, sales.reject, to_nurture};
}

}  // namespace

HandOff::HandOff(const Run& run)
    : run_(run),
      sales_(ResolveSla(run.program.source)),
      stage_(FindRoles(run.program.source).hand_off),
      contact_(run, sales_.contact),
      questions_(run, {}, PatternsOf(sales_)),
      may_match_(run.dataset->events.types.size()) {
  for (uint32_t type = 0; type < may_match_.size(); ++type) {
    for (size_t i = 0; i < kNumPatterns; ++i) {
      if (questions_.TypeMatches(i, type)) may_match_[type] |= 1U << i;
    }
  }
}

Treatment HandOff::Since(Instant since, uint32_t lead) const {
  Treatment treatment;
  const EventSpan events = run_.dataset->events.log.Of(lead);
  const std::span<const Instant> times = events.times();
  for (auto i = static_cast<uint32_t>(std::ranges::lower_bound(times, since) -
                                      times.begin());
       i < events.size() && times[i] <= run_.as_of; ++i) {
    const EventRef event{events.block, events.begin + i};
    const uint32_t may = may_match_[events.block->type[event.index]];
    for (size_t pattern = 0; may >> pattern != 0; ++pattern) {
      if ((may >> pattern & 1) == 0 || !questions_.Matches(pattern, event)) {
        continue;
      }
      if (pattern != kTouch) {
        treatment.mark = static_cast<Mark>(pattern);
        if (treatment.mark != Mark::kToNurture) {
          treatment.decision = treatment.mark;
        }
      } else if (treatment.touched == kNever) {
        treatment.touched = times[i];
      }
    }
  }
  return treatment;
}

Mark HandOff::MarkOf(uint32_t lead) const {
  return Since(run_.table.since[lead], lead).mark;
}

}  // namespace mqlab
