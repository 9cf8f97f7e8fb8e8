#ifndef MQLAB_LEAD_COLUMN_H_
#define MQLAB_LEAD_COLUMN_H_

// One column of trimmed cells, equal texts stored once where that pays: of a
// column of mostly distinct ones a text may have several codes, but in those of
// ids. Which type the cells have is decided by the rules that use them
// (Compile), so the text is what is kept.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_pool.h"
#include "lead/codes.h"
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

// What the cells say by themselves: the first of number, boolean and instant
// that at least 95 in 100 of them fit, else text. Rules may know better.
FieldType VotedType(const TypeVotes& votes);

struct Column {
  static constexpr uint32_t kMissing = 0;  // the code of the empty cell

  Column() { texts.Intern(""); }

  std::string_view cell(size_t row) const { return texts[codes[row]]; }

  std::string name;    // as rules call it: a canonical field name or the header
  std::string header;  // as the file spells it
  uint32_t number = 0;  // of the column in the file, from 1
  CellFormat format;
  TypeVotes votes;
  StringPool texts;  // texts[0] is ""; some may be equal, and found by none
  Codes codes;       // one a row; of properties see EventBlock

  // Of leads with several rows: each of their cells that is not empty, in file
  // order; `codes` has the last. Whether that one fits its type, or is missing
  // and lets an earlier one stand, is known only with the rules.
  struct Merged {
    uint32_t lead = 0;
    uint32_t row = 0;  // number of the data row, from 1
    uint32_t code = 0;
  };
  std::vector<Merged> merged;
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_COLUMN_H_
