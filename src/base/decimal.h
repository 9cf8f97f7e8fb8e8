#ifndef MQLAB_BASE_DECIMAL_H_
#define MQLAB_BASE_DECIMAL_H_

// Numbers from their decimal writing: [+-]digits[.digits][e[+-]digits].

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/wide.h"

namespace mqlab {

// Points in thousandths.
using Millipoints = int64_t;
inline constexpr int64_t kMaxMagnitude = 1'000'000'000;

// The nearest double (also beyond the range: infinity); nullopt when the text
// is not a number.
std::optional<double> ParseNumber(std::string_view text);

// True when a zero stands before another digit at the start ("007"): such
// cells are codes, and do not make a column one of numbers.
bool HasLeadingZero(std::string_view number);

// The exact number of thousandths; nullopt when the text is not a number, has
// more than three decimals that are not zero, or a magnitude over
// kMaxMagnitude.
std::optional<int64_t> ParseThousandths(std::string_view text);

// The thousandths rounded half away from zero from the decimal writing;
// nullopt when the text is not a number; `too_large` is set, and 0 given, when
// the magnitude is over kMaxMagnitude.
std::optional<int64_t> RoundToThousandths(std::string_view text,
                                          bool* too_large);

// "12.500": always three decimals.
std::string FormatThousandths(Wide thousandths);
// "12.5": as few decimals as needed.
std::string FormatShort(Wide thousandths);

}  // namespace mqlab

#endif  // MQLAB_BASE_DECIMAL_H_
