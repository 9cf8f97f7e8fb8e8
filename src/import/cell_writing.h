#ifndef MQLAB_IMPORT_CELL_WRITING_H_
#define MQLAB_IMPORT_CELL_WRITING_H_

// The cells of files as the engine's own tables have them: instants as ISO
// 8601 in UTC, numbers with a point, lists with semicolons.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/time_zones.h"
#include "import/understanding.h"
#include "lead/field.h"

namespace mqlab {

// A time on the clocks of a zone, if it names none itself. nullopt when the
// cell is no instant.
std::optional<Instant> ReadInZone(std::string_view cell,
                                  const CellFormat& format,
                                  const std::optional<TimeZone>& zone);

// "2026-03" of a month written as 2026-03, 03.2026, 3/2026 or 202603, or of a
// day as the column has them; "" for any other text.
std::string MonthCell(std::string_view cell, const CellFormat& format);

// Whether a field is an amount, which may stand with its currency.
bool IsAmountField(std::string_view field);

// "$1,200.50", "1 200,50 zł": without the currency. Other texts as they are.
std::string_view WithoutCurrency(std::string_view cell);

// A list that is separated by commas, its elements quoted or not, with
// semicolons.
std::string ListCell(std::string_view cell);

// The names and values in a JSON cell: of an object, or of a list of objects
// with "name" or "key", and "value" (of a value that is an object itself, the
// first that it holds). Nothing when the text is none.
std::vector<std::pair<std::string, std::string>> OpenJsonCell(
    std::string_view cell);

// How a column is written.
class CellWriting {
 public:
  CellWriting(const ColumnReading& column, const Understanding& file,
              const std::optional<TimeZone>& zone);

  // A cell that is not empty. What does not fit its column stays as it is, and
  // the engine tells of it. The view holds until the next call.
  std::string_view Write(std::string_view cell);

 private:
  enum class Kind { kAsIs, kInstant, kNumber, kMark, kNames, kList };

  Kind kind_ = Kind::kAsIs;
  CellFormat format_;
  std::optional<TimeZone> zone_;
  std::string_view prefixes_;
  const NameMap* names_ = nullptr;
  std::string text_;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_CELL_WRITING_H_
