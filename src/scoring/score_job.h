#ifndef MQLAB_SCORING_SCORE_JOB_H_
#define MQLAB_SCORING_SCORE_JOB_H_

// Scores every lead in steps: first what each rule counts at as-of, then the
// scores, which are ready to be shown, then the stages. What a former job
// counted and a rule still counts in the same way is taken over.
//
//   ScoreJob job(binding, as_of, former ? &former->columns() : nullptr);
//   while (!job.done()) job.Step(4096);
//   ScoreResult result = job.Take();
//
// Several engines can score one dataset: each of the others has a share of the
// leads and scores that alone. The one that has them all counts and lives the
// first `own_leads` only, and is given what the others found out.

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
#include "scoring/score_part.h"

namespace mqlab {

// What rules count over one dataset as of one instant, by CountSignature.
using RuleColumns = std::map<std::string, std::shared_ptr<const RuleColumn>>;

// What a next run can take over, beside the table.
struct RunBasis {
  // By rule; none where some sum may not fit 64 bits.
  std::optional<std::vector<Term>> terms;
  Reach reach;  // of the leads that it lived itself, the first ones
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
           const FormerRun& former = {}, uint32_t threads = 1,
           uint32_t own_leads = UINT32_MAX);
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

  // The rules whose columns are wanted of the leads that are not its own: those
  // that it counts. None when it has all, or is past kCount.
  std::vector<uint32_t> awaited_rules() const;
  // Takes the columns of the awaited rules, in their order, of leads from
  // `begin` on. False when they are not wanted (any more).
  bool AddCounts(uint32_t begin, std::vector<RuleColumn> columns);
  // Takes what WriteStages or WriteOverflows wrote of leads from `begin` on, at
  // any time. False when the job will live, or has lived, them itself.
  bool AddStages(uint32_t begin, std::string stages);
  // Whether a step has nothing to do until more is added.
  bool waits() const;

  // REQUIRES: has_numbers() for scores, bands and total, done() for the rest.
  const ScoreTable& table() const { return table_; }
  // By rule of the program: how many leads it gives other than 0 points.
  // REQUIRES: phase() is past kCount.
  const std::vector<uint32_t>& rule_leads() const { return rule_leads_; }
  const RuleColumns& columns() const { return columns_; }
  std::vector<std::shared_ptr<const RuleColumn>> columns_by_rule() const;
  // REQUIRES: done().
  const Overflows& overflows() const { return overflows_; }
  // REQUIRES: done().
  RunBasis TakeBasis() { return std::move(basis_); }
  // REQUIRES: done().
  ScoreResult Take();

 private:
  void StepCounts(uint32_t leads);
  bool has_counted() const;  // its own leads
  void JoinCounts();
  uint32_t other_leads() const { return table_.num_leads - own_leads_; }
  void StartNumbers();
  void PlanNumbers();
  void MakeNumbers();
  void PrepareStages();
  void StepStages(uint32_t leads);
  void TakeStages(uint32_t begin, const std::string& stages);
  uint32_t leads_to_live() const {
    return basis_.terms ? own_leads_ : table_.num_leads;
  }
  void Finish();
  std::vector<LeadRange> Ranges(uint32_t leads) const;

  const Binding& binding_;
  Phase phase_ = Phase::kCount;
  FormerRun former_;
  std::optional<LifeChange> change_;  // from the former run's rules
  uint32_t threads_;
  ScoreTable table_;
  uint32_t own_leads_;
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
  std::vector<std::vector<RuleColumn>> parts_;      // of rules_, to be joined
  std::vector<std::unique_ptr<NumbersPass>> numbers_;
  std::vector<std::unique_ptr<LifePass>> lives_;
  Overflows overflows_;

  // Of the other leads, by the first of each part.
  std::map<uint32_t, std::vector<RuleColumn>> other_counts_;
  uint32_t other_counted_ = 0;                                  // leads
  std::vector<std::pair<uint32_t, std::string>> other_stages_;  // to be read
  std::map<uint32_t, LivedLeads> others_;
  uint32_t other_lived_ = 0;  // leads
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_SCORE_JOB_H_
