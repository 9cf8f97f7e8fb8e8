#include "ingest/text_column.h"

#include <algorithm>
#include <array>
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

void TextColumn::Encode(PackedColumn* cells, uint32_t from, uint32_t rows,
                        uint32_t* codes) {
  // Each text is looked up once, unless a trial might end in the midst of them.
  const bool decided = looks_up_ && (distinct_ || rows_ == kTrialRows);
  if (from == 0 && decided && cells->form() == PackedColumn::Form::kCoded) {
    cells->numbers.resize(cells->texts().size());
    column.texts.InternAll(cells->texts(), cells->numbers.data());
    counts.resize(column.texts.size());
  }
  if (!cells->numbers.empty()) {
    const uint32_t* const numbers = cells->numbers.data();
    uint32_t* const all = counts.data();
    cells->codes().ForEach(from, rows, [&](uint32_t code) {
      *codes = numbers[code];
      ++all[*codes++];
    });
    return;
  }
  constexpr uint32_t kMost = 512;
  std::array<std::string_view, kMost> texts;
  for (uint32_t i = 0; i < rows; i += kMost) {
    const auto some = std::span(texts).first(std::min(kMost, rows - i));
    cells->Cells(from + i, some);
    Encode(some, codes + i);
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
