#include "sales/fading.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/wide.h"
#include "funnel/rate_json.h"
#include "funnel/roles.h"
#include "scoring/evaluator.h"
#include "scoring/fallback.h"
#include "scoring/points.h"
#include "scoring/timeline.h"

namespace mqlab {
namespace {

constexpr int64_t kSilentDays = 30;

int64_t SilentDays(const Ruleset& rules) {
  return rules.nurture ? rules.nurture->silent_days.value_or(kSilentDays)
                       : kSilentDays;
}

// Whether a condition asks for nothing but cells, and not how old they are.
bool IsOfCells(const Run& run, uint32_t index) {
  const Node& node = run.program.nodes[index];
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone:
    case NodeKind::kAtLeast:
      return std::ranges::all_of(
          node.children, [&](uint32_t child) { return IsOfCells(run, child); });
    case NodeKind::kField:
      return !run.binding->IsAge(node.a);
    case NodeKind::kScenario:
      return IsOfCells(run, run.program.scenarios[node.a]);
    default:
      return false;
  }
}

// By score: whether it may change although nothing happens, as some rule of it
// asks for more than cells.
std::vector<bool> FindMoving(const Run& run) {
  std::vector<bool> moving(run.program.scores.size());
  for (const RuleCode& rule : run.program.rules) {
    const bool still =
        rule.field != kNoIndex ||
        (rule.kind == RuleKind::kCondition && IsOfCells(run, rule.node));
    if (!still) moving[rule.score] = true;
  }
  return moving;
}

std::vector<bool> PatternsOf(const Program& program,
                             const std::vector<bool>& scores) {
  std::vector<uint32_t> rules;
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (scores[program.rules[rule].score]) rules.push_back(rule);
  }
  return PatternsOfRules(program, rules);
}

// The total of leads as it was at an instant, after which nothing happened.
class FormerTotal {
 public:
  explicit FormerTotal(const Run& run)
      : run_(run),
        moving_(FindMoving(run)),
        evaluator_(*run.binding, PatternsOf(run.program, moving_)) {}

  Millipoints At(uint32_t lead, Instant t) {
    evaluator_.Load(lead, t);
    evaluator_.MoveTo(t);
    const Instant created = evaluator_.created();
    if (created != kNever && created > t) return evaluator_.Total();
    Wide total = run_.table.total[lead];
    for (uint32_t score = 0; score < moving_.size(); ++score) {
      if (!moving_[score]) continue;
      total -= WeightedPart<Wide>(run_.table.scores[score][lead],
                                  run_.program.scores[score].weight);
      total += evaluator_.Weighted(score);
    }
    return static_cast<Millipoints>(total);
  }

 private:
  const Run& run_;
  std::vector<bool> moving_;  // by score
  Evaluator evaluator_;
};

}  // namespace

std::vector<FadingLead> FindFading(const Run& run,
                                   std::span<const uint32_t> leads,
                                   size_t in_order) {
  std::vector<FadingLead> fading;
  const ScoreTable& table = run.table;
  const int32_t hand_off = FindRoles(run.program.source).hand_off;
  const int64_t silent = SilentDays(run.program.source);
  FormerTotal former(run);
  for (const uint32_t lead : leads) {
    const int32_t stage = table.stage[lead];
    if (stage < 0 || stage > hand_off || table.total[lead] <= 0) continue;
    const Instant last =
        LastEventTime(run.dataset->events.log, lead, run.as_of);
    if (last == kNever || AgeDays(last, run.as_of) < silent) continue;
    const Millipoints was = former.At(lead, last);
    if (table.total[lead] < was) fading.push_back({lead, last, was});
  }
  const auto last = fading.begin() +
                    static_cast<ptrdiff_t>(std::min(in_order, fading.size()));
  std::ranges::partial_sort(fading, last, {}, [&](const FadingLead& each) {
    return std::tuple(-table.stage[each.lead], -table.total[each.lead],
                      each.lead);
  });
  return fading;
}

JsonText WriteFading(const Run& run, std::span<const FadingLead> fading,
                     size_t begin, size_t end) {
  JsonText json = JsonText::Object();
  json.Add("count", JsonText::Whole(static_cast<int64_t>(fading.size())));
  JsonText rows = JsonText::List();
  Evaluator evaluator(*run.binding);
  for (size_t i = begin; i < std::min(end, fading.size()); ++i) {
    const FadingLead& each = fading[i];
    const int32_t stage = run.table.stage[each.lead];
    JsonText row = JsonText::Object();
    row.Add("lead", JsonText::Whole(each.lead));
    row.Add("id", CellToJson(run.dataset->leads.ids[each.lead]));
    row.Add("total", JsonText::Whole(run.table.total[each.lead]));
    row.Add("was", JsonText::Whole(each.was));
    row.Add("silentDays", JsonText::Whole(AgeDays(each.last_event, run.as_of)));
    row.Add("lastEvent", JsonText::Whole(each.last_event));
    row.Add("stage", JsonText::Whole(stage));
    evaluator.Load(each.lead, run.as_of);
    const std::optional<Fallback> fallback =
        FindFallback(evaluator, run.as_of, stage);
    JsonText falls = WriteNull();
    if (fallback) {
      falls = JsonText::Object();
      falls.Add("at", JsonText::Whole(fallback->at));
      falls.Add("stage", JsonText::Whole(fallback->stage));
    }
    row.Add("falls", std::move(falls));
    rows.Add(std::move(row));
  }
  json.Add("rows", std::move(rows));
  return json;
}

}  // namespace mqlab
