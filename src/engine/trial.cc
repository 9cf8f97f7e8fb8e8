#include "engine/trial.h"

#include <utility>

namespace mqlab {

FormerRun FormerOf(const Run* former, const Run& run) {
  if (former == nullptr || former->dataset != run.dataset ||
      former->as_of != run.as_of) {
    return {};
  }
  return {former->binding.get(), &former->table, &former->basis};
}

Trial::Trial(std::shared_ptr<const Run> result, std::unique_ptr<const Run> run,
             std::string_view stage, const RuleColumns* known, uint32_t threads)
    : result_(std::move(result)),
      run_(std::move(run)),
      stage_(stage),
      job_(std::make_unique<ScoreJob>(*run_->binding, run_->as_of, known,
                                      FormerOf(result_.get(), *run_),
                                      threads)) {}

ScorePhase Trial::Step(uint32_t leads) {
  if (!job_) return ScorePhase::kDone;
  job_->Step(leads);
  if (!job_->done()) {
    return job_->has_numbers() ? ScorePhase::kStages : ScorePhase::kNumbers;
  }
  const ScoreResult scored = job_->Take();
  if (scored.table) {
    crossing_ = FindCrossing({result_->program, result_->table},
                             {run_->program, *scored.table}, stage_);
  }
  job_.reset();
  run_.reset();
  result_.reset();
  return ScorePhase::kDone;
}

}  // namespace mqlab
