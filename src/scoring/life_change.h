#ifndef MQLAB_SCORING_LIFE_CHANGE_H_
#define MQLAB_SCORING_LIFE_CHANGE_H_

// Which leads' lives a change of the rules can alter. Where stages, scores and
// groups ask the same as before, only rules that came, went or give other
// points matter, and only to leads to which they can give any.

#include <cstdint>
#include <vector>

#include "scoring/binding.h"

namespace mqlab {

class LifeChange {
 public:
  // Both over the same dataset, and of the same instant.
  LifeChange(const Binding& before, const Binding& after);

  // False when any lead may be affected.
  bool is_limited() const { return limited_; }
  bool Affects(uint32_t lead) const;

 private:
  struct CellRule {
    const Binding* binding;
    uint32_t rule;
  };
  void AddRule(const Binding& binding, uint32_t rule);
  bool GivesByCell(const CellRule& cell, uint32_t lead) const;

  const EventLog& log_;
  bool limited_ = true;
  std::vector<bool> types_;  // of events that can earn other points
  bool any_type_ = false;
  std::vector<CellRule> cells_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_LIFE_CHANGE_H_
