#ifndef MQLAB_SCORING_RULE_COLUMN_H_
#define MQLAB_SCORING_RULE_COLUMN_H_

// What one rule counts for every lead as of an instant, before its points: the
// sum of an each-event rule, silences, 1 for a condition that holds, or the
// cell of a field. A change of points needs this alone, and no event.

#include <cstdint>
#include <vector>

#include "base/decimal.h"
#include "base/wide.h"
#include "lead/codes.h"
#include "scoring/binding.h"

namespace mqlab {

struct RuleColumn {
  // Distinct amounts, amounts[0] == 0; empty for rules of fields, whose codes
  // are those of the cells.
  std::vector<Wide> amounts;
  Codes codes;                   // by lead
  std::vector<uint32_t> counts;  // how many leads have each code
};

// Numbers amounts in the order of their first coming.
class AmountIndex {
 public:
  AmountIndex();
  uint32_t Number(Wide amount);
  std::vector<Wide> TakeAmounts() { return std::move(amounts_); }

 private:
  size_t SlotOf(Wide amount) const;
  void Grow();

  std::vector<Wide> amounts_;
  std::vector<uint32_t> slots_;  // number + 1, 0 when free
};

// The points of each code of the column; nullopt when some do not fit 64 bits.
std::optional<std::vector<Millipoints>> PointsByCode(const Binding& binding,
                                                     uint32_t rule,
                                                     const RuleColumn& column);

}  // namespace mqlab

#endif  // MQLAB_SCORING_RULE_COLUMN_H_
