#ifndef MQLAB_IMPORT_COLUMN_TEXTS_H_
#define MQLAB_IMPORT_COLUMN_TEXTS_H_

// A table that is not yet understood: its cells, and how often each text of a
// column comes.

#include <cstdint>
#include <vector>

#include "lead/column.h"
#include "lead/lead_table.h"

namespace mqlab {

// The cells of a column by their text.
struct ColumnTexts {
  explicit ColumnTexts(const Column& of) : column(of), counts(of.texts.size()) {
    for (size_t row = 0; row < of.codes.size(); ++row) ++counts[of.codes[row]];
  }

  uint64_t filled() const {
    uint64_t all = 0;
    for (uint32_t code = 1; code < counts.size(); ++code) all += counts[code];
    return all;
  }
  // How many of a hundred filled cells are so.
  template <typename Test>
  int Share(Test test) const {
    uint64_t all = 0;
    uint64_t some = 0;
    for (uint32_t code = 1; code < counts.size(); ++code) {
      if (counts[code] == 0 || column.texts[code].empty()) continue;
      all += counts[code];
      if (test(column.texts[code])) some += counts[code];
    }
    return all == 0 ? 0 : static_cast<int>(some * 100 / all);
  }

  const Column& column;
  std::vector<uint64_t> counts;
};

struct RawTable {
  explicit RawTable(const LeadTable& of) : cells(of) {
    for (const Column& column : of.fields) texts.emplace_back(column);
  }

  uint32_t rows() const { return cells.size(); }

  const LeadTable& cells;
  std::vector<ColumnTexts> texts;  // a column each
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_COLUMN_TEXTS_H_
