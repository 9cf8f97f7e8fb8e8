#include "rules/catalog.h"

namespace mqlab {
namespace {

constexpr Operator kOperators[] = {
    {Op::kEq, "eq", ValueShape::kOne},
    {Op::kNe, "ne", ValueShape::kOne},
    {Op::kIn, "in", ValueShape::kList},
    {Op::kNotIn, "not_in", ValueShape::kList},
    {Op::kContains, "contains", ValueShape::kTexts},
    {Op::kStartsWith, "starts_with", ValueShape::kTexts},
    {Op::kEndsWith, "ends_with", ValueShape::kTexts},
    {Op::kHasWord, "has_word", ValueShape::kTexts},
    {Op::kLt, "lt", ValueShape::kComparable},
    {Op::kLe, "le", ValueShape::kComparable},
    {Op::kGt, "gt", ValueShape::kComparable},
    {Op::kGe, "ge", ValueShape::kComparable},
    {Op::kBetween, "between", ValueShape::kPair},
    {Op::kIsSet, "is_set", ValueShape::kBoolean},
    {Op::kIsTrue, "is_true", ValueShape::kBoolean},
    {Op::kWithinDays, "within_days", ValueShape::kDays, 1},
    {Op::kOlderThanDays, "older_than_days", ValueShape::kDays, 0},
};

}  // namespace

std::span<const Operator> Operators() { return kOperators; }

const Operator& OperatorOf(Op op) {
  return kOperators[static_cast<size_t>(op)];
}

std::string_view OpName(Op op) { return OperatorOf(op).name; }

std::optional<Op> ParseOp(std::string_view name) {
  for (const Operator& entry : kOperators) {
    if (entry.name == name) return entry.op;
  }
  return std::nullopt;
}

bool HasOp(FieldType type, Op op) {
  switch (op) {
    case Op::kEq:
    case Op::kNe:
    case Op::kIn:
    case Op::kNotIn:
    case Op::kIsSet:
      return true;
    case Op::kContains:
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kHasWord:
      return type == FieldType::kText || type == FieldType::kList;
    case Op::kLt:
    case Op::kLe:
    case Op::kGt:
    case Op::kGe:
    case Op::kBetween:
      return type == FieldType::kNumber || type == FieldType::kInstant;
    case Op::kIsTrue:
      return type == FieldType::kBoolean;
    case Op::kWithinDays:
    case Op::kOlderThanDays:
      return type == FieldType::kInstant;
  }
  return false;
}

}  // namespace mqlab
