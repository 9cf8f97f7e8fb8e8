#include "ingest/packed_rows.h"

#include <algorithm>

namespace mqlab {
namespace {

PackedCodes TakeCodes(ByteReader* from) {
  PackedCodes codes;
  codes.size = from->Number<uint32_t>();
  codes.width = from->Number<uint8_t>();
  codes.at = from->Raw(size_t{codes.size} * codes.width).data();
  return codes;
}

std::vector<std::string_view> TakeTexts(ByteReader* from) {
  const PackedCodes sizes = TakeCodes(from);
  std::vector<std::string_view> texts(sizes.size);
  auto text = texts.begin();
  sizes.ForEach(0, sizes.size,
                [&](uint32_t size) { *text++ = from->Raw(size); });
  return texts;
}

}  // namespace

Instant PackedColumn::time(uint32_t row) const {
  Instant time = 0;
  std::memcpy(&time, times_ + size_t{row} * sizeof time, sizeof time);
  return time;
}

void PackedColumn::Cells(uint32_t from,
                         std::span<std::string_view> cells) const {
  if (form_ == Form::kCoded) {
    auto cell = cells.begin();
    codes_.ForEach(from, cells.size(),
                   [&](uint32_t code) { *cell++ = texts_[code]; });
  } else {
    std::ranges::copy(std::span(texts_).subspan(from, cells.size()),
                      cells.begin());
  }
}

PackedRows::PackedRows(std::string_view bytes) {
  ByteReader from(bytes);
  rows_ = from.Number<uint32_t>();
  columns_.resize(from.Number<uint32_t>());
  ascii_ = from.Number<uint8_t>() != 0;
  file_bytes_ = from.Number<uint64_t>();
  for (PackedColumn& column : columns_) {
    column.form_ = PackedColumn::Form{from.Number<uint8_t>()};
    column.texts_ = TakeTexts(&from);
    if (column.form_ == PackedColumn::Form::kCoded) {
      column.codes_ = TakeCodes(&from);
    } else if (column.form_ == PackedColumn::Form::kTimes) {
      column.times_ = from.Raw(rows_ * sizeof(Instant)).data();
      column.samples_ = TakeTexts(&from);
    }
  }
}

}  // namespace mqlab
