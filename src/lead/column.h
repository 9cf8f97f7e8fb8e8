#ifndef MQLAB_LEAD_COLUMN_H_
#define MQLAB_LEAD_COLUMN_H_

// One column of trimmed cells, each distinct text stored once. Which type the
// cells have is decided by the rules that use them (Compile), so the text is
// what is kept.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_pool.h"
#include "lead/field.h"

namespace mqlab {

// How many of a column's non-missing cells fit each type; over all data rows
// of the file. A number with a leading zero does not count as one.
struct TypeVotes {
  uint64_t cells = 0;  // non-missing
  uint64_t numbers = 0;
  uint64_t booleans = 0;
  uint64_t instants = 0;
  bool operator==(const TypeVotes&) const = default;
};

struct Column {
  static constexpr uint32_t kMissing = 0;  // the code of the empty cell

  Column() { texts.Intern(""); }

  std::string_view cell(size_t row) const { return texts[codes[row]]; }

  std::string name;    // as rules call it: a canonical field name or the header
  std::string header;  // as the file spells it
  CellFormat format;
  TypeVotes votes;
  StringPool texts;             // texts[0] is ""
  std::vector<uint32_t> codes;  // one a row
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_COLUMN_H_
