#ifndef MQLAB_INGEST_ROW_PACKER_H_
#define MQLAB_INGEST_ROW_PACKER_H_

// Reads rows of a table on behalf of its reader: in another thread, or in
// another engine that has nothing but the bytes.
//
//   RowPacker packer(TableKind::kEvents, options, first_bytes);
//   const std::optional<std::string> packed = packer.Pack(rows);
//   if (packed && reader.TakesPacked()) reader.TakePacked(*packed);
//   else reader.Append(rows);
//
// Either way the reader ends with the same.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/string_pool.h"
#include "ingest/open_table.h"
#include "ingest/read_table.h"
#include "ingest/row_scanner.h"
#include "ingest/table_header.h"

namespace mqlab {

class RowPacker {
 public:
  // `head`: kHeadBytes of the table or more. Options as those of its reader.
  RowPacker(TableKind kind, const ReadOptions& options, std::string_view head);

  // `rows` begin where a row does and end with a line feed. None when they are
  // not plain, whole rows: the reader has to look at them itself. They are
  // written to, so that has to be another copy of them.
  // REQUIRES: kScanPadding zeros behind them.
  std::optional<std::string> Pack(std::span<char> rows);

 private:
  struct Column {
    void Clear();

    bool is_time = false;
    bool distinct = false;  // most cells were: they are not looked up
    StringPool pool;
    std::vector<uint32_t> codes;
    std::vector<uint32_t> sizes;  // of texts
    ByteWriter texts;
    std::vector<Instant> times;
    std::vector<std::string> samples;
  };

  void Add(const RowBatch& batch);
  void AddTimes(std::span<const std::string_view> cells, Column* column) const;
  static void AddText(std::string_view text, Column* column);
  static void WriteTexts(Column* column, ByteWriter* to);
  static void Write(Column* column, ByteWriter* to);

  const int32_t zone_minutes_;
  std::optional<OpenedTable> opened_;
  TableHeader header_;
  std::vector<Column> columns_;
  size_t packed_size_ = 0;  // of the last rows
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_ROW_PACKER_H_
