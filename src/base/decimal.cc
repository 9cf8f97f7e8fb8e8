#include "base/decimal.h"

#include <fast_float/fast_float.h>

#include <algorithm>

#include "base/digit.h"

namespace mqlab {
namespace {

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(
      std::find_if_not(text.begin(), text.end(), IsDigit) - text.begin());
}

// The parts of a number's writing, checked against the grammar.
struct Writing {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  bool exponent_negative = false;
  std::string_view exponent;
};

bool TakeSign(std::string_view* text) {
  const bool negative = !text->empty() && text->front() == '-';
  if (!text->empty() && (negative || text->front() == '+')) {
    text->remove_prefix(1);
  }
  return negative;
}

std::string_view TakeDigits(std::string_view* text) {
  const std::string_view digits = text->substr(0, CountDigits(*text));
  text->remove_prefix(digits.size());
  return digits;
}

std::optional<Writing> Split(std::string_view text) {
  Writing writing;
  writing.negative = TakeSign(&text);
  writing.whole = TakeDigits(&text);
  if (writing.whole.empty()) return std::nullopt;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    writing.fraction = TakeDigits(&text);
    if (writing.fraction.empty()) return std::nullopt;
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    writing.exponent_negative = TakeSign(&text);
    writing.exponent = TakeDigits(&text);
    if (writing.exponent.empty()) return std::nullopt;
  }
  if (!text.empty()) return std::nullopt;
  return writing;
}

// An exact decimal: 0.DIGITS times 10 to the power of `point`; the digits begin
// and end with one that is not zero. Zero has no digits.
struct Decimal {
  bool negative = false;
  std::string digits;
  int64_t point = 0;
};

std::optional<Decimal> ReadDecimal(std::string_view text) {
  const std::optional<Writing> writing = Split(text);
  if (!writing) return std::nullopt;
  // Far beyond any text that fits into memory, far from overflow.
  constexpr int64_t kHuge = int64_t{1} << 60;
  int64_t exponent = 0;
  for (const char c : writing->exponent) {
    exponent = std::min(exponent * 10 + (c - '0'), kHuge / 16);
  }
  Decimal decimal;
  decimal.negative = writing->negative;
  decimal.digits = std::string(writing->whole) + std::string(writing->fraction);
  decimal.point = static_cast<int64_t>(writing->whole.size()) +
                  (writing->exponent_negative ? -exponent : exponent);
  const size_t zeros =
      std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size());
  decimal.digits.erase(0, zeros);
  decimal.point -= static_cast<int64_t>(zeros);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  if (decimal.digits.empty()) decimal.point = 0;
  return decimal;
}

bool IsTooLarge(const Decimal& decimal) {
  return !decimal.digits.empty() &&
         (decimal.point > 10 || (decimal.point == 10 && decimal.digits != "1"));
}

// The whole thousandths, further digits cut off.
int64_t CutThousandths(const Decimal& decimal) {
  int64_t value = 0;
  for (int64_t i = 0; i < decimal.point + 3; ++i) {
    const auto at = static_cast<size_t>(i);
    value = value * 10 +
            (at < decimal.digits.size() ? decimal.digits[at] - '0' : 0);
  }
  return value;
}

std::string WholeDigits(UnsignedWide number) {
  constexpr uint64_t kChunk = 1'000'000'000'000'000'000;
  if (number < kChunk) return std::to_string(static_cast<uint64_t>(number));
  const std::string low =
      std::to_string(static_cast<uint64_t>(number % kChunk));
  return WholeDigits(number / kChunk) + std::string(18 - low.size(), '0') + low;
}

std::string Format(Wide thousandths, bool all_decimals) {
  const bool negative = thousandths < 0;
  // Also right for the smallest integer, which has no positive counterpart.
  const UnsignedWide magnitude =
      negative ? 0 - static_cast<UnsignedWide>(thousandths)
               : static_cast<UnsignedWide>(thousandths);
  std::string decimals =
      std::to_string(static_cast<uint64_t>(magnitude % 1000) + 1000);
  decimals[0] = '.';
  if (!all_decimals) decimals.erase(decimals.find_last_not_of('0') + 1);
  if (decimals == ".") decimals.clear();
  return (negative ? "-" : "") + WholeDigits(magnitude / 1000) + decimals;
}

}  // namespace

std::optional<double> ParseNumber(std::string_view text) {
  const std::optional<Writing> writing = Split(text);
  if (!writing) return std::nullopt;
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  fast_float::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool HasLeadingZero(std::string_view number) {
  TakeSign(&number);
  return number.size() > 1 && number[0] == '0' && IsDigit(number[1]);
}

std::optional<int64_t> ParseThousandths(std::string_view text) {
  const std::optional<Decimal> decimal = ReadDecimal(text);
  if (!decimal || IsTooLarge(*decimal)) return std::nullopt;
  const auto size = static_cast<int64_t>(decimal->digits.size());
  if (size > 0 && size > decimal->point + 3) return std::nullopt;
  const int64_t value = CutThousandths(*decimal);
  return decimal->negative ? -value : value;
}

std::optional<int64_t> RoundToThousandths(std::string_view text,
                                          bool* too_large) {
  *too_large = false;
  const std::optional<Decimal> decimal = ReadDecimal(text);
  if (!decimal) return std::nullopt;
  *too_large = IsTooLarge(*decimal);
  if (*too_large) return 0;
  int64_t value = CutThousandths(*decimal);
  const int64_t next = decimal->point + 3;  // the first digit cut off
  if (next >= 0 && next < static_cast<int64_t>(decimal->digits.size()) &&
      decimal->digits[static_cast<size_t>(next)] >= '5') {
    ++value;
  }
  return decimal->negative ? -value : value;
}

std::string FormatThousandths(Wide thousandths) {
  return Format(thousandths, true);
}

std::string FormatShort(Wide thousandths) { return Format(thousandths, false); }

}  // namespace mqlab
