#ifndef MQLAB_LEAD_FIELD_H_
#define MQLAB_LEAD_FIELD_H_

// Types of fields and properties, how a file writes its cells, and how a cell
// is read as a value of a type.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace mqlab {

enum class FieldType : uint8_t { kText, kNumber, kBoolean, kInstant, kList };

// "text", "number", "boolean", "instant", "list": as the rule file spells them.
std::string_view FieldTypeName(FieldType type);
std::optional<FieldType> ParseFieldType(std::string_view name);

enum class DateOrder : uint8_t { kIso, kDayFirst, kMonthFirst };
enum class UnixTime : uint8_t { kNone, kSeconds, kMillis, kMicros };

// How the cells of one column are written; settled for the whole column while
// the file is read. The default is the writing of the rule file itself.
struct CellFormat {
  bool decimal_comma = false;
  // What may stand between thousands: 0 nothing, ' ' any space, '.', ',', '\''.
  char group = 0;
  DateOrder date_order = DateOrder::kIso;  // of 03/04/2026 and 03.04.2026
  UnixTime unix_time = UnixTime::kNone;
  int32_t zone_minutes = 0;  // of times that name no zone
  bool operator==(const CellFormat&) const = default;
};

// Each reads a trimmed, non-empty cell; nullopt when it does not fit. Unix
// times fit from 2000 to 2100 only: any other whole number is none.
std::optional<double> ReadNumber(std::string_view cell,
                                 const CellFormat& format);
std::optional<bool> ReadBoolean(std::string_view cell);
std::optional<Instant> ReadInstant(std::string_view cell,
                                   const CellFormat& format);
// Trimmed elements, empty ones dropped.
std::vector<std::string_view> ReadList(std::string_view cell);
// The cell's number as decimal text of the grammar of base/decimal.h
// ("1234.5"); "" when it is no number.
std::string PlainNumber(std::string_view cell, const CellFormat& format);

}  // namespace mqlab

#endif  // MQLAB_LEAD_FIELD_H_
