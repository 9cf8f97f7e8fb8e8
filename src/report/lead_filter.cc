#include "report/lead_filter.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>

#include "base/text.h"
#include "report/lead_condition.h"
#include "report/points_of_rule.h"

namespace mqlab {
namespace {

using Leads = std::vector<uint32_t>;

// Drops the leads of which `keep` is false.
void Filter(Leads* leads, const std::function<bool(uint32_t)>& keep) {
  std::erase_if(*leads, [&](uint32_t lead) { return !keep(lead); });
}

// By code, whether the folded cell contains the text.
std::vector<uint8_t> Containing(const Column& column, const std::string& text) {
  std::vector<uint8_t> contains(column.texts.size());
  for (uint32_t code = 0; code < column.texts.size(); ++code) {
    contains[code] = Fold(column.texts[code]).find(text) != std::string::npos;
  }
  return contains;
}

void Search(const LeadTable& table, const std::string& search, Leads* leads) {
  const std::string text = Fold(Trim(search));
  if (text.empty()) return;
  std::vector<uint8_t> found(table.size());
  for (uint32_t lead = 0; lead < table.size(); ++lead) {
    found[lead] = Fold(table.ids[lead]).find(text) != std::string::npos;
  }
  for (const Column& column : table.fields) {
    const std::vector<uint8_t> contains = Containing(column, text);
    for (uint32_t lead = 0; lead < table.size(); ++lead) {
      found[lead] |= contains[column.codes[lead]];
    }
  }
  Filter(leads, [&](uint32_t lead) { return found[lead] != 0; });
}

Leads FirstLeads(const Run& run, const std::optional<Leads>& only) {
  Leads leads(run.table.num_leads);
  std::iota(leads.begin(), leads.end(), 0);
  if (!only) return leads;
  std::vector<uint8_t> wanted(leads.size());
  for (const uint32_t lead : *only) {
    if (lead < wanted.size()) wanted[lead] = 1;
  }
  Filter(&leads, [&](uint32_t lead) { return wanted[lead] != 0; });
  return leads;
}

void FilterByPoints(const SharedColumn<Millipoints>& points,
                    std::optional<Millipoints> from,
                    std::optional<Millipoints> to, Leads* leads) {
  if (!from && !to) return;
  Filter(leads, [&](uint32_t lead) {
    return (!from || points[lead] >= *from) && (!to || points[lead] < *to);
  });
}

void FilterByScore(const Run& run, const ScoreRange& range, Leads* leads) {
  if (range.score >= run.table.scores.size()) return leads->clear();
  FilterByPoints(run.table.scores[range.score], range.from, range.to, leads);
}

// Of a rule that is switched off, or not there, no lead has any points.
void FilterByRule(const Run& run, const std::string& id, Leads* leads) {
  const std::optional<uint32_t> rule = FindRule(run.program, id);
  if (!rule) return leads->clear();
  const std::vector<Millipoints> points = PointsOfRule(run, *rule);
  Filter(leads, [&](uint32_t lead) { return points[lead] != 0; });
}

void FilterByCondition(const Run& run, const std::string& json, Leads* leads) {
  const CompiledProgram compiled = CompileCondition(run, json);
  if (!compiled.program) return leads->clear();
  LeadCondition condition(run, *compiled.program);
  Filter(leads, [&](uint32_t lead) { return condition.Holds(lead); });
}

}  // namespace

std::vector<uint32_t> FilterLeads(const Run& run, const LeadQuery& query) {
  const ScoreTable& table = run.table;
  Leads leads = FirstLeads(run, query.only);
  if (!query.stages.empty()) {
    Filter(&leads, [&](uint32_t lead) {
      return std::ranges::count(query.stages, table.stage[lead]) > 0;
    });
  }
  FilterByPoints(table.total, query.total_from, query.total_to, &leads);
  for (const ScoreRange& range : query.scores) {
    FilterByScore(run, range, &leads);
  }
  if (!query.rule.empty()) FilterByRule(run, query.rule, &leads);
  if (query.no_events) {
    const EventLog& log = run.dataset->events.log;
    Filter(&leads, [&](uint32_t lead) {
      return LastEventTime(log, lead, run.as_of) == kNever;
    });
  }
  Search(run.dataset->leads, query.search, &leads);
  // Last, as it may look at the events of each lead that is left.
  if (!query.where.empty()) FilterByCondition(run, query.where, &leads);
  return leads;
}

}  // namespace mqlab
