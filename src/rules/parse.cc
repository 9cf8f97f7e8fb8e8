#include "rules/parse.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/heap_sort.h"
#include "rules/ruleset_parser.h"
#include "rules/validate.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kFormat = "mqlab/1";

constexpr std::string_view kTopKeys[] = {
    "$schema",  "format",        "name",       "description",   "source",
    "left_out", "fields",        "properties", "created_field", "scores",
    "groups",   "rules",         "scenarios",  "disqualify",    "stages",
    "sla",      "qualification", "nurture",    "economics"};
constexpr std::string_view kFieldKeys[] = {"type", "label"};
constexpr std::string_view kDisqualifyKeys[] = {"when", "reason"};
constexpr std::string_view kStageKeys[] = {"id", "label", "enter", "leave"};

constexpr std::string_view kFieldTypes[] = {"text", "number", "boolean",
                                            "instant", "list"};

// The texts under `field` in a list of objects.
KnownNames::Section TextsOf(const JsonMember* list, std::string_view field) {
  KnownNames::Section section;
  if (list == nullptr) return section;
  section.readable = list->value.kind == Kind::kList;
  for (const JsonValue& item : list->value.items) {
    const JsonMember* text = item.Find(field);
    if (text == nullptr || text->value.kind != Kind::kText) {
      section.readable = false;
    } else {
      section.names.push_back(text->value.text);
    }
  }
  return section;
}

KnownNames::Section KeysOf(const JsonMember* object) {
  KnownNames::Section section;
  if (object == nullptr) return section;
  section.readable = object->value.kind == Kind::kObject;
  for (const JsonMember& member : object->value.members) {
    section.names.push_back(member.key);
  }
  return section;
}

KnownNames NamesOf(const JsonValue& root) {
  KnownNames known;
  known.scores = KeysOf(root.Find("scores"));
  known.groups = KeysOf(root.Find("groups"));
  known.scenarios = KeysOf(root.Find("scenarios"));
  // The name of a checklist is a scenario.
  KnownNames::Section checklists = KeysOf(root.Find("qualification"));
  known.scenarios.readable &= checklists.readable;
  std::ranges::copy(checklists.names,
                    std::back_inserter(known.scenarios.names));
  known.stages = TextsOf(root.Find("stages"), "id");
  if (const JsonMember* scores = root.Find("scores")) {
    for (const JsonMember& score : scores->value.members) {
      known.bands[score.key] = TextsOf(score.value.Find("bands"), "label");
    }
  }
  return known;
}

// In the order of the text, so that a reader goes through the file once.
void AppendSorted(std::vector<Issue> found, IssueList& issues) {
  std::vector<size_t> order(found.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  HeapSort(order, [&](size_t i) {
    return std::tuple(found[i].place.line, found[i].place.column, i);
  });
  for (const size_t i : order) {
    Issue& issue = found[i];
    if (issue.severity == Severity::kError) {
      issues.Error(issue.code, std::move(issue.place), std::move(issue.args));
    } else {
      issues.Warn(issue.code, std::move(issue.place), std::move(issue.args));
    }
  }
}

}  // namespace

RulesetParser::RulesetParser(const JsonValue& root)
    : root_(root), known_(NamesOf(root)) {
  in_.places()[0] = root.place;
}

Ruleset RulesetParser::Parse() {
  Ruleset ruleset;
  if (!in_.Is(root_, Kind::kObject)) return ruleset;
  in_.CheckKeys(root_, kTopKeys);
  in_.Text(root_, "$schema");
  const JsonValue* format = in_.Get(root_, "format");
  if (format != nullptr && in_.Is(*format, Kind::kText) &&
      format->text != kFormat) {
    in_.Error(IssueCode::kWrongFormat, format->place, {format->text});
  }
  ruleset.name = in_.Text(root_, "name");
  ruleset.description = in_.Text(root_, "description");
  ruleset.source = in_.Text(root_, "source");
  for (const JsonValue& item : in_.Items(root_, "left_out")) {
    ruleset.left_out.push_back(in_.Filled(item));
  }
  ruleset.fields = ParseFields("fields");
  ruleset.properties = ParseFields("properties");
  if (const JsonValue* created = in_.Get(root_, "created_field")) {
    ruleset.created_field = in_.Filled(*created);
    ruleset.created_node = in_.Node(created->place);
  }
  ruleset.scores = ParseScores();
  ruleset.groups = ParseGroups();
  ruleset.rules = ParseRules();
  ruleset.scenarios = ParseScenarios();
  ruleset.disqualify = ParseDisqualify();
  ruleset.stages = ParseStages();
  ruleset.sla = ParseSla();
  ruleset.qualification = ParseQualification();
  ruleset.nurture = ParseNurture();
  ruleset.economics = ParseEconomics();
  return ruleset;
}

std::vector<FieldDeclaration> RulesetParser::ParseFields(std::string_view key) {
  std::vector<FieldDeclaration> fields;
  const JsonValue* section = in_.Get(root_, key);
  if (section == nullptr || !in_.Is(*section, Kind::kObject)) return fields;
  for (const JsonMember& member : section->members) {
    FieldDeclaration field;
    field.name = member.key;
    field.node = in_.Node(member.key_place);
    in_.CheckName(member.key, member.key_place);
    if (in_.Is(member.value, Kind::kObject)) {
      in_.CheckKeys(member.value, kFieldKeys);
      field.label = in_.Text(member.value, "label");
      const JsonValue* type = in_.Require(member.value, "type");
      if (type != nullptr && in_.Is(*type, Kind::kText)) {
        const std::optional<FieldType> known = ParseFieldType(type->text);
        if (!known) {
          in_.Error(IssueCode::kUnknownType, type->place,
                    {type->text, Nearest(type->text, kFieldTypes)});
        }
        field.type = known.value_or(FieldType::kText);
      }
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<Scenario> RulesetParser::ParseScenarios() {
  std::vector<Scenario> scenarios;
  const JsonValue* section = in_.Get(root_, "scenarios");
  if (section == nullptr || !in_.Is(*section, Kind::kObject)) return scenarios;
  for (const JsonMember& member : section->members) {
    in_.CheckName(member.key, member.key_place);
    scenarios.push_back(
        {.id = member.key,
         .condition = ParseCondition(member.value, ConditionHome::kScenario),
         .node = in_.Node(member.key_place)});
  }
  return scenarios;
}

std::vector<Disqualification> RulesetParser::ParseDisqualify() {
  std::vector<Disqualification> all;
  for (const JsonValue& item : in_.Items(root_, "disqualify")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    in_.CheckKeys(item, kDisqualifyKeys);
    Disqualification one;
    one.when = RequireCondition(item, "when", ConditionHome::kFunnel);
    if (const JsonValue* reason = in_.Require(item, "reason")) {
      one.reason = in_.Filled(*reason);
    }
    one.node = in_.Node(item.place);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Stage> RulesetParser::ParseStages() {
  std::vector<Stage> stages;
  std::set<std::string> ids;
  for (const JsonValue& item : in_.Items(root_, "stages")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    in_.CheckKeys(item, kStageKeys);
    Stage stage;
    stage.id = ParseId(item, ids);
    // The column of stages has this word for leads that are disqualified.
    if (stage.id == "disqualified") {
      in_.Error(IssueCode::kReservedId, in_.Get(item, "id")->place, {stage.id});
    }
    stage.label = in_.Text(item, "label");
    stage.enter = RequireCondition(item, "enter", ConditionHome::kFunnel);
    if (const JsonValue* leave = in_.Get(item, "leave")) {
      stage.leave = ParseCondition(*leave, ConditionHome::kFunnel);
    }
    stage.node = in_.Node(item.place);
    stages.push_back(std::move(stage));
  }
  return stages;
}

std::string RulesetParser::ParseId(const JsonValue& object,
                                   std::set<std::string>& ids) {
  const JsonValue* value = in_.Require(object, "id");
  if (value == nullptr) return "";
  std::string id = in_.Name(*value);
  if (value->kind == Kind::kText && !ids.insert(id).second) {
    in_.Error(IssueCode::kDuplicateId, value->place, {id});
  }
  return id;
}

std::string RulesetParser::KnownName(const JsonValue& value,
                                     const KnownNames::Section& section,
                                     IssueCode code, bool or_total) {
  if (!in_.Is(value, Kind::kText)) return "";
  if ((or_total && value.text == "total") || !section.readable ||
      std::ranges::count(section.names, value.text) > 0) {
    return value.text;
  }
  std::vector<std::string_view> names = section.names;
  if (or_total) names.push_back("total");
  in_.Error(code, value.place, {value.text, Nearest(value.text, names)});
  return value.text;
}

ParsedRuleset ParseRuleset(std::string_view json) {
  ParsedRuleset parsed;
  IssueList issues(SIZE_MAX);
  const std::optional<JsonValue> root = ParseJson(json, issues);
  if (root) {
    RulesetParser parser(*root);
    Ruleset ruleset = parser.Parse();
    parsed.places = std::move(parser.reader().places());
    ValidateScenarios(ruleset, parsed.places, parser.reader().issues());
    issues.Append(parser.reader().issues());
    (issues.has_errors() ? parsed.draft : parsed.ruleset) = std::move(ruleset);
  } else {
    parsed.places.push_back({"", 1, 1});
  }
  AppendSorted(issues.issues(), parsed.issues);
  return parsed;
}

}  // namespace mqlab
