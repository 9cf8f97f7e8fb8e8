#ifndef MQLAB_INGEST_TEXT_COLUMN_H_
#define MQLAB_INGEST_TEXT_COLUMN_H_

// The cells of a column, counted, before it is known what they mean.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/packed_rows.h"
#include "lead/column.h"

namespace mqlab {

class TextColumn {
 public:
  // Of more rows than these, each text is kept once only where at most half of
  // their texts are distinct: to look millions of texts up takes long, and
  // finds little.
  static constexpr uint32_t kTrialRows = 1u << 16;

  // Keeps each text once, whatever there comes.
  void KeepDistinct() { distinct_ = true; }
  // Gives the codes of more cells, trimmed.
  // REQUIRES: StringPool::kPadding bytes behind each can be read.
  void Encode(std::span<const std::string_view> padded, uint32_t* codes);
  // The same for `rows` rows, from `from` on, of a column of cells. Calls with
  // one column come with its rows in order.
  void Encode(PackedColumn* cells, uint32_t from, uint32_t rows,
              uint32_t* codes);

  Column column;
  std::vector<uint32_t> counts = {0};  // by code
  // The same of the codes behind those, since texts are not looked up.
  std::vector<uint8_t> later_counts;

 private:
  void LookUp(std::span<const std::string_view> padded, uint32_t* codes);
  void Append(std::span<const std::string_view> cells, uint32_t* codes);

  bool distinct_ = false;
  bool looks_up_ = true;
  uint32_t rows_ = 0;  // up to kTrialRows
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_TEXT_COLUMN_H_
