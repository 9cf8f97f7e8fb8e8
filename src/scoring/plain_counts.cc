#include "scoring/plain_counts.h"

#include <algorithm>
#include <limits>

namespace mqlab {

bool IsPlainCount(const Program& program, uint32_t index) {
  const RuleCode& rule = program.rules[index];
  if (program.scores[rule.score].reset_by != kNoIndex) return false;
  switch (rule.kind) {
    case RuleKind::kEach:
      return !rule.limited && rule.times_property == kNoIndex;
    case RuleKind::kIdle:
      return !rule.past;
    case RuleKind::kCondition: {
      const NodeKind kind = program.nodes[rule.node].kind;
      return kind == NodeKind::kEvent || kind == NodeKind::kIdle;
    }
    default:
      return false;
  }
}

PlainCounts::PlainCounts(const Binding& binding, Instant as_of,
                         const std::vector<uint32_t>& rules)
    : binding_(binding),
      as_of_(as_of),
      decays_(binding.program().rules),
      uses_(binding.dataset().events.types.size()),
      is_used_(uses_.size()),
      tallies_(rules.size()) {
  const Program& program = binding.program();
  for (const uint32_t index : rules) {
    const RuleCode& code = program.rules[index];
    Rule rule{Way::kSum, index, 0, 0, false};
    uint32_t pattern = code.pattern;
    int64_t within_days = code.within_days;
    if (code.kind == RuleKind::kIdle) {
      rule.way = Way::kLast;
    } else if (code.kind == RuleKind::kCondition) {
      const Node& node = program.nodes[code.node];
      rule.way = node.kind == NodeKind::kIdle ? Way::kLast : Way::kCount;
      rule.low = node.low;
      rule.high = node.high;
      rule.condition = true;
      pattern = node.a;
      within_days = node.within_days;
    }
    if (within_days == 0) within_days = std::numeric_limits<int64_t>::max();
    for (uint32_t type = 0; type < uses_.size(); ++type) {
      if (std::ranges::count(binding.PatternsOf(type), pattern) == 0) continue;
      uses_[type].push_back({rule.way, !program.patterns[pattern].where.empty(),
                             pattern, static_cast<uint32_t>(rules_.size()),
                             within_days});
      is_used_[type] = 1;
    }
    rules_.push_back(rule);
  }
}

inline void PlainCounts::Add(const Use& use, EventRef event, int64_t age) {
  if (use.has_where && !binding_.WhereHolds(use.pattern, event)) return;
  int64_t& tally = tallies_[use.rule];
  switch (use.way) {
    case Way::kSum:
      if (age >= use.within_days) return;
      tally += decays_.Of(rules_[use.rule].rule).Factor(age);
      return;
    case Way::kCount:
      tally += age < use.within_days ? 1 : 0;
      return;
    case Way::kLast:
      tally = age + 1;
      return;
  }
}

int64_t PlainCounts::Amount(const Rule& rule, int64_t tally,
                            uint32_t lead) const {
  switch (rule.way) {
    case Way::kSum:
      return tally * 1000;
    case Way::kCount:
      return rule.low <= tally && tally <= rule.high ? 1 : 0;
    case Way::kLast:
      break;
  }
  if (rule.condition) return tally == 0 || tally > rule.low ? 1 : 0;
  int64_t days = tally - 1;
  if (tally == 0) {
    const Instant created = binding_.Created(lead);
    if (created == kNever || created > as_of_) return 0;
    days = AgeDays(created, as_of_);
  }
  return days / binding_.program().rules[rule.rule].idle_days;
}

std::span<const int64_t> PlainCounts::Of(uint32_t lead) {
  std::ranges::fill(tallies_, 0);
  const EventSpan events = binding_.dataset().events.log.Of(lead);
  const std::span<const Instant> times = events.times();
  if (!times.empty()) {
    constexpr auto kDay = static_cast<double>(kMillisPerDay);
    const uint8_t* const is_used = is_used_.data();
    events.block->type.Visit([&](const auto* types) {
      for (uint32_t i = 0; i < times.size() && times[i] <= as_of_; ++i) {
        const uint32_t type = types[events.begin + i];
        if (is_used[type] == 0) continue;
        // Both are whole and below 2^53, so the quotient, rounded far more
        // finely than a millisecond's part of a day, cuts to the right day.
        const auto age =
            static_cast<int64_t>(static_cast<double>(as_of_ - times[i]) / kDay);
        for (const Use& use : uses_[type]) {
          Add(use, {events.block, events.begin + i}, age);
        }
      }
    });
  }
  for (size_t i = 0; i < rules_.size(); ++i) {
    tallies_[i] = Amount(rules_[i], tallies_[i], lead);
  }
  return tallies_;
}

}  // namespace mqlab
