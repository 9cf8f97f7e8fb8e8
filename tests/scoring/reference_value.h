#ifndef MQLAB_TESTS_SCORING_REFERENCE_VALUE_H_
#define MQLAB_TESTS_SCORING_REFERENCE_VALUE_H_

// Cells and values as section 1 of model.md has them, in its own writing.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lead/field.h"

namespace mqlab::reference {

__extension__ typedef __int128 Int128;

inline constexpr int64_t kDay = 86'400'000;

Int128 FloorQuotient(Int128 a, Int128 b);
int64_t AgeInDays(int64_t t, int64_t as_of);

// A cell that is not missing; what holds is what its type says.
struct Value {
  std::string cell;  // trimmed
  double number = 0;
  bool boolean = false;
  int64_t instant = 0;
  std::string text;               // folded
  std::vector<std::string> list;  // folded
};

// Nothing when the cell is missing: empty, or unfit for the type.
std::optional<Value> ReadCell(FieldType type, std::string_view cell);

// "A zero before another digit fits no number here": when a type is chosen.
bool FitsForVote(FieldType type, std::string_view cell);

// Equal as `eq` has it, both of the same type that is not a list.
bool Equal(FieldType type, const Value& a, const Value& b);

std::optional<double> ReadNumber(std::string_view cell);
std::optional<bool> ReadBoolean(std::string_view cell);
std::optional<int64_t> ReadInstant(std::string_view cell);

// Thousandths of a number in its decimal writing, rounded half away from zero;
// 0 for a magnitude over 1 000 000 000.
// REQUIRES: ReadNumber reads it.
int64_t Thousandths(std::string_view number);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_VALUE_H_
