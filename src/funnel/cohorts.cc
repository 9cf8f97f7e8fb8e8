#include "funnel/cohorts.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "funnel/durations.h"
#include "funnel/rate_json.h"
#include "funnel/request.h"
#include "scoring/score.h"

namespace mqlab {
namespace {

struct Months {
  std::vector<Instant> starts;  // of all from the first to the last entry's
  std::vector<std::vector<uint32_t>> leads;
};

Months LeadsByMonth(const Scope& scope) {
  Instant first = kNever;
  Instant last = kNever;
  for (const uint32_t lead : scope.leads) {
    const Instant entry = scope.entries[lead];
    if (entry == kNever) continue;
    if (first == kNever || entry < first) first = entry;
    last = std::max(last, entry);
  }
  Months months;
  if (first == kNever) return months;
  for (Instant t = MonthOf(first); t <= last; t = NextMonth(t)) {
    months.starts.push_back(t);
  }
  months.leads.resize(months.starts.size());
  for (const uint32_t lead : scope.leads) {
    const Instant entry = scope.entries[lead];
    if (entry == kNever) continue;
    const auto after = std::ranges::upper_bound(months.starts, entry);
    months.leads[static_cast<size_t>(after - months.starts.begin()) - 1]
        .push_back(lead);
  }
  return months;
}

Cohort MakeCohort(const Run& run, const Scope& scope, Instant month,
                  std::span<const uint32_t> leads, int32_t to) {
  const WatchedDays days = CountDays(leads, scope.entries,
                                     run.table.reached[static_cast<size_t>(to)],
                                     run.as_of, Cohort::kAfterDays.back() + 1);
  const SurvivalCurve curve = KaplanMeier(days, kLeastAtRisk);
  Cohort cohort;
  cohort.month = month;
  cohort.leads = leads.size();
  for (const uint32_t converted : days.converted) {
    cohort.converted += converted;
  }
  cohort.maturity = std::max<int64_t>(0, AgeDays(NextMonth(month), run.as_of));
  for (size_t i = 0; i < cohort.after.size(); ++i) {
    cohort.after[i] = curve.ShareBy(Cohort::kAfterDays[i]);
  }
  return cohort;
}

}  // namespace

std::vector<Cohort> MakeCohorts(const Run& run, const Scope& scope,
                                int32_t to) {
  std::vector<Cohort> cohorts;
  if (to == kNoStage) return cohorts;
  const Months months = LeadsByMonth(scope);
  for (size_t i = 0; i < months.starts.size(); ++i) {
    if (months.leads[i].empty()) continue;
    cohorts.push_back(
        MakeCohort(run, scope, months.starts[i], months.leads[i], to));
  }
  return cohorts;
}

JsonText WriteCohorts(const std::vector<Cohort>& cohorts, const Times& all) {
  JsonText list = JsonText::List();
  for (const Cohort& cohort : cohorts) {
    JsonText written = JsonText::Object();
    written.Add("month", JsonText::Whole(cohort.month));
    written.Add("rate", WriteRate(cohort.converted, cohort.leads));
    written.Add("maturity", JsonText::Whole(cohort.maturity));
    JsonText after = JsonText::List();
    for (const auto& share : cohort.after) after.Add(WriteNumber(share));
    written.Add("after", std::move(after));
    list.Add(std::move(written));
  }
  Grouping grouping;
  grouping.all = 0;
  JsonText written = JsonText::Object();
  written.Add("cohorts", std::move(list));
  written.Add("all", WriteTimesOf(all, WriteGroup(grouping, 0)));
  return written;
}

std::vector<uint32_t> LeadsOfCohorts(const Run& run, const Scope& scope,
                                     int32_t to, const JsonValue& cell) {
  const std::optional<int64_t> month = WholeAt(cell, "month");
  const std::string_view set = TextAt(cell, "set");
  if (!month || to == kNoStage || (set != "all" && set != "converted")) {
    return {};
  }
  const std::vector<Instant>& reached =
      run.table.reached[static_cast<size_t>(to)];
  const Period period = {.from = month, .until = NextMonth(*month)};
  return LeadsThat(scope.leads, [&](uint32_t lead) {
    return period.Has(scope.entries[lead]) &&
           (set == "all" || reached[lead] != kNever);
  });
}

}  // namespace mqlab
