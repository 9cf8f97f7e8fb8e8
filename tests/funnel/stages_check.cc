#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "funnel/funnel_check.h"
#include "funnel/scored_data.h"
#include "scoring/reference_text.h"

namespace mqlab {

std::vector<uint32_t> FunnelCheck::Behind(const Grouping& grouping,
                                          const Cell& cell) {
  return LeadsOfStages(run_, scope_, grouping, Json(cell.dump()));
}

void FunnelCheck::Stages(const Grouping& grouping) {
  const auto found = CountStages(run_, scope_, grouping);
  const auto groups = LeadsByGroup(scope_, grouping);
  ASSERT_EQ(found.size(), groups.size());
  for (uint32_t group = 0; group < groups.size(); ++group) {
    const plain::Leads& leads = groups[group];
    ExpectLeads(Behind(grouping, {{"group", group}, {"set", "all"}}), leads,
                found[group].leads);
    for (size_t stage = 0; stage < stages_; ++stage) {
      const FunnelStep& step = found[group].steps[stage];
      const plain::Step expected =
          plain::StepOf(leads_, leads, stage, run_.as_of);
      const auto expect = [&](const char* set, const plain::Leads& plain,
                              uint64_t count) {
        SCOPED_TRACE(set);
        const Cell cell = {{"group", group}, {"stage", stage}, {"set", set}};
        ExpectLeads(Behind(grouping, cell), plain, count);
      };
      expect("reached", expected.reached, step.reached);
      expect("now", expected.now, step.now);
      expect("next", expected.next, step.next);
      expect("waiting", expected.waiting, step.waiting);
      expect("fell", expected.fell, step.fell);
      expect("disqualified", expected.disqualified, step.disqualified);
      ExpectDays(step.days, expected.days);
    }
    Reasons(grouping, group, leads, found[group]);
  }
}

void FunnelCheck::Reasons(const Grouping& grouping, uint32_t group,
                          const plain::Leads& leads,
                          const StagesOfGroup& found) {
  const auto those = [&](const std::function<bool(const plain::Lead&)>& has) {
    plain::Leads kept;
    for (const uint32_t lead : leads) {
      if (has(leads_[lead])) kept.push_back(lead);
    }
    return kept;
  };
  for (const ReasonCount& reason : found.disqualified) {
    const Cell cell = {
        {"group", group}, {"reason", reason.reason}, {"set", "disqualified"}};
    ExpectLeads(Behind(grouping, cell), those([&](const plain::Lead& lead) {
                  return std::ranges::count(lead.reasons, reason.reason) > 0;
                }),
                reason.leads);
  }
  for (const ReasonCount& reason : found.rejected) {
    const Cell cell = {
        {"group", group}, {"reason", reason.reason}, {"set", "rejected"}};
    ExpectLeads(Behind(grouping, cell), those([&](const plain::Lead& lead) {
                  return lead.reason == reference::Fold(reason.reason);
                }),
                reason.leads);
  }
  EXPECT_EQ(found.rejections, those([](const plain::Lead& lead) {
                                return lead.reason.has_value();
                              }).size());
  ExpectLeads(Behind(grouping, {{"group", group}, {"set", "recycled"}}),
              those([](const plain::Lead& lead) { return lead.recycles > 0; }),
              found.recycled);
  const auto without = [&](bool disqualified) {
    return those([disqualified](const plain::Lead& lead) {
      return (lead.reached.empty() || !lead.reached[0]) &&
             (lead.stage == kDisqualified) == disqualified;
    });
  };
  ExpectLeads(Behind(grouping, {{"group", group}, {"set", "withoutWaiting"}}),
              without(false), found.without_waiting);
  ExpectLeads(
      Behind(grouping, {{"group", group}, {"set", "withoutDisqualified"}}),
      without(true), found.without_disqualified);
}

void FunnelCheck::Sums() {
  const StagesOfGroup all = CountStages(run_, scope_, GroupAll(run_))[0];
  std::vector<uint64_t> reached(stages_);
  uint64_t leads = 0;
  for (const auto& group : CountStages(run_, scope_, grouping_)) {
    leads += group.leads;
    for (size_t stage = 0; stage < stages_; ++stage) {
      const FunnelStep& step = group.steps[stage];
      reached[stage] += step.reached;
      EXPECT_EQ(step.reached,
                step.next + step.waiting + step.fell + step.disqualified);
    }
  }
  EXPECT_EQ(leads, all.leads);
  uint64_t before = all.leads;
  for (size_t stage = 0; stage < stages_; ++stage) {
    EXPECT_EQ(reached[stage], all.steps[stage].reached);
    EXPECT_LE(all.steps[stage].reached, before);
    before = all.steps[stage].reached;
  }
  if (stages_ == 0) return;
  EXPECT_EQ(
      all.steps[0].reached + all.without_waiting + all.without_disqualified,
      all.leads);
}

}  // namespace mqlab
