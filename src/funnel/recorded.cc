#include "funnel/recorded.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "funnel/rate_json.h"
#include "funnel/request.h"
#include "funnel/timing.h"
#include "scoring/binding.h"

namespace mqlab {
namespace {

// A lead by our instant and the record's, kNever for none.
struct Agreement {
  bool both = false;
  bool ours_only = false;
  bool record_only = false;
  bool within = false;
  bool earlier = false;
  bool later = false;
  int64_t days = 0;
};

Agreement Compare(Instant ours, Instant record) {
  Agreement lead;
  lead.both = ours != kNever && record != kNever;
  lead.ours_only = ours != kNever && !lead.both;
  lead.record_only = record != kNever && !lead.both;
  if (!lead.both) return lead;
  lead.earlier = record - ours > kMillisPerDay;
  lead.later = ours - record > kMillisPerDay;
  lead.within = !lead.earlier && !lead.later;
  lead.days = (record - ours) / kMillisPerDay;  // towards 0
  return lead;
}

// nullptr: no set of that name.
bool Agreement::* SetOf(std::string_view name) {
  constexpr struct {
    std::string_view name;
    bool Agreement::* member;
  } kSets[] = {{"both", &Agreement::both},
               {"oursOnly", &Agreement::ours_only},
               {"recordOnly", &Agreement::record_only},
               {"within", &Agreement::within},
               {"earlier", &Agreement::earlier},
               {"later", &Agreement::later}};
  for (const auto& set : kSets) {
    if (set.name == name) return set.member;
  }
  return nullptr;
}

FieldType TypeOf(const Run& run, const Column& column) {
  for (const FieldDeclaration& field : run.rules.ruleset->fields) {
    if (field.name == column.name) return field.type;
  }
  for (const FieldUse& field : run.program.fields) {
    if (field.name == column.name) return field.type;
  }
  return VotedType(column.votes);
}

// By lead, up to as-of. Nullopt when there is no record of the stage.
std::optional<std::vector<Instant>> RecordOf(const Run& run, size_t stage) {
  const std::vector<Column>& fields = run.dataset->leads.fields;
  const auto column = std::ranges::find(
      fields, "became_" + run.rules.ruleset->stages[stage].id, &Column::name);
  if (column == fields.end() || TypeOf(run, *column) != FieldType::kInstant) {
    return std::nullopt;
  }
  FieldUse use;
  use.name = column->name;
  use.type = FieldType::kInstant;
  use.column = static_cast<uint32_t>(column - fields.begin());
  const BoundField& field = *run.binding->cache()->Field(use);
  std::vector<Instant> record(run.table.num_leads);
  for (uint32_t lead = 0; lead < record.size(); ++lead) {
    const Instant t = field.instants[field.code(lead)];
    record[lead] = t <= run.as_of ? t : kNever;
  }
  return record;
}

Quartiles QuartilesOfDays(std::span<const int64_t> days) {
  if (days.empty()) return {};
  int64_t least = days.front();
  int64_t most = least;
  for (const int64_t day : days) {
    least = std::min(least, day);
    most = std::max(most, day);
  }
  std::vector<uint32_t> counts(static_cast<size_t>(most - least) + 1);
  for (const int64_t day : days) ++counts[static_cast<size_t>(day - least)];
  Quartiles quartiles = QuartilesOf(counts);
  for (auto* number : {&quartiles.p25, &quartiles.median, &quartiles.p75}) {
    **number += static_cast<double>(least);
  }
  return quartiles;
}

RecordedStage CompareStage(const Scope& scope, std::span<const Instant> ours,
                           std::span<const Instant> record) {
  RecordedStage compared;
  std::vector<int64_t> days;
  for (const uint32_t lead : scope.leads) {
    const Agreement agreement = Compare(ours[lead], record[lead]);
    compared.both += agreement.both;
    compared.ours_only += agreement.ours_only;
    compared.record_only += agreement.record_only;
    compared.within += agreement.within;
    compared.earlier += agreement.earlier;
    compared.later += agreement.later;
    if (agreement.both) days.push_back(agreement.days);
  }
  compared.days = QuartilesOfDays(days);
  return compared;
}

}  // namespace

Recorded CompareWithRecord(const Run& run, const Scope& scope) {
  Recorded recorded;
  for (size_t stage = 0; stage < run.table.reached.size(); ++stage) {
    const auto record = RecordOf(run, stage);
    if (!record) continue;
    recorded.stages.push_back(
        CompareStage(scope, run.table.reached[stage], *record));
    recorded.stages.back().stage = stage;
  }
  const Timing timing(run);
  for (const uint32_t lead : scope.leads) {
    recorded.mqls += timing.IsMql(lead);
    recorded.too_early += timing.IsTooEarly(lead);
    recorded.too_late += timing.IsTooLate(lead);
  }
  return recorded;
}

JsonText WriteRecorded(const Recorded& recorded) {
  JsonText stages = JsonText::List();
  for (const RecordedStage& stage : recorded.stages) {
    JsonText written = JsonText::Object();
    written.AddCount("stage", stage.stage);
    written.AddCount("both", stage.both);
    written.AddCount("oursOnly", stage.ours_only);
    written.AddCount("recordOnly", stage.record_only);
    written.AddCount("within", stage.within);
    written.AddCount("earlier", stage.earlier);
    written.AddCount("later", stage.later);
    JsonText days = JsonText::Object();
    AddQuartiles(stage.days, &days);
    written.Add("days", std::move(days));
    stages.Add(std::move(written));
  }
  JsonText written = JsonText::Object();
  written.Add("stages", std::move(stages));
  written.Add("tooEarly", WriteRate(recorded.too_early, recorded.mqls));
  written.Add("tooLate", WriteRate(recorded.too_late, recorded.mqls));
  return written;
}

std::vector<uint32_t> LeadsOfRecorded(const Run& run, const Scope& scope,
                                      const JsonValue& cell) {
  const std::string_view set = TextAt(cell, "set");
  const std::optional<int64_t> at = WholeAt(cell, "stage");
  const auto stage = static_cast<size_t>(at.value_or(0));
  bool Agreement::* const agreement = SetOf(set);
  std::optional<std::vector<Instant>> record;
  if (at && stage < run.table.reached.size()) record = RecordOf(run, stage);
  if (at && (agreement == nullptr || !record)) return {};
  const Timing timing(run);
  return LeadsThat(scope.leads, [&](uint32_t lead) {
    if (at) {
      return Compare(run.table.reached[stage][lead], (*record)[lead]).*
             agreement;
    }
    return set == "tooEarly" ? timing.IsTooEarly(lead)
                             : set == "tooLate" && timing.IsTooLate(lead);
  });
}

}  // namespace mqlab
