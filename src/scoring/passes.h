#ifndef MQLAB_SCORING_PASSES_H_
#define MQLAB_SCORING_PASSES_H_

// The three passes over the leads that make a ScoreTable: count (what each rule
// counts at as-of), numbers (scores from counts), life (stages). Each covers a
// range of leads in steps, so that it can be divided in time and among threads.
// Parts of ScoreJob.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "scoring/binding.h"
#include "scoring/evaluator.h"
#include "scoring/life.h"
#include "scoring/life_change.h"
#include "scoring/plain_counts.h"
#include "scoring/rule_column.h"
#include "scoring/score.h"
#include "scoring/timeline.h"

namespace mqlab {

// A range of leads that is gone through in steps.
class LeadRange {
 public:
  LeadRange(uint32_t begin, uint32_t end) : next_(begin), end_(end) {}
  bool done() const { return next_ >= end_; }
  uint32_t left() const { return end_ - next_; }
  // Takes up to `leads` of what is left.
  std::pair<uint32_t, uint32_t> Take(uint32_t leads) {
    const uint32_t begin = next_;
    next_ += std::min(leads, left());
    return {begin, next_};
  }

 private:
  uint32_t next_;
  uint32_t end_;
};

// Columns of rules other than those of fields.
class CountPass {
 public:
  CountPass(const Binding& binding, Instant as_of,
            const std::vector<uint32_t>& rules, LeadRange range);

  void Step(uint32_t leads);
  const LeadRange& range() const { return range_; }
  // In the order of `rules`; codes of the range's leads only.
  std::vector<RuleColumn> Take();

 private:
  struct Some {
    std::vector<uint32_t> rules;
    std::vector<size_t> places;  // in all of the pass
  };
  static Some Choose(const Program& program, const std::vector<uint32_t>& rules,
                     bool plain);
  void Set(size_t place, uint32_t lead, Wide amount);

  Instant as_of_;
  LeadRange range_;
  uint32_t begin_;
  Some plain_;
  Some others_;
  PlainCounts plain_counts_;
  Timeline timeline_;
  std::vector<AmountIndex> amounts_;
  std::vector<RuleColumn> columns_;
};

// Several ranges' columns of one rule as one.
RuleColumn JoinColumns(std::vector<RuleColumn> parts);

// The column of a rule of HasCellColumn. `to_come`: leads created after as_of,
// which have no cells yet.
RuleColumn CellColumn(const Binding& binding, Instant as_of,
                      const std::vector<uint32_t>& to_come, uint32_t rule);
std::vector<uint32_t> LeadsToCome(const Binding& binding, Instant as_of);

// A rule's points by code, and the code of each lead.
struct Term {
  // Adds the points of `size` leads from `begin` on, or takes them away.
  void AddTo(Millipoints* sums, uint32_t begin, size_t size) const;
  void TakeFrom(Millipoints* sums, uint32_t begin, size_t size) const;

  std::string signature;  // PointsSignature
  std::shared_ptr<const std::vector<Millipoints>> points;
  std::shared_ptr<const RuleColumn> column;
  Wide greatest = 0;   // magnitude
  uint32_t leads = 0;  // with other than 0 points
};
// By rule; nullopt when some sum of them might not fit 64 bits. `former`, of
// the same dataset and instant, may have some of them already.
std::optional<std::vector<Term>> MakeTerms(
    const Binding& binding,
    const std::vector<std::shared_ptr<const RuleColumn>>& columns,
    const std::optional<std::vector<Term>>* former);

// What is to be done for the numbers of a table, some of which a former run may
// have.
struct NumbersPlan {
  enum class Way : uint8_t { kAsBefore, kByChange, kAnew };
  struct Score {
    Way way = Way::kAnew;
    // Of kByChange: the former sums, terms that went and that came.
    SharedColumn<Millipoints> before;
    std::vector<Term> gone;
    std::vector<Term> come;
  };
  std::vector<Score> scores;
  bool total = true;  // to be added up
};

// How the numbers of one score follow from those of a former run.
NumbersPlan::Score PlanScore(const Program& before,
                             const std::vector<Term>& old_terms,
                             const Program& after,
                             const std::vector<Term>& new_terms,
                             uint32_t score);

class NumbersPass {
 public:
  NumbersPass(const Program& program, const std::vector<Term>& terms,
              const NumbersPlan& plan, LeadRange range)
      : program_(program), terms_(terms), plan_(plan), range_(range) {}

  void Step(uint32_t leads, ScoreTable* table);
  const LeadRange& range() const { return range_; }

 private:
  void SumBlock(uint32_t score, uint32_t begin, size_t size, Millipoints* sums);
  void ScoreBlock(uint32_t score, uint32_t begin, size_t size,
                  ScoreTable* table);
  void AddToTotal(uint32_t score, uint32_t begin, size_t size,
                  ScoreTable* table) const;

  const Program& program_;
  const std::vector<Term>& terms_;
  const NumbersPlan& plan_;
  LeadRange range_;
  std::vector<Millipoints> group_sums_;
};

// Scores a lead as the Evaluator does, which finds where numbers end.
class CarefulScorer {
 public:
  explicit CarefulScorer(const Binding& binding)
      : evaluator_(binding), life_(evaluator_) {}

  // Fills numbers and stages. The id of the rule, group or score that
  // overflows, if one does.
  std::optional<std::string> Score(uint32_t lead, ScoreTable* table,
                                   std::vector<uint32_t>* reasons);

 private:
  Evaluator evaluator_;
  Life life_;
};

class LifePass {
 public:
  // `terms`: none when numbers are not computed yet, and may not fit.
  LifePass(const Binding& binding, Instant as_of,
           const std::optional<std::vector<Term>>& terms, LeadRange range,
           Reach* reach);

  // Leads that the change does not affect keep what the former run has.
  void TakeOver(const ScoreTable& former, const Reach& former_reach,
                const LifeChange& change) {
    former_ = &former;
    former_reach_ = &former_reach;
    change_ = &change;
  }

  void Step(uint32_t leads, ScoreTable* table);
  const LeadRange& range() const { return range_; }
  // Of the leads of the range: how many reasons each has, and the reasons.
  const std::vector<uint32_t>& reason_counts() const { return reason_counts_; }
  const std::vector<uint32_t>& reasons() const { return reasons_; }
  // (lead, id) of what did not fit.
  const std::vector<std::pair<uint32_t, std::string>>& overflows() const {
    return overflows_;
  }

 private:
  void AddUpCells(uint32_t begin, uint32_t end);
  void Keep(uint32_t lead, ScoreTable* table);
  void StoreReach(uint32_t lead);

  Reach* reach_;
  const ScoreTable* former_ = nullptr;
  const Reach* former_reach_ = nullptr;
  const LifeChange* change_ = nullptr;

  const Binding& binding_;
  const Program& program_;
  Instant as_of_;
  const std::optional<std::vector<Term>>& terms_;
  LeadRange range_;
  // What rules of cells give: by lead of a step, by score and then by group.
  std::vector<Millipoints> constants_;
  std::vector<Millipoints> sums_;
  Timeline timeline_;
  LifeSweep sweep_;
  CarefulScorer careful_scorer_;
  LifeState state_;
  std::vector<uint32_t> reason_counts_;
  std::vector<uint32_t> reasons_;
  std::vector<std::pair<uint32_t, std::string>> overflows_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_PASSES_H_
