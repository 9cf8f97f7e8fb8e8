#include "report/score_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/csv_text.h"
#include "base/decimal.h"
#include "base/instant.h"
#include "json/json_text.h"
#include "report/cell_text.h"

namespace mqlab {
namespace {

constexpr std::string_view kReached = "reached_";

// As the rules declare it, else as its cells look.
FieldType TypeOf(const Ruleset& rules, const Column& column) {
  for (const FieldDeclaration& field : rules.fields) {
    if (field.name == column.name) return field.type;
  }
  return VotedType(column.votes);
}

}  // namespace

ScoreRows::ScoreRows(const Program& program, const Dataset& dataset,
                     const ScoreTable& table, RowOptions options)
    : program_(program),
      dataset_(dataset),
      table_(table),
      options_(std::move(options)) {
  for (const RowColumn& column : options_.columns) {
    Shown shown;
    if (!Find(column.name, &shown)) {
      unknown_.push_back(column.name);
      continue;
    }
    if (!column.header.empty()) shown.header = column.header;
    MakeDistinct(&shown.header);
    shown.stages = &column.stages;
    shown.hidden = column.hidden;
    num_hidden_ += column.hidden ? 1 : 0;
    columns_.push_back(std::move(shown));
  }
}

// Else an object would lose a cell, and a reader of the file mistake it.
void ScoreRows::MakeDistinct(std::string* header) const {
  const std::string wanted = *header;
  for (int number = 2;
       std::ranges::find(columns_, *header, &Shown::header) != columns_.end();
       ++number) {
    *header = wanted + "_" + std::to_string(number);
  }
}

bool ScoreRows::Find(std::string_view name, Shown* shown) const {
  constexpr std::array<std::pair<std::string_view, Source>, 5> kOwn = {{
      {"lead_id", Source::kLeadId},
      {"total", Source::kTotal},
      {"grade", Source::kGrade},
      {"stage", Source::kStage},
      {"disqualified", Source::kReasons},
  }};
  constexpr std::string_view kScorePrefix = "score:";
  constexpr std::string_view kFieldPrefix = "field:";
  if (name.starts_with(kScorePrefix)) {
    return FindScore(name.substr(kScorePrefix.size()), shown);
  }
  if (name.starts_with(kFieldPrefix)) {
    return FindField(name.substr(kFieldPrefix.size()), shown);
  }
  for (const auto& [own, source] : kOwn) {
    if (name != own) continue;
    shown->header = name;
    shown->source = source;
    if (source == Source::kTotal) shown->type = FieldType::kNumber;
    if (source == Source::kReasons) shown->type = FieldType::kList;
    return true;
  }
  return FindReached(name, shown) || FindScore(name, shown) ||
         FindField(name, shown);
}

bool ScoreRows::FindReached(std::string_view name, Shown* shown) const {
  const std::vector<Stage>& stages = program_.source.stages;
  for (size_t i = 0; i < stages.size(); ++i) {
    std::string header = std::string(kReached) + stages[i].id;
    if (header != name) continue;
    *shown = {Source::kReached, i, std::move(header), FieldType::kInstant};
    return true;
  }
  return false;
}

bool ScoreRows::FindScore(std::string_view id, Shown* shown) const {
  const std::vector<Score>& scores = program_.source.scores;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i].id != id) continue;
    *shown = {Source::kScore, i, scores[i].id, FieldType::kNumber};
    return true;
  }
  return false;
}

bool ScoreRows::FindField(std::string_view name, Shown* shown) const {
  const std::vector<Column>& fields = dataset_.leads.fields;
  auto field = std::ranges::find(fields, name, &Column::name);
  if (field == fields.end()) {
    field = std::ranges::find(fields, name, &Column::header);
  }
  if (field == fields.end()) return false;
  *shown = {Source::kField, static_cast<size_t>(field - fields.begin()),
            field->header, TypeOf(program_.source, *field)};
  return true;
}

std::string ScoreRows::Header() const {
  std::string text;
  if (options_.format == RowFormat::kNdjson) return text;
  const bool html = options_.format == RowFormat::kHtml;
  if (html) text = "<tr>";
  for (const Shown& column : columns_) {
    if (html) {
      text += "<th>";
      AppendHtml(Safe(column.header, false), &text);
      text += "</th>";
    } else {
      if (&column != columns_.data()) text += options_.delimiter;
      AppendCsv(column.header, false, &text);
    }
  }
  EndRow(&text);
  return text;
}

void ScoreRows::EndRow(std::string* to) const {
  if (options_.format == RowFormat::kHtml) {
    *to += "</tr>";
  } else if (options_.format == RowFormat::kNdjson) {
    *to += '}';
  }
  *to += options_.crlf ? "\r\n" : "\n";
}

void ScoreRows::Append(uint32_t lead, std::span<const std::string> hidden,
                       std::string* to) const {
  const bool json = options_.format == RowFormat::kNdjson;
  if (options_.format == RowFormat::kHtml) *to += "<tr>";
  if (json) *to += '{';
  for (const Shown& column : columns_) {
    const std::string* given = nullptr;
    if (column.hidden) {
      given = &hidden.front();
      hidden = hidden.subspan(1);
    }
    const bool first = &column == columns_.data();
    if (json) {
      if (!first) *to += ',';
      *to += QuoteCell(column.header) + ":";
      *to += given == nullptr ? JsonOf(column, lead)
                              : TypedJson(*given, FieldType::kText, {});
      continue;
    }
    if (!first && options_.format == RowFormat::kCsv) *to += options_.delimiter;
    const std::string text = given == nullptr ? TextOf(column, lead) : *given;
    const bool number = given == nullptr && IsNumber(column, text);
    if (options_.format == RowFormat::kCsv) {
      AppendCsv(text, number, to);
    } else {
      *to += "<td>";
      AppendHtml(Safe(text, number), to);
      *to += "</td>";
    }
  }
  EndRow(to);
}

void ScoreRows::AppendHidden(uint32_t lead,
                             std::vector<std::string>* to) const {
  for (const Shown& column : columns_) {
    if (column.hidden) to->push_back(TextOf(column, lead));
  }
}

std::string ScoreRows::StageOf(const Shown& column, uint32_t lead) const {
  const int32_t stage = table_.stage[lead];
  const std::vector<Stage>& stages = program_.source.stages;
  const size_t place = stage >= 0 ? static_cast<size_t>(stage)
                                  : stages.size() + (stage == kNoStage ? 1 : 0);
  if (place < column.stages->size()) return (*column.stages)[place];
  if (stage == kDisqualified) return "disqualified";
  return stage == kNoStage ? "" : stages[place].id;
}

std::string ScoreRows::TextOf(const Shown& column, uint32_t lead) const {
  std::string text;
  switch (column.source) {
    case Source::kLeadId:
      return std::string(dataset_.leads.ids[lead]);
    case Source::kScore:
    case Source::kTotal:
      text = FormatThousandths(column.source == Source::kTotal
                                   ? table_.total[lead]
                                   : table_.scores[column.index][lead]);
      if (options_.decimal_comma) std::ranges::replace(text, '.', ',');
      return text;
    case Source::kGrade:
      return Grade(program_, table_, lead);
    case Source::kStage:
      return StageOf(column, lead);
    case Source::kReasons:
      for (uint32_t i = table_.reason_offsets[lead];
           i < table_.reason_offsets[lead + 1]; ++i) {
        if (!text.empty()) text += ';';
        text += program_.source.disqualify[table_.reasons[i]].reason;
      }
      return text;
    case Source::kReached: {
      const Instant at = table_.reached[column.index][lead];
      return at == kNever ? "" : FormatInstant(at);
    }
    case Source::kField:
      return std::string(dataset_.leads.fields[column.index].cell(lead));
  }
  return text;
}

std::string ScoreRows::JsonOf(const Shown& column, uint32_t lead) const {
  switch (column.source) {
    case Source::kScore:
      return FormatShort(table_.scores[column.index][lead]);
    case Source::kTotal:
      return FormatShort(table_.total[lead]);
    case Source::kReasons: {
      std::string list = "[";
      for (uint32_t i = table_.reason_offsets[lead];
           i < table_.reason_offsets[lead + 1]; ++i) {
        if (list.size() > 1) list += ',';
        list += QuoteJson(program_.source.disqualify[table_.reasons[i]].reason);
      }
      return list + ']';
    }
    case Source::kField: {
      const Column& field = dataset_.leads.fields[column.index];
      return TypedJson(field.cell(lead), column.type, field.format);
    }
    default:
      return TypedJson(TextOf(column, lead),
                       column.type == FieldType::kInstant ? FieldType::kInstant
                                                          : FieldType::kText,
                       {});
  }
}

bool ScoreRows::IsNumber(const Shown& column, std::string_view text) const {
  if (column.source == Source::kScore || column.source == Source::kTotal) {
    return true;
  }
  if (column.source != Source::kField) return ParseNumber(text).has_value();
  return !PlainNumber(text, dataset_.leads.fields[column.index].format).empty();
}

std::string ScoreRows::Safe(std::string_view text, bool number) const {
  return options_.spreadsheet_safe && !number ? Disarm(text)
                                              : std::string(text);
}

void ScoreRows::AppendCsv(std::string_view text, bool number,
                          std::string* to) const {
  const std::string safe = Safe(text, number);
  if (safe.size() == text.size() && text.find_first_of("\"\r\n") == text.npos &&
      text.find(options_.delimiter) == text.npos) {
    *to += text;
  } else {
    AppendQuoted(safe, to);
  }
}

std::vector<RowColumn> AllColumns(const Program& program,
                                  const Dataset& dataset, bool fields) {
  std::vector<RowColumn> columns = {{"lead_id"}};
  for (const Score& score : program.source.scores) {
    columns.push_back({"score:" + score.id});
  }
  for (const char* name : {"total", "grade", "stage", "disqualified"}) {
    columns.push_back({name});
  }
  for (const Stage& stage : program.source.stages) {
    columns.push_back({std::string(kReached) + stage.id});
  }
  for (const Column& field : dataset.leads.fields) {
    // The ids stand in the first column already.
    if (fields && field.name != "lead_id") {
      columns.push_back({"field:" + field.name});
    }
  }
  return columns;
}

std::string WriteScoreRows(const Program& program, const Dataset& dataset,
                           const ScoreTable& table, RowOptions options) {
  if (options.columns.empty()) {
    options.columns = AllColumns(program, dataset, false);
  }
  const ScoreRows rows(program, dataset, table, std::move(options));
  std::string text = rows.Header();
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    rows.Append(lead, {}, &text);
  }
  return text;
}

}  // namespace mqlab
