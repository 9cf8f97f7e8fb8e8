#ifndef MQLAB_SCORING_LIFE_CHANGE_H_
#define MQLAB_SCORING_LIFE_CHANGE_H_

// Which leads' lives a change of the rules can alter. Where stages, scores and
// groups ask the same as before, only rules that came, went or give other
// points matter, and only to leads to which they can give any; another number
// in a score test only to leads whose score went where the two differ.

#include <cstdint>
#include <vector>

#include "scoring/binding.h"
#include "scoring/timeline.h"

namespace mqlab {

// Where the scores that stages test went in each lead's life: by score, and of
// the total last; empty for those that are not tested.
using Reach = std::vector<std::vector<ScoreReach>>;
Reach MakeReach(const Program& program, uint32_t leads);
// Of a lead behind those of the column, whom another engine lived, nothing is
// known.
inline ScoreReach ReachOf(const Reach::value_type& column, uint32_t lead) {
  return lead < column.size() ? column[lead] : ScoreReach();
}

class LifeChange {
 public:
  // Both over the same dataset, and of the same instant. `reach` is that of the
  // run before.
  LifeChange(const Binding& before, const Binding& after, const Reach& reach);

  // False when any lead may be affected.
  bool is_limited() const { return limited_; }
  bool Affects(uint32_t lead) const;

 private:
  struct CellRule {
    const Binding* binding;
    uint32_t rule;
  };
  // A score test that now asks for another number.
  struct ScoreTestPair {
    const Node* before;
    const Node* after;
    const std::vector<ScoreReach>* reach;
  };
  void FindScoreTests(const Program& before, const Program& after,
                      const Reach& reach);
  void AddRule(const Binding& binding, uint32_t rule);
  bool GivesByCell(const CellRule& cell, uint32_t lead) const;

  const EventLog& log_;
  bool limited_ = true;
  std::vector<bool> types_;  // of events that can earn other points
  bool any_type_ = false;
  std::vector<CellRule> cells_;
  std::vector<ScoreTestPair> score_tests_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_LIFE_CHANGE_H_
