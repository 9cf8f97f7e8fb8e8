#include "scoring/fallback.h"

#include <algorithm>
#include <vector>

#include "base/heap_sort.h"
#include "scoring/life.h"

namespace mqlab {
namespace {

constexpr int64_t kHorizonDays = 3650;
// Of one event under one rule; a half-life changes every day until it is spent.
constexpr size_t kMaxChanges = 4000;

// The instants at which some age of the lead crosses a number that the program
// looks at.
class TurningPoints {
 public:
  TurningPoints(Evaluator& evaluator, Instant as_of)
      : evaluator_(evaluator), as_of_(as_of) {
    const Program& program = evaluator.program();
    evaluator.MoveTo(as_of);
    // `reached` sees at the next instant what was entered at this one.
    points_.push_back(as_of + 1);
    for (const Node& node : program.nodes) {
      if (node.kind == NodeKind::kEvent && node.within_days > 0) {
        AddAges(node.a, {node.within_days});
      } else if (node.kind == NodeKind::kIdle) {
        AddAges(node.a, {node.low});
      }
    }
    for (uint32_t i = 0; i < program.tests.size(); ++i) AddFieldAges(i);
    for (uint32_t i = 0; i < program.rules.size(); ++i) AddRule(i);
    if (evaluator.created() != kNever && evaluator.created() > as_of) {
      points_.push_back(evaluator.created());
      points_.push_back(evaluator.created() + 1);
    }
  }

  std::vector<Instant> Sorted() {
    HeapSort(points_);
    const auto repeated = std::ranges::unique(points_);
    points_.erase(repeated.begin(), repeated.end());
    return std::move(points_);
  }

 private:
  void Add(Instant base, int64_t age) {
    const Instant t = base + age * kMillisPerDay;
    if (t > as_of_ && t <= as_of_ + kHorizonDays * kMillisPerDay) {
      points_.push_back(t);
    }
  }
  void AddAges(uint32_t pattern, const std::vector<int64_t>& ages) {
    const auto span = evaluator_.Matches(pattern, 0, 0);
    for (const uint32_t* at = span.begin; at != span.end; ++at) {
      for (const int64_t age : ages) Add(evaluator_.time(*at), age);
    }
  }
  void AddFieldAges(uint32_t test) {
    const TestCode& code = evaluator_.program().tests[test];
    if (code.op != Op::kWithinDays && code.op != Op::kOlderThanDays) return;
    const Instant base =
        evaluator_.binding().FieldInstant(code.field, evaluator_.lead());
    if (base == kNever) return;
    Add(base, 0);
    Add(base, code.values.front().days);
  }
  // Every N days from a beginning.
  void AddMultiples(Instant base, int64_t days) {
    if (base == kNever) return;
    const int64_t first = std::max<int64_t>(1, AgeDays(base, as_of_) / days);
    for (int64_t k = first; k * days <= AgeDays(base, as_of_) + kHorizonDays;
         ++k) {
      Add(base, k * days);
    }
  }
  void AddRule(uint32_t index) {
    const RuleCode& rule = evaluator_.program().rules[index];
    if (rule.kind == RuleKind::kIdle) {
      AddMultiples(evaluator_.created(), rule.idle_days);
      const auto span = evaluator_.Matches(rule.pattern, 0, 0);
      if (span.size() > 0) {
        AddMultiples(evaluator_.time(span.end[-1]), rule.idle_days);
      }
      const uint32_t from = evaluator_.From(rule.score);
      if (from > 0) AddMultiples(evaluator_.time(from - 1), rule.idle_days);
    } else if (rule.kind == RuleKind::kEach) {
      AddEach(index, rule);
    }
  }
  void AddEach(uint32_t index, const RuleCode& rule) {
    if (rule.within_days > 0) AddAges(rule.pattern, {rule.within_days});
    if (rule.decay.kind == Decay::Kind::kNone) return;
    const auto span = evaluator_.Matches(rule.pattern, 0, 0);
    for (const uint32_t* at = span.begin; at != span.end; ++at) {
      const int64_t age = AgeDays(evaluator_.time(*at), as_of_);
      for (const int64_t change : evaluator_.decay(index).Changes(
               age, age + kHorizonDays, kMaxChanges)) {
        Add(evaluator_.time(*at), change);
      }
    }
  }

  Evaluator& evaluator_;
  Instant as_of_;
  std::vector<Instant> points_;
};

}  // namespace

std::optional<Fallback> FindFallback(Evaluator& evaluator, Instant as_of,
                                     int32_t standing) {
  if (standing == kDisqualified) return std::nullopt;
  // As-of itself is an instant only for as-of: seen from later, the life up to
  // it has no step there unless an event or the creation falls on it.
  Life life(evaluator);
  LifeState before;
  life.LiveBefore(as_of + 1, &before);
  const Program& program = evaluator.program();
  const bool can_fall =
      before.standing() < standing || !program.disqualify.empty() ||
      std::ranges::any_of(
          program.stages,
          [](const StageCode& stage) { return stage.leave != kNoIndex; });
  if (!can_fall) return std::nullopt;
  for (const Instant t : TurningPoints(evaluator, as_of).Sorted()) {
    LifeState state = before;
    if (evaluator.created() > as_of && evaluator.created() < t) {
      life.Step(evaluator.created(), &state);
    }
    life.Step(t, &state);
    // kDisqualified < kNoStage < every stage.
    if (state.standing() < standing) {
      return Fallback{t, state.standing()};
    }
  }
  return std::nullopt;
}

}  // namespace mqlab
