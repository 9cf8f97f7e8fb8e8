#include "scoring/resolve.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/catalog.h"

namespace mqlab {
namespace {

// Everything a ruleset does with one name.
struct NameUse {
  // What is asked of a name beside field tests.
  struct Demand {
    std::string_view by;            // "ranges", "times_property", ...
    std::optional<FieldType> type;  // the only type that will do; none: no list
    NodeId node;
  };
  std::string name;
  NodeId node;  // of the first use
  std::vector<const FieldTest*> tests;
  std::vector<const Literal*> equal;  // keys compared as `eq`
  std::vector<const LookupRule*> lookups;
  std::vector<Demand> demands;
};

struct NameUses {
  std::vector<NameUse> fields;
  std::vector<NameUse> properties;
};

enum class NameKind : uint8_t { kField, kProperty };

class UseCollector {
 public:
  explicit UseCollector(NameUses* uses) : uses_(*uses) {}

  // Over enabled rules, scores, scenarios, disqualifications and stages.
  void AddScored(const Ruleset& ruleset) {
    if (!ruleset.created_field.empty()) {
      Field(ruleset.created_field, ruleset.created_node)
          .demands.push_back(
              {"created_field", FieldType::kInstant, ruleset.created_node});
    }
    for (const Score& score : ruleset.scores) {
      if (score.reset_by) Add(*score.reset_by);
    }
    for (const Rule& rule : ruleset.rules) {
      if (rule.enabled) {
        std::visit([&](const auto& kind) { Add(kind, rule.node); }, rule.kind);
      }
    }
    for (const Scenario& scenario : ruleset.scenarios) Add(scenario.condition);
    for (const Disqualification& out : ruleset.disqualify) Add(out.when);
    for (const Stage& stage : ruleset.stages) {
      Add(stage.enter);
      if (stage.leave) Add(*stage.leave);
    }
  }

  // Over what is asked of leads and events beside the scores: hand-off,
  // nurture and economics.
  void AddAsked(const Ruleset& ruleset) {
    if (const std::optional<Sla>& sla = ruleset.sla) {
      for (const auto* event : {&sla->touch, &sla->accept, &sla->reject}) {
        AddAny(*event);
      }
      if (!sla->reason.empty()) Property(sla->reason, sla->reason_node);
      if (sla->contact) {
        for (const std::string& name : *sla->contact) {
          Field(name, sla->contact_node);
        }
      }
    }
    if (ruleset.nurture) {
      for (const NurtureTrack& track : ruleset.nurture->tracks) Add(track.when);
    }
    if (const std::optional<Economics>& economics = ruleset.economics) {
      AddAny(economics->touch);
      if (economics->value) {
        AddAny(economics->value->event);
        Column(!economics->value->event, economics->value->name,
               economics->value->node);
      }
      for (const auto* column : {&economics->channel, &economics->campaign}) {
        if (!*column) continue;
        Column((*column)->is_field, (*column)->name, (*column)->node);
      }
      if (economics->content) {
        AddAny(economics->content->event);
        Property(economics->content->property, economics->content->node);
      }
    }
  }

 private:
  static NameUse& Find(std::vector<NameUse>& uses, const std::string& name,
                       NodeId node) {
    for (NameUse& use : uses) {
      if (use.name == name) return use;
    }
    uses.push_back({name, node, {}, {}, {}, {}});
    return uses.back();
  }
  NameUse& Field(const std::string& name, NodeId node) {
    return Find(uses_.fields, name, node);
  }
  NameUse& Property(const std::string& name, NodeId node) {
    return Find(uses_.properties, name, node);
  }

  void Column(bool is_field, const std::string& name, NodeId node) {
    Find(is_field ? uses_.fields : uses_.properties, name, node);
  }
  void AddAny(const std::optional<EventPattern>& pattern) {
    if (pattern) Add(*pattern);
  }

  void Add(const EventPattern& pattern) {
    for (const FieldTest& test : pattern.where) {
      Property(test.field, test.node).tests.push_back(&test);
    }
  }
  void Add(const FieldTest& test) {
    Field(test.field, test.node).tests.push_back(&test);
  }
  void Add(const Combination& combination) {
    for (const Condition& part : combination.of) Add(part);
  }
  void Add(const EventTest& test) { Add(test.event); }
  void Add(const IdleTest& test) { Add(test.event); }
  void Add(const SequenceTest& test) {
    for (const EventPattern& step : test.steps) Add(step);
  }
  void Add(const ScoreTest&) {}
  void Add(const BandTest&) {}
  void Add(const StageTest&) {}
  void Add(const ScenarioTest&) {}
  void Add(const Condition& condition) {
    std::visit([&](const auto& test) { Add(test); }, condition.test);
  }

  void Add(const ConditionRule& rule, NodeId) { Add(rule.when); }
  void Add(const EachRule& rule, NodeId node) {
    Add(rule.each);
    if (rule.at_most && rule.at_most->per_property) {
      Property(*rule.at_most->per_property, rule.at_most->node)
          .demands.push_back(
              {"per_property", std::nullopt, rule.at_most->node});
    }
    if (rule.times_property) {
      Property(*rule.times_property, node)
          .demands.push_back({"times_property", FieldType::kNumber, node});
    }
  }
  void Add(const IdleRule& rule, NodeId) { Add(rule.event); }
  void Add(const RangesRule& rule, NodeId node) {
    Field(rule.field, node)
        .demands.push_back({"ranges", FieldType::kNumber, node});
  }
  void Add(const LookupRule& rule, NodeId node) {
    NameUse& use = Field(rule.field, node);
    use.lookups.push_back(&rule);
    for (const auto& [key, points] : rule.points_for) {
      use.equal.push_back(&key);
    }
  }

  NameUses& uses_;
};

bool Meets(const NameUse::Demand& demand, FieldType type) {
  return demand.type ? *demand.type == type : type != FieldType::kList;
}

bool HasAll(FieldType type, const NameUse& use) {
  return std::ranges::all_of(
             use.tests,
             [&](const FieldTest* test) { return HasOp(type, test->op); }) &&
         std::ranges::all_of(use.demands, [&](const NameUse::Demand& demand) {
           return Meets(demand, type);
         });
}

// Day counts and is_set's boolean are values of the operator, not of the field.
bool TakesFieldValue(Op op) {
  return op != Op::kIsSet && op != Op::kIsTrue && op != Op::kWithinDays &&
         op != Op::kOlderThanDays;
}

bool ReadsAll(FieldType type, const NameUse& use) {
  const auto fits = [&](const Literal& literal) {
    return ReadLiteral(literal, type).has_value();
  };
  return std::ranges::all_of(use.tests,
                             [&](const FieldTest* test) {
                               return !TakesFieldValue(test->op) ||
                                      std::ranges::all_of(test->values, fits);
                             }) &&
         std::ranges::all_of(use.equal,
                             [&](const Literal* key) { return fits(*key); });
}

bool CellsFit(FieldType type, const TypeVotes& votes) {
  uint64_t fitting = votes.cells;
  if (type == FieldType::kNumber) fitting = votes.numbers;
  if (type == FieldType::kBoolean) fitting = votes.booleans;
  if (type == FieldType::kInstant) fitting = votes.instants;
  return fitting * 100 >= votes.cells * 95;
}

// Without any cell there is nothing to judge a type by but the values written.
std::optional<FieldType> InferType(const NameUse& use, const TypeVotes* votes) {
  for (const FieldType type : {FieldType::kNumber, FieldType::kBoolean,
                               FieldType::kInstant, FieldType::kText}) {
    if (!HasAll(type, use)) continue;
    const bool has_cells = votes != nullptr && votes->cells > 0;
    if (has_cells ? CellsFit(type, *votes) : ReadsAll(type, use)) return type;
  }
  return std::nullopt;
}

uint32_t FindColumn(const std::string& name,
                    const std::vector<Schema::Entry>& entries) {
  const auto find = [&](auto&& matches) {
    const auto found = std::ranges::find_if(entries, matches);
    return found == entries.end()
               ? kNoIndex
               : static_cast<uint32_t>(found - entries.begin());
  };
  uint32_t index =
      find([&](const Schema::Entry& entry) { return entry.name == name; });
  if (index == kNoIndex) {
    index =
        find([&](const Schema::Entry& entry) { return entry.header == name; });
  }
  if (index != kNoIndex) return index;
  const std::string key = NameKey(name);
  const auto alike = [&](const Schema::Entry& entry) {
    return NameKey(entry.name) == key || NameKey(entry.header) == key;
  };
  return std::ranges::count_if(entries, alike) == 1 ? find(alike) : kNoIndex;
}

// The header that differs least, by itself or by the name that it means; "none"
// when there is no column.
std::string Nearest(const std::string& name,
                    const std::vector<Schema::Entry>& entries) {
  std::string nearest = "none";
  size_t best = SIZE_MAX;
  const std::string folded = Fold(name);
  for (const Schema::Entry& entry : entries) {
    const size_t distance = std::min(EditDistance(folded, Fold(entry.name)),
                                     EditDistance(folded, Fold(entry.header)));
    if (distance < best) {
      best = distance;
      nearest = entry.header;
    }
  }
  return nearest;
}

// A declared type stands; what is asked beyond it is a fault at its place.
void CheckDeclared(const NameUse& use, FieldType type,
                   const std::vector<Place>& places, IssueList* issues) {
  const std::string type_name(FieldTypeName(type));
  for (const FieldTest* test : use.tests) {
    if (HasOp(type, test->op)) continue;
    issues->Error(IssueCode::kOperatorOfType, places[test->node.value],
                  {use.name, type_name, std::string(OpName(test->op))});
  }
  for (const NameUse::Demand& demand : use.demands) {
    if (Meets(demand, type)) continue;
    issues->Error(IssueCode::kOperatorOfType, places[demand.node.value],
                  {use.name, type_name, std::string(demand.by)});
  }
}

void CheckValues(const NameUse& use, FieldType type,
                 const std::vector<Place>& places, IssueList* issues) {
  const auto check = [&](const Literal& literal) {
    if (ReadLiteral(literal, type)) return;
    issues->Error(IssueCode::kValueOfType, places[literal.node.value],
                  {literal.text, std::string(FieldTypeName(type)), use.name});
  };
  for (const FieldTest* test : use.tests) {
    if (!TakesFieldValue(test->op) || !HasOp(type, test->op)) continue;
    std::ranges::for_each(test->values, check);
  }
  for (const Literal* key : use.equal) check(*key);
}

// Of each lookup: the same value written twice.
void CheckLookups(const NameUse& use, FieldType type,
                  const std::vector<Place>& places, IssueList* issues) {
  for (const LookupRule* lookup : use.lookups) {
    std::vector<TypedValue> known;
    for (const auto& [key, points] : lookup->points_for) {
      const std::optional<TypedValue> value = ReadLiteral(key, type);
      if (!value) continue;
      if (std::ranges::count(known, *value) > 0) {
        issues->Error(IssueCode::kDuplicateLookupKey, places[key.node.value],
                      {key.text});
      }
      known.push_back(*value);
    }
  }
}

// One FieldUse a NameUse, in order. Reports types that do not fit and names
// that nothing knows.
std::vector<FieldUse> Resolve(const std::vector<NameUse>& uses, NameKind kind,
                              const std::vector<FieldDeclaration>& declarations,
                              const std::vector<Place>& places,
                              const Schema& schema, IssueList* issues) {
  const bool is_field = kind == NameKind::kField;
  const auto& entries = is_field ? schema.fields : schema.properties;
  const bool loaded = is_field ? schema.leads_loaded : schema.events_loaded;
  std::vector<FieldUse> resolved;
  for (const NameUse& use : uses) {
    FieldUse field{use.name, FieldType::kText, FindColumn(use.name, entries)};
    const auto declared =
        std::ranges::find(declarations, use.name, &FieldDeclaration::name);
    if (declared != declarations.end()) {
      field.type = declared->type;
      CheckDeclared(use, field.type, places, issues);
      CheckValues(use, field.type, places, issues);
      CheckLookups(use, field.type, places, issues);
    } else {
      const bool found = field.column != kNoIndex;
      const auto type =
          InferType(use, found ? &entries[field.column].votes : nullptr);
      if (type) {
        field.type = *type;
        CheckValues(use, *type, places, issues);
        CheckLookups(use, *type, places, issues);
      } else {
        issues->Error(IssueCode::kNoTypeFits, places[use.node.value],
                      {use.name});
      }
      if (!found && loaded) {
        issues->Warn(
            is_field ? IssueCode::kUnknownField : IssueCode::kUnknownProperty,
            places[use.node.value], {use.name, Nearest(use.name, entries)});
      }
    }
    resolved.push_back(std::move(field));
  }
  return resolved;
}

// The names that are not in `known`; those that are keep the type they have
// there.
std::vector<FieldUse> ResolveBeside(const std::vector<FieldUse>& known,
                                    const std::vector<NameUse>& uses,
                                    NameKind kind,
                                    std::vector<FieldDeclaration> declarations,
                                    const std::vector<Place>& places,
                                    const Schema& schema, IssueList* issues) {
  for (const FieldUse& use : known) {
    declarations.push_back(
        {.name = use.name, .type = use.type, .label = {}, .node = {}});
  }
  std::vector<FieldUse> beside =
      Resolve(uses, kind, declarations, places, schema, issues);
  std::erase_if(beside, [&](const FieldUse& use) {
    return std::ranges::find(known, use.name, &FieldUse::name) != known.end();
  });
  return beside;
}

}  // namespace

ResolvedNames ResolveAll(const Ruleset& ruleset,
                         const std::vector<Place>& places, const Schema& schema,
                         IssueList* issues) {
  NameUses scored;
  UseCollector(&scored).AddScored(ruleset);
  NameUses asked;
  UseCollector(&asked).AddAsked(ruleset);
  ResolvedNames names;
  names.fields = Resolve(scored.fields, NameKind::kField, ruleset.fields,
                         places, schema, issues);
  names.properties = Resolve(scored.properties, NameKind::kProperty,
                             ruleset.properties, places, schema, issues);
  names.asked_fields =
      ResolveBeside(names.fields, asked.fields, NameKind::kField,
                    ruleset.fields, places, schema, issues);
  names.asked_properties =
      ResolveBeside(names.properties, asked.properties, NameKind::kProperty,
                    ruleset.properties, places, schema, issues);
  return names;
}

std::optional<TypedValue> ReadLiteral(const Literal& literal, FieldType type) {
  constexpr CellFormat kPlain;
  const bool is_text = literal.kind == Literal::Kind::kText;
  const std::string_view cell = Trim(literal.text);
  TypedValue value;
  if (cell.empty()) return std::nullopt;
  switch (type) {
    case FieldType::kText:
    case FieldType::kList:
      if (!is_text) return std::nullopt;
      value.text = Fold(cell);
      for (const std::string_view word : Words(value.text)) {
        value.words.emplace_back(word);
      }
      return value;
    case FieldType::kNumber: {
      const auto number = ReadNumber(cell, kPlain);
      if (!number) return std::nullopt;
      value.number = *number;
      return value;
    }
    case FieldType::kBoolean: {
      const auto boolean = ReadBoolean(cell);
      if (!boolean) return std::nullopt;
      value.boolean = *boolean;
      return value;
    }
    case FieldType::kInstant: {
      const auto instant = ParseInstant(cell);
      if (!instant || !is_text) return std::nullopt;
      value.instant = *instant;
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace mqlab
