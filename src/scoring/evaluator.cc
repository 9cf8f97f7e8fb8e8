#include "scoring/evaluator.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "scoring/points.h"

namespace mqlab {

Evaluator::Evaluator(const Binding& binding, const std::vector<bool>& patterns)
    : binding_(binding),
      program_(binding.program()),
      matches_(program_.patterns.size()),
      from_(program_.scores.size()),
      score_values_(program_.scores.size()),
      decays_(program_.rules) {
  const size_t types = binding_.dataset().events.types.size();
  for (uint32_t type = 0; type < types; ++type) {
    std::vector<uint32_t>& some = patterns_of_.emplace_back();
    std::ranges::copy_if(
        binding_.PatternsOf(type), std::back_inserter(some),
        [&](uint32_t each) { return patterns.empty() || patterns[each]; });
  }
}

void Evaluator::Load(uint32_t lead, Instant until) {
  lead_ = lead;
  created_ = binding_.Created(lead);
  overflow_.reset();
  granted_.clear();
  for (std::vector<uint32_t>& positions : matches_) positions.clear();
  events_ = binding_.dataset().events.log.Of(lead);
  const std::span<const Instant> times = events_.times();
  times_ = times.data();
  num_events_ = static_cast<uint32_t>(std::ranges::upper_bound(times, until) -
                                      times.begin());
  for (uint32_t position = 0; position < num_events_; ++position) {
    const EventRef at = event(position);
    for (const uint32_t pattern : patterns_of_[at.block->type[at.index]]) {
      if (binding_.WhereHolds(pattern, at)) {
        matches_[pattern].push_back(position);
      }
    }
  }
}

void Evaluator::MoveTo(Instant t) {
  now_ = t;
  visible_ = static_cast<uint32_t>(
      std::upper_bound(times_, times_ + num_events_, t) - times_);
  std::ranges::fill(from_, std::nullopt);
  std::ranges::fill(score_values_, std::nullopt);
}

Evaluator::Span Evaluator::Matches(uint32_t pattern, uint32_t from,
                                   int64_t within_days) const {
  const std::vector<uint32_t>& all = matches_[pattern];
  Span span{all.data(), all.data() + all.size()};
  // Mostly all of them.
  if (all.empty()) return span;
  if (all.back() >= visible_) {
    span.end = std::lower_bound(span.begin, span.end, visible_);
  }
  if (all.front() < from) {
    span.begin = std::lower_bound(span.begin, span.end, from);
  }
  if (within_days > 0) {
    span.begin =
        std::partition_point(span.begin, span.end, [&](uint32_t position) {
          return AgeDays(times_[position], now_) >= within_days;
        });
  }
  return span;
}

bool Evaluator::Holds(uint32_t index, uint32_t from) {
  const Node& node = program_.nodes[index];
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone:
    case NodeKind::kAtLeast:
      return Combine(node, [&](uint32_t child) { return Holds(child, from); });
    case NodeKind::kField:
      return binding_.FieldHolds(node.a, lead_, HasFields(), now_);
    case NodeKind::kEvent: {
      const auto count =
          static_cast<int64_t>(Matches(node.a, from, node.within_days).size());
      return node.low <= count && count <= node.high;
    }
    case NodeKind::kIdle: {
      const int64_t days = DaysIdle(node.a, from);
      return days < 0 || days >= node.low;
    }
    case NodeKind::kSequence:
      return std::ranges::all_of(node.steps,
                                 [&](uint32_t step) {
                                   return Matches(step, from, 0).size() > 0;
                                 }) &&
             Progress(node, from).completed.has_value();
    case NodeKind::kScore:
      return PassingValues(node).Has(ScoreOrTotal(node.a));
    case NodeKind::kBand:
      return std::ranges::count(node.steps, BandOf(node.a)) > 0;
    case NodeKind::kStage:
      return (*reached_)[node.a] != kNever;
    case NodeKind::kScenario:
      return Holds(program_.scenarios[node.a], from);
  }
  return false;
}

int64_t Evaluator::Have(uint32_t index, uint32_t from) {
  const Node& node = program_.nodes[index];
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone:
    case NodeKind::kAtLeast:
      return std::ranges::count_if(
          node.children, [&](uint32_t child) { return Holds(child, from); });
    case NodeKind::kEvent:
      return static_cast<int64_t>(
          Matches(node.a, from, node.within_days).size());
    case NodeKind::kIdle:
      return DaysIdle(node.a, from);
    case NodeKind::kSequence:
      return static_cast<int64_t>(Progress(node, from).steps);
    case NodeKind::kScore:
      return ScoreOrTotal(node.a);
    case NodeKind::kBand:
      return ScoreValue(node.a);
    case NodeKind::kField:
    case NodeKind::kStage:
    case NodeKind::kScenario:
      return 0;
  }
  return 0;
}

int64_t Evaluator::DaysIdle(uint32_t pattern, uint32_t from) const {
  const Span span = Matches(pattern, from, 0);
  return span.size() == 0 ? -1 : AgeDays(times_[span.end[-1]], now_);
}

SequenceProgress Evaluator::Progress(const Node& node, uint32_t from) const {
  std::vector<std::span<const uint32_t>> steps;
  for (const uint32_t pattern : node.steps) {
    const Span span = Matches(pattern, from, 0);
    steps.emplace_back(span.begin, span.end);
  }
  return FollowSequence(std::move(steps), {times_, num_events_},
                        node.within_days);
}

uint32_t Evaluator::From(uint32_t score) {
  if (!from_[score]) {
    const uint32_t pattern = program_.scores[score].reset_by;
    from_[score] = 0;
    if (pattern != kNoIndex) {
      const Span resets = Matches(pattern, 0, 0);
      if (resets.size() > 0) from_[score] = resets.end[-1] + 1;
    }
  }
  return *from_[score];
}

Millipoints Evaluator::Fit(Wide sum, const std::string& id) {
  constexpr Wide kMin = std::numeric_limits<Millipoints>::min();
  constexpr Wide kMax = std::numeric_limits<Millipoints>::max();
  if (sum >= kMin && sum <= kMax) return static_cast<Millipoints>(sum);
  if (!overflow_) overflow_ = id;
  return 0;
}

Millipoints Evaluator::GroupSum(uint32_t group) {
  Wide sum = 0;
  for (const uint32_t rule : program_.group_rules[group]) {
    sum += RulePoints(rule);
  }
  return Fit(sum, program_.source.groups[group].id);
}

Millipoints Evaluator::GroupPoints(uint32_t group) {
  const GroupCode& code = program_.groups[group];
  return Clamp(GroupSum(group), code.min, code.max);
}

Millipoints Evaluator::ScoreSum(uint32_t score) {
  const ScoreCode& code = program_.scores[score];
  Wide sum = code.start;
  for (const uint32_t rule : code.rules) sum += RulePoints(rule);
  for (const uint32_t group : code.groups) sum += GroupPoints(group);
  return Fit(sum, program_.source.scores[score].id);
}

Millipoints Evaluator::ScoreValue(uint32_t score) {
  if (!score_values_[score]) {
    const ScoreCode& code = program_.scores[score];
    const Millipoints value = Clamp(ScoreSum(score), code.min, code.max);
    score_values_[score] = granted_.empty()
                               ? value
                               : Fit(Wide{value} + granted_[score],
                                     program_.source.scores[score].id);
  }
  return *score_values_[score];
}

Millipoints Evaluator::Weighted(uint32_t score) {
  const Wide part =
      WeightedPart<Wide>(ScoreValue(score), program_.scores[score].weight);
  return Fit(part, program_.source.scores[score].id);
}

Millipoints Evaluator::Total() {
  Wide total = granted_.empty() ? 0 : granted_.back();
  for (uint32_t score = 0; score < program_.scores.size(); ++score) {
    total += Weighted(score);
  }
  return Fit(total, "total");
}

uint16_t Evaluator::BandOf(uint32_t score) {
  return mqlab::BandOf(program_.scores[score], ScoreValue(score));
}

}  // namespace mqlab
