#include "funnel/stages.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "funnel/request.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

constexpr size_t kMostReasons = Grouping::kMostGroups;

bool IsWithout(const ScoreTable& table, uint32_t lead) {
  return table.reached.empty() || table.reached[0][lead] == kNever;
}

void Count(const ScoreTable& table, uint32_t lead, StagesOfGroup* group) {
  group->recycles += table.recycles[lead];
  group->recycled += table.recycles[lead] > 0;
  if (IsWithout(table, lead)) {
    const bool disqualified = table.stage[lead] == kDisqualified;
    group->without_disqualified += disqualified;
    group->without_waiting += !disqualified;
    return;
  }
  for (size_t stage = 0; stage < group->steps.size(); ++stage) {
    FunnelStep& step = group->steps[stage];
    const PlaceAtStage place = PlaceOf(table, lead, stage);
    step.reached += place.reached;
    step.now += place.now;
    step.next += place.next;
    step.waiting += place.waiting;
    step.fell += place.fell;
    step.disqualified += place.disqualified;
  }
}

// nullptr: no set of that name.
bool PlaceAtStage::* SetAtStage(std::string_view name) {
  constexpr struct {
    std::string_view name;
    bool PlaceAtStage::* member;
  } kSets[] = {{"reached", &PlaceAtStage::reached},
               {"now", &PlaceAtStage::now},
               {"next", &PlaceAtStage::next},
               {"waiting", &PlaceAtStage::waiting},
               {"fell", &PlaceAtStage::fell},
               {"disqualified", &PlaceAtStage::disqualified}};
  for (const auto& set : kSets) {
    if (set.name == name) return set.member;
  }
  return nullptr;
}

}  // namespace

PlaceAtStage PlaceOf(const ScoreTable& table, uint32_t lead, size_t stage) {
  PlaceAtStage place;
  const int32_t standing = table.stage[lead];
  place.now = standing == static_cast<int32_t>(stage);
  place.reached = table.reached[stage][lead] != kNever;
  if (!place.reached) return place;
  place.next = stage + 1 < table.reached.size() &&
               table.reached[stage + 1][lead] != kNever;
  if (place.next) return place;
  place.waiting = place.now;
  place.disqualified = standing == kDisqualified;
  place.fell = !place.waiting && !place.disqualified;
  return place;
}

std::vector<StagesOfGroup> CountStages(const Run& run, const Scope& scope,
                                       const Grouping& grouping) {
  const ScoreTable& table = run.table;
  const Reasons disqualified = DisqualificationReasons(run);
  const Reasons rejected = RejectionReasons(FindRejections(run));
  const Roles roles = FindRoles(run.program.source);
  std::vector<StagesOfGroup> groups;
  for (const std::vector<uint32_t>& leads : LeadsByGroup(scope, grouping)) {
    StagesOfGroup& group = groups.emplace_back();
    group.leads = leads.size();
    group.steps.resize(table.reached.size());
    for (const uint32_t lead : leads) {
      Count(table, lead, &group);
      group.rejections += !rejected.Of(lead).empty();
    }
    for (size_t stage = 0; stage < group.steps.size(); ++stage) {
      const WatchedDays days = CountDays(
          leads, stage == 0 ? scope.entries : table.reached[stage - 1],
          table.reached[stage], run.as_of);
      group.steps[stage].days =
          Summarize(days, KaplanMeier(days, kLeastAtRisk));
    }
    if (roles.mql != kNoStage && roles.mql < roles.sql) {
      group.mql_to_sql = {group.steps[static_cast<size_t>(roles.sql)].reached,
                          group.steps[static_cast<size_t>(roles.mql)].reached};
    }
    group.disqualified =
        CountReasons(disqualified, leads, disqualified.names.size());
    group.rejected = CountReasons(rejected, leads, kMostReasons);
  }
  return groups;
}

std::vector<uint32_t> LeadsOfStages(const Run& run, const Scope& scope,
                                    const Grouping& grouping,
                                    const JsonValue& cell) {
  const ScoreTable& table = run.table;
  const std::string_view set = TextAt(cell, "set");
  const std::optional<int64_t> group = WholeAt(cell, "group");
  const std::optional<int64_t> at = WholeAt(cell, "stage");
  const auto stage = static_cast<size_t>(at.value_or(0));
  bool PlaceAtStage::* const place = SetAtStage(set);
  const bool by_reason = cell.Find("reason") != nullptr;
  const std::string_view reason = TextAt(cell, "reason");
  Reasons reasons;
  if (by_reason) {
    reasons = set == "rejected" ? RejectionReasons(FindRejections(run))
                                : DisqualificationReasons(run);
  } else if (at && (place == nullptr || stage >= table.reached.size())) {
    return {};
  }
  return LeadsThat(scope.leads, [&](uint32_t lead) {
    if (group && grouping.of[lead] != *group) return false;
    if (by_reason) return reasons.Has(lead, reason);
    if (at) return PlaceOf(table, lead, stage).*place;
    if (set == "recycled") return table.recycles[lead] > 0;
    if (set == "all") return true;
    const std::string_view without = table.stage[lead] == kDisqualified
                                         ? "withoutDisqualified"
                                         : "withoutWaiting";
    return set == without && IsWithout(table, lead);
  });
}

}  // namespace mqlab
