#include "report/cell_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/decimal.h"
#include "base/instant.h"
#include "base/text.h"
#include "json/json_text.h"

namespace mqlab {
namespace {

// Whether it is a formula's start where a cell begins with it.
bool IsFormula(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns = {"=",  "+",  "-",  "@",
                                                      "＝", "＋", "－", "＠"};
  for (std::string_view rest = Trim(text);; rest = Trim(rest.substr(1))) {
    if (rest.empty() || rest[0] != '"') {
      return std::ranges::any_of(kSigns, [&](std::string_view sign) {
        return rest.starts_with(sign);
      });
    }
  }
}

constexpr size_t kExactDigits = 15;

std::optional<std::string> NumberToJson(std::string_view cell,
                                        const CellFormat& format) {
  std::string number = PlainNumber(cell, format);
  if (number.empty() || HasLeadingZero(number)) return std::nullopt;
  if (number[0] == '+') number.erase(0, 1);
  const auto digits =
      std::ranges::count_if(number.substr(0, number.find_first_of("eE")),
                            [](char c) { return c >= '0' && c <= '9'; });
  if (digits > static_cast<ptrdiff_t>(kExactDigits)) return std::nullopt;
  return number;
}

std::string ListToJson(std::string_view cell) {
  std::string list = "[";
  for (const std::string_view element : ReadList(cell)) {
    if (list.size() > 1) list += ',';
    list += QuoteCell(element);
  }
  return list + ']';
}

}  // namespace

std::string Disarm(std::string_view text) {
  constexpr std::string_view kBreaks = ",;|\t\r\n";
  std::string safe;
  if (text.find_first_of("\t\r\n") == 0) safe += '\'';
  for (size_t begin = 0;;) {
    const size_t end =
        std::min(text.find_first_of(kBreaks, begin), text.size());
    const std::string_view piece = text.substr(begin, end - begin);
    if (IsFormula(piece)) safe += '\'';
    safe += piece;
    if (end == text.size()) return safe;
    safe += text[end];
    begin = end + 1;
  }
}

void AppendHtml(std::string_view text, std::string* to) {
  for (const char c : text) {
    if (c == '&') {
      *to += "&amp;";
    } else if (c == '<') {
      *to += "&lt;";
    } else if (c == '\n') {
      *to += ' ';  // of a <br> a spreadsheet makes two rows
    } else {
      *to += c;
    }
  }
}

std::string TypedJson(std::string_view cell, FieldType type,
                      const CellFormat& format) {
  if (cell.empty()) return "null";
  if (type == FieldType::kList) return ListToJson(cell);
  if (type == FieldType::kNumber) {
    if (const auto number = NumberToJson(cell, format)) return *number;
  } else if (type == FieldType::kBoolean) {
    if (const auto value = ReadBoolean(cell)) return *value ? "true" : "false";
  } else if (type == FieldType::kInstant) {
    if (const auto instant = ReadInstant(cell, format)) {
      return QuoteJson(FormatInstant(*instant));
    }
  }
  return QuoteCell(cell);
}

}  // namespace mqlab
