#include "ingest/load_table.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/csv_reader.h"
#include "ingest/settle_columns.h"

namespace mqlab {
namespace {

constexpr size_t kFirstRows = 20;

std::vector<std::string> Copy(const std::vector<std::string_view>& cells) {
  return {cells.begin(), cells.end()};
}

void ReportSkippedLines(std::string_view bytes, const CsvDialect& dialect,
                        IssueList* issues) {
  CsvDialect from_start = dialect;
  from_start.skipped_rows = 0;
  CsvReader reader(bytes, from_start);
  std::vector<std::string_view> cells;
  for (uint32_t i = 0; i < dialect.skipped_rows; ++i) {
    if (!reader.NextLine(&cells)) return;
    const auto text =
        std::find_if(cells.begin(), cells.end(),
                     [](std::string_view cell) { return !Trim(cell).empty(); });
    if (text == cells.end() || Fold(*text).starts_with("sep=")) continue;
    issues->Warn(
        IssueCode::kLinesBeforeHeader, {},
        {std::to_string(dialect.skipped_rows + 1), Excerpt(Trim(*text))});
    return;
  }
}

// Each of these on its own would be no name for a column.
void CheckHeader(const std::vector<std::string>& header, IssueList* issues) {
  std::string numbers;
  size_t count = 0;
  size_t filled = 0;
  for (const std::string& text : header) {
    const std::string_view cell = Trim(text);
    if (cell.empty()) continue;
    ++filled;
    CellFormat format;
    format.date_order = DateOrder::kDayFirst;
    if (!ReadNumber(cell, format) && !ReadInstant(cell, format)) continue;
    if (++count <= 3) numbers += (count > 1 ? ", " : "") + Excerpt(cell);
  }
  if (count * 2 > filled) {
    issues->Warn(IssueCode::kHeaderLooksLikeData, {}, {numbers});
  }
}

void ReportMissingColumns(const TableHeader& header, IssueList* issues) {
  std::string headers;
  for (const std::string& text : header.headers) {
    headers += (headers.empty() ? "" : ", ") + text;
  }
  const auto report = [&](bool missing, std::string role) {
    if (missing) {
      issues->Error(IssueCode::kMissingColumn, {},
                    {std::move(role), Excerpt(headers)});
    }
  };
  report(!header.lead_id, "lead_id");
  report(!header.time, "time");
  report(!header.type, "type");
}

// True when "id" never repeats though e-mails do: it numbers the events.
bool IdsAreOfEvents(const RawTable& table, const TableHeader& header) {
  if (!header.email) return false;
  const RawColumn& ids = table.columns[*header.lead_id];
  const RawColumn& emails = table.columns[*header.email];
  return ids.column.texts.size() == size_t{1} + table.rows &&
         emails.column.texts.size() < ids.column.texts.size();
}

}  // namespace

std::optional<OpenedTable> OpenTable(std::string_view bytes,
                                     const ReadOptions& options,
                                     IssueList* issues) {
  if (const size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    issues->Error(IssueCode::kNotText, {}, {std::to_string(zero + 1)});
    return std::nullopt;
  }
  OpenedTable table;
  table.dialect = options.dialect ? *options.dialect : DetectDialect(bytes);
  CsvReader reader(bytes, table.dialect);
  std::vector<std::string_view> cells;
  if (!reader.Next(&cells)) {
    issues->Error(IssueCode::kEmptyFile, {});
    return std::nullopt;
  }
  table.header = Copy(cells);
  while (table.first_rows.size() < kFirstRows && reader.Next(&cells)) {
    table.first_rows.push_back(Copy(cells));
  }
  return table;
}

std::optional<LoadedTable> LoadTable(std::string_view bytes, TableKind kind,
                                     const ReadOptions& options,
                                     TableReport* report) {
  report->kind = kind;
  const auto opened = OpenTable(bytes, options, &report->issues);
  if (!opened) return std::nullopt;
  report->dialect = opened->dialect;
  if (!options.dialect) {
    ReportSkippedLines(bytes, opened->dialect, &report->issues);
  }
  CheckHeader(opened->header, &report->issues);
  LoadedTable loaded;
  loaded.header = NameColumns(opened->header, opened->first_rows, kind, options,
                              &report->issues);
  if (kind == TableKind::kEvents) {
    ReportMissingColumns(loaded.header, &report->issues);
  }
  CsvReader reader(bytes, opened->dialect);
  std::vector<std::string_view> cells;
  reader.Next(&cells);
  loaded.raw =
      ReadRows(&reader, loaded.header, options.zone_minutes, &report->issues);
  report->rows = loaded.raw.rows;
  if (report->rows == 0) report->issues.Warn(IssueCode::kNoRows, {});
  if (IdsAreOfEvents(loaded.raw, loaded.header)) UseEmail(&loaded.header);
  SettleColumns(loaded.header, options, IsValidUtf8(bytes), &loaded.raw,
                report);
  if (report->issues.has_errors()) return std::nullopt;
  return loaded;
}

}  // namespace mqlab
