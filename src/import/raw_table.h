#ifndef MQLAB_IMPORT_RAW_TABLE_H_
#define MQLAB_IMPORT_RAW_TABLE_H_

// A table that is not yet understood: its cells as texts, and how often each
// text of a column comes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "ingest/read_table.h"
#include "lead/column.h"

namespace mqlab {

struct RawColumn {
  // How many cells are not empty.
  uint64_t filled() const;
  // How many of a hundred filled cells are so.
  template <typename Test>
  int Share(Test test) const;

  Column column;
  std::vector<uint32_t> counts = {0};  // by code
};

class RawTable {
 public:
  void SetHeader(std::vector<std::string> header);
  void Add(std::span<const std::string_view> cells);

  uint32_t rows() const { return rows_; }
  const std::vector<std::string>& header() const { return header_; }
  const std::vector<RawColumn>& columns() const { return columns_; }
  const RawColumn& operator[](size_t column) const { return columns_[column]; }

  // How each column is written and what type its cells have, by all of them
  // together, with what is odd about headers and cells.
  TableReport Settle(const ReadOptions& options, char delimiter) const;

 private:
  std::vector<std::string> header_;
  std::vector<RawColumn> columns_;
  uint32_t rows_ = 0;
};

template <typename Test>
int RawColumn::Share(Test test) const {
  uint64_t some = 0;
  for (uint32_t code = 1; code < counts.size(); ++code) {
    if (counts[code] > 0 && test(column.texts[code])) some += counts[code];
  }
  const uint64_t all = filled();
  return all == 0 ? 0 : static_cast<int>(some * 100 / all);
}

}  // namespace mqlab

#endif  // MQLAB_IMPORT_RAW_TABLE_H_
