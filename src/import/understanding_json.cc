#include <string>

#include "import/fields.h"
#include "import/understanding.h"
#include "json/json_text.h"

namespace mqlab {
namespace {

std::string Hundredths(int percent) {
  if (percent >= 100) return "1";
  const std::string digits = std::to_string(percent % 100);
  return "0." + std::string(digits.size() < 2 ? "0" : "") + digits;
}

JsonText TextOrNull(std::string_view text) {
  return text.empty() ? JsonText::Raw("null") : CellToJson(text);
}

JsonText Counts(const std::map<std::string, uint64_t>& counts) {
  JsonText object = JsonText::Object();
  for (const auto& [name, count] : counts) {
    object.Add(name, JsonText::Whole(static_cast<int64_t>(count)));
  }
  return object;
}

JsonText Columns(const Understanding& file) {
  JsonText columns = JsonText::List();
  for (const ColumnReading& column : file.columns) {
    JsonText samples = JsonText::List();
    for (const std::string& cell : column.samples) {
      samples.Add(CellToJson(cell));
    }
    JsonText item = JsonText::Object();
    item.Add("header", CellToJson(column.header));
    item.Add("field", TextOrNull(IsOwnWord(column.field) ? "" : column.field));
    item.Add("type", JsonText::Text(FieldTypeName(column.type)));
    item.Add("confidence", JsonText::Raw(Hundredths(column.confidence)));
    item.Add("samples", std::move(samples));
    columns.Add(std::move(item));
  }
  return columns;
}

JsonText EventTypes(const Understanding& file) {
  JsonText types = JsonText::List();
  for (const TypeReading& type : file.event_types) {
    JsonText item = JsonText::Object();
    item.Add("raw", CellToJson(type.raw));
    item.Add("canonical", JsonText::Text(type.canonical));
    item.Add("count", JsonText::Whole(static_cast<int64_t>(type.count)));
    types.Add(std::move(item));
  }
  return types;
}

JsonText Problems(const IssueList& issues) {
  JsonText problems = JsonText::List();
  for (const Issue& issue : issues.issues()) {
    JsonText args = JsonText::List();
    for (const std::string& arg : issue.args) args.Add(CellToJson(arg));
    JsonText item = JsonText::Object();
    item.Add("code", JsonText::Text(IssueId(issue.code)));
    item.Add("severity",
             JsonText::Text(issue.severity == Severity::kError ? "error"
                                                               : "warning"));
    const bool pointer = issue.place.path.starts_with('/');
    if (!issue.place.path.empty()) {
      item.Add(pointer ? "path" : "header", CellToJson(issue.place.path));
    }
    if (issue.place.line > 0)
      item.Add(pointer ? "line" : "row", JsonText::Whole(issue.place.line));
    if (issue.place.column > 0) {
      item.Add("column", JsonText::Whole(issue.place.column));
    }
    item.Add("args", std::move(args));
    problems.Add(std::move(item));
  }
  return problems;
}

JsonText ProblemCounts(const IssueList& issues) {
  JsonText object = JsonText::Object();
  for (const auto& [code, count] : issues.counts()) {
    object.Add(IssueId(code), JsonText::Whole(count));
  }
  return object;
}

// Not all bytes of a damaged file are characters.
JsonText Texts(const std::vector<std::string>& texts) {
  JsonText list = JsonText::List();
  for (const std::string& text : texts) list.Add(CellToJson(text));
  return list;
}

// The order of day and month, where the cells have one.
std::string_view DateOrderOf(const Understanding& file) {
  for (const ColumnReading& column : file.columns) {
    if (column.type != FieldType::kInstant) continue;
    if (column.format.date_order == DateOrder::kDayFirst) return "day_first";
    if (column.format.date_order == DateOrder::kMonthFirst)
      return "month_first";
  }
  return {};
}

std::string_view DecimalOf(const Understanding& file) {
  for (const ColumnReading& column : file.columns) {
    if (column.type == FieldType::kNumber && column.format.decimal_comma) {
      return ",";
    }
  }
  return ".";
}

}  // namespace

std::string ProblemsJson(const IssueList& issues) {
  return Problems(issues).Print();
}

std::string UnderstandingJson(const Understanding& file, RowsInJson rows) {
  JsonText object = JsonText::Object();
  const DetectedEncoding& encoding = file.writing.encoding;
  object.Add("file", JsonText::Text(file.file));
  object.Add("encoding", JsonText::Text(EncodingLabel(encoding.encoding)));
  object.Add("encoding_confidence",
             JsonText::Raw(Hundredths(encoding.confidence)));
  object.Add("bom", JsonText::Boolean(encoding.byte_order_mark));
  object.Add("delimiter",
             JsonText::Text(std::string(1, file.writing.dialect.delimiter)));
  object.Add("kind", JsonText::Text(FileKindName(file.kind)));
  object.Add("source", TextOrNull(file.shape ? file.shape->product : ""));
  object.Add("export", TextOrNull(file.shape ? file.shape->name : ""));
  object.Add("confidence", JsonText::Raw(Hundredths(file.confidence)));
  object.Add("header_row", JsonText::Whole(file.header_row()));
  object.Add("rows", JsonText::Whole(file.rows));
  object.Add("footer_rows",
             JsonText::Whole(static_cast<int64_t>(file.footer.size())));
  object.Add("date_order", TextOrNull(DateOrderOf(file)));
  object.Add("decimal", JsonText::Text(DecimalOf(file)));
  object.Add("columns", Columns(file));
  object.Add("event_types", EventTypes(file));
  object.Add("stages", Counts(file.stages));
  object.Add("statuses", Counts(file.statuses));
  object.Add("problems", Problems(file.issues));
  object.Add("problem_counts", ProblemCounts(file.issues));
  if (rows == RowsInJson::kShown) {
    object.Add("partial", JsonText::Boolean(file.partial));
    object.Add("footer", Texts(file.footer));
    JsonText first = JsonText::List();
    for (const auto& row : file.first_rows) first.Add(Texts(row));
    object.Add("first_rows", std::move(first));
  }
  return object.Print();
}

}  // namespace mqlab
