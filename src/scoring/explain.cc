#include "scoring/explain.h"

#include <algorithm>

#include "base/heap_sort.h"
#include "scoring/evaluator.h"
#include "scoring/fallback.h"
#include "scoring/life.h"
#include "scoring/points.h"

namespace mqlab {
namespace {

// Patterns that a condition looks at.
void CollectPatterns(const Program& program, uint32_t index,
                     std::vector<uint32_t>* patterns) {
  const Node& node = program.nodes[index];
  if (node.kind == NodeKind::kEvent || node.kind == NodeKind::kIdle) {
    patterns->push_back(node.a);
  } else if (node.kind == NodeKind::kSequence) {
    patterns->insert(patterns->end(), node.steps.begin(), node.steps.end());
  } else if (node.kind == NodeKind::kScenario) {
    CollectPatterns(program, program.scenarios[node.a], patterns);
  }
  for (const uint32_t child : node.children) {
    CollectPatterns(program, child, patterns);
  }
}

// Which events match a rule at all, and how many of them count.
void FillMatched(Evaluator& evaluator, uint32_t index, RuleLine* line) {
  const RuleCode& rule = evaluator.program().rules[index];
  std::vector<uint32_t> patterns;
  if (rule.pattern != kNoIndex) patterns.push_back(rule.pattern);
  if (rule.node != kNoIndex) {
    CollectPatterns(evaluator.program(), rule.node, &patterns);
  }
  std::vector<uint32_t> positions;
  for (const uint32_t pattern : patterns) {
    const auto span = evaluator.Matches(pattern, 0, 0);
    positions.insert(positions.end(), span.begin, span.end);
  }
  HeapSort(positions);
  const auto repeated = std::ranges::unique(positions);
  positions.erase(repeated.begin(), repeated.end());
  line->matched = static_cast<uint32_t>(positions.size());
  if (positions.empty()) return;
  line->first = evaluator.time(positions.front());
  line->last = evaluator.time(positions.back());
  line->last_match = positions.back();
  const uint32_t from = evaluator.From(rule.score);
  line->counted = static_cast<uint32_t>(
      positions.end() - std::ranges::lower_bound(positions, from));
}

Evaluator::Span SpanOf(const std::vector<uint32_t>& positions) {
  return {positions.data(), positions.data() + positions.size()};
}

// Splits a rounded sum over its events by largest remainder, ties to the
// earlier event: each gets the floor of its exact part, the units that are left
// go to those whose part was cut most.
void SplitShares(Evaluator& evaluator, uint32_t index,
                 const std::vector<uint32_t>& positions, Wide sum,
                 std::vector<EventShare>* shares) {
  constexpr Wide kUnit = 1'000'000'000;
  const Millipoints points = evaluator.program().rules[index].points;
  const bool negative = sum < 0;  // then the mirror image is split
  std::vector<Wide> cut(positions.size());
  Wide left = negative ? -sum : sum;
  for (size_t i = 0; i < positions.size(); ++i) {
    const Wide exact = Wide{negative ? -points : points} *
                       evaluator.EventWeight(index, positions[i], true);
    Wide floor = exact / kUnit;
    if (exact < 0 && exact % kUnit != 0) --floor;
    cut[i] = exact - floor * kUnit;
    left -= floor;
    shares->push_back({positions[i], floor});
  }
  std::vector<size_t> order(positions.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  HeapSort(order, [&](size_t i) { return std::pair(-cut[i], i); });
  for (size_t i = 0; i < order.size() && left > 0; ++i, --left) {
    ++(*shares)[order[i]].points;
  }
  for (EventShare& share : *shares) {
    if (negative) share.points = -share.points;
  }
}

// What is taken away, one reason after the other: reset, window, limit, decay,
// cap. Each is the difference of two rounded sums, so they always add up.
void FillEach(Evaluator& evaluator, uint32_t index, RuleLine* line) {
  const RuleCode& rule = evaluator.program().rules[index];
  const auto points = [&](Evaluator::Span span, bool decayed) {
    return ScalePoints(rule.points, evaluator.WeightSum(index, span, decayed));
  };
  const uint32_t from = evaluator.From(rule.score);
  const auto all = evaluator.Matches(rule.pattern, 0, 0);
  const auto after_reset = evaluator.Matches(rule.pattern, from, 0);
  const auto in_window =
      evaluator.Matches(rule.pattern, from, rule.within_days);
  std::vector<uint32_t> counted(in_window.begin, in_window.end);
  if (rule.limited) evaluator.ApplyLimit(index, in_window, &counted);

  const Wide steps[] = {points(all, false),
                        points(after_reset, false),
                        points(in_window, false),
                        points(SpanOf(counted), false),
                        points(SpanOf(counted), true),
                        line->points};
  const auto taken = [&](int i) { return steps[i] - steps[i + 1]; };
  line->gross = steps[0];
  line->by_reset = taken(0);
  line->by_window = taken(1);
  line->by_limit = taken(2);
  line->by_decay = taken(3);
  line->by_cap = taken(4);
  line->counted = static_cast<uint32_t>(counted.size());
  SplitShares(evaluator, index, counted, steps[4], &line->shares);
}

RuleLine ExplainRule(Evaluator& evaluator, uint32_t index) {
  const RuleCode& rule = evaluator.program().rules[index];
  RuleLine line;
  line.rule = index;
  line.points = evaluator.RulePoints(index);
  FillMatched(evaluator, index, &line);
  switch (rule.kind) {
    case RuleKind::kEach:
      FillEach(evaluator, index, &line);
      break;
    case RuleKind::kIdle:
      line.gross = static_cast<Millipoints>(evaluator.IdlePoints(index));
      line.by_cap = line.gross - line.points;
      break;
    case RuleKind::kCondition:
    case RuleKind::kRanges:
    case RuleKind::kLookup:
      line.gross = line.points;
      break;
  }
  return line;
}

ScoreLine ExplainScore(Evaluator& evaluator, uint32_t score) {
  const ScoreCode& code = evaluator.program().scores[score];
  ScoreLine line;
  line.score = score;
  line.start = code.start;
  line.value = evaluator.ScoreValue(score);
  line.adjustment = line.value - evaluator.ScoreSum(score);
  line.weighted = evaluator.Weighted(score);
  line.band = evaluator.BandOf(score);
  const uint32_t from = evaluator.From(score);
  if (from > 0) line.reset_at = evaluator.time(from - 1);
  return line;
}

void AddTrace(Evaluator& evaluator, uint32_t index, uint32_t depth,
              Trace* trace) {
  const Node& node = evaluator.program().nodes[index];
  trace->push_back(
      {index, depth, evaluator.Holds(index, 0), evaluator.Have(index, 0)});
  for (const uint32_t child : node.children) {
    AddTrace(evaluator, child, depth + 1, trace);
  }
  if (node.kind == NodeKind::kScenario) {
    AddTrace(evaluator, evaluator.program().scenarios[node.a], depth + 1,
             trace);
  }
}

}  // namespace

Explanation Explain(const Binding& binding, Instant as_of, uint32_t lead) {
  const Program& program = binding.program();
  Evaluator evaluator(binding);
  evaluator.Load(lead, as_of);
  Explanation result;
  result.lead = lead;

  LifeState state;
  Life life(evaluator);
  life.Live(as_of, &state, &result.history);
  result.stage = state.standing();
  for (uint32_t i = 0; state.disqualified && i < program.disqualify.size();
       ++i) {
    if (evaluator.Holds(program.disqualify[i], 0)) result.reasons.push_back(i);
  }
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    result.rules.push_back(ExplainRule(evaluator, rule));
  }
  for (uint32_t group = 0; group < program.groups.size(); ++group) {
    const Millipoints sum = evaluator.GroupSum(group);
    result.groups.push_back({group, sum, evaluator.GroupPoints(group) - sum});
  }
  for (uint32_t score = 0; score < program.scores.size(); ++score) {
    result.scores.push_back(ExplainScore(evaluator, score));
  }
  result.total = evaluator.Total();
  if (state.stage + 1 < static_cast<int32_t>(program.stages.size())) {
    result.next_stage = state.stage + 1;
    const auto& next = program.stages[static_cast<size_t>(result.next_stage)];
    AddTrace(evaluator, next.enter, 0, &result.next);
    if (next.leave != kNoIndex && evaluator.Holds(next.leave, 0)) {
      AddTrace(evaluator, next.leave, 0, &result.kept_out_by);
    }
  }
  result.fallback = FindFallback(evaluator, as_of, state.standing());
  return result;
}

}  // namespace mqlab
