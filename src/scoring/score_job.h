#ifndef MQLAB_SCORING_SCORE_JOB_H_
#define MQLAB_SCORING_SCORE_JOB_H_

// Scores every lead in steps: first what each rule counts at as-of, then the
// scores, which are ready to be shown, then the stages. What a former job
// counted and a rule still counts in the same way is taken over.
//
//   ScoreJob job(binding, as_of, former ? &former->columns() : nullptr);
//   while (!job.done()) job.Step(4096);
//   ScoreResult result = job.Take();

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "scoring/binding.h"
#include "scoring/life_change.h"
#include "scoring/passes.h"
#include "scoring/rule_column.h"
#include "scoring/score.h"

namespace mqlab {

// What rules count over one dataset as of one instant, by CountSignature.
using RuleColumns = std::map<std::string, std::shared_ptr<const RuleColumn>>;

// What a next run can take over, beside the table.
struct RunBasis {
  // By rule; none where some sum may not fit 64 bits.
  std::optional<std::vector<Term>> terms;
  Reach reach;
};

// A run over the same dataset and as of the same instant: numbers and lives
// that the new rules cannot alter are taken over.
struct FormerRun {
  const Binding* binding = nullptr;
  const ScoreTable* table = nullptr;
  const RunBasis* basis = nullptr;
};

class ScoreJob {
 public:
  enum class Phase : uint8_t { kCount, kNumbers, kStages, kDone };

  // `known` may be null, `former` empty; both must be of the same dataset and
  // instant. Binding and former run must outlive the job.
  ScoreJob(const Binding& binding, Instant as_of, const RuleColumns* known,
           const FormerRun& former = {}, uint32_t threads = 1);
  ~ScoreJob();

  Phase phase() const { return phase_; }
  bool done() const { return phase_ == Phase::kDone; }
  // Scores, total and bands stand. (Where sums come near the end of 64 bits
  // they do only when all is done.)
  bool has_numbers() const { return phase_ >= Phase::kStages && basis_.terms; }
  // Of the present phase, from 0 to 1.
  double progress() const;

  // Goes on by up to `leads` leads of the present phase, each thread.
  void Step(uint32_t leads);

  // REQUIRES: has_numbers() for scores, bands and total, done() for the rest.
  const ScoreTable& table() const { return table_; }
  // By rule of the program: how many leads it gives other than 0 points.
  // REQUIRES: phase() is past kCount.
  const std::vector<uint32_t>& rule_leads() const { return rule_leads_; }
  const RuleColumns& columns() const { return columns_; }
  // REQUIRES: done().
  RunBasis TakeBasis() { return std::move(basis_); }
  // REQUIRES: done().
  ScoreResult Take();

 private:
  void StepCounts(uint32_t leads);
  void StartNumbers();
  void PlanNumbers();
  void MakeNumbers();
  void PrepareStages();
  void Finish();
  std::vector<LeadRange> Ranges() const;

  const Binding& binding_;
  Phase phase_ = Phase::kCount;
  FormerRun former_;
  std::optional<LifeChange> change_;  // from the former run's rules
  uint32_t threads_;
  ScoreTable table_;
  IssueList issues_;
  std::vector<uint32_t> cell_rules_;  // to read
  std::optional<std::vector<uint32_t>> to_come_;
  std::vector<uint32_t> rules_;          // to count
  std::vector<std::string> signatures_;  // by rule
  std::vector<uint32_t> rule_leads_;
  RuleColumns columns_;
  RunBasis basis_;
  NumbersPlan plan_;
  std::vector<std::unique_ptr<CountPass>> counts_;  // one a thread
  std::vector<std::unique_ptr<NumbersPass>> numbers_;
  std::vector<std::unique_ptr<LifePass>> lives_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_SCORE_JOB_H_
