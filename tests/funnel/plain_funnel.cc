#include "funnel/plain_funnel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "lead/field.h"
#include "scoring/reference_text.h"

namespace mqlab::plain {
namespace {

int64_t DaysBetween(Instant from, Instant to) {
  return std::max<int64_t>(
      0, static_cast<int64_t>(
             std::floor(static_cast<double>(to - from) / 86'400'000.0)));
}

void AddDays(const std::optional<Instant>& from,
             const std::optional<Instant>& to, Instant as_of, Days* days) {
  if (!from) return;
  if (to) days->took.push_back(DaysBetween(*from, *to));
  if (!to) days->open.push_back(DaysBetween(*from, as_of));
}

std::string ReasonProperty(const Run& run) {
  const std::optional<Sla>& sla = run.rules.ruleset->sla;
  return sla && !sla->reason.empty() ? sla->reason : "reason";
}

void AddEvents(const Run& run, uint32_t number, Lead* lead) {
  const EventStore& events = run.dataset->events;
  const EventSpan span = events.log.Of(number);
  for (uint32_t i = span.begin; i < span.end; ++i) {
    const Instant time = span.block->time[i];
    const std::string_view type = events.types[span.block->type[i]];
    if (time > run.as_of) continue;
    if (!lead->entry) lead->entry = time;
    if (type == "demo_request") lead->demos.push_back(time);
    if (type != "sales_rejected") continue;
    lead->rejected.push_back(time);
    lead->reason = "";
    for (size_t p = 0; p < events.properties.size(); ++p) {
      const Column& column = events.properties[p];
      if (column.name != ReasonProperty(run)) continue;
      const uint32_t code = span.block->properties[p][i];
      lead->reason = reference::Fold(column.texts[code]);
    }
  }
}

void AddRecord(const Run& run, uint32_t number, Lead* lead) {
  for (const Column& column : run.dataset->leads.fields) {
    for (size_t stage = 0; stage < run.rules.ruleset->stages.size(); ++stage) {
      if (column.name != "became_" + run.rules.ruleset->stages[stage].id ||
          VotedType(column.votes) != FieldType::kInstant) {
        continue;
      }
      // Of several rows of a lead the last one with an instant.
      std::optional<Instant> record =
          ReadInstant(column.cell(number), column.format);
      for (auto cell = column.merged.rbegin();
           !record && cell != column.merged.rend(); ++cell) {
        if (cell->lead != number) continue;
        record = ReadInstant(column.texts[cell->code], column.format);
      }
      if (record && *record <= run.as_of) lead->recorded[stage] = *record;
    }
  }
}

}  // namespace

std::vector<Lead> LeadsOf(const Run& run) {
  std::vector<Lead> leads(run.table.num_leads);
  for (uint32_t i = 0; i < leads.size(); ++i) {
    Lead& lead = leads[i];
    const Instant created = run.binding->Created(i);
    if (created != kNever && created <= run.as_of) lead.entry = created;
    for (const auto& reached : run.table.reached) {
      lead.reached.emplace_back();
      if (reached[i] != kNever) lead.reached.back() = reached[i];
    }
    lead.stage = run.table.stage[i];
    lead.recycles = run.table.recycles[i];
    for (uint32_t r = run.table.reason_offsets[i];
         r < run.table.reason_offsets[i + 1]; ++r) {
      const std::string& reason =
          run.rules.ruleset->disqualify[run.table.reasons[r]].reason;
      if (std::ranges::count(lead.reasons, reason) == 0) {
        lead.reasons.push_back(reason);
      }
    }
    AddEvents(run, i, &lead);
    AddRecord(run, i, &lead);
  }
  return leads;
}

std::string CellOf(const Run& run, const std::string& field, uint32_t lead) {
  for (const Column& column : run.dataset->leads.fields) {
    if (column.name == field) return reference::Fold(column.cell(lead));
  }
  return "";
}

std::optional<double> Quantile(std::vector<int64_t> values, int64_t quarters) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const auto n = static_cast<int64_t>(values.size());
  const auto low = static_cast<size_t>((n - 1) * quarters / 4);
  const int64_t part = (n - 1) * quarters % 4;
  const size_t high = std::min(values.size() - 1, low + 1);
  return static_cast<double>(values[low] * (4 - part) + values[high] * part) /
         4;
}

std::optional<double> ShareBy(const Days& days, int64_t day) {
  const auto left = [&](int64_t d) {
    const auto stays = [d](int64_t took) { return took >= d; };
    return std::ranges::count_if(days.took, stays) +
           std::ranges::count_if(days.open, stays);
  };
  const bool all_watched = std::ranges::all_of(
      days.open, [&](int64_t watched) { return watched >= day; });
  if (left(day) < 5 && !all_watched) return std::nullopt;
  double open = 1;
  for (int64_t d = 0; d <= day; ++d) {
    const auto converted = std::ranges::count(days.took, d);
    if (converted == 0) continue;
    open *= 1 - static_cast<double>(converted) / static_cast<double>(left(d));
  }
  return 1 - open;
}

std::optional<double> Median(const Days& days) {
  std::vector<int64_t> steps = days.took;
  std::ranges::sort(steps);
  const auto doubled = std::ranges::unique(steps);
  steps.erase(doubled.begin(), doubled.end());
  for (size_t i = 0; i < steps.size(); ++i) {
    const std::optional<double> share = ShareBy(days, steps[i]);
    if (!share) return std::nullopt;
    if (*share < 0.5 - 1e-9) continue;
    const auto day = static_cast<double>(steps[i]);
    if (*share > 0.5 + 1e-9 || i + 1 == steps.size() ||
        !ShareBy(days, steps[i + 1])) {
      return day;
    }
    return (day + static_cast<double>(steps[i + 1])) / 2;
  }
  return std::nullopt;
}

Step StepOf(const std::vector<Lead>& all, const Leads& leads, size_t stage,
            Instant as_of) {
  Step step;
  for (const uint32_t i : leads) {
    const Lead& lead = all[i];
    if (lead.stage == static_cast<int32_t>(stage)) step.now.push_back(i);
    AddDays(stage == 0 ? lead.entry : lead.reached[stage - 1],
            lead.reached[stage], as_of, &step.days);
    if (!lead.reached[stage]) continue;
    step.reached.push_back(i);
    if (stage + 1 < lead.reached.size() && lead.reached[stage + 1]) {
      step.next.push_back(i);
    } else if (lead.stage == kDisqualified) {
      step.disqualified.push_back(i);
    } else if (lead.stage == static_cast<int32_t>(stage)) {
      step.waiting.push_back(i);
    } else {
      EXPECT_LT(lead.stage, static_cast<int32_t>(stage));
      step.fell.push_back(i);
    }
  }
  return step;
}

Days DaysTo(const std::vector<Lead>& all, const Leads& leads, size_t stage,
            Instant as_of) {
  Days days;
  for (const uint32_t i : leads) {
    AddDays(all[i].entry, all[i].reached[stage], as_of, &days);
  }
  return days;
}

bool IsTooEarly(const Lead& lead, int32_t mql, int32_t sal, int32_t sql) {
  if (mql < 0 || !lead.reached[static_cast<size_t>(mql)]) return false;
  const Instant since = *lead.reached[static_cast<size_t>(mql)];
  const int32_t agreed = sal >= 0 ? sal : sql;
  if (agreed >= 0 && lead.reached[static_cast<size_t>(agreed)] >= since) {
    return false;
  }
  return lead.stage == kDisqualified ||
         std::ranges::any_of(lead.rejected,
                             [&](Instant t) { return t >= since; });
}

bool IsTooLate(const Lead& lead, int32_t mql) {
  if (mql < 0 || !lead.reached[static_cast<size_t>(mql)]) return false;
  const Instant since = *lead.reached[static_cast<size_t>(mql)];
  for (size_t stage = static_cast<size_t>(mql) + 1; stage < lead.reached.size();
       ++stage) {
    if (lead.reached[stage] == since) return true;
  }
  return std::ranges::any_of(lead.demos, [&](Instant t) { return t < since; });
}

}  // namespace mqlab::plain
