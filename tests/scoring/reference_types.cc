#include "scoring/reference_types.h"

#include <cstdlib>
#include <functional>
#include <optional>

#include "scoring/reference_text.h"

namespace mqlab::reference {
namespace {

// One use of a name: the types that have it, and the values written for it.
struct Use {
  std::function<bool(FieldType)> has;
  std::vector<const Literal*> literals;
};
using Uses = std::map<std::string, std::vector<Use>>;

bool ValuesAreCells(Op op) {
  return op != Op::kIsSet && op != Op::kIsTrue && op != Op::kWithinDays &&
         op != Op::kOlderThanDays;
}

bool IsNumber(FieldType type) { return type == FieldType::kNumber; }
bool IsInstant(FieldType type) { return type == FieldType::kInstant; }
bool IsNoList(FieldType type) { return type != FieldType::kList; }
bool IsAny(FieldType) { return true; }

// Walks everything of a rule file that is in force.
class UseCollector {
 public:
  explicit UseCollector(const Ruleset& ruleset) {
    if (!ruleset.created_field.empty()) {
      fields[ruleset.created_field].push_back({IsInstant, {}});
    }
    for (const mqlab::Score& score : ruleset.scores) {
      if (score.reset_by.has_value()) AddPattern(*score.reset_by);
    }
    for (const Rule& rule : ruleset.rules) {
      if (!rule.enabled) continue;
      std::visit([this](const auto& kind) { Add(kind); }, rule.kind);
    }
    for (const Scenario& scenario : ruleset.scenarios) Add(scenario.condition);
    for (const Checklist& list : ruleset.qualification) {
      for (const ChecklistItem& item : list.items) Add(item.when);
    }
    for (const Disqualification& one : ruleset.disqualify) Add(one.when);
    for (const Stage& stage : ruleset.stages) {
      Add(stage.enter);
      if (stage.leave.has_value()) Add(*stage.leave);
    }
  }

  Uses fields;
  Uses properties;

 private:
  void AddTest(const FieldTest& test, Uses* uses) {
    const Op op = test.op;
    Use use{[op](FieldType type) { return HasOperator(type, op); }, {}};
    if (ValuesAreCells(op)) {
      for (const Literal& value : test.values) use.literals.push_back(&value);
    }
    (*uses)[test.field].push_back(use);
  }
  void AddPattern(const EventPattern& pattern) {
    for (const FieldTest& test : pattern.where) AddTest(test, &properties);
  }

  void Add(const Condition& condition) {
    std::visit([this](const auto& test) { Add(test); }, condition.test);
  }
  void Add(const Combination& combination) {
    for (const Condition& part : combination.of) Add(part);
  }
  void Add(const FieldTest& test) { AddTest(test, &fields); }
  void Add(const EventTest& test) { AddPattern(test.event); }
  void Add(const IdleTest& test) { AddPattern(test.event); }
  void Add(const SequenceTest& test) {
    for (const EventPattern& step : test.steps) AddPattern(step);
  }
  void Add(const ScoreTest&) {}
  void Add(const BandTest&) {}
  void Add(const StageTest&) {}
  void Add(const ScenarioTest&) {}

  void Add(const ConditionRule& rule) { Add(rule.when); }
  void Add(const EachRule& rule) {
    AddPattern(rule.each);
    if (rule.at_most.has_value() && rule.at_most->per_property.has_value()) {
      properties[*rule.at_most->per_property].push_back({IsNoList, {}});
    }
    if (rule.times_property.has_value()) {
      properties[*rule.times_property].push_back({IsNumber, {}});
    }
  }
  void Add(const IdleRule& rule) { AddPattern(rule.event); }
  void Add(const RangesRule& rule) {
    Use use{IsNumber, {}};
    for (const PointsRange& range : rule.ranges) {
      if (range.from.has_value()) use.literals.push_back(&*range.from);
      if (range.to.has_value()) use.literals.push_back(&*range.to);
    }
    fields[rule.field].push_back(use);
  }
  void Add(const LookupRule& rule) {
    Use use{IsAny, {}};
    for (const auto& [key, points] : rule.points_for) {
      use.literals.push_back(&key);
    }
    fields[rule.field].push_back(use);
  }
};

// A value of the rule file, read as a cell of the type; text only from a JSON
// string.
std::optional<Value> ReadLiteral(FieldType type, const Literal& literal) {
  if (type == FieldType::kText || type == FieldType::kList) {
    if (literal.kind != Literal::Kind::kText) return std::nullopt;
    return ReadCell(FieldType::kText, literal.text);
  }
  return ReadCell(type, literal.text);
}

bool HasAllOperators(FieldType type, const std::vector<Use>& uses) {
  for (const Use& use : uses) {
    if (!use.has(type)) return false;
  }
  return true;
}

bool AllLiteralsFit(FieldType type, const std::vector<Use>& uses) {
  for (const Use& use : uses) {
    for (const Literal* literal : use.literals) {
      if (!ReadLiteral(type, *literal).has_value()) return false;
    }
  }
  return true;
}

bool CellsFit(FieldType type, const std::vector<std::string>& cells) {
  size_t fit = 0;
  for (const std::string& cell : cells) {
    if (FitsForVote(type, cell)) ++fit;
  }
  return fit * 100 >= cells.size() * 95;
}

// `cells`: the column's that are not empty.
std::optional<FieldType> Infer(const std::vector<Use>& uses,
                               const std::vector<std::string>& cells) {
  for (const FieldType type : {FieldType::kNumber, FieldType::kBoolean,
                               FieldType::kInstant, FieldType::kText}) {
    if (!HasAllOperators(type, uses)) continue;
    const bool fits =
        cells.empty() ? AllLiteralsFit(type, uses) : CellsFit(type, cells);
    if (fits) return type;
  }
  return std::nullopt;
}

std::optional<FieldType> Declared(
    const std::vector<FieldDeclaration>& declarations,
    const std::string& name) {
  for (const FieldDeclaration& declaration : declarations) {
    if (declaration.name == name) return declaration.type;
  }
  return std::nullopt;
}

std::vector<std::string> FieldCells(const RawData& data,
                                    const std::string& name) {
  std::vector<std::string> cells;
  for (const RawLead& lead : data.leads) {
    const auto cell = lead.cells.find(name);
    if (cell == lead.cells.end() || Trim(cell->second).empty()) continue;
    cells.push_back(cell->second);
  }
  return cells;
}

std::vector<std::string> PropertyCells(const RawData& data,
                                       const std::string& name) {
  std::vector<std::string> cells;
  for (const RawEvent& event : data.events) {
    const auto cell = event.properties.find(name);
    if (cell == event.properties.end() || Trim(cell->second).empty()) continue;
    cells.push_back(cell->second);
  }
  return cells;
}

// Checks every use against the type, and keeps the values as read.
void ReadUses(const std::string& name, FieldType type,
              const std::vector<Use>& uses, Types* types) {
  for (const Use& use : uses) {
    if (!use.has(type)) types->faults.push_back(name + ": operator of type");
    for (const Literal* literal : use.literals) {
      const std::optional<Value> value = ReadLiteral(type, *literal);
      if (value.has_value()) {
        types->literals[literal] = *value;
      } else {
        types->faults.push_back(name + ": value \"" + literal->text + "\"");
      }
    }
  }
}

void CheckLookupKeys(const Ruleset& ruleset, Types* types) {
  for (const Rule& rule : ruleset.rules) {
    const auto* lookup = std::get_if<LookupRule>(&rule.kind);
    if (!rule.enabled || lookup == nullptr) continue;
    FieldType type = types->fields.at(lookup->field);
    if (type == FieldType::kList) type = FieldType::kText;  // of an element
    const auto& keys = lookup->points_for;
    for (size_t i = 0; i < keys.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        if (Equal(type, types->literals.at(&keys[i].first),
                  types->literals.at(&keys[j].first))) {
          types->faults.push_back(rule.id + ": equal keys");
        }
      }
    }
  }
}

}  // namespace

bool HasOperator(FieldType type, Op op) {
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
  std::abort();
}

Types DecideTypes(const Ruleset& ruleset, const RawData& data) {
  const UseCollector collector(ruleset);
  Types types;
  const auto decide = [&](const std::string& name, const std::vector<Use>& uses,
                          std::optional<FieldType> declared,
                          const std::vector<std::string>& cells,
                          std::map<std::string, FieldType>* decided) {
    const std::optional<FieldType> type =
        declared.has_value() ? declared : Infer(uses, cells);
    if (!type.has_value()) {
      types.faults.push_back(name + ": no type fits");
      return;
    }
    (*decided)[name] = *type;
    ReadUses(name, *type, uses, &types);
  };
  for (const auto& [name, uses] : collector.fields) {
    decide(name, uses, Declared(ruleset.fields, name), FieldCells(data, name),
           &types.fields);
  }
  for (const auto& [name, uses] : collector.properties) {
    decide(name, uses, Declared(ruleset.properties, name),
           PropertyCells(data, name), &types.properties);
  }
  if (types.faults.empty()) CheckLookupKeys(ruleset, &types);
  return types;
}

}  // namespace mqlab::reference
