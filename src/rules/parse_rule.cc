#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "rules/ruleset_parser.h"
#include "rules/validate.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kCommonKeys[] = {"id",    "score", "group",
                                            "label", "why",   "enabled"};
constexpr std::string_view kWhenKeys[] = {"when", "points"};
constexpr std::string_view kEachKeys[] = {
    "each", "points", "at_most", "times_property", "decay", "max_points"};
constexpr std::string_view kIdleKeys[] = {
    "each_idle_days", "event", "where", "points", "max_points", "past"};
constexpr std::string_view kRangesKeys[] = {"ranges", "field"};
constexpr std::string_view kLookupKeys[] = {"points_for", "field", "otherwise"};

// The first key says which kind of rule it is.
constexpr KeyList kRuleKinds[] = {kWhenKeys, kEachKeys, kIdleKeys, kRangesKeys,
                                  kLookupKeys};

constexpr std::string_view kEachTestKeys[] = {"event", "where", "within_days"};
constexpr std::string_view kAtMostKeys[] = {"times", "per_days", "per_property",
                                            "from"};
constexpr std::string_view kRangeKeys[] = {"from", "to", "points"};

const std::vector<std::string_view>& RuleKeys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all(std::begin(kCommonKeys),
                                      std::end(kCommonKeys));
    for (const KeyList kind : kRuleKinds) {
      all.insert(all.end(), kind.begin(), kind.end());
    }
    return all;
  }();
  return keys;
}

}  // namespace

std::vector<Rule> RulesetParser::ParseRules() {
  std::vector<Rule> rules;
  std::set<std::string> ids;
  for (const JsonValue& item : in_.Items(root_, "rules")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    rules.push_back(ParseRule(item));
    const JsonValue* id = in_.Get(item, "id");
    if (id != nullptr && id->kind == Kind::kText && !id->text.empty() &&
        !ids.insert(id->text).second) {
      in_.Error(IssueCode::kDuplicateId, id->place, {id->text});
    }
  }
  return rules;
}

Rule RulesetParser::ParseRule(const JsonValue& value) {
  Rule rule;
  rule.node = in_.Node(value.place);
  if (const JsonValue* id = in_.Require(value, "id")) rule.id = in_.Name(*id);
  ParseTarget(value, rule);
  rule.label = in_.Text(value, "label");
  rule.why = in_.Text(value, "why");
  rule.enabled = in_.Boolean(value, "enabled", true);

  std::vector<std::string_view> allowed(std::begin(kCommonKeys),
                                        std::end(kCommonKeys));
  std::vector<const JsonMember*> found;
  for (const KeyList kind : kRuleKinds) {
    const JsonMember* member = value.Find(kind.front());
    if (member == nullptr) continue;
    found.push_back(member);
    allowed.insert(allowed.end(), kind.begin(), kind.end());
  }
  if (found.empty()) {
    if (!in_.CheckKeys(value, RuleKeys())) {
      in_.Error(IssueCode::kNoShape, value.place,
                {"when, each, each_idle_days, ranges, points_for"});
    }
    return rule;
  }
  in_.CheckKeys(value, allowed, RuleKeys());
  for (size_t i = 1; i < found.size(); ++i) {
    in_.Error(IssueCode::kSeveralShapes, found[i]->key_place,
              {found[0]->key, found[i]->key});
  }
  for (const JsonMember* member : found) {
    if (member->key == "when") {
      rule.kind = ParseConditionRule(value);
    } else if (member->key == "each") {
      rule.kind = ParseEachRule(value);
    } else if (member->key == "each_idle_days") {
      rule.kind = ParseIdleRule(value);
    } else if (member->key == "ranges") {
      rule.kind = ParseRangesRule(value);
    } else {
      rule.kind = ParseLookupRule(value);
    }
  }
  return rule;
}

void RulesetParser::ParseTarget(const JsonValue& value, Rule& rule) {
  const JsonMember* score = value.Find("score");
  const JsonMember* group = value.Find("group");
  if (score == nullptr && group == nullptr) {
    in_.Error(IssueCode::kRuleWithoutTarget, value.place);
  }
  if (score != nullptr && group != nullptr) {
    in_.Error(IssueCode::kRuleWithTwoTargets, group->key_place);
  }
  if (score != nullptr) {
    rule.score =
        KnownName(score->value, known_.scores, IssueCode::kUnknownScore);
  }
  if (group != nullptr) {
    rule.group =
        KnownName(group->value, known_.groups, IssueCode::kUnknownGroup);
  }
}

ConditionRule RulesetParser::ParseConditionRule(const JsonValue& value) {
  ConditionRule rule;
  rule.when = ParseCondition(*in_.Get(value, "when"), ConditionHome::kRule);
  rule.points = in_.RequirePoints(value, "points");
  return rule;
}

EachRule RulesetParser::ParseEachRule(const JsonValue& value) {
  EachRule rule;
  const JsonValue& each = *in_.Get(value, "each");
  rule.each = ParsePatternOnly(each, kEachTestKeys);
  if (each.kind == Kind::kObject) {
    rule.within_days = in_.Whole(each, "within_days", 1);
  }
  rule.points = in_.RequirePoints(value, "points");
  if (const JsonValue* at_most = in_.Get(value, "at_most")) {
    rule.at_most = ParseAtMost(*at_most);
  }
  if (const JsonValue* property = in_.Get(value, "times_property")) {
    rule.times_property = in_.Filled(*property);
  }
  rule.decay = ParseDecay(value);
  rule.max_points = in_.Points(value, "max_points", 0);
  return rule;
}

AtMost RulesetParser::ParseAtMost(const JsonValue& value) {
  AtMost at_most;
  at_most.node = in_.Node(value.place);
  if (!in_.Is(value, Kind::kObject)) return at_most;
  in_.CheckKeys(value, kAtMostKeys);
  at_most.times = in_.RequireWhole(value, "times", 1);
  at_most.per_days = in_.Whole(value, "per_days", 1);
  if (const JsonValue* property = in_.Get(value, "per_property")) {
    at_most.per_property = in_.Filled(*property);
  }
  at_most.from = in_.Whole(value, "from", 1).value_or(1);
  return at_most;
}

IdleRule RulesetParser::ParseIdleRule(const JsonValue& value) {
  IdleRule rule;
  rule.each_idle_days = in_.RequireWhole(value, "each_idle_days", 1);
  rule.event = ParsePattern(value);
  rule.points = in_.RequirePoints(value, "points");
  rule.max_points = in_.Points(value, "max_points", 0);
  rule.past = in_.Boolean(value, "past", false);
  return rule;
}

RangesRule RulesetParser::ParseRangesRule(const JsonValue& value) {
  RangesRule rule;
  if (const JsonValue* field = in_.Require(value, "field")) {
    rule.field = in_.Filled(*field);
  }
  const int64_t errors = in_.errors();
  const JsonValue& list = *in_.Get(value, "ranges");
  std::vector<Place> places;
  if (list.kind == Kind::kList && list.items.empty()) {
    in_.Error(IssueCode::kEmptyList, list.place);
  }
  for (const JsonValue& item : in_.Items(value, "ranges")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    rule.ranges.push_back(ParseRange(item));
    places.push_back(item.place);
  }
  if (in_.errors() == errors) ValidateRanges(rule.ranges, places, in_);
  return rule;
}

PointsRange RulesetParser::ParseRange(const JsonValue& value) {
  in_.CheckKeys(value, kRangeKeys);
  PointsRange range;
  range.from = ParseRangeEnd(value, "from");
  range.to = ParseRangeEnd(value, "to");
  range.points = in_.RequirePoints(value, "points");
  return range;
}

std::optional<Literal> RulesetParser::ParseRangeEnd(const JsonValue& range,
                                                    std::string_view key) {
  const JsonValue* end = in_.Get(range, key);
  if (end == nullptr) return std::nullopt;
  const int64_t errors = in_.errors();
  Literal literal = ParseLiteral(*end, ValueShape::kComparable);
  if (in_.errors() == errors && !ParseNumber(Trim(literal.text))) {
    in_.Error(IssueCode::kNotANumber, end->place, {literal.text});
  }
  return literal;
}

LookupRule RulesetParser::ParseLookupRule(const JsonValue& value) {
  LookupRule rule;
  if (const JsonValue* field = in_.Require(value, "field")) {
    rule.field = in_.Filled(*field);
  }
  rule.otherwise = in_.Points(value, "otherwise").value_or(0);
  const JsonValue& points_for = *in_.Get(value, "points_for");
  if (!in_.Is(points_for, Kind::kObject)) return rule;
  if (points_for.members.empty()) {
    in_.Error(IssueCode::kEmptyList, points_for.place);
  }
  for (const JsonMember& member : points_for.members) {
    if (Trim(member.key).empty()) {
      in_.Error(IssueCode::kEmptyText, member.key_place);
    }
    rule.points_for.emplace_back(
        Literal{Literal::Kind::kText, member.key, in_.Node(member.key_place)},
        in_.Points(member.value).value_or(0));
  }
  return rule;
}

}  // namespace mqlab
