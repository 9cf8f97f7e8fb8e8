// What leads cost and bring: "economics".

#include <utility>

#include "rules/ruleset_parser.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kEconomicsKeys[] = {
    "currency", "value",          "touch",          "channel", "campaign",
    "content",  "half_life_days", "margin_percent", "stages"};
constexpr std::string_view kColumnKeys[] = {"field", "property"};
constexpr std::string_view kByFieldKeys[] = {"field"};
constexpr std::string_view kPropertyKeys[] = {"property"};
constexpr std::string_view kValueKeys[] = {"event", "where", "property"};
constexpr std::string_view kEitherKeys[] = {"field", "event", "where",
                                            "property"};
constexpr std::string_view kRoles[] = {"mql", "sal", "sql", "opportunity",
                                       "customer"};

}  // namespace

std::optional<Economics> RulesetParser::ParseEconomics() {
  const JsonValue* value = in_.Get(root_, "economics");
  if (value == nullptr || !in_.Is(*value, Kind::kObject)) return std::nullopt;
  in_.CheckKeys(*value, kEconomicsKeys);
  Economics economics;
  economics.node = in_.Node(value->place);
  if (const JsonValue* currency = in_.Get(*value, "currency")) {
    economics.currency = in_.Filled(*currency);
  }
  if (const JsonValue* source = in_.Get(*value, "value")) {
    economics.value = ParseValueSource(*source);
  }
  economics.touch = ParsePatternUnder(*value, "touch");
  economics.channel = ParseColumnName(*value, "channel");
  economics.campaign = ParseColumnName(*value, "campaign");
  if (const JsonValue* content = in_.Get(*value, "content")) {
    economics.content = ParseContentSource(*content);
  }
  economics.half_life_days = in_.Whole(*value, "half_life_days", 1);
  economics.margin_percent = in_.Whole(*value, "margin_percent", 0, 100);
  economics.stages = ParseRoles(*value);
  return economics;
}

ValueSource RulesetParser::ParseValueSource(const JsonValue& value) {
  ValueSource source;
  source.node = in_.Node(value.place);
  if (!in_.Is(value, Kind::kObject)) return source;
  const JsonValue* field = in_.Get(value, "field");
  const JsonMember* event = value.Find("event");
  if (field != nullptr && event != nullptr) {
    in_.Error(IssueCode::kSeveralShapes, event->key_place, {"field", "event"});
  } else if (field != nullptr) {
    in_.CheckKeys(value, kByFieldKeys, kEitherKeys);
    source.name = in_.Filled(*field);
  } else if (event != nullptr) {
    source.event = ParsePatternOnly(value, kValueKeys);
    if (const JsonValue* property = in_.Require(value, "property")) {
      source.name = in_.Filled(*property);
    }
  } else if (!in_.CheckKeys(value, kEitherKeys)) {
    in_.Error(IssueCode::kNoShape, value.place, {"field, event"});
  }
  return source;
}

ContentSource RulesetParser::ParseContentSource(const JsonValue& value) {
  ContentSource source;
  source.node = in_.Node(value.place);
  if (!in_.Is(value, Kind::kObject)) return source;
  if (value.Find("event") != nullptr) {
    source.event = ParsePatternOnly(value, kValueKeys);
  } else {
    in_.CheckKeys(value, kPropertyKeys, kValueKeys);
  }
  if (const JsonValue* property = in_.Require(value, "property")) {
    source.property = in_.Filled(*property);
  }
  return source;
}

std::optional<ColumnName> RulesetParser::ParseColumnName(
    const JsonValue& object, std::string_view key) {
  const JsonValue* value = in_.Get(object, key);
  if (value == nullptr || !in_.Is(*value, Kind::kObject)) return std::nullopt;
  const bool unknown = in_.CheckKeys(*value, kColumnKeys);
  const JsonMember* field = value->Find("field");
  const JsonMember* property = value->Find("property");
  if (field != nullptr && property != nullptr) {
    in_.Error(IssueCode::kSeveralShapes, property->key_place,
              {"field", "property"});
    return std::nullopt;
  }
  if (field == nullptr && property == nullptr) {
    if (!unknown) {
      in_.Error(IssueCode::kNoShape, value->place, {Joined(kColumnKeys)});
    }
    return std::nullopt;
  }
  const JsonValue& name = (field != nullptr ? field : property)->value;
  return ColumnName{field != nullptr, in_.Filled(name), in_.Node(name.place)};
}

std::vector<std::pair<std::string, std::string>> RulesetParser::ParseRoles(
    const JsonValue& economics) {
  std::vector<std::pair<std::string, std::string>> roles;
  const JsonValue* value = in_.Get(economics, "stages");
  if (value == nullptr || !in_.Is(*value, Kind::kObject)) return roles;
  in_.CheckKeys(*value, kRoles);
  for (const JsonMember& member : value->members) {
    roles.emplace_back(member.key, KnownName(member.value, known_.stages,
                                             IssueCode::kUnknownStage));
  }
  return roles;
}

}  // namespace mqlab
