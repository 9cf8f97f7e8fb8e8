#include "funnel/funnel_check.h"

#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "funnel/cohorts.h"
#include "funnel/recorded.h"
#include "funnel/roles.h"
#include "funnel/scored_data.h"
#include "funnel/times.h"
#include "scoring/reference_text.h"

namespace mqlab {

void ExpectNear(const std::optional<double>& found,
                const std::optional<double>& expected) {
  ASSERT_EQ(found.has_value(), expected.has_value());
  EXPECT_NEAR(found.value_or(0), expected.value_or(0), 1e-9);
}

void ExpectDays(const Durations& found, const plain::Days& expected) {
  EXPECT_EQ(found.count, expected.took.size());
  EXPECT_EQ(found.open, expected.open.size());
  ExpectNear(found.quartiles.p25, plain::Quantile(expected.took, 1));
  ExpectNear(found.quartiles.median, plain::Quantile(expected.took, 2));
  ExpectNear(found.quartiles.p75, plain::Quantile(expected.took, 3));
  ExpectNear(found.open_median, plain::Median(expected));
}

FunnelCheck::FunnelCheck(const Run& run, std::string field)
    : run_(run),
      field_(std::move(field)),
      leads_(plain::LeadsOf(run)),
      scope_(MakeScope(run, nullptr, kNoStage, {})),
      grouping_(GroupByField(run, field_, scope_)),
      stages_(run.table.reached.size()) {}

void FunnelCheck::All() {
  Groups();
  Stages(GroupAll(run_));
  Stages(grouping_);
  Sums();
  for (size_t stage = 0; stage < stages_; ++stage) {
    Times(stage);
    Cohorts(stage);
  }
  Recorded();
}

void FunnelCheck::ExpectLeads(const std::vector<uint32_t>& found,
                              const plain::Leads& expected, uint64_t count) {
  EXPECT_EQ(found, expected);
  EXPECT_EQ(count, expected.size());
  listed_ += expected.size();
}

// The same cell, the same group; the largest come first.
void FunnelCheck::Groups() {
  const auto groups = LeadsByGroup(scope_, grouping_);
  for (uint32_t group = 0; group < groups.size(); ++group) {
    EXPECT_FALSE(groups[group].empty());
    for (const uint32_t lead : groups[group]) {
      const std::string cell = plain::CellOf(run_, field_, lead);
      EXPECT_EQ(cell.empty(), group == grouping_.missing);
      if (group >= grouping_.names.size()) continue;
      EXPECT_EQ(cell, reference::Fold(grouping_.names[group]));
    }
    if (group == 0 || group >= grouping_.names.size()) continue;
    EXPECT_GE(groups[group - 1].size(), groups[group].size());
  }
}

void FunnelCheck::Times(size_t stage) {
  const auto groups = LeadsByGroup(scope_, grouping_);
  const auto found =
      MeasureTimes(run_, scope_, grouping_, static_cast<int32_t>(stage));
  for (uint32_t group = 0; group < groups.size(); ++group) {
    const plain::Days days =
        plain::DaysTo(leads_, groups[group], stage, run_.as_of);
    ExpectDays(found[group].days, days);
    for (const CurveStep& step : found[group].curve.steps) {
      ExpectNear(step.share, plain::ShareBy(days, step.day));
    }
    for (const uint32_t day : {0u, 3u, 17u}) {
      ExpectNear(found[group].curve.ShareBy(day), plain::ShareBy(days, day));
    }
    const Cell cell = {{"group", group}, {"set", "all"}};
    EXPECT_EQ(LeadsOfTimes(scope_, grouping_, Json(cell.dump())).size(),
              days.took.size() + days.open.size());
  }
}

void FunnelCheck::Cohorts(size_t stage) {
  const auto to = static_cast<int32_t>(stage);
  std::map<std::string, plain::Leads> months;
  for (const uint32_t lead : scope_.leads) {
    const auto& entry = leads_[lead].entry;
    if (entry) months[FormatInstant(*entry).substr(0, 7)].push_back(lead);
  }
  const std::vector<Cohort> found = MakeCohorts(run_, scope_, to);
  ASSERT_EQ(found.size(), months.size());
  auto cohort = found.begin();
  for (const auto& [month, leads] : months) {
    EXPECT_EQ(FormatInstant(cohort->month), month + "-01T00:00:00.000Z");
    const plain::Days days = plain::DaysTo(leads_, leads, stage, run_.as_of);
    plain::Leads converted;
    for (const uint32_t lead : leads) {
      if (leads_[lead].reached[stage]) converted.push_back(lead);
    }
    for (const auto& [set, expected, count] :
         {std::tuple("all", leads, cohort->leads),
          std::tuple("converted", converted, cohort->converted)}) {
      const Cell cell = {{"month", cohort->month}, {"set", set}};
      ExpectLeads(LeadsOfCohorts(run_, scope_, to, Json(cell.dump())), expected,
                  count);
    }
    for (size_t i = 0; i < cohort->after.size(); ++i) {
      ExpectNear(cohort->after[i], plain::ShareBy(days, Cohort::kAfterDays[i]));
    }
    ++cohort;
  }
}

void FunnelCheck::Recorded() {
  const auto found = CompareWithRecord(run_, scope_);
  const auto behind = [&](const Cell& cell) {
    return LeadsOfRecorded(run_, scope_, Json(cell.dump()));
  };
  for (const RecordedStage& stage : found.stages) {
    std::map<std::string, plain::Leads> sets;
    std::vector<int64_t> days;
    for (const uint32_t i : scope_.leads) {
      const auto& ours = leads_[i].reached[stage.stage];
      const auto record = leads_[i].recorded.find(stage.stage);
      const bool recorded = record != leads_[i].recorded.end();
      if (ours && !recorded) sets["oursOnly"].push_back(i);
      if (!ours && recorded) sets["recordOnly"].push_back(i);
      if (!ours || !recorded) continue;
      sets["both"].push_back(i);
      const int64_t millis = record->second - *ours;
      days.push_back(millis / 86'400'000);
      sets[millis > 86'400'000    ? "earlier"
           : millis < -86'400'000 ? "later"
                                  : "within"]
          .push_back(i);
    }
    for (const auto& [set, count] :
         {std::pair("both", stage.both), std::pair("within", stage.within),
          std::pair("oursOnly", stage.ours_only),
          std::pair("recordOnly", stage.record_only),
          std::pair("earlier", stage.earlier),
          std::pair("later", stage.later)}) {
      ExpectLeads(behind({{"stage", stage.stage}, {"set", set}}), sets[set],
                  count);
    }
    ExpectNear(stage.days.p25, plain::Quantile(days, 1));
    ExpectNear(stage.days.median, plain::Quantile(days, 2));
    ExpectNear(stage.days.p75, plain::Quantile(days, 3));
  }
  const Roles roles = FindRoles(*run_.rules.ruleset);
  plain::Leads early;
  plain::Leads late;
  for (const uint32_t i : scope_.leads) {
    if (plain::IsTooEarly(leads_[i], roles.mql, roles.sal, roles.sql)) {
      early.push_back(i);
    }
    if (plain::IsTooLate(leads_[i], roles.mql)) late.push_back(i);
  }
  ExpectLeads(behind({{"set", "tooEarly"}}), early, found.too_early);
  ExpectLeads(behind({{"set", "tooLate"}}), late, found.too_late);
}

}  // namespace mqlab
