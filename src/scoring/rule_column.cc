#include "scoring/rule_column.h"

#include <limits>

#include "scoring/points.h"

namespace mqlab {

AmountIndex::AmountIndex() : amounts_{0}, slots_(64) { slots_[SlotOf(0)] = 1; }

uint32_t AmountIndex::Number(Wide amount) {
  size_t slot = SlotOf(amount);
  if (slots_[slot] == 0) {
    if (amounts_.size() * 2 >= slots_.size()) {
      Grow();
      slot = SlotOf(amount);
    }
    amounts_.push_back(amount);
    slots_[slot] = static_cast<uint32_t>(amounts_.size());
  }
  return slots_[slot] - 1;
}

// The slot of the amount, or the free one where it belongs.
size_t AmountIndex::SlotOf(Wide amount) const {
  const uint64_t folded =
      static_cast<uint64_t>(amount) ^ static_cast<uint64_t>(amount >> 64);
  const uint64_t hash = folded * 0x9E3779B97F4A7C15u;
  const size_t mask = slots_.size() - 1;
  size_t slot = (hash >> 32) & mask;
  while (slots_[slot] != 0 && amounts_[slots_[slot] - 1] != amount) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

void AmountIndex::Grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (uint32_t i = 0; i < amounts_.size(); ++i) {
    slots_[SlotOf(amounts_[i])] = i + 1;
  }
}

std::optional<std::vector<Millipoints>> PointsByCode(const Binding& binding,
                                                     uint32_t rule,
                                                     const RuleColumn& column) {
  const RuleCode& code = binding.program().rules[rule];
  if (code.field != kNoIndex) return binding.PointsOfCells(rule);
  constexpr Wide kMost = std::numeric_limits<Millipoints>::max();
  std::vector<Millipoints> points;
  points.reserve(column.amounts.size());
  for (const Wide amount : column.amounts) {
    const Wide scaled = AmountPoints(code, amount);
    if (scaled > kMost || scaled < -kMost) return std::nullopt;
    points.push_back(Cap(static_cast<Millipoints>(scaled), code));
  }
  return points;
}

}  // namespace mqlab
