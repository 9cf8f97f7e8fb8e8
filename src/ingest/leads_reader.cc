#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/open_table.h"
#include "ingest/settle_columns.h"
#include "ingest/table_readers.h"
#include "ingest/table_stream.h"
#include "ingest/text_column.h"

namespace mqlab {

class LeadsReader::Work : public TableStream::Sink {
 public:
  explicit Work(const ReadOptions& options)
      : stream_(TableKind::kLeads, options, &result_.report, this) {}

  void OnHeader(const TableHeader& header) override {
    columns_.resize(header.headers.size());
    if (header.lead_id) columns_[*header.lead_id].KeepDistinct();
  }
  void OnRows(const RowBatch& batch, uint32_t first) override;
  void OnPacked(PackedRows* rows, uint32_t first) override;

  TableStream& stream() { return stream_; }
  bool takes_packed() const { return stream_.at_row(); }
  LeadsResult& result() { return result_; }
  bool FinishStep();

 private:
  enum class Stage { kEnd, kDecide, kReport, kNumber, kMerge, kDone };

  Stage End();
  bool ReportRows(size_t column, const BadCells& bad, size_t most,
                  BadRows* rows) const;
  void NameColumns();
  void ReportNumbering();
  void BeginNumbering();
  bool NumberSome();
  bool MergeNext();
  void MergeRows(Column* column) const;

  LeadsResult result_;
  TableStream stream_;
  std::vector<TextColumn> columns_;
  std::optional<ColumnSettling> settling_;
  Stage stage_ = Stage::kEnd;

  LeadTable leads_;
  bool one_row_each_ = false;      // no id is missing, or comes again
  uint32_t row_ = 0;               // the next to number
  std::vector<uint32_t> lead_of_;  // by row; kNone: it has no id
  std::vector<bool> several_;      // by lead: it has more rows than one
};

void LeadsReader::Work::OnRows(const RowBatch& batch, uint32_t /*first*/) {
  std::array<uint32_t, RowBatch::kMost> codes{};
  for (size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].Encode(batch.column(i), codes.data());
    columns_[i].column.codes.Append(std::span(codes).first(batch.rows()));
  }
}

void LeadsReader::Work::OnPacked(PackedRows* rows, uint32_t /*first*/) {
  std::vector<uint32_t> codes(rows->rows());
  for (size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].Encode(&rows->column(i), 0, rows->rows(), codes.data());
    columns_[i].column.codes.Append(codes);
  }
}

bool LeadsReader::Work::FinishStep() {
  switch (stage_) {
    case Stage::kEnd:
      stage_ = End();
      break;
    case Stage::kDecide:
      if (!settling_->DecideStep()) break;
      NameColumns();
      stage_ = Stage::kReport;
      break;
    case Stage::kReport:
      if (!settling_->ReportStep([this](size_t column, const BadCells& bad,
                                        size_t most, BadRows* rows) {
            return ReportRows(column, bad, most, rows);
          })) {
        break;
      }
      settling_.reset();
      stage_ =
          result_.report.issues.has_errors() ? Stage::kDone : Stage::kNumber;
      if (stage_ == Stage::kNumber) BeginNumbering();
      break;
    case Stage::kNumber:
      if (NumberSome()) stage_ = Stage::kMerge;
      break;
    case Stage::kMerge:
      if (MergeNext()) stage_ = Stage::kDone;
      break;
    case Stage::kDone:
      break;
  }
  return stage_ == Stage::kDone;
}

LeadsReader::Work::Stage LeadsReader::Work::End() {
  stream_.End();
  if (!stream_.is_table()) return Stage::kDone;
  TableReport& report = result_.report;
  if (report.rows == 0) report.issues.Warn(IssueCode::kNoRows, {});
  std::vector<ColumnCells> cells;
  for (const TextColumn& column : columns_) {
    cells.push_back(CellsOf(column));
  }
  settling_.emplace(stream_.header(), stream_.options(), stream_.is_ascii(),
                    std::move(cells), &report);
  return Stage::kDecide;
}

void LeadsReader::Work::NameColumns() {
  for (size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i].column;
    column.name = stream_.header().names[i];
    column.header = stream_.header().headers[i];
    column.number = static_cast<uint32_t>(i + 1);
    column.format = settling_->format(i);
    column.votes = settling_->votes(i);
  }
}

bool LeadsReader::Work::ReportRows(size_t column, const BadCells& bad,
                                   size_t most, BadRows* rows) const {
  const Column& cells = columns_[column].column;
  for (uint32_t row = 0; row < result_.report.rows; ++row) {
    if (!bad[0][cells.codes[row]]) continue;
    if (rows->first.size() < most) {
      rows->first.push_back({row + 1, cells.cell(row)});
    }
    ++rows->all;
  }
  return true;
}

// Tells of leads that could have had an id.
void LeadsReader::Work::ReportNumbering() {
  const TableHeader& header = stream_.header();
  result_.report.numbered = !header.lead_id;
  const auto email = std::ranges::find(header.names, "email");
  if (!result_.report.numbered || email == header.names.end()) return;
  const auto at = static_cast<size_t>(email - header.names.begin());
  result_.report.issues.Warn(IssueCode::kNumberedLeads, ColumnPlace(header, at),
                             {header.headers[at]});
}

// Ids have been numbered as they came: their texts serve leads too.
void LeadsReader::Work::BeginNumbering() {
  ReportNumbering();
  const TableReport& report = result_.report;
  if (const auto id = stream_.header().lead_id) {
    leads_.ids = columns_[*id].column.texts.ShareAllButFirst();
    one_row_each_ = leads_.ids.size() == report.rows;
  } else {
    one_row_each_ = true;
  }
  if (!one_row_each_) lead_of_.reserve(report.rows);
  leads_.rows.reserve(one_row_each_ ? report.rows : leads_.ids.size());
}

// Gives their leads to some more rows; true when all have them.
bool LeadsReader::Work::NumberSome() {
  constexpr uint32_t kRowsAStep = 1u << 16;
  TableReport& report = result_.report;
  const auto id_column = stream_.header().lead_id;
  const uint32_t end = std::min(report.rows, row_ + kRowsAStep);
  for (; row_ < end && one_row_each_; ++row_) {
    leads_.rows.push_back(row_ + 1);
    if (!id_column) leads_.ids.Intern(std::to_string(row_ + 1));
  }
  for (; row_ < end; ++row_) {
    const uint32_t code = columns_[*id_column].column.codes[row_];
    if (code == Column::kMissing) {
      ++report.left_out;
      report.issues.Warn(IssueCode::kLeadWithoutId,
                         ColumnPlace(stream_.header(), *id_column, row_ + 1));
      lead_of_.push_back(StringPool::kNone);
      continue;
    }
    const uint32_t lead = code - 1;
    lead_of_.push_back(lead);
    if (lead == leads_.rows.size()) {
      leads_.rows.push_back(row_ + 1);
      several_.push_back(false);
      continue;
    }
    several_[lead] = true;
    ++report.duplicates;
    report.issues.Warn(
        IssueCode::kDuplicateLead,
        ColumnPlace(stream_.header(), *id_column, row_ + 1),
        {Excerpt(leads_.ids[lead]), std::to_string(leads_.rows[lead])});
  }
  report.kept = static_cast<uint32_t>(leads_.rows.size());
  return row_ == report.rows;
}

// The cells of a lead's rows as one: the last that is not empty.
void LeadsReader::Work::MergeRows(Column* column) const {
  Codes codes(several_.size(), column->texts.size());
  for (size_t row = 0; row < lead_of_.size(); ++row) {
    const uint32_t code = column->codes[row];
    const uint32_t lead = lead_of_[row];
    if (lead == StringPool::kNone || code == Column::kMissing) continue;
    codes.Set(lead, code);
    if (several_[lead]) {
      column->merged.push_back({lead, static_cast<uint32_t>(row + 1), code});
    }
  }
  column->codes = std::move(codes);
}

// True when that was the last column.
bool LeadsReader::Work::MergeNext() {
  const size_t next = leads_.fields.size();
  Column& column = columns_[next].column;
  if (result_.report.kept < result_.report.rows) MergeRows(&column);
  columns_[next].counts = {};
  columns_[next].later_counts = {};
  leads_.fields.push_back(std::move(column));
  if (leads_.fields.size() < columns_.size()) return false;
  result_.leads = std::move(leads_);
  return true;
}

LeadsReader::LeadsReader(const ReadOptions& options)
    : work_(std::make_unique<Work>(options)) {}
LeadsReader::~LeadsReader() = default;

std::span<char> LeadsReader::Prepare(size_t size) {
  return work_->stream().Prepare(size);
}
void LeadsReader::Commit(size_t size) { work_->stream().Commit(size); }
void LeadsReader::Append(std::string_view bytes) {
  work_->stream().Append(bytes);
}
bool LeadsReader::TakesPacked() const { return work_->takes_packed(); }
void LeadsReader::TakePacked(std::string_view packed) {
  work_->stream().TakePacked(packed);
}
uint32_t LeadsReader::rows() const { return work_->result().report.rows; }
bool LeadsReader::FinishStep() { return work_->FinishStep(); }
LeadsResult LeadsReader::Take() { return std::move(work_->result()); }

LeadsResult ReadLeads(std::string_view bytes, const ReadOptions& options) {
  LeadsReader reader(options);
  reader.Append(bytes);
  while (!reader.FinishStep()) {
  }
  return reader.Take();
}

}  // namespace mqlab
