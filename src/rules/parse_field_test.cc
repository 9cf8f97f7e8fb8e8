#include <utility>

#include "base/text.h"
#include "rules/ruleset_parser.h"
#include "rules/validate.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

std::string_view ShapeName(ValueShape shape) {
  switch (shape) {
    case ValueShape::kOne:
    case ValueShape::kList:
      return "text, number or boolean";
    case ValueShape::kTexts:
      return "text";
    case ValueShape::kComparable:
    case ValueShape::kPair:
      return "number or text";
    case ValueShape::kBoolean:
      return "boolean";
    case ValueShape::kDays:
      return "whole number";
  }
  return "";
}

bool Takes(ValueShape shape, Kind kind) {
  switch (shape) {
    case ValueShape::kOne:
    case ValueShape::kList:
      return kind == Kind::kText || kind == Kind::kNumber ||
             kind == Kind::kBoolean;
    case ValueShape::kTexts:
      return kind == Kind::kText;
    case ValueShape::kComparable:
    case ValueShape::kPair:
      return kind == Kind::kText || kind == Kind::kNumber;
    case ValueShape::kBoolean:
      return kind == Kind::kBoolean;
    case ValueShape::kDays:
      return kind == Kind::kNumber;
  }
  return false;
}

}  // namespace

FieldTest RulesetParser::ParseFieldTest(const JsonValue& value) {
  FieldTest test;
  test.node = in_.Node(value.place);
  test.field = in_.Filled(*in_.Get(value, "field"));
  const JsonMember* first = nullptr;
  for (const JsonMember& member : value.members) {
    const std::optional<Op> op = ParseOp(member.key);
    if (!op) continue;
    if (first == nullptr) {
      first = &member;
      test.op = *op;
      ParseValues(OperatorOf(*op), member.value, test);
    } else {
      in_.Error(IssueCode::kSeveralShapes, member.key_place,
                {first->key, member.key});
      FieldTest other;
      ParseValues(OperatorOf(*op), member.value, other);
    }
  }
  if (first == nullptr && !HasUnknownKey(value)) {
    std::vector<std::string_view> names;
    for (const Operator& op : Operators()) names.push_back(op.name);
    in_.Error(IssueCode::kNoShape, value.place, {Joined(names)});
  }
  return test;
}

void RulesetParser::ParseValues(const Operator& op, const JsonValue& value,
                                FieldTest& test) {
  const bool takes_list = op.shape == ValueShape::kList ||
                          op.shape == ValueShape::kTexts ||
                          op.shape == ValueShape::kPair;
  const bool needs_list = takes_list && op.shape != ValueShape::kTexts;
  if (needs_list && !in_.Is(value, Kind::kList)) return;
  if (op.shape == ValueShape::kDays) {
    const int64_t days = in_.Whole(value, op.least_days).value_or(1);
    test.values = {
        {Literal::Kind::kNumber, std::to_string(days), in_.Node(value.place)}};
    return;
  }
  if (!takes_list || value.kind != Kind::kList) {
    test.values = {ParseLiteral(value, op.shape)};
    return;
  }
  test.list = true;
  if (op.shape == ValueShape::kPair && value.items.size() != 2) {
    in_.Error(IssueCode::kPairNeeded, value.place,
              {std::to_string(value.items.size())});
  } else if (value.items.empty()) {
    in_.Error(IssueCode::kEmptyList, value.place);
  }
  for (const JsonValue& item : value.items) {
    test.values.push_back(ParseLiteral(item, op.shape));
  }
  if (op.shape == ValueShape::kPair && test.values.size() == 2) {
    WarnEmptyPair(test.values[0], test.values[1], value.place, in_.issues());
  }
}

Literal RulesetParser::ParseLiteral(const JsonValue& value, ValueShape shape) {
  Literal literal;
  literal.node = in_.Node(value.place);
  if (!Takes(shape, value.kind)) {
    std::string expected(ShapeName(shape));
    if (shape == ValueShape::kTexts) expected += " or list of texts";
    in_.WrongKind(value, expected);
    return literal;
  }
  if (value.kind == Kind::kText) {
    literal.text = in_.Filled(value);
  } else if (value.kind == Kind::kNumber) {
    literal = {Literal::Kind::kNumber, value.text, literal.node};
  } else {
    literal = {Literal::Kind::kBoolean, value.boolean ? "true" : "false",
               literal.node};
  }
  return literal;
}

}  // namespace mqlab
