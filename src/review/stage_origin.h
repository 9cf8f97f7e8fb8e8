#ifndef MQLAB_REVIEW_STAGE_ORIGIN_H_
#define MQLAB_REVIEW_STAGE_ORIGIN_H_

// What brought leads into a stage for the first time.

#include <cstdint>

#include "report/run.h"
#include "scoring/evaluator.h"
#include "scoring/explain.h"
#include "scoring/life.h"

namespace mqlab {

class StageOrigin {
 public:
  // `run` must outlive it.
  StageOrigin(const Run& run, int32_t stage)
      : run_(run), stage_(stage), evaluator_(*run.binding), life_(evaluator_) {}

  // As the lead's history has it of the stage, or of the one for which it
  // passed it. REQUIRES: it reached the stage.
  EnteredBy Of(uint32_t lead);

 private:
  const Run& run_;
  int32_t stage_;
  Evaluator evaluator_;
  Life life_;
};

}  // namespace mqlab

#endif  // MQLAB_REVIEW_STAGE_ORIGIN_H_
