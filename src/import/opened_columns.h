#ifndef MQLAB_IMPORT_OPENED_COLUMNS_H_
#define MQLAB_IMPORT_OPENED_COLUMNS_H_

// Values that stand in cells of JSON, or in pairs of columns such as
// "event_params.0.key" and "event_params.0.value.int_value".

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/understanding.h"

namespace mqlab {

class OpenedColumns {
 public:
  explicit OpenedColumns(const std::vector<ColumnReading>& columns);

  bool empty() const { return json_.empty() && pairs_.empty(); }
  // Whether the column is read here, and nowhere else.
  bool Has(size_t column) const;
  // Names and values of a row; those without a value are left out. What is no
  // JSON is under the header of its column.
  std::vector<std::pair<std::string, std::string>> Open(
      std::span<const std::string_view> cells) const;

 private:
  struct Pair {
    size_t key = 0;
    std::vector<size_t> values;
  };
  struct Json {
    size_t column = 0;
    std::string header;
  };
  std::vector<Json> json_;
  std::vector<Pair> pairs_;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_OPENED_COLUMNS_H_
