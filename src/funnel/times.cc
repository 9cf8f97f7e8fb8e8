#include "funnel/times.h"

#include <optional>
#include <utility>

#include "funnel/rate_json.h"
#include "funnel/request.h"
#include "scoring/score.h"

namespace mqlab {

Times TimesOf(const Run& run, std::span<const uint32_t> leads,
              const Scope& scope, int32_t to) {
  const WatchedDays days =
      CountDays(leads, scope.entries,
                run.table.reached[static_cast<size_t>(to)], run.as_of);
  Times times;
  times.curve = KaplanMeier(days, kLeastAtRisk);
  times.days = Summarize(days, times.curve);
  return times;
}

std::vector<Times> MeasureTimes(const Run& run, const Scope& scope,
                                const Grouping& grouping, int32_t to) {
  std::vector<Times> groups;
  if (to == kNoStage) return groups;
  for (const std::vector<uint32_t>& leads : LeadsByGroup(scope, grouping)) {
    groups.push_back(TimesOf(run, leads, scope, to));
  }
  return groups;
}

JsonText WriteTimesOf(const Times& times, JsonText group) {
  JsonText written = JsonText::Object();
  written.Add("group", std::move(group));
  written.Add("days", WriteDurations(times.days));
  written.Add("curve", WriteCurve(times.curve));
  return written;
}

JsonText WriteTimes(const std::vector<Times>& groups,
                    const Grouping& grouping) {
  JsonText list = JsonText::List();
  for (uint32_t group = 0; group < groups.size(); ++group) {
    list.Add(WriteTimesOf(groups[group], WriteGroup(grouping, group)));
  }
  JsonText written = JsonText::Object();
  written.Add("groups", std::move(list));
  return written;
}

std::vector<uint32_t> LeadsOfTimes(const Scope& scope, const Grouping& grouping,
                                   const JsonValue& cell) {
  if (TextAt(cell, "set") != "all") return {};
  const std::optional<int64_t> group = WholeAt(cell, "group");
  return LeadsThat(scope.leads, [&](uint32_t lead) {
    return scope.entries[lead] != kNever &&
           (!group || grouping.of[lead] == *group);
  });
}

}  // namespace mqlab
