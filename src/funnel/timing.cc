#include "funnel/timing.h"

#include <array>

#include "funnel/matches.h"
#include "funnel/rejections.h"
#include "funnel/sales_events.h"
#include "report/questions.h"
#include "scoring/score.h"

namespace mqlab {

Timing::Timing(const Run& run)
    : run_(run),
      roles_(FindRoles(*run.rules.ruleset)),
      taken_up_(roles_.sal != kNoStage ? roles_.sal : roles_.sql),
      above_(roles_.mql + 1),
      rejected_(FindRejections(run).last),
      demo_(run.table.num_leads, kNever) {
  if (above_ == static_cast<int32_t>(run.table.reached.size())) {
    above_ = kNoStage;
  }
  const Questions questions(run, {}, std::array{DemoRequest()});
  ForEachMatch(run, questions, 0, [&](uint32_t lead, EventRef event) {
    if (demo_[lead] == kNever) demo_[lead] = event.block->time[event.index];
  });
}

bool Timing::IsTooEarly(uint32_t lead) const {
  const Instant mql = Reached(roles_.mql, lead);
  if (mql == kNever) return false;
  const bool refused =
      rejected_[lead] >= mql || run_.table.stage[lead] == kDisqualified;
  return refused && Reached(taken_up_, lead) < mql;
}

bool Timing::IsTooLate(uint32_t lead) const {
  const Instant mql = Reached(roles_.mql, lead);
  if (mql == kNever) return false;
  return Reached(above_, lead) == mql ||
         (demo_[lead] != kNever && demo_[lead] < mql);
}

}  // namespace mqlab
