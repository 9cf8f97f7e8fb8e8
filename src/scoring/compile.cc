// Compile: Ruleset + Schema -> Program. Names become indexes, values become
// typed, equal patterns and tests become one; nothing is decided here that
// depends on a lead.

#include <algorithm>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "rules/checklists.h"
#include "scoring/program.h"
#include "scoring/resolve.h"

namespace mqlab {
namespace {

// Index of the element with this id. REQUIRES: there is one (the parser saw to
// it).
template <typename T>
uint32_t IndexOf(const std::vector<T>& list, const std::string& id) {
  return static_cast<uint32_t>(std::ranges::find(list, id, &T::id) -
                               list.begin());
}

class Compiler {
 public:
  Compiler(const ParsedRuleset& parsed, const Schema& schema)
      : rules_(WithChecklistScenarios(*parsed.ruleset)) {
    ResolvedNames names = ResolveAll(rules_, parsed.places, schema, &issues_);
    program_.fields = std::move(names.fields);
    program_.properties = std::move(names.properties);
    program_.asked_fields = std::move(names.asked_fields);
    program_.asked_properties = std::move(names.asked_properties);
  }

  CompiledProgram Run() {
    if (!issues_.has_errors()) {
      if (!rules_.created_field.empty()) {
        program_.created_field = Field(rules_.created_field);
      }
      Scores();
      for (const Scenario& scenario : rules_.scenarios) {
        program_.scenarios.push_back(Emit(scenario.condition));
      }
      for (uint32_t i = 0; i < rules_.rules.size(); ++i) EmitRule(i);
      for (const Disqualification& out : rules_.disqualify) {
        program_.disqualify.push_back(Emit(out.when));
      }
      for (const Stage& stage : rules_.stages) {
        StageCode code;
        code.enter = Emit(stage.enter);
        if (stage.leave) code.leave = Emit(*stage.leave);
        program_.stages.push_back(code);
      }
      FindScoresInLife();
      program_.source = std::move(rules_);
    }
    CompiledProgram result{std::nullopt, std::move(issues_)};
    if (!result.issues.has_errors()) result.program = std::move(program_);
    return result;
  }

 private:
  static uint32_t Find(const std::vector<FieldUse>& uses,
                       const std::string& name) {
    return static_cast<uint32_t>(
        std::ranges::find(uses, name, &FieldUse::name) - uses.begin());
  }
  uint32_t Field(const std::string& name) const {
    return Find(program_.fields, name);
  }
  uint32_t Property(const std::string& name) const {
    return Find(program_.properties, name);
  }

  static TestCode TestOf(const FieldTest& test, uint32_t field,
                         FieldType type) {
    TestCode code;
    code.field = field;
    code.op = test.op;
    for (const Literal& literal : test.values) {
      if (test.op == Op::kIsSet || test.op == Op::kIsTrue) {
        code.wanted = ReadLiteral(literal, FieldType::kBoolean)->boolean;
      } else if (test.op == Op::kWithinDays || test.op == Op::kOlderThanDays) {
        TypedValue days;
        days.days = static_cast<int64_t>(
            ReadLiteral(literal, FieldType::kNumber)->number);
        code.values.push_back(std::move(days));
      } else {
        code.values.push_back(*ReadLiteral(literal, type));
      }
    }
    return code;
  }

  uint32_t Pattern(const EventPattern& pattern) {
    const auto known = std::ranges::find(known_patterns_, pattern);
    if (known != known_patterns_.end()) {
      return static_cast<uint32_t>(known - known_patterns_.begin());
    }
    known_patterns_.push_back(pattern);
    PatternCode code;
    code.any_type = pattern.types.empty();
    for (const std::string& type : pattern.types) {
      code.types.emplace_back(Trim(type));
    }
    for (const FieldTest& test : pattern.where) {
      const uint32_t field = Property(test.field);
      code.where.push_back(
          TestOf(test, field, program_.properties[field].type));
    }
    program_.patterns.push_back(std::move(code));
    return static_cast<uint32_t>(program_.patterns.size() - 1);
  }

  uint32_t ScoreIndex(const std::string& id) const {
    return id == "total" ? kNoIndex : IndexOf(rules_.scores, id);
  }

  void Fill(const Combination& combination, Node* node) {
    switch (combination.kind) {
      case Combination::Kind::kAll:
        node->kind = NodeKind::kAll;
        break;
      case Combination::Kind::kAny:
        node->kind = NodeKind::kAny;
        break;
      case Combination::Kind::kNone:
        node->kind = NodeKind::kNone;
        break;
      case Combination::Kind::kAtLeast:
        node->kind = NodeKind::kAtLeast;
        break;
    }
    node->low = combination.at_least;
    for (const Condition& part : combination.of) {
      node->children.push_back(Emit(part));
    }
  }
  void Fill(const FieldTest& test, Node* node) {
    node->kind = NodeKind::kField;
    const auto known = std::ranges::find(known_tests_, test);
    node->a = static_cast<uint32_t>(known - known_tests_.begin());
    if (known != known_tests_.end()) return;
    known_tests_.push_back(test);
    const uint32_t field = Field(test.field);
    program_.tests.push_back(TestOf(test, field, program_.fields[field].type));
  }
  void Fill(const EventTest& test, Node* node) {
    node->kind = NodeKind::kEvent;
    node->a = Pattern(test.event);
    const CountRange count = test.count.value_or(CountRange{1, std::nullopt});
    node->low = count.ge.value_or(0);
    node->high = count.le.value_or(INT64_MAX);
    node->within_days = test.within_days.value_or(0);
  }
  void Fill(const IdleTest& test, Node* node) {
    node->kind = NodeKind::kIdle;
    node->a = Pattern(test.event);
    node->low = test.idle_days;
  }
  void Fill(const SequenceTest& test, Node* node) {
    node->kind = NodeKind::kSequence;
    for (const EventPattern& step : test.steps) {
      node->steps.push_back(Pattern(step));
    }
    node->within_days = test.within_days.value_or(0);
  }
  void Fill(const ScoreTest& test, Node* node) {
    node->kind = NodeKind::kScore;
    node->a = ScoreIndex(test.score);
    node->op = test.op;
    node->low = test.values.front();
    node->high = test.values.back();
  }
  void Fill(const BandTest& test, Node* node) {
    node->kind = NodeKind::kBand;
    node->a = ScoreIndex(test.score);
    const std::vector<Band>& bands = rules_.scores[node->a].bands;
    for (uint32_t i = 0; i < bands.size(); ++i) {
      if (std::ranges::count(test.labels, bands[i].label) > 0) {
        node->steps.push_back(i);
      }
    }
  }
  void Fill(const StageTest& test, Node* node) {
    node->kind = NodeKind::kStage;
    node->a = IndexOf(rules_.stages, test.stage);
  }
  void Fill(const ScenarioTest& test, Node* node) {
    node->kind = NodeKind::kScenario;
    node->a = IndexOf(rules_.scenarios, test.scenario);
  }

  uint32_t Emit(const Condition& condition) {
    Node node;
    node.source = condition.node;
    std::visit([&](const auto& test) { Fill(test, &node); }, condition.test);
    program_.nodes.push_back(std::move(node));
    return static_cast<uint32_t>(program_.nodes.size() - 1);
  }

  void Scores() {
    for (const Score& score : rules_.scores) {
      ScoreCode code;
      code.start = score.start;
      code.min = score.min;
      code.max = score.max;
      code.weight = score.weight;
      if (score.reset_by) code.reset_by = Pattern(*score.reset_by);
      code.bands = score.bands;
      program_.scores.push_back(std::move(code));
    }
    for (const Group& group : rules_.groups) {
      const uint32_t score = IndexOf(rules_.scores, group.score);
      program_.scores[score].groups.push_back(
          static_cast<uint32_t>(program_.groups.size()));
      program_.groups.push_back({score, group.min, group.max});
    }
    program_.group_rules.resize(program_.groups.size());
  }

  // The nearest decay holds: the rule's, its group's, its score's.
  Decay DecayOf(const EachRule& each, const RuleCode& code) const {
    if (each.decay) return *each.decay;
    if (code.group != kNoIndex && rules_.groups[code.group].decay) {
      return *rules_.groups[code.group].decay;
    }
    return rules_.scores[code.score].decay.value_or(Decay{});
  }

  void FillRule(const ConditionRule& rule, RuleCode* code) {
    code->kind = RuleKind::kCondition;
    code->points = rule.points;
    code->node = Emit(rule.when);
  }
  void FillRule(const EachRule& rule, RuleCode* code) {
    code->kind = RuleKind::kEach;
    code->points = rule.points;
    code->pattern = Pattern(rule.each);
    code->within_days = rule.within_days.value_or(0);
    if (rule.at_most) {
      code->limited = true;
      code->at_most = rule.at_most->times;
      code->per_days = rule.at_most->per_days.value_or(0);
      code->from = rule.at_most->from;
      if (rule.at_most->per_property) {
        code->per_property = Property(*rule.at_most->per_property);
      }
    }
    if (rule.times_property) {
      code->times_property = Property(*rule.times_property);
    }
    code->decay = DecayOf(rule, *code);
    code->max_points = rule.max_points;
  }
  void FillRule(const IdleRule& rule, RuleCode* code) {
    code->kind = RuleKind::kIdle;
    code->points = rule.points;
    code->pattern = Pattern(rule.event);
    code->idle_days = rule.each_idle_days;
    code->past = rule.past;
    code->max_points = rule.max_points;
  }
  void FillRule(const RangesRule& rule, RuleCode* code) {
    code->kind = RuleKind::kRanges;
    code->field = Field(rule.field);
    const auto end = [](const std::optional<Literal>& literal) {
      return literal ? std::optional(
                           ReadLiteral(*literal, FieldType::kNumber)->number)
                     : std::nullopt;
    };
    for (const PointsRange& range : rule.ranges) {
      code->ranges.push_back({end(range.from), end(range.to), range.points});
    }
  }
  void FillRule(const LookupRule& rule, RuleCode* code) {
    code->kind = RuleKind::kLookup;
    code->field = Field(rule.field);
    code->otherwise = rule.otherwise;
    const FieldType type = program_.fields[code->field].type;
    for (const auto& [key, points] : rule.points_for) {
      code->points_for.emplace_back(*ReadLiteral(key, type), points);
    }
  }

  void EmitRule(uint32_t source) {
    const Rule& rule = rules_.rules[source];
    if (!rule.enabled) return;
    RuleCode code;
    code.source = source;
    const auto index = static_cast<uint32_t>(program_.rules.size());
    if (rule.group.empty()) {
      code.score = IndexOf(rules_.scores, rule.score);
      program_.scores[code.score].rules.push_back(index);
    } else {
      code.group = IndexOf(rules_.groups, rule.group);
      code.score = program_.groups[code.group].score;
      program_.group_rules[code.group].push_back(index);
    }
    std::visit([&](const auto& kind) { FillRule(kind, &code); }, rule.kind);
    program_.rules.push_back(std::move(code));
  }

  void MarkScores(uint32_t index) {
    const Node& node = program_.nodes[index];
    if (node.kind == NodeKind::kScore && node.a == kNoIndex) {
      program_.score_in_life.assign(program_.scores.size(), true);
      program_.total_in_life = true;
    } else if (node.kind == NodeKind::kScore || node.kind == NodeKind::kBand) {
      program_.score_in_life[node.a] = true;
    } else if (node.kind == NodeKind::kScenario) {
      MarkScores(program_.scenarios[node.a]);
    }
    for (const uint32_t child : node.children) MarkScores(child);
  }

  void FindScoresInLife() {
    program_.score_in_life.assign(program_.scores.size(), false);
    for (const uint32_t node : program_.disqualify) MarkScores(node);
    for (const StageCode& stage : program_.stages) {
      MarkScores(stage.enter);
      if (stage.leave != kNoIndex) MarkScores(stage.leave);
    }
  }

  Ruleset rules_;
  Program program_;
  IssueList issues_;
  std::vector<EventPattern> known_patterns_;
  std::vector<FieldTest> known_tests_;
};

}  // namespace

uint16_t BandOf(const ScoreCode& score, Millipoints value) {
  for (size_t i = 0; i < score.bands.size(); ++i) {
    const std::optional<Millipoints>& from = score.bands[i].ge;
    if (!from || value >= *from) return static_cast<uint16_t>(i);
  }
  return kNoBand;
}

Schema SchemaOf(const Dataset& dataset) {
  const auto entries = [](const std::vector<Column>& columns) {
    std::vector<Schema::Entry> list;
    for (const Column& column : columns) {
      list.push_back({column.name, column.header, column.votes});
    }
    return list;
  };
  return {entries(dataset.leads.fields), entries(dataset.events.properties),
          !dataset.leads.fields.empty(), dataset.events.size() > 0};
}

CompiledProgram Compile(const ParsedRuleset& parsed, const Schema& schema) {
  return Compiler(parsed, schema).Run();
}

IssueList CheckDraft(const ParsedRuleset& parsed, const Schema& schema) {
  IssueList found;
  if (!parsed.draft) return found;
  ResolveAll(WithChecklistScenarios(*parsed.draft), parsed.places, schema,
             &found);
  // What stands at or around a place that is faulty already may only follow
  // from that fault.
  const auto follows = [&](const Issue& issue) {
    return std::ranges::any_of(parsed.issues.issues(), [&](const Issue& known) {
      return (known.place.path + "/").starts_with(issue.place.path + "/");
    });
  };
  IssueList more;
  for (const Issue& issue : found.issues()) {
    if (issue.code == IssueCode::kNoTypeFits || follows(issue)) continue;
    if (issue.severity == Severity::kError) {
      more.Error(issue.code, issue.place, issue.args);
    } else {
      more.Warn(issue.code, issue.place, issue.args);
    }
  }
  return more;
}

}  // namespace mqlab
