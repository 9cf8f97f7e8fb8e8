#ifndef MQLAB_INGEST_PACKED_ROWS_H_
#define MQLAB_INGEST_PACKED_ROWS_H_

// Whole rows of a table as columns in one run of bytes: what a RowPacker makes
// of them, in another thread or engine, for the reader of the table.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/instant.h"

namespace mqlab {

// Whole numbers in the width that the largest needs.
struct PackedCodes {
  uint32_t size = 0;
  uint8_t width = 1;
  const char* at = nullptr;

  // Calls visit(code) with those of [from, from + count), in order.
  template <typename Visit>
  void ForEach(size_t from, size_t count, Visit visit) const {
    if (width == 1) return ForEachOf<uint8_t>(from, count, visit);
    if (width == 2) return ForEachOf<uint16_t>(from, count, visit);
    ForEachOf<uint32_t>(from, count, visit);
  }

 private:
  template <typename Code, typename Visit>
  void ForEachOf(size_t from, size_t count, Visit visit) const {
    for (size_t i = 0; i < count; ++i) {
      Code code = 0;
      std::memcpy(&code, at + (from + i) * sizeof code, sizeof code);
      visit(uint32_t{code});
    }
  }
};

class PackedColumn {
 public:
  enum class Form : uint8_t {
    kCells,  // the text of each row's cell
    kCoded,  // distinct texts in the order of their first rows, and a code each
    kTimes,  // ISO 8601 cells as instants, kNever for others with their texts
  };

  Form form() const { return form_; }
  // kCells: of the rows. kCoded: distinct. kTimes: of the rows that are kNever.
  std::span<const std::string_view> texts() const { return texts_; }
  const PackedCodes& codes() const { return codes_; }  // REQUIRES: kCoded
  Instant time(uint32_t row) const;                    // REQUIRES: kTimes
  // The first three distinct cells. REQUIRES: kTimes
  std::span<const std::string_view> samples() const { return samples_; }
  // The cells of the rows from `from` on. REQUIRES: not kTimes
  void Cells(uint32_t from, std::span<std::string_view> cells) const;

  // For the one who takes them: its numbers of the texts.
  std::vector<uint32_t> numbers;

 private:
  friend class PackedRows;

  Form form_ = Form::kCells;
  std::vector<std::string_view> texts_;
  std::vector<std::string_view> samples_;
  PackedCodes codes_;
  const char* times_ = nullptr;
};

// As bytes: uint32 rows; uint32 columns; uint8, whether the file's bytes are
// ASCII; uint64 their number; the columns; StringPool::kPadding zeros.
// A column: uint8 form; texts; of kCoded the codes, of kTimes an int64 a row
// and the samples as texts. Texts: their sizes as codes, and themselves. Codes:
// uint32 number, uint8 width, themselves.
class PackedRows {
 public:
  // The bytes are those of a RowPacker, and must outlive this.
  explicit PackedRows(std::string_view bytes);

  uint32_t rows() const { return rows_; }
  bool is_ascii() const { return ascii_; }
  uint64_t file_bytes() const { return file_bytes_; }
  PackedColumn& column(size_t i) { return columns_[i]; }

 private:
  uint32_t rows_ = 0;
  bool ascii_ = false;
  uint64_t file_bytes_ = 0;
  std::vector<PackedColumn> columns_;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_PACKED_ROWS_H_
