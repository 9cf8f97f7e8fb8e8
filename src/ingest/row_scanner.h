#ifndef MQLAB_INGEST_ROW_SCANNER_H_
#define MQLAB_INGEST_ROW_SCANNER_H_

// Rows of cells from the bytes of a table, many at a time: the same rows that
// CsvReader gives, which is asked for all but plain ones.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "ingest/csv_reader.h"
#include "ingest/table_header.h"

namespace mqlab {

// Cells, trimmed, column by column; those that a short row lacks are empty.
// Behind each of them StringPool::kPadding bytes can be read.
class RowBatch {
 public:
  static constexpr uint32_t kMost = 512;

  explicit RowBatch(size_t columns)
      : columns_(columns), cells_(columns * kMost) {}

  uint32_t rows() const { return rows_; }
  size_t columns() const { return columns_; }
  std::span<const std::string_view> column(size_t i) const {
    return {cells_.data() + i * kMost, rows_};
  }

 private:
  friend class RowScanner;

  size_t columns_;
  uint32_t rows_ = 0;
  std::vector<std::string_view> cells_;  // kMost a column
};

class RowScanner {
 public:
  enum class Outcome { kFull, kStarved };

  // What is wrong with the width or the quotes of a row goes to `issues`. Both
  // must outlive the scanner.
  RowScanner(const CsvDialect& dialect, const TableHeader& header,
             IssueList* issues);

  // Makes a batch of rows, from bytes[*offset] on, where a row starts. Sets
  // *offset to the first row that is not in it. kStarved: that one needs bytes
  // behind `size`; never when these are the last, and then all rows are read.
  // May write to the bytes of the rows that it gives.
  // REQUIRES: kScanPadding bytes behind `size` can be read.
  Outcome Scan(char* bytes, size_t size, bool last, size_t* offset,
               RowBatch* batch);
  // Rows that another has read come before those to scan.
  void Pass(uint32_t rows) { rows_ += rows; }
  // Rows of all batches.
  uint32_t rows() const { return rows_; }
  // Tells of open quotes in the header row.
  void ReportHeader(const CsvReader& reader);

 private:
  enum class Row { kTaken, kOdd, kCut };

  void ScanBlock();
  Row ScanRow();
  bool TakeCareful();
  void Unescape(std::string_view* cell) const;
  void EndRow();
  std::string_view* Cell(size_t column) const {
    return batch_->cells_.data() + column * RowBatch::kMost + batch_->rows_;
  }
  void ReportOpenQuotes(const CsvReader& reader, int64_t row);
  void CheckWidth(const std::vector<std::string_view>& cells);

  const CsvDialect dialect_;
  const TableHeader& header_;
  IssueList& issues_;
  const size_t width_;
  const bool odd_;  // a dialect of which no row is plain
  uint32_t rows_ = 0;
  CsvReader careful_;
  std::vector<std::string_view> careful_cells_;

  // Of the call of Scan.
  char* bytes_ = nullptr;
  size_t size_ = 0;
  bool last_ = false;
  RowBatch* batch_ = nullptr;
  size_t at_ = 0;  // where the row starts
  // Offsets of structure, from block_ on, of bytes up to block_end_.
  size_t block_ = 0;
  size_t block_end_ = 0;
  std::vector<uint32_t> structure_;
  size_t next_ = 0;  // of the row
  size_t end_ = 0;
  std::vector<size_t> doubled_;  // columns of the row with doubled quotes
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_ROW_SCANNER_H_
