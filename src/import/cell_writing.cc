#include "import/cell_writing.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "json/json_tree.h"

namespace mqlab {
namespace {

// What stands before or after an amount.
constexpr std::array<std::string_view, 22> kCurrencies = {
    "$",  "€",   "£",   "₽",   "¥",   "zł",  "zl",  "lei", "km",  "руб", "руб.",
    "р.", "usd", "eur", "gbp", "pln", "ron", "bam", "rub", "chf", "us$", "лв"};

// Numbers of Meta and Zoho come with letters for what they are.
bool IsPrefixed(const ColumnReading& column) {
  const std::string header = Fold(column.header);
  return column.field == "lead_id" || column.field == "phone" ||
         column.field == "mobile" || column.field == "postal_code" ||
         header.ends_with("id") || header.ends_with("phone_number");
}

std::string Plain(const JsonValue& value) {
  if (value.kind == JsonValue::Kind::kBoolean) {
    return value.boolean ? "true" : "false";
  }
  if (value.kind != JsonValue::Kind::kObject) return value.text;
  for (const JsonMember& member : value.members) {
    const std::string text = Plain(member.value);
    if (!text.empty()) return text;
  }
  return "";
}

// "20260127", which is a day where a time is meant, as "2026-01-27".
std::string WithDashes(std::string_view cell) {
  constexpr size_t kDigits = 8;
  if (cell.size() != kDigits ||
      cell.find_first_not_of("0123456789") != cell.npos) {
    return "";
  }
  return std::string(cell.substr(0, 4))
      .append("-")
      .append(cell.substr(4, 2))
      .append("-")
      .append(cell.substr(6));
}

}  // namespace

std::optional<Instant> ReadInZone(std::string_view cell,
                                  const CellFormat& format,
                                  const std::optional<TimeZone>& zone) {
  CellFormat utc = format;
  utc.zone_minutes = 0;
  const std::optional<Instant> instant = ReadInstant(cell, utc);
  if (!instant) {
    const std::string day = WithDashes(cell);
    return day.empty() ? instant : ReadInZone(day, {}, zone);
  }
  if (!zone) return instant;
  // A time that names its zone is the same wherever the file is from.
  CellFormat elsewhere = utc;
  elsewhere.zone_minutes = 60;
  if (ReadInstant(cell, elsewhere) == instant) return instant;
  return zone->ToUtc(*instant);
}

std::string MonthCell(std::string_view cell, const CellFormat& format) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const size_t parted = cell.find_first_of("-./");
  std::string_view year = cell.substr(0, std::min(parted, cell.size()));
  std::string_view month = parted == cell.npos ? "" : cell.substr(parted + 1);
  if (parted == cell.npos && cell.size() == 6) {
    year = cell.substr(0, 4);
    month = cell.substr(4);
  } else if (year.size() < month.size()) {
    std::swap(year, month);
  }
  const bool digits = std::ranges::all_of(year, is_digit) &&
                      std::ranges::all_of(month, is_digit);
  if (digits && year.size() == 4 && (month.size() == 1 || month.size() == 2)) {
    const std::string text = std::string(year) + "-" +
                             (month.size() == 1 ? "0" : "") +
                             std::string(month);
    return ParseInstant(text + "-01") ? text : "";
  }
  const std::optional<Instant> day = ReadInZone(cell, format, std::nullopt);
  return day ? FormatInstant(*day).substr(0, 7) : "";
}

bool IsAmountField(std::string_view field) {
  return field == "annual_revenue" || field == "value" || field == "cost" ||
         field == "employees";
}

std::string_view WithoutCurrency(std::string_view cell) {
  const std::string folded = Fold(cell);
  if (folded.size() != cell.size()) return cell;
  for (const std::string_view mark : kCurrencies) {
    std::string_view rest = cell;
    if (folded.starts_with(mark)) {
      rest.remove_prefix(mark.size());
    } else if (folded.ends_with(mark)) {
      rest.remove_suffix(mark.size());
    } else {
      continue;
    }
    rest = Trim(rest);
    const std::string_view digits =
        rest.starts_with('-') ? rest.substr(1) : rest;
    if (!digits.empty() && digits[0] >= '0' && digits[0] <= '9') return rest;
  }
  return cell;
}

std::string ListCell(std::string_view cell) {
  if (cell.find(';') != cell.npos) return std::string(cell);
  std::string list;
  while (!cell.empty()) {
    cell = Trim(cell);
    std::string_view element;
    if (cell.starts_with('"') && cell.find('"', 1) != cell.npos) {
      element = cell.substr(1, cell.find('"', 1) - 1);
      cell.remove_prefix(element.size() + 2);
      cell.remove_prefix(std::min(cell.find(','), cell.size()));
    } else {
      element = cell.substr(0, cell.find(','));
      cell.remove_prefix(element.size());
    }
    cell.remove_prefix(std::min<size_t>(1, cell.size()));
    element = Trim(element);
    if (!element.empty()) list.append(list.empty() ? "" : ";").append(element);
  }
  return list;
}

std::vector<std::pair<std::string, std::string>> OpenJsonCell(
    std::string_view cell) {
  std::vector<std::pair<std::string, std::string>> values;
  if (!cell.starts_with('{') && !cell.starts_with('[')) return values;
  IssueList ignored;
  const std::optional<JsonValue> json = ParseJson(cell, ignored);
  if (!json) return values;
  for (const JsonMember& member : json->members) {
    values.emplace_back(member.key, Plain(member.value));
  }
  for (const JsonValue& item : json->items) {
    const JsonMember* name = item.Find("name");
    if (name == nullptr) name = item.Find("key");
    const JsonMember* const value = item.Find("value");
    if (name != nullptr && value != nullptr) {
      values.emplace_back(name->value.text, Plain(value->value));
    }
  }
  return values;
}

CellWriting::CellWriting(const ColumnReading& column, const Understanding& file,
                         const std::optional<TimeZone>& zone)
    : format_(column.format), zone_(zone) {
  if (file.shape != nullptr && IsPrefixed(column)) {
    prefixes_ = file.shape->prefixes;
  }
  if (column.field == "lifecycle_stage" && !column.spare) {
    kind_ = Kind::kNames;
    names_ = &file.stage_names;
  } else if (column.field == "lead_status" && !column.spare) {
    kind_ = Kind::kNames;
    names_ = &file.status_names;
  } else if (column.type == FieldType::kInstant) {
    kind_ = Kind::kInstant;
  } else if (column.type == FieldType::kNumber || IsAmountField(column.field)) {
    kind_ = Kind::kNumber;
  } else if (column.field == "opted_out" || column.field == "email_invalid") {
    kind_ = Kind::kMark;
  } else if (column.type == FieldType::kList) {
    kind_ = Kind::kList;
  }
}

std::string_view CellWriting::Write(std::string_view cell) {
  for (std::string_view rest = prefixes_; !rest.empty();) {
    const std::string_view prefix = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(prefix.size() + 1, rest.size()));
    if (!cell.starts_with(prefix) || cell.size() == prefix.size()) continue;
    cell.remove_prefix(prefix.size());
    break;
  }
  switch (kind_) {
    case Kind::kAsIs:
      return cell;
    case Kind::kInstant: {
      const std::optional<Instant> instant = ReadInZone(cell, format_, zone_);
      if (!instant) return cell;
      text_ = FormatInstant(*instant);
      return text_;
    }
    case Kind::kNumber:
      text_ = PlainNumber(WithoutCurrency(cell), format_);
      return text_.empty() ? cell : std::string_view(text_);
    case Kind::kMark: {
      // "x", a date or a reason: that there is any says it.
      const std::optional<bool> said = ReadBoolean(cell);
      return said.value_or(true) ? "true" : "false";
    }
    case Kind::kNames: {
      const auto name = names_->find(cell);
      if (name == names_->end() || name->second == "other") return cell;
      return name->second;
    }
    case Kind::kList:
      text_ = ListCell(cell);
      return text_;
  }
  return cell;
}

}  // namespace mqlab
