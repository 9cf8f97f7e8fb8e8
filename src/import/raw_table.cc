#include "import/raw_table.h"

#include <algorithm>
#include <utility>

#include "ingest/open_table.h"
#include "ingest/settle_columns.h"
#include "ingest/table_header.h"

namespace mqlab {

uint64_t RawColumn::filled() const {
  uint64_t all = 0;
  for (uint32_t code = 1; code < counts.size(); ++code) all += counts[code];
  return all;
}

void RawTable::SetHeader(std::vector<std::string> header) {
  header_ = std::move(header);
  columns_.resize(header_.size());
}

void RawTable::Add(std::span<const std::string_view> cells) {
  for (size_t i = 0; i < columns_.size(); ++i) {
    RawColumn& raw = columns_[i];
    const uint32_t code = raw.column.texts.Intern(cells[i]);
    raw.column.codes.push_back(code);
    raw.counts.resize(raw.column.texts.size());
    ++raw.counts[code];
  }
  ++rows_;
}

TableReport RawTable::Settle(const ReadOptions& options, char delimiter) const {
  TableReport report;
  report.dialect.delimiter = delimiter;
  report.rows = rows_;
  ReadOptions plain = options;
  plain.dialect = report.dialect;
  constexpr uint32_t kFirstRows = 20;
  std::vector<std::vector<std::string>> first_rows(std::min(rows_, kFirstRows));
  for (uint32_t row = 0; row < first_rows.size(); ++row) {
    for (const RawColumn& raw : columns_) {
      first_rows[row].emplace_back(raw.column.cell(row));
    }
  }
  const TableHeader header =
      ReadHeader({}, {report.dialect, header_, first_rows}, TableKind::kLeads,
                 plain, &report.issues);
  if (rows_ == 0) report.issues.Warn(IssueCode::kNoRows, {});
  std::vector<ColumnCells> cells;
  for (const RawColumn& raw : columns_) {
    ColumnCells& column = cells.emplace_back();
    column.counted.push_back({&raw.column.texts, raw.counts});
    for (uint32_t code = 1; code < raw.counts.size(); ++code) {
      if (column.samples.size() == kSamples) break;
      column.samples.emplace_back(raw.column.texts[code]);
    }
  }
  ColumnSettling settling(header, plain, false, std::move(cells), &report);
  while (!settling.DecideStep()) {
  }
  const auto find = [&](size_t column, const BadCells& bad, size_t most,
                        BadRows* rows) {
    const Column& texts = columns_[column].column;
    for (uint32_t row = 0; row < rows_; ++row) {
      const uint32_t code = texts.codes[row];
      if (!bad[0][code]) continue;
      if (rows->first.size() < most) {
        rows->first.push_back({row + 1, texts.texts[code]});
      }
      ++rows->all;
    }
    return true;
  };
  while (!settling.ReportStep(find)) {
  }
  return report;
}

}  // namespace mqlab
