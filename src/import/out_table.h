#ifndef MQLAB_IMPORT_OUT_TABLE_H_
#define MQLAB_IMPORT_OUT_TABLE_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/csv_text.h"

namespace mqlab {

// A table while it is written: columns, then rows of texts.
class OutTable {
 public:
  // `header`: what the first file that has it calls it.
  size_t Column(std::string_view name, std::string_view header = {}) {
    const auto found = std::ranges::find(names_, name);
    if (found != names_.end()) {
      return static_cast<size_t>(found - names_.begin());
    }
    names_.emplace_back(name);
    headers_.emplace_back(header.empty() ? name : header);
    cells_.emplace_back();
    return names_.size() - 1;
  }
  const std::vector<std::string>& headers() const { return headers_; }

  void Set(size_t column, std::string_view text) { cells_[column] = text; }
  bool IsSet(size_t column) const { return !cells_[column].empty(); }
  bool IsBlank() const {
    return std::ranges::all_of(cells_, &std::string::empty);
  }
  // The row as it would be written; the cells are empty again.
  std::string TakeRow() {
    std::string line;
    AppendCsvRow(std::vector<std::string_view>(cells_.begin(), cells_.end()),
                 &line);
    Clear();
    return line;
  }
  void Clear() {
    for (std::string& cell : cells_) cell.clear();
  }
  void Write(std::string_view line) {
    WriteHeader();
    text_ += line;
    ++rows_;
  }
  uint32_t rows() const { return rows_; }
  std::string Take() {
    WriteHeader();
    return std::exchange(text_, {});
  }

 private:
  void WriteHeader() {
    if (std::exchange(headed_, true)) return;
    AppendCsvRow(std::vector<std::string_view>(names_.begin(), names_.end()),
                 &text_);
  }

  std::vector<std::string> names_;
  std::vector<std::string> headers_;
  std::vector<std::string> cells_;
  bool headed_ = false;
  std::string text_;
  uint32_t rows_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_OUT_TABLE_H_
