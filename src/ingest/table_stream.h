#ifndef MQLAB_INGEST_TABLE_STREAM_H_
#define MQLAB_INGEST_TABLE_STREAM_H_

// The bytes of a table as they come, and batches of rows made of them. Where
// the bytes are cut into pieces changes nothing.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ingest/open_table.h"
#include "ingest/packed_rows.h"
#include "ingest/read_table.h"
#include "ingest/row_scanner.h"
#include "ingest/table_header.h"

namespace mqlab {

class TableStream {
 public:
  // What takes the rows.
  class Sink {
   public:
    virtual ~Sink() = default;
    virtual void OnHeader(const TableHeader& header) = 0;
    // `first`: the number of the batch's first row among the data rows, from 1.
    virtual void OnRows(const RowBatch& batch, uint32_t first) = 0;
    virtual void OnPacked(PackedRows* rows, uint32_t first) = 0;
  };

  // The report and the sink must outlive the stream.
  TableStream(TableKind kind, const ReadOptions& options, TableReport* report,
              Sink* sink);

  std::span<char> Prepare(size_t size);
  void Commit(size_t size);
  void Append(std::string_view bytes);
  // Whether the next byte begins a row behind the header.
  bool at_row() const { return header_read_ && !failed_ && offset_ == size_; }
  // The next rows. REQUIRES: at_row()
  void TakePacked(std::string_view packed);
  // No more bytes will come.
  void End();

  // False when the bytes hold no table; the report says why.
  bool is_table() const { return opened_.has_value(); }
  const ReadOptions& options() const { return options_; }
  const TableHeader& header() const { return header_; }
  TableHeader& header() { return header_; }
  // All bytes so far are below 0x80.
  bool is_ascii() const { return ascii_; }

 private:
  void Read(bool last);
  void Open();
  bool ReadHeaderRow(bool last);
  void Fail(IssueCode code, std::vector<std::string> args);

  const ReadOptions options_;
  TableReport& report_;
  Sink& sink_;

  // The window: bytes that are read already, up to offset_; those to come.
  std::unique_ptr<char[]> bytes_;
  size_t capacity_ = 0;
  size_t size_ = 0;
  size_t offset_ = 0;
  size_t wanted_ = 0;    // bytes behind offset_, for another try
  uint64_t passed_ = 0;  // bytes that have left the window
  bool ascii_ = true;
  bool failed_ = false;

  std::optional<OpenedTable> opened_;
  TableHeader header_;
  uint32_t lines_ = 0;  // before the header that are still to be passed over
  bool header_read_ = false;
  std::optional<RowScanner> scanner_;
  std::optional<RowBatch> batch_;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_TABLE_STREAM_H_
