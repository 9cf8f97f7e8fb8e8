#include "ingest/raw_table.h"

#include <algorithm>

#include "base/text.h"

namespace mqlab {
namespace {

constexpr size_t kSamples = 3;

void AppendTime(std::string_view cell, int32_t zone_minutes,
                const CsvReader& reader, TimeColumn* time) {
  const std::optional<Instant> instant = ParseInstant(cell, zone_minutes);
  const auto row = static_cast<uint32_t>(time->at.size());
  time->at.push_back(instant.value_or(kNever));
  if (cell.empty()) {
    ++time->missing;
    return;
  }
  if (!instant) {
    if (!reader.InBytes(cell)) cell = time->copies[time->copies.Intern(cell)];
    time->others.push_back({row, cell});
  }
  auto& samples = time->samples;
  if (samples.size() < kSamples &&
      std::find(samples.begin(), samples.end(), cell) == samples.end()) {
    samples.emplace_back(cell);
  }
}

// Cells missing at the end count as missing, those beyond the header are lost:
// both are told, but for empty ones.
void CheckWidth(const std::vector<std::string_view>& cells, size_t width,
                int64_t row, IssueList* issues) {
  const auto report = [&](IssueCode code) {
    issues->Warn(code, {"", row, 0},
                 {std::to_string(cells.size()), std::to_string(width)});
  };
  if (cells.size() < width) report(IssueCode::kShortRow);
  for (size_t i = width; i < cells.size(); ++i) {
    if (Trim(cells[i]).empty()) continue;
    report(IssueCode::kExtraCells);
    break;
  }
}

void ReportOpenQuotes(const CsvReader& reader, const TableHeader& header,
                      int64_t row, IssueList* issues) {
  for (const size_t cell : reader.open_quotes()) {
    const bool known = cell < header.headers.size();
    issues->Warn(IssueCode::kUnclosedQuote,
                 known ? ColumnPlace(header, cell, row)
                       : Place{"", row, static_cast<int64_t>(cell) + 1});
  }
}

}  // namespace

void RawColumn::Append(std::string_view cell) {
  if (cell != column.texts[last]) last = column.texts.Intern(cell);
  if (last >= counts.size()) counts.push_back(0);
  ++counts[last];
  column.codes.push_back(last);
}

RawTable ReadRows(CsvReader* reader, const TableHeader& header,
                  int32_t zone_minutes, IssueList* issues) {
  RawTable table;
  table.columns.resize(header.headers.size());
  if (header.time) table.time.emplace();
  std::vector<std::string_view> cells;
  ReportOpenQuotes(*reader, header, 0, issues);
  while (reader->Next(&cells)) {
    ++table.rows;
    if (cells.size() != table.columns.size()) {
      CheckWidth(cells, table.columns.size(), table.rows, issues);
    }
    ReportOpenQuotes(*reader, header, table.rows, issues);
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const std::string_view cell =
          i < cells.size() ? Trim(cells[i]) : std::string_view();
      if (header.time == i) {
        AppendTime(cell, zone_minutes, *reader, &*table.time);
      } else {
        table.columns[i].Append(cell);
      }
    }
  }
  return table;
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
