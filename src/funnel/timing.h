#ifndef MQLAB_FUNNEL_TIMING_H_
#define MQLAB_FUNNEL_TIMING_H_

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "funnel/roles.h"
#include "report/run.h"
#include "scoring/score.h"

namespace mqlab {

// Whether leads became MQL too early or too late, see rules/measuring.md 3.
class Timing {
 public:
  // `run` must outlive it.
  explicit Timing(const Run& run);

  bool IsMql(uint32_t lead) const {
    return Reached(roles_.mql, lead) != kNever;
  }
  // Of those that are MQL. Handed over, and nothing for sales.
  bool IsTooEarly(uint32_t lead) const;
  // Bought, or asked for a demo, before.
  bool IsTooLate(uint32_t lead) const;
  bool AskedForDemo(uint32_t lead) const { return demo_[lead] != kNever; }

 private:
  Instant Reached(int32_t stage, uint32_t lead) const {
    return stage == kNoStage
               ? kNever
               : run_.table.reached[static_cast<size_t>(stage)][lead];
  }

  const Run& run_;
  Roles roles_;
  int32_t taken_up_;               // the stage that shows that sales agrees
  int32_t above_;                  // mql
  std::vector<Instant> rejected_;  // last
  std::vector<Instant> demo_;      // first asked for
};

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_TIMING_H_
