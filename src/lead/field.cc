#include "lead/field.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/digit.h"
#include "base/text.h"

// Beside the writing of the rule file, a column may have these:
//   numbers   1234,5   1.234,5   1 234,5   1,234.5   1'234.5
//             as its decimal comma and group say; spaces also U+00A0, U+202F
//   instants  2026/3/1 and 2026.3.1 (always), 1.3.2026, 1/3/2026 and 1-3-2026
//             (as its date order says), each with a time of day if given, and
//             seconds, milliseconds or microseconds since 1970

namespace mqlab {
namespace {

constexpr std::array<std::string_view, 5> kTypeNames = {
    "text", "number", "boolean", "instant", "list"};

constexpr std::array<std::string_view, 8> kTrue = {"true", "yes", "y",   "t",
                                                   "1",    "da",  "tak", "да"};
constexpr std::array<std::string_view, 9> kFalse = {
    "false", "no", "n", "f", "0", "nu", "nie", "ne", "нет"};
constexpr size_t kLongestBoolean = std::string_view("нет").size();

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(
      std::find_if_not(text.begin(), text.end(), IsDigit) - text.begin());
}

// Bytes of the group separator at the start of `text`; 0 when there is none.
size_t GroupSize(std::string_view text, char group) {
  if (text.empty() || group == 0) return 0;
  if (text.front() == group) return 1;
  if (group != ' ') return 0;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u202F") ? 3 : 0;
}

// Takes the whole part: digits, or one to three of them and groups of three.
bool TakeWhole(char group, std::string_view* text, std::string* plain) {
  const size_t first = CountDigits(*text);
  if (first == 0) return false;
  const bool zero = text->front() == '0';
  plain->append(text->substr(0, first));
  text->remove_prefix(first);
  if (GroupSize(*text, group) == 0) return true;
  if (first > 3 || zero) return false;
  while (const size_t size = GroupSize(*text, group)) {
    text->remove_prefix(size);
    if (CountDigits(*text) != 3) return false;
    plain->append(text->substr(0, 3));
    text->remove_prefix(3);
  }
  return true;
}

// Rewrites a cell without groups and with a decimal point; "" when it is not
// so written. The exponent, if any, is left to ParseNumber.
std::string Rewrite(std::string_view cell, const CellFormat& format) {
  std::string plain;
  if (!cell.empty() && (cell.front() == '-' || cell.front() == '+')) {
    plain.push_back(cell.front());
    cell.remove_prefix(1);
  }
  if (!TakeWhole(format.group, &cell, &plain)) return "";
  if (!cell.empty() && cell.front() == (format.decimal_comma ? ',' : '.')) {
    plain.push_back('.');
    cell.remove_prefix(1);
    const size_t digits = CountDigits(cell);
    if (digits == 0) return "";
    plain.append(cell.substr(0, digits));
    cell.remove_prefix(digits);
  }
  if (!cell.empty() && cell.front() != 'e' && cell.front() != 'E') return "";
  plain.append(cell);
  return plain;
}

bool IsPlain(const CellFormat& format) {
  return !format.decimal_comma && format.group == 0;
}

// Takes one to `max` digits; -1 when there is none.
int64_t TakeNumber(size_t max, std::string_view* text) {
  const size_t size = std::min(CountDigits(*text), max);
  int64_t value = size == 0 ? -1 : 0;
  for (size_t i = 0; i < size; ++i) value = value * 10 + ((*text)[i] - '0');
  text->remove_prefix(size);
  return value;
}

// Three numbers with one kind of separator, and the time after them.
std::optional<Instant> ReadDate(std::string_view cell,
                                const CellFormat& format) {
  const size_t first_size = CountDigits(cell);
  const bool year_first = first_size == 4;
  if (!year_first && (first_size > 2 || format.date_order == DateOrder::kIso)) {
    return std::nullopt;
  }
  const int64_t first = TakeNumber(4, &cell);
  if (cell.empty()) return std::nullopt;
  const char separator = cell.front();
  if (separator != '-' && separator != '.' && separator != '/') {
    return std::nullopt;
  }
  cell.remove_prefix(1);
  const int64_t second = TakeNumber(2, &cell);
  if (cell.empty() || cell.front() != separator) return std::nullopt;
  cell.remove_prefix(1);
  if (!year_first && CountDigits(cell) != 4) return std::nullopt;
  const int64_t third = TakeNumber(year_first ? 2 : 4, &cell);
  CivilDate date{first, second, third};
  if (!year_first) {
    const bool day_first = format.date_order == DateOrder::kDayFirst;
    date = {third, day_first ? second : first, day_first ? first : second};
  }
  if (cell.starts_with(", ")) cell.remove_prefix(1);
  return ParseTimeOn(date, cell, format.zone_minutes);
}

// Whole units since 1970; a fraction of seconds counts to the millisecond.
std::optional<Instant> ReadUnixTime(std::string_view cell, UnixTime unit) {
  const std::string_view whole = cell.substr(0, CountDigits(cell));
  std::string_view fraction = cell.substr(whole.size());
  if (whole.empty() || whole.size() > 16) return std::nullopt;
  if (!fraction.empty()) {
    if (fraction.front() != '.') return std::nullopt;
    fraction.remove_prefix(1);
    if (fraction.empty() || CountDigits(fraction) != fraction.size()) {
      return std::nullopt;
    }
  }
  std::string_view digits = whole;
  Instant value = TakeNumber(16, &digits);
  if (unit == UnixTime::kSeconds) {
    for (size_t i = 0; i < 3; ++i) {
      value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    }
  }
  if (unit == UnixTime::kMicros) value /= 1000;
  constexpr Instant kYear2000 = 946'684'800'000;
  constexpr Instant kYear2100 = 4'102'444'800'000;
  if (value < kYear2000 || value >= kYear2100) return std::nullopt;
  return value;
}

}  // namespace

std::string_view FieldTypeName(FieldType type) {
  return kTypeNames[static_cast<size_t>(type)];
}

std::optional<FieldType> ParseFieldType(std::string_view name) {
  const auto found = std::find(kTypeNames.begin(), kTypeNames.end(), name);
  if (found == kTypeNames.end()) return std::nullopt;
  return static_cast<FieldType>(found - kTypeNames.begin());
}

std::optional<double> ReadNumber(std::string_view cell,
                                 const CellFormat& format) {
  if (IsPlain(format)) return ParseNumber(cell);
  return ParseNumber(Rewrite(cell, format));
}

std::string PlainNumber(std::string_view cell, const CellFormat& format) {
  std::string plain =
      IsPlain(format) ? std::string(cell) : Rewrite(cell, format);
  if (!ParseNumber(plain)) plain.clear();
  return plain;
}

std::optional<bool> ReadBoolean(std::string_view cell) {
  if (cell.size() > kLongestBoolean) return std::nullopt;
  const std::string folded = Fold(cell);
  if (std::find(kTrue.begin(), kTrue.end(), folded) != kTrue.end()) return true;
  if (std::find(kFalse.begin(), kFalse.end(), folded) != kFalse.end()) {
    return false;
  }
  return std::nullopt;
}

std::optional<Instant> ReadInstant(std::string_view cell,
                                   const CellFormat& format) {
  if (cell.empty() || !IsDigit(cell.front())) return std::nullopt;
  if (const auto iso = ParseInstant(cell, format.zone_minutes)) return iso;
  if (format.unix_time != UnixTime::kNone) {
    const auto unix_time = ReadUnixTime(cell, format.unix_time);
    if (unix_time) return unix_time;
  }
  return ReadDate(cell, format);
}

std::vector<std::string_view> ReadList(std::string_view cell) {
  std::vector<std::string_view> elements;
  for (;;) {
    const size_t end = std::min(cell.find(';'), cell.size());
    const std::string_view element = Trim(cell.substr(0, end));
    if (!element.empty()) elements.push_back(element);
    if (end == cell.size()) return elements;
    cell.remove_prefix(end + 1);
  }
}

}  // namespace mqlab
