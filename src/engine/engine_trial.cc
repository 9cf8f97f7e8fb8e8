// What an Engine tries beside a result. Memory that runs out drops the trial
// and is told to the caller.

#include <utility>

#include "engine/engine.h"

namespace mqlab {

bool Engine::BeginTrial(RunId of, std::string_view rules,
                        const RunOptions& options, std::string_view stage) {
  CancelTrial();
  const auto found = runs_.find(of);
  if (found == runs_.end() || found->second->dataset != dataset_) return false;
  RunReport report;
  std::unique_ptr<Run> run = PrepareRun(rules, options, &report);
  if (!run) return false;
  const RuleColumns* const known = KnownCountsFor(*run);
  trial_ = std::make_unique<Trial>(found->second, std::move(run), stage, known,
                                   threads_);
  return true;
}

ScorePhase Engine::TrialStep(uint32_t leads) {
  if (!trial_) return ScorePhase::kDone;
  std::unique_ptr<Trial> trial = std::move(trial_);
  const ScorePhase phase = trial->Step(leads);
  trial_ = std::move(trial);
  return phase;
}

std::optional<Crossing> Engine::EndTrial() {
  const std::unique_ptr<const Trial> trial = std::move(trial_);
  return trial ? trial->crossing() : std::nullopt;
}

}  // namespace mqlab
