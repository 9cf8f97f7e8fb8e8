#include "wasm/convert.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/heap_sort.h"
#include "ingest/structure_scan.h"
#include "wasm/typed_array.h"

namespace mqlab::wasm {

using emscripten::val;

Text ToText(std::string_view text) { return Text(val(std::string(text))); }

Bytes ToBytes(std::string_view bytes) {
  return Bytes(TypedArray<uint8_t>(
      "Uint8Array",
      {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}));
}

CountArray ToCountArray(const std::vector<uint32_t>& counts) {
  return CountArray(TypedArray<uint32_t>("Uint32Array", counts));
}

BytesCopy::BytesCopy(const Bytes& bytes)
    : size_(bytes["length"].as<size_t>()),
      bytes_(std::make_unique_for_overwrite<char[]>(size_ + kScanPadding)) {
  val(emscripten::typed_memory_view(size_,
                                    reinterpret_cast<uint8_t*>(bytes_.get())))
      .call<void>("set", static_cast<const val&>(bytes));
  std::fill_n(bytes_.get() + size_, kScanPadding, '\0');
}

std::optional<double> FromNumber(const NumberOrNull& number) {
  if (number.isNull()) return std::nullopt;
  return number.as<double>();
}

ReadOptions FromOptions(const TableOptions& options) {
  ReadOptions read;
  read.zone_minutes = static_cast<int32_t>(options.zone_minutes);
  if (!options.headers.isNull()) {
    read.canonical = true;
    read.headers = emscripten::vecFromJSArray<std::string>(options.headers);
  }
  const val keys = val::global("Object").call<val>(
      "keys", static_cast<const val&>(options.map));
  for (const std::string& name :
       emscripten::vecFromJSArray<std::string>(keys)) {
    read.map.emplace_back(name, options.map[name].as<std::string>());
  }
  return read;
}

RunOptions FromRequest(const ScoreRequest& request) {
  RunOptions options;
  const std::optional<double> as_of = FromNumber(request.as_of);
  if (as_of) options.as_of = static_cast<Instant>(*as_of);
  options.now = static_cast<Instant>(request.now);
  return options;
}

LeadQuery FromQuery(const LeadQueryView& view) {
  constexpr std::array<std::pair<std::string_view, SortBy>, 8> kSorts = {{
      {"input", SortBy::kInput},
      {"id", SortBy::kId},
      {"total", SortBy::kTotal},
      {"score", SortBy::kScore},
      {"grade", SortBy::kGrade},
      {"stage", SortBy::kStage},
      {"lastEvent", SortBy::kLastEvent},
      {"field", SortBy::kField},
  }};
  const auto points = [](const NumberOrNull& number) {
    const std::optional<double> value = FromNumber(number);
    return value ? std::optional(static_cast<Millipoints>(*value))
                 : std::nullopt;
  };
  LeadQuery query;
  query.search = view.search.as<std::string>();
  query.stages = emscripten::vecFromJSArray<int32_t>(view.stages);
  query.total_from = points(view.total_from);
  query.total_to = points(view.total_to);
  for (const auto& range :
       emscripten::vecFromJSArray<ScoreRangeView>(view.scores)) {
    query.scores.push_back({static_cast<uint32_t>(range.score),
                            points(range.from), points(range.to)});
  }
  query.where = view.where.as<std::string>();
  query.rule = view.rule.as<std::string>();
  if (!view.only.isNull()) {
    query.only = emscripten::convertJSArrayToNumberVector<uint32_t>(view.only);
  }
  query.no_events = view.no_events;
  const auto sort = view.sort.as<std::string>();
  for (const auto& [name, by] : kSorts) {
    if (name == sort) query.sort = by;
  }
  query.sort_index = static_cast<uint32_t>(view.sort_index);
  query.descending = view.descending;
  return query;
}

namespace {

Texts ToTexts(const std::vector<std::string>& texts) {
  return Texts(List(texts, ToText));
}

Issues ToIssues(const IssueList& issues) {
  return Issues(List(issues.issues(), [](const Issue& issue) {
    const bool error = issue.severity == Severity::kError;
    return IssueView{ToText(IssueId(issue.code)),
                     SeverityText(val(error ? "error" : "warning")),
                     ToText(issue.place.path),
                     static_cast<double>(issue.place.line),
                     static_cast<double>(issue.place.column),
                     ToTexts(issue.args)};
  }));
}

Counts ToCounts(const IssueList& issues) {
  return Counts(List(issues.counts(), [](const auto& entry) {
    return CountView{ToText(IssueId(entry.first)),
                     static_cast<double>(entry.second)};
  }));
}

EventTypes ToEventTypes(const EventStore& events) {
  const std::vector<uint64_t>& counts = events.type_counts;
  std::vector<uint32_t> order(counts.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  HeapSort(order,
           [&](uint32_t type) { return std::pair(~counts[type], type); });
  return EventTypes(List(order, [&](uint32_t type) {
    return EventTypeView{ToText(events.types[type]),
                         static_cast<double>(counts[type])};
  }));
}

// Points cross as doubles, which hold them exactly up to 2^53 thousandths.
FiguresView ToFigures(const Run& run) {
  return {static_cast<double>(run.as_of),
          static_cast<double>(run.dataset->leads.size()),
          static_cast<double>(run.histogram.from),
          static_cast<double>(run.histogram.width),
          ToCountArray(run.histogram.leads)};
}

StageFiguresView ToStageFigures(const Run& run) {
  return {CountArrays(List(run.histogram.by_stage, ToCountArray)),
          ToNumbers(run.funnel.reached), ToNumbers(run.funnel.now),
          static_cast<double>(run.funnel.without_stage),
          static_cast<double>(run.funnel.disqualified)};
}

RuleLeadsList ToRuleLeads(const Run& run) {
  val list = val::array();
  for (size_t i = 0; i < run.rule_leads.size(); ++i) {
    const Rule& rule = run.program.source.rules[run.program.rules[i].source];
    list.call<void>(
        "push",
        RuleLeadsView{ToText(rule.id), static_cast<double>(run.rule_leads[i])});
  }
  return RuleLeadsList(list);
}

}  // namespace

NumberOrNull ToInstant(Instant t) {
  return NumberOrNull(t == kNever ? val::null() : val(static_cast<double>(t)));
}

IssueReport ToIssueReport(const IssueList& issues) {
  return {ToIssues(issues), ToCounts(issues)};
}

TableReportView ToTableReport(const TableReport& report) {
  const bool leads = report.kind == TableKind::kLeads;
  return {ToIssues(report.issues),
          ToCounts(report.issues),
          TableKindText(val(leads ? "leads" : "events")),
          ToText(std::string(1, report.dialect.delimiter)),
          static_cast<double>(report.dialect.skipped_rows),
          static_cast<double>(report.rows),
          static_cast<double>(report.kept),
          static_cast<double>(report.left_out),
          static_cast<double>(report.duplicates),
          report.numbered,
          Columns(List(report.columns, [](const ColumnReport& column) {
            return ColumnView{ToText(column.header), ToText(column.name),
                              FieldTypeText(ToText(FieldTypeName(column.type))),
                              static_cast<double>(column.votes.cells),
                              ToTexts(column.samples)};
          }))};
}

DataReportView ToDataReport(const DataReport& report, const Dataset& dataset) {
  const auto names = [](const std::vector<Column>& columns) {
    return Texts(List(
        columns, [](const Column& column) { return ToText(column.name); }));
  };
  return {ToTableReport(report.leads),
          TableReportOrNull(report.events ? val(ToTableReport(*report.events))
                                          : val::null()),
          report.accepted,
          static_cast<double>(dataset.leads.size()),
          static_cast<double>(dataset.events.log.size()),
          static_cast<double>(dataset.events.orphans.size()),
          names(dataset.leads.fields),
          names(dataset.events.properties),
          ToEventTypes(dataset.events),
          ToInstant(dataset.events.newest.value_or(kNever))};
}

ScoreReportView ToScoreReport(const RunReport& report, const Run* run,
                              ScorePhase phase, double millis) {
  const bool figures = run != nullptr && phase != ScorePhase::kNumbers;
  const bool stages = run != nullptr && phase == ScorePhase::kDone;
  return {ToIssues(report.issues),
          ToCounts(report.issues),
          ToIssueReport(report.data_issues),
          FiguresOrNull(figures ? val(ToFigures(*run)) : val::null()),
          StageFiguresOrNull(stages ? val(ToStageFigures(*run)) : val::null()),
          figures ? ToRuleLeads(*run) : RuleLeadsList(val::array()),
          millis};
}

}  // namespace mqlab::wasm
