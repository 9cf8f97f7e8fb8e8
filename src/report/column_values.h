#ifndef MQLAB_REPORT_COLUMN_VALUES_H_
#define MQLAB_REPORT_COLUMN_VALUES_H_

// Which texts a column has, to be offered where one is asked for.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lead/event_log.h"

namespace mqlab {

struct ColumnValue {
  std::string text;
  uint64_t count = 0;  // of cells
  bool operator==(const ColumnValue&) const = default;
};

// The distinct cells of a lead field, or of a property of events that belong to
// a lead: those whose folded text contains the folded `search`, the commonest
// first, ties by text, at most `limit`. None of a name that no column has.
std::vector<ColumnValue> FieldValues(const Dataset& dataset,
                                     std::string_view name,
                                     std::string_view search, size_t limit);
std::vector<ColumnValue> PropertyValues(const Dataset& dataset,
                                        std::string_view name,
                                        std::string_view search, size_t limit);

}  // namespace mqlab

#endif  // MQLAB_REPORT_COLUMN_VALUES_H_
