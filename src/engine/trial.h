#ifndef MQLAB_ENGINE_TRIAL_H_
#define MQLAB_ENGINE_TRIAL_H_

// Other rules tried beside a result, which stands: which leads would cross a
// stage. It takes over from the result all that the rules have in common, and
// keeps nothing but the crossing once that is known.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "report/crossing.h"
#include "report/run.h"
#include "scoring/score_job.h"

namespace mqlab {

// What `run` can take over of a former one, which may be null.
FormerRun FormerOf(const Run* former, const Run& run);

class Trial {
 public:
  // `run`, of the same dataset, is not yet scored. `known` as ScoreJob has it.
  Trial(std::shared_ptr<const Run> result, std::unique_ptr<const Run> run,
        std::string_view stage, const RuleColumns* known, uint32_t threads);

  ScorePhase Step(uint32_t leads);
  double progress() const { return job_ ? job_->progress() : 1; }
  // Once it is done; none when the points of the trial did not fit.
  const std::optional<Crossing>& crossing() const { return crossing_; }

 private:
  std::shared_ptr<const Run> result_;
  std::unique_ptr<const Run> run_;
  std::string stage_;
  std::unique_ptr<ScoreJob> job_;  // none once it is done
  std::optional<Crossing> crossing_;
};

}  // namespace mqlab

#endif  // MQLAB_ENGINE_TRIAL_H_
