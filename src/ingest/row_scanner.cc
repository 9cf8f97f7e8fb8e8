#include "ingest/row_scanner.h"

#include <algorithm>
#include <array>

#include "base/string_pool.h"
#include "base/text.h"
#include "ingest/structure_scan.h"

namespace mqlab {
namespace {

constexpr size_t kBlock = size_t{1} << 15;
constexpr std::array<char, StringPool::kPadding> kNothing{};
constexpr std::string_view kMissing(kNothing.data(), 0);

bool IsPlainAscii(char c) { return c > ' ' && c < '\x7F'; }

std::string_view Trimmed(std::string_view cell) {
  if (cell.empty()) return kMissing;
  if (IsPlainAscii(cell.front()) && IsPlainAscii(cell.back())) return cell;
  const std::string_view trimmed = Trim(cell);
  return trimmed.empty() ? kMissing : trimmed;
}

}  // namespace

RowScanner::RowScanner(const CsvDialect& dialect, const TableHeader& header,
                       IssueList* issues)
    : dialect_(dialect),
      header_(header),
      issues_(*issues),
      width_(header.headers.size()),
      odd_(dialect.delimiter == dialect.quote || dialect.delimiter == '\n' ||
           dialect.delimiter == '\r' || dialect.quote == '\n' ||
           dialect.quote == '\r' || dialect.quote == ' ' ||
           dialect.quote == '\t'),
      careful_(dialect),
      structure_(kBlock + kScanPadding) {}

RowScanner::Outcome RowScanner::Scan(char* bytes, size_t size, bool last,
                                     size_t* offset, RowBatch* batch) {
  bytes_ = bytes;
  size_ = size;
  last_ = last;
  batch_ = batch;
  batch_->rows_ = 0;
  at_ = *offset;
  block_ = block_end_ = at_;
  next_ = end_ = 0;
  Outcome outcome = Outcome::kStarved;
  while (at_ < size_) {
    if (batch_->rows_ == RowBatch::kMost) {
      outcome = Outcome::kFull;
      break;
    }
    const Row row = odd_ ? Row::kOdd : ScanRow();
    if (row == Row::kTaken) continue;
    if (row == Row::kCut && block_end_ < size_ &&
        (at_ > block_ || block_ == block_end_)) {
      ScanBlock();
      continue;
    }
    // A plain row that only lacks its end waits for more bytes.
    if (row == Row::kCut && block_end_ == size_ && !last_) break;
    if (!TakeCareful()) break;
  }
  rows_ += batch_->rows_;
  *offset = at_;
  return outcome;
}

// Finds the structure of the next block, which begins with the row.
void RowScanner::ScanBlock() {
  block_ = at_;
  block_end_ = std::min(size_, block_ + kBlock);
  next_ = 0;
  end_ = FindStructure(bytes_ + block_, block_end_ - block_, dialect_.delimiter,
                       dialect_.quote, structure_.data());
}

// Takes the row at at_ if it is as wide as the header, with all of its quotes
// as they should be.
RowScanner::Row RowScanner::ScanRow() {
  const size_t start = next_;
  size_t begin = at_;
  size_t column = 0;
  doubled_.clear();
  const auto leave = [&](Row row) {
    next_ = start;
    return row;
  };
  for (;;) {
    if (next_ == end_) return leave(Row::kCut);
    size_t end = block_ + structure_[next_];
    size_t cell = begin;
    size_t cell_end = end;
    if (bytes_[end] == dialect_.quote) {
      if (end != begin) return leave(Row::kOdd);
      cell = begin + 1;
      bool doubled = false;
      for (;;) {  // the quote that closes the cell
        do {
          if (++next_ == end_) return leave(Row::kCut);
        } while (bytes_[block_ + structure_[next_]] != dialect_.quote);
        cell_end = block_ + structure_[next_];
        if (++next_ == end_) return leave(Row::kCut);
        end = block_ + structure_[next_];
        if (end != cell_end + 1) return leave(Row::kOdd);
        if (bytes_[end] != dialect_.quote) break;
        doubled = true;
      }
      if (cell_end - begin > CsvReader::kLongestQuoted) {
        return leave(Row::kOdd);
      }
      if (doubled) doubled_.push_back(column);
    }
    if (column == width_) return leave(Row::kOdd);
    *Cell(column++) = Trimmed({bytes_ + cell, cell_end - cell});
    begin = end + 1;
    ++next_;
    if (bytes_[end] == dialect_.delimiter) continue;
    // A carriage return that ends the bytes may have its line feed to come.
    if (bytes_[end] == '\r') {
      if (begin == size_ && !last_) return leave(Row::kCut);
      if (begin < size_ && bytes_[begin] == '\n') {
        ++begin;
        if (next_ < end_ && block_ + structure_[next_] < begin) ++next_;
      }
    }
    break;
  }
  if (column != width_) {
    const bool blank = column == 1 && Cell(0)->empty();
    if (!blank) return leave(Row::kOdd);
    at_ = begin;
    return Row::kTaken;
  }
  at_ = begin;
  for (const size_t i : doubled_) Unescape(Cell(i));
  EndRow();
  return Row::kTaken;
}

// Counts the row, unless it is blank.
void RowScanner::EndRow() {
  bool blank = true;
  for (size_t i = 0; blank && i < width_; ++i) blank = Cell(i)->empty();
  if (!blank) ++batch_->rows_;
}

// Writes each doubled quote as one.
void RowScanner::Unescape(std::string_view* cell) const {
  char* const begin = bytes_ + (cell->data() - bytes_);
  char* to = begin;
  for (size_t i = 0; i < cell->size(); ++i) {
    *to++ = (*cell)[i];
    if ((*cell)[i] == dialect_.quote) ++i;
  }
  *cell = {begin, static_cast<size_t>(to - begin)};
}

// False when the row needs more bytes.
bool RowScanner::TakeCareful() {
  std::vector<std::string_view>& cells = careful_cells_;
  careful_.Continue({bytes_ + at_, size_ - at_}, last_);
  careful_.NextLine(&cells);
  if (careful_.starved()) return false;
  // Cells whose quotes were undone are written over the row, which has room
  // for them: each behind the one before.
  char* free = bytes_ + at_;
  for (std::string_view& cell : cells) {
    if (!careful_.InBytes(cell)) {
      std::copy(cell.begin(), cell.end(), free);
      cell = {free, cell.size()};
    }
    free = bytes_ + (cell.data() - bytes_) + cell.size() + 1;
  }
  at_ += careful_.offset();
  while (next_ < end_ && block_ + structure_[next_] < at_) ++next_;
  if (std::ranges::all_of(
          cells, [](std::string_view cell) { return Trim(cell).empty(); })) {
    return true;
  }
  if (cells.size() != width_) CheckWidth(cells);
  ReportOpenQuotes(careful_, rows_ + batch_->rows_ + 1);
  for (size_t i = 0; i < width_; ++i) {
    *Cell(i) = i < cells.size() ? Trimmed(cells[i]) : kMissing;
  }
  ++batch_->rows_;
  return true;
}

// Cells missing at the end count as missing, those beyond the header are lost:
// both are told, but for empty ones.
void RowScanner::CheckWidth(const std::vector<std::string_view>& cells) {
  const auto report = [&](IssueCode code) {
    issues_.Warn(code, {"", int64_t{rows_} + batch_->rows_ + 1, 0},
                 {std::to_string(cells.size()), std::to_string(width_)});
  };
  if (cells.size() < width_) report(IssueCode::kShortRow);
  for (size_t i = width_; i < cells.size(); ++i) {
    if (Trim(cells[i]).empty()) continue;
    report(IssueCode::kExtraCells);
    break;
  }
}

void RowScanner::ReportHeader(const CsvReader& reader) {
  ReportOpenQuotes(reader, 0);
}

void RowScanner::ReportOpenQuotes(const CsvReader& reader, int64_t row) {
  for (const size_t cell : reader.open_quotes()) {
    const bool known = cell < header_.headers.size();
    issues_.Warn(IssueCode::kUnclosedQuote,
                 known ? ColumnPlace(header_, cell, row)
                       : Place{"", row, static_cast<int64_t>(cell) + 1});
  }
}

}  // namespace mqlab
