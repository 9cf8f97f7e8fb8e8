#ifndef MQLAB_INGEST_COLUMN_FORMAT_H_
#define MQLAB_INGEST_COLUMN_FORMAT_H_

// How the cells of a column are written, decided by all of them together.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lead/column.h"
#include "lead/field.h"

namespace mqlab {

// A distinct cell that is not missing, and how often it occurs.
struct CountedCell {
  std::string_view text;
  uint64_t count = 0;
};

struct FormatHints {
  bool code = false;  // of a phone or code: no spaces between thousands
  int32_t zone_minutes = 0;
  std::optional<DateOrder> date_order = {};  // chosen by the user
};

struct FormatDecision {
  CellFormat format;
  // The cells allow two readings. Taken is: day first; "1,234" is a thousand
  // and more; "1.234" is one and a bit.
  bool ambiguous_dates = false;
  bool ambiguous_numbers = false;
};

FormatDecision DecideFormat(std::span<const CountedCell> cells,
                            const FormatHints& hints);

// Settles what is ambiguous in one column by what is certain in the others of
// the file, and by the delimiter (";" goes with decimal commas). What stays
// ambiguous is a guess that the user must hear of.
void SettleTogether(std::span<FormatDecision> columns, char delimiter);

// How many of the cells fit each type.
TypeVotes CountVotes(std::span<const CountedCell> cells,
                     const CellFormat& format);

// Whether a cell, not missing, can be read as the type.
bool Fits(std::string_view cell, FieldType type, const CellFormat& format);

}  // namespace mqlab

#endif  // MQLAB_INGEST_COLUMN_FORMAT_H_
