#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "rules/ruleset_parser.h"
#include "rules/validate.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

// The key that says which shape a condition has, and the keys that may stand
// beside it (those of a field test are the operators').
struct Shape {
  std::string_view key;
  std::vector<std::string_view> beside;
};

const std::vector<Shape>& Shapes() {
  static const std::vector<Shape> shapes = [] {
    std::vector<Shape> all = {
        {"all", {}},
        {"any", {}},
        {"none", {}},
        {"at_least", {"of"}},
        {"field", {}},
        {"event", {"where", "count", "within_days", "idle_days"}},
        {"sequence", {"within_days"}},
        {"score", {"ge", "gt", "le", "lt", "between"}},
        {"band", {"in"}},
        {"reached", {}},
        {"scenario", {}}};
    for (const Operator& op : Operators()) all[4].beside.push_back(op.name);
    return all;
  }();
  return shapes;
}

std::vector<std::string_view> KeysOfShape(std::string_view key) {
  std::vector<std::string_view> keys = {key};
  for (const Shape& shape : Shapes()) {
    if (shape.key != key) continue;
    keys.insert(keys.end(), shape.beside.begin(), shape.beside.end());
  }
  return keys;
}

constexpr std::string_view kPatternKeys[] = {"event", "where"};
constexpr std::string_view kCountKeys[] = {"ge", "le"};

}  // namespace

const std::vector<std::string_view>& ConditionKeys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all;
    for (const Shape& shape : Shapes()) {
      all.push_back(shape.key);
      all.insert(all.end(), shape.beside.begin(), shape.beside.end());
    }
    return all;
  }();
  return keys;
}

bool HasUnknownKey(const JsonValue& value) {
  return std::ranges::any_of(value.members, [](const JsonMember& member) {
    return std::ranges::count(ConditionKeys(), member.key) == 0;
  });
}

std::string Joined(KeyList keys) {
  std::string joined;
  for (const std::string_view key : keys) {
    if (!joined.empty()) joined += ", ";
    joined += key;
  }
  return joined;
}

Condition RulesetParser::RequireCondition(const JsonValue& object,
                                          std::string_view key,
                                          ConditionHome home) {
  const JsonValue* value = in_.Require(object, key);
  return value == nullptr ? Condition() : ParseCondition(*value, home);
}

Condition RulesetParser::ParseCondition(const JsonValue& value,
                                        ConditionHome home) {
  Condition condition;
  condition.node = in_.Node(value.place);
  if (!in_.Is(value, Kind::kObject)) return condition;

  std::vector<const JsonMember*> found;
  std::vector<std::string_view> allowed;
  std::vector<std::string_view> shapes;
  for (const Shape& shape : Shapes()) {
    shapes.push_back(shape.key);
    const JsonMember* member = value.Find(shape.key);
    if (member == nullptr) continue;
    found.push_back(member);
    allowed.push_back(shape.key);
    allowed.insert(allowed.end(), shape.beside.begin(), shape.beside.end());
  }
  if (found.empty()) {
    if (!in_.CheckKeys(value, ConditionKeys())) {
      in_.Error(IssueCode::kNoShape, value.place, {Joined(shapes)});
    }
    return condition;
  }
  in_.CheckKeys(value, allowed, ConditionKeys());
  for (size_t i = 1; i < found.size(); ++i) {
    in_.Error(IssueCode::kSeveralShapes, found[i]->key_place,
              {found[0]->key, found[i]->key});
  }
  // With several shapes each is read, for its faults.
  for (const JsonMember* member : found) {
    ParseShape(member->key, value, home, condition);
  }
  return condition;
}

void RulesetParser::ParseShape(std::string_view shape, const JsonValue& value,
                               ConditionHome home, Condition& condition) {
  const bool about_scores =
      shape == "score" || shape == "band" || shape == "reached";
  if (about_scores && home == ConditionHome::kRule) {
    in_.Error(IssueCode::kTestInRule, value.place, {std::string(shape)});
  }
  if (shape == "field") {
    condition.test = ParseFieldTest(value);
  } else if (shape == "event") {
    ParseEvent(value, condition);
  } else if (shape == "sequence") {
    condition.test = ParseSequence(value);
  } else if (shape == "score") {
    condition.test = ParseScoreTest(value);
  } else if (shape == "band") {
    condition.test = ParseBandTest(value);
  } else if (shape == "reached") {
    condition.test = StageTest{KnownName(*in_.Get(value, shape), known_.stages,
                                         IssueCode::kUnknownStage)};
  } else if (shape == "scenario") {
    condition.test = ScenarioTest{KnownName(
        *in_.Get(value, shape), known_.scenarios, IssueCode::kUnknownScenario)};
  } else {
    condition.test = ParseCombination(shape, value, home);
  }
}

Combination RulesetParser::ParseCombination(std::string_view shape,
                                            const JsonValue& value,
                                            ConditionHome home) {
  Combination combination;
  std::string_view list = shape;
  if (shape == "all") {
    combination.kind = Combination::Kind::kAll;
  } else if (shape == "any") {
    combination.kind = Combination::Kind::kAny;
  } else if (shape == "none") {
    combination.kind = Combination::Kind::kNone;
  } else {
    combination.kind = Combination::Kind::kAtLeast;
    combination.at_least = in_.RequireWhole(value, shape, 0);
    list = "of";
    in_.Require(value, list);
  }
  const std::span<const JsonValue> items = in_.Items(value, list);
  for (const JsonValue& item : items) {
    combination.of.push_back(ParseCondition(item, home));
  }
  const auto parts = static_cast<int64_t>(items.size());
  if (combination.at_least > parts) {
    in_.Warn(IssueCode::kAtLeastTooMany, in_.Get(value, shape)->place,
             {std::to_string(combination.at_least), std::to_string(parts)});
  }
  return combination;
}

void RulesetParser::ParseEvent(const JsonValue& value, Condition& condition) {
  EventPattern pattern = ParsePattern(value);
  const JsonValue* count = in_.Get(value, "count");
  const std::optional<int64_t> within = in_.Whole(value, "within_days", 1);
  EventTest test;
  if (count != nullptr) test.count = ParseCount(*count);
  if (const JsonValue* idle = in_.Get(value, "idle_days")) {
    for (const std::string_view key : {"count", "within_days"}) {
      if (const JsonMember* member = value.Find(key)) {
        in_.Error(IssueCode::kKeyNotHere, member->key_place, {member->key});
      }
    }
    condition.test =
        IdleTest{std::move(pattern), in_.Whole(*idle, 1).value_or(1)};
    return;
  }
  test.event = std::move(pattern);
  test.within_days = within;
  condition.test = std::move(test);
}

EventPattern RulesetParser::ParsePattern(const JsonValue& value) {
  EventPattern pattern;
  pattern.node = in_.Node(value.place);
  if (const JsonValue* event = in_.Require(value, "event")) {
    pattern.types = ParseEventTypes(*event);
  }
  const std::vector<std::string_view> keys = KeysOfShape("field");
  for (const JsonValue& item : in_.Items(value, "where")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    in_.CheckKeys(item, keys, ConditionKeys());
    if (in_.Require(item, "field") != nullptr) {
      pattern.where.push_back(ParseFieldTest(item));
    }
  }
  return pattern;
}

EventPattern RulesetParser::ParsePatternOnly(const JsonValue& value,
                                             KeyList allowed) {
  EventPattern pattern;
  pattern.node = in_.Node(value.place);
  if (!in_.Is(value, Kind::kObject)) return pattern;
  in_.CheckKeys(value, allowed, ConditionKeys());
  return ParsePattern(value);
}

std::optional<EventPattern> RulesetParser::ParsePatternUnder(
    const JsonValue& object, std::string_view key) {
  const JsonValue* value = in_.Get(object, key);
  if (value == nullptr) return std::nullopt;
  return ParsePatternOnly(*value, kPatternKeys);
}

std::vector<std::string> RulesetParser::ParseEventTypes(
    const JsonValue& value) {
  std::vector<std::string> types;
  if (value.kind == Kind::kText) {
    const std::string type(Trim(in_.Filled(value)));
    if (type != "*") types.push_back(type);
    return types;
  }
  if (!in_.Is(value, Kind::kList, "text or list of texts")) return types;
  if (value.items.empty()) in_.Error(IssueCode::kEmptyList, value.place);
  for (const JsonValue& item : value.items) {
    types.emplace_back(Trim(in_.Filled(item)));
    if (types.back() == "*") in_.Error(IssueCode::kStarInList, item.place);
  }
  return types;
}

CountRange RulesetParser::ParseCount(const JsonValue& value) {
  CountRange count;
  if (!in_.Is(value, Kind::kObject)) return count;
  in_.CheckKeys(value, kCountKeys);
  count.ge = in_.Whole(value, "ge", 0);
  count.le = in_.Whole(value, "le", 0);
  if (count.ge && count.le && *count.ge > *count.le) {
    in_.Warn(IssueCode::kCountNeverHolds, value.place,
             {std::to_string(*count.ge), std::to_string(*count.le)});
  }
  return count;
}

SequenceTest RulesetParser::ParseSequence(const JsonValue& value) {
  SequenceTest test;
  test.within_days = in_.Whole(value, "within_days", 1);
  const JsonValue& list = *in_.Get(value, "sequence");
  const std::span<const JsonValue> steps = in_.Items(value, "sequence");
  if (list.kind == Kind::kList && steps.size() < 2) {
    in_.Error(IssueCode::kTooFewSteps, list.place,
              {std::to_string(steps.size())});
  }
  for (const JsonValue& step : steps) {
    test.steps.push_back(ParsePatternOnly(step, kPatternKeys));
  }
  return test;
}

ScoreTest RulesetParser::ParseScoreTest(const JsonValue& value) {
  ScoreTest test;
  test.score = KnownName(*in_.Get(value, "score"), known_.scores,
                         IssueCode::kUnknownScore, true);
  const JsonMember* first = nullptr;
  for (const JsonMember& member : value.members) {
    const std::optional<Op> op = ParseOp(member.key);
    if (!op) continue;
    const ValueShape shape = OperatorOf(*op).shape;
    if (shape != ValueShape::kComparable && shape != ValueShape::kPair)
      continue;
    if (first != nullptr) {
      in_.Error(IssueCode::kSeveralShapes, member.key_place,
                {first->key, member.key});
    }
    if (first == nullptr) first = &member;
    test.op = *op;
    test.values = ParsePointsOf(shape, member.value);
  }
  if (first == nullptr && !HasUnknownKey(value)) {
    in_.Error(IssueCode::kNoShape, value.place, {"ge, gt, le, lt, between"});
  }
  return test;
}

std::vector<Millipoints> RulesetParser::ParsePointsOf(ValueShape shape,
                                                      const JsonValue& value) {
  if (shape == ValueShape::kComparable) {
    return {in_.Points(value).value_or(0)};
  }
  std::vector<Millipoints> pair;
  if (!in_.Is(value, Kind::kList)) return pair;
  if (value.items.size() != 2) {
    in_.Error(IssueCode::kPairNeeded, value.place,
              {std::to_string(value.items.size())});
  }
  for (const JsonValue& item : value.items) {
    pair.push_back(in_.Points(item).value_or(0));
  }
  if (pair.size() == 2 && pair[0] > pair[1]) {
    in_.Warn(IssueCode::kBetweenEmpty, value.place,
             {FormatShort(pair[0]), FormatShort(pair[1])});
  }
  return pair;
}

BandTest RulesetParser::ParseBandTest(const JsonValue& value) {
  BandTest test;
  test.score = KnownName(*in_.Get(value, "band"), known_.scores,
                         IssueCode::kUnknownScore);
  const auto bands = known_.bands.find(test.score);
  const JsonValue* labels = in_.Require(value, "in");
  if (labels == nullptr || !in_.Is(*labels, Kind::kList)) return test;
  if (labels->items.empty()) in_.Error(IssueCode::kEmptyList, labels->place);
  for (const JsonValue& item : labels->items) {
    if (!in_.Is(item, Kind::kText)) continue;
    test.labels.push_back(item.text);
    if (bands == known_.bands.end() || !bands->second.readable ||
        std::ranges::count(bands->second.names, item.text) > 0) {
      continue;
    }
    in_.Error(IssueCode::kUnknownBand, item.place,
              {test.score, item.text, Nearest(item.text, bands->second.names)});
  }
  return test;
}

}  // namespace mqlab
