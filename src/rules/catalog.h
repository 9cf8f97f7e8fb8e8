#ifndef MQLAB_RULES_CATALOG_H_
#define MQLAB_RULES_CATALOG_H_

// The operators of field tests: how each is spelled, what value it takes, and
// which types of fields have it; and the words of other closed lists. The one
// place that the parser, the writer, the compiler and the editor read.

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "lead/field.h"
#include "rules/ruleset.h"

namespace mqlab {

enum class ValueShape : uint8_t {
  kOne,         // text, number or boolean
  kList,        // a list of at least one of these
  kTexts,       // a text or a list of at least one
  kComparable,  // a number, or a text (an instant, a number)
  kPair,        // a list of two comparable values
  kBoolean,
  kDays,  // a whole number
};

struct Operator {
  Op op;
  std::string_view name;
  ValueShape shape;
  // Of kDays: the least number.
  int64_t least_days = 0;
};

// In the order of Op.
std::span<const Operator> Operators();

const Operator& OperatorOf(Op op);
std::string_view OpName(Op op);
std::optional<Op> ParseOp(std::string_view name);

// Whether fields of this type have the operator.
bool HasOp(FieldType type, Op op);

// By BusinessHours::days, and by NurtureTrack::content.
inline constexpr std::array<std::string_view, 7> kWeekdays = {
    "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
inline constexpr std::array<std::string_view, kNumBuyerSteps> kBuyerSteps = {
    "awareness", "consideration", "decision"};

}  // namespace mqlab

#endif  // MQLAB_RULES_CATALOG_H_
