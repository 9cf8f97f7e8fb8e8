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

namespace mqlab {
namespace {

constexpr int64_t kSilentDays = 30;

int64_t SilentDays(const Ruleset& rules) {
  return rules.nurture ? rules.nurture->silent_days.value_or(kSilentDays)
                       : kSilentDays;
}

// Whether all rules of a score are of cells: what it is does not change as long
// as nothing happens.
bool StandsStill(const Run& run, const ScoreCode& score) {
  const auto all_cells = [&](const std::vector<uint32_t>& rules) {
    return std::ranges::all_of(
        rules, [&](uint32_t rule) { return run.binding->IsCellRule(rule); });
  };
  return all_cells(score.rules) &&
         std::ranges::all_of(score.groups, [&](uint32_t group) {
           return all_cells(run.program.group_rules[group]);
         });
}

// The total of leads as it was at an instant, after which nothing happened.
class FormerTotal {
 public:
  explicit FormerTotal(const Run& run) : run_(run), evaluator_(*run.binding) {
    for (uint32_t score = 0; score < run.program.scores.size(); ++score) {
      if (!StandsStill(run, run.program.scores[score]))
        moving_.push_back(score);
    }
  }

  Millipoints At(uint32_t lead, Instant t) {
    evaluator_.Load(lead, t);
    evaluator_.MoveTo(t);
    const Instant created = evaluator_.created();
    if (created != kNever && created > t) return evaluator_.Total();
    Wide total = run_.table.total[lead];
    for (const uint32_t score : moving_) {
      total -= WeightedPart<Wide>(run_.table.scores[score][lead],
                                  run_.program.scores[score].weight);
      total += evaluator_.Weighted(score);
    }
    return static_cast<Millipoints>(total);
  }

 private:
  const Run& run_;
  Evaluator evaluator_;
  std::vector<uint32_t> moving_;  // scores
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
