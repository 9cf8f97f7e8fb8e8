#ifndef MQLAB_INGEST_TEXT_COLUMN_H_
#define MQLAB_INGEST_TEXT_COLUMN_H_

// The distinct cells of a column, counted, before it is known what they mean.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lead/column.h"

namespace mqlab {

struct TextColumn {
  // Gives the codes of more cells, trimmed.
  // REQUIRES: StringPool::kPadding bytes behind each can be read.
  void Encode(std::span<const std::string_view> padded, uint32_t* codes) {
    column.texts.InternAll(padded, codes);
    counts.resize(column.texts.size());
    for (size_t i = 0; i < padded.size(); ++i) ++counts[codes[i]];
  }

  Column column;
  std::vector<uint32_t> counts = {0};  // by code
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_TEXT_COLUMN_H_
