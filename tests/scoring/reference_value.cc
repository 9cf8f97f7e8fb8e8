#include "scoring/reference_value.h"

#include <algorithm>
#include <cstdlib>

#include "scoring/reference_text.h"

namespace mqlab::reference {
namespace {

bool IsDigit(char c) { return '0' <= c && c <= '9'; }

// Reads a text from its start; every Take says whether it was there.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool AtEnd() const { return at_ == text_.size(); }
  bool Take(char c) {
    if (AtEnd() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool TakeSign(bool* negative) {
    *negative = false;
    if (Take('+')) return true;
    *negative = Take('-');
    return *negative;
  }
  std::string TakeDigits() {
    std::string digits;
    while (!AtEnd() && IsDigit(text_[at_])) digits.push_back(text_[at_++]);
    return digits;
  }
  bool TakeTwoDigits(int64_t highest, int64_t* number) {
    if (at_ + 2 > text_.size()) return false;
    if (!IsDigit(text_[at_]) || !IsDigit(text_[at_ + 1])) return false;
    *number = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
    at_ += 2;
    return *number <= highest;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// [+-]digits[.digits][e[+-]digits]
struct Number {
  bool negative = false;
  std::string whole;
  std::string decimals;
  int64_t exponent = 0;  // kept within a million, beyond which nothing changes
};

bool TakeExponent(Reader* reader, Number* number) {
  if (!reader->Take('e')) return true;
  bool negative = false;
  reader->TakeSign(&negative);
  const std::string digits = reader->TakeDigits();
  for (const char c : digits) {
    number->exponent =
        std::min<int64_t>(number->exponent * 10 + (c - '0'), 1'000'000);
  }
  if (negative) number->exponent = -number->exponent;
  return !digits.empty();
}

std::optional<Number> SplitNumber(std::string_view cell) {
  Reader reader(cell);
  Number number;
  reader.TakeSign(&number.negative);
  number.whole = reader.TakeDigits();
  if (number.whole.empty()) return std::nullopt;
  if (reader.Take('.')) {
    number.decimals = reader.TakeDigits();
    if (number.decimals.empty()) return std::nullopt;
  }
  if (!TakeExponent(&reader, &number) || !reader.AtEnd()) return std::nullopt;
  return number;
}

bool IsLeapYear(int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int64_t DaysOfMonth(int64_t year, int64_t month) {
  if (month == 2) return IsLeapYear(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int64_t DaysSince1970(int64_t year, int64_t month, int64_t day) {
  int64_t days = day - 1;
  for (int64_t m = 1; m < month; ++m) days += DaysOfMonth(year, m);
  for (int64_t y = 1970; y < year; ++y) days += IsLeapYear(y) ? 366 : 365;
  for (int64_t y = year; y < 1970; ++y) days -= IsLeapYear(y) ? 366 : 365;
  return days;
}

bool TakeDate(Reader* reader, int64_t* days) {
  int64_t century = 0, year = 0, month = 0, day = 0;
  if (!reader->TakeTwoDigits(99, &century)) return false;
  if (!reader->TakeTwoDigits(99, &year)) return false;
  year += century * 100;
  if (!reader->Take('-') || !reader->TakeTwoDigits(12, &month)) return false;
  if (!reader->Take('-') || !reader->TakeTwoDigits(31, &day)) return false;
  if (year < 1 || month < 1 || day < 1) return false;
  if (day > DaysOfMonth(year, month)) return false;
  *days = DaysSince1970(year, month, day);
  return true;
}

bool TakeTime(Reader* reader, int64_t* millis) {
  int64_t hour = 0, minute = 0, second = 0;
  if (!reader->TakeTwoDigits(23, &hour) || !reader->Take(':')) return false;
  if (!reader->TakeTwoDigits(59, &minute)) return false;
  *millis = (hour * 60 + minute) * 60'000;
  if (!reader->Take(':')) return true;
  if (!reader->TakeTwoDigits(59, &second)) return false;
  *millis += second * 1000;
  if (!reader->Take('.')) return true;
  const std::string fraction = reader->TakeDigits();
  if (fraction.empty()) return false;
  *millis += std::stoll((fraction + "000").substr(0, 3));  // cut off
  return true;
}

// Milliseconds east of UTC.
bool TakeZone(Reader* reader, int64_t* zone) {
  *zone = 0;
  if (reader->AtEnd() || reader->Take('Z')) return true;
  bool west = false;
  int64_t hours = 0, minutes = 0;
  if (!reader->TakeSign(&west)) return false;
  if (!reader->TakeTwoDigits(23, &hours) || !reader->Take(':')) return false;
  if (!reader->TakeTwoDigits(59, &minutes)) return false;
  *zone = (hours * 60 + minutes) * 60'000 * (west ? -1 : 1);
  return true;
}

std::vector<std::string> SplitList(std::string_view cell) {
  std::vector<std::string> elements;
  std::string element;
  const auto finish = [&] {
    const std::string trimmed = Trim(element);
    if (!trimmed.empty()) elements.push_back(Fold(trimmed));
    element.clear();
  };
  for (const char c : cell) {
    if (c == ';') {
      finish();
    } else {
      element.push_back(c);
    }
  }
  finish();
  return elements;
}

bool ReadInto(FieldType type, Value* value) {
  switch (type) {
    case FieldType::kText:
      value->text = Fold(value->cell);
      return true;
    case FieldType::kNumber: {
      const std::optional<double> number = ReadNumber(value->cell);
      value->number = number.value_or(0);
      return number.has_value();
    }
    case FieldType::kBoolean: {
      const std::optional<bool> boolean = ReadBoolean(value->cell);
      value->boolean = boolean.value_or(false);
      return boolean.has_value();
    }
    case FieldType::kInstant: {
      const std::optional<int64_t> instant = ReadInstant(value->cell);
      value->instant = instant.value_or(0);
      return instant.has_value();
    }
    case FieldType::kList:
      value->list = SplitList(value->cell);
      return !value->list.empty();
  }
  std::abort();
}

}  // namespace

Int128 FloorQuotient(Int128 a, Int128 b) {
  Int128 quotient = a / b;
  while (quotient * b > a) --quotient;
  return quotient;
}

int64_t AgeInDays(int64_t t, int64_t as_of) {
  return static_cast<int64_t>(FloorQuotient(as_of - t, kDay));
}

std::optional<Value> ReadCell(FieldType type, std::string_view cell) {
  Value value;
  value.cell = Trim(cell);
  if (value.cell.empty() || !ReadInto(type, &value)) return std::nullopt;
  return value;
}

bool FitsForVote(FieldType type, std::string_view cell) {
  const std::optional<Value> value = ReadCell(type, cell);
  if (!value.has_value()) return false;
  if (type != FieldType::kNumber) return true;
  const std::string whole = SplitNumber(value->cell)->whole;
  return whole.size() == 1 || whole[0] != '0';
}

bool Equal(FieldType type, const Value& a, const Value& b) {
  switch (type) {
    case FieldType::kText:
      return a.text == b.text;
    case FieldType::kNumber:
      return a.number == b.number;
    case FieldType::kBoolean:
      return a.boolean == b.boolean;
    case FieldType::kInstant:
      return a.instant == b.instant;
    case FieldType::kList:
      break;
  }
  std::abort();
}

std::optional<double> ReadNumber(std::string_view cell) {
  if (!SplitNumber(cell).has_value()) return std::nullopt;
  return std::strtod(std::string(cell).c_str(), nullptr);
}

std::optional<bool> ReadBoolean(std::string_view cell) {
  const std::string folded = Fold(cell);
  for (const char* yes : {"true", "yes", "y", "t", "1", "da", "tak", "да"}) {
    if (folded == yes) return true;
  }
  for (const char* no :
       {"false", "no", "n", "f", "0", "nu", "nie", "ne", "нет"}) {
    if (folded == no) return false;
  }
  return std::nullopt;
}

std::optional<int64_t> ReadInstant(std::string_view cell) {
  Reader reader(cell);
  int64_t days = 0, millis = 0, zone = 0;
  if (!TakeDate(&reader, &days)) return std::nullopt;
  if (reader.AtEnd()) return days * kDay;
  if (!reader.Take('T') && !reader.Take(' ')) return std::nullopt;
  if (!TakeTime(&reader, &millis) || !TakeZone(&reader, &zone)) {
    return std::nullopt;
  }
  if (!reader.AtEnd()) return std::nullopt;
  return days * kDay + millis - zone;
}

int64_t Thousandths(std::string_view number) {
  const Number parts = *SplitNumber(number);
  // The digits, and how many of them stand before the point.
  std::string digits = parts.whole + parts.decimals;
  int64_t point = static_cast<int64_t>(parts.whole.size()) + parts.exponent;
  while (!digits.empty() && digits[0] == '0') {
    digits.erase(0, 1);
    --point;
  }
  if (digits.empty() || point < -3) return 0;
  if (point > 10) return 0;  // at least 10^10
  digits.insert(0, static_cast<size_t>(std::max<int64_t>(0, -point)), '0');
  point = std::max<int64_t>(0, point);
  digits.append(20, '0');
  const auto whole = static_cast<size_t>(point) + 3;
  int64_t thousandths = std::stoll("0" + digits.substr(0, whole));
  const bool more = digits.find_first_not_of('0', whole) != std::string::npos;
  constexpr int64_t kLargest = 1'000'000'000'000;
  if (thousandths > kLargest || (thousandths == kLargest && more)) return 0;
  if (digits[whole] >= '5') ++thousandths;
  return parts.negative ? -thousandths : thousandths;
}

}  // namespace mqlab::reference
