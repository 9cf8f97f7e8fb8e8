#include "scoring/turning_points.h"

#include <algorithm>

namespace mqlab {
namespace {

// Of one event under one rule; a half-life changes every day until it is spent.
constexpr size_t kMaxChanges = 4000;

class Collector {
 public:
  Collector(Evaluator& evaluator, Instant after, Instant until)
      : evaluator_(evaluator), after_(after), until_(until) {
    evaluator.MoveTo(until);
  }

  std::vector<Instant> Collect() {
    const Program& program = evaluator_.program();
    for (const Node& node : program.nodes) {
      if (node.kind == NodeKind::kEvent && node.within_days > 0) {
        AddAges(node.a, node.within_days);
      } else if (node.kind == NodeKind::kIdle) {
        AddAges(node.a, node.low);
      }
    }
    for (uint32_t i = 0; i < program.tests.size(); ++i) AddFieldAges(i);
    for (uint32_t i = 0; i < program.rules.size(); ++i) AddRule(i);
    return std::move(points_);
  }

 private:
  void Add(Instant base, int64_t age) {
    const Instant t = base + age * kMillisPerDay;
    if (t > after_ && t <= until_) points_.push_back(t);
  }
  void AddAges(uint32_t pattern, int64_t age) {
    const auto span = evaluator_.Matches(pattern, 0, 0);
    for (const uint32_t* at = span.begin; at != span.end; ++at) {
      Add(evaluator_.time(*at), age);
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
  // Every N days from a beginning to an end.
  void AddMultiples(Instant base, Instant end, int64_t days) {
    if (base == kNever || end <= after_) return;
    const int64_t last = AgeDays(base, end);
    const int64_t first = std::max<int64_t>(1, AgeDays(base, after_) / days);
    for (int64_t k = first; k * days <= last; ++k) Add(base, k * days);
  }
  // From each of a pattern's events to the next.
  void AddMultiples(uint32_t pattern, int64_t days) {
    const auto span = evaluator_.Matches(pattern, 0, 0);
    for (const uint32_t* at = span.begin; at != span.end; ++at) {
      const bool is_last = at + 1 == span.end;
      AddMultiples(evaluator_.time(*at),
                   is_last ? until_ : evaluator_.time(at[1]), days);
    }
  }
  void AddRule(uint32_t index) {
    const RuleCode& rule = evaluator_.program().rules[index];
    if (rule.kind == RuleKind::kIdle) {
      AddMultiples(evaluator_.created(), until_, rule.idle_days);
      AddMultiples(rule.pattern, rule.idle_days);
      const uint32_t reset_by =
          evaluator_.program().scores[rule.score].reset_by;
      if (reset_by != kNoIndex) AddMultiples(reset_by, rule.idle_days);
    } else if (rule.kind == RuleKind::kEach) {
      AddEach(index, rule);
    }
  }
  void AddEach(uint32_t index, const RuleCode& rule) {
    if (rule.within_days > 0) AddAges(rule.pattern, rule.within_days);
    if (rule.decay.kind == Decay::Kind::kNone) return;
    const auto span = evaluator_.Matches(rule.pattern, 0, 0);
    for (const uint32_t* at = span.begin; at != span.end; ++at) {
      const Instant base = evaluator_.time(*at);
      const int64_t age = std::max<int64_t>(0, AgeDays(base, after_));
      for (const int64_t change : evaluator_.decay(index).Changes(
               age, AgeDays(base, until_), kMaxChanges)) {
        Add(base, change);
      }
    }
  }

  Evaluator& evaluator_;
  Instant after_;
  Instant until_;
  std::vector<Instant> points_;
};

}  // namespace

std::vector<Instant> TurningPoints(Evaluator& evaluator, Instant after,
                                   Instant until) {
  return Collector(evaluator, after, until).Collect();
}

}  // namespace mqlab
