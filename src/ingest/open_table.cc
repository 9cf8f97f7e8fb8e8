#include "ingest/open_table.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/csv_reader.h"

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

// The rows that end within the sample; of a first row that does not, its start.
std::string_view SampleOf(std::string_view bytes) {
  if (bytes.size() <= kSampleBytes) return bytes;
  bytes = bytes.substr(0, kSampleBytes);
  const size_t end = bytes.find_last_of("\r\n");
  return end == std::string_view::npos ? bytes : bytes.substr(0, end + 1);
}

}  // namespace

std::optional<OpenedTable> OpenTable(std::string_view bytes,
                                     const ReadOptions& options,
                                     IssueList* issues) {
  bytes = SampleOf(bytes);
  if (const size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    issues->Error(IssueCode::kNotText, {}, {std::to_string(zero + 1)});
    return std::nullopt;
  }
  OpenedTable table;
  table.dialect = options.dialect     ? *options.dialect
                  : options.canonical ? CsvDialect()
                                      : DetectDialect(bytes);
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

TableHeader ReadHeader(std::string_view bytes, const OpenedTable& opened,
                       TableKind kind, const ReadOptions& options,
                       IssueList* issues) {
  bytes = SampleOf(bytes);
  if (!options.dialect) ReportSkippedLines(bytes, opened.dialect, issues);
  if (!options.canonical) CheckHeader(opened.header, issues);
  TableHeader header =
      NameColumns(opened.header, opened.first_rows, kind, options, issues);
  if (kind == TableKind::kEvents) ReportMissingColumns(header, issues);
  return header;
}

std::string Excerpt(std::string_view cell) {
  constexpr size_t kLongest = 80;  // code points
  std::string text;
  size_t points = 0;
  while (!cell.empty()) {
    if (points++ == kLongest) return text + "…";
    size_t size = 1;
    while (size < 4 && size < cell.size() &&
           !IsValidUtf8(cell.substr(0, size))) {
      ++size;
    }
    const bool valid = IsValidUtf8(cell.substr(0, size));
    text += valid ? cell.substr(0, size) : "\uFFFD";
    cell.remove_prefix(valid ? size : 1);
  }
  return text;
}

}  // namespace mqlab
