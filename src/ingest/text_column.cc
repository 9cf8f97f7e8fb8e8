#include "ingest/text_column.h"

#include <algorithm>
#include <limits>

namespace mqlab {

// Where the batches end must not show: a trial ends within one, if need be.
void TextColumn::Encode(std::span<const std::string_view> padded,
                        uint32_t* codes) {
  if (rows_ < kTrialRows) {
    const auto trial =
        padded.first(std::min<size_t>(padded.size(), kTrialRows - rows_));
    LookUp(trial, codes);
    codes += trial.size();
    padded = padded.subspan(trial.size());
    rows_ += static_cast<uint32_t>(trial.size());
    const bool many = column.texts.size() > kTrialRows / 2 + 1;  // and ""
    if (rows_ == kTrialRows && many && !distinct_) {
      looks_up_ = false;
      column.texts.StopLookups();
    }
  }
  if (looks_up_) {
    LookUp(padded, codes);
  } else {
    Append(padded, codes);
  }
}

void TextColumn::LookUp(std::span<const std::string_view> padded,
                        uint32_t* codes) {
  column.texts.InternAll(padded, codes);
  counts.resize(column.texts.size());
  for (size_t i = 0; i < padded.size(); ++i) ++counts[codes[i]];
}

void TextColumn::Append(std::span<const std::string_view> cells,
                        uint32_t* codes) {
  constexpr uint8_t kMost = std::numeric_limits<uint8_t>::max();
  StringPool& texts = column.texts;
  for (const std::string_view cell : cells) {
    if (cell.empty()) {
      ++counts[Column::kMissing];
      *codes++ = Column::kMissing;
      continue;
    }
    // Cells are often equal to the one before even where few others are.
    const bool again = !later_counts.empty() && later_counts.back() < kMost &&
                       texts[texts.size() - 1] == cell;
    if (again) {
      ++later_counts.back();
    } else {
      texts.Append(cell);
      later_counts.push_back(1);
    }
    *codes++ = texts.size() - 1;
  }
}

}  // namespace mqlab
