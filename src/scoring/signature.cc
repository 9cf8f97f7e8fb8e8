#include "scoring/signature.h"

#include <bit>
#include <optional>
#include <string_view>
#include <utility>

namespace mqlab {
namespace {

void AppendNumber(int64_t number, std::string* text) {
  *text += std::to_string(number) + " ";
}

void AppendText(std::string_view part, std::string* text) {
  AppendNumber(static_cast<int64_t>(part.size()), text);
  *text += part;
}

// Appends parts so that no two sequences of them read the same.
class Writer {
 public:
  explicit Writer(const Program& program) : program_(program) {}

  void Rule(const RuleCode& rule) {
    Number(static_cast<int64_t>(rule.kind));
    Use(program_.fields, program_.created_field);
    if (rule.kind == RuleKind::kRanges || rule.kind == RuleKind::kLookup) {
      Use(program_.fields, rule.field);
      return;
    }
    Pattern(program_.scores[rule.score].reset_by);
    if (rule.kind == RuleKind::kCondition) return Node(rule.node);
    Pattern(rule.pattern);
    Number(rule.idle_days);
    Number(rule.past ? 1 : 0);
    Number(rule.within_days);
    Number(rule.limited ? 1 : 0);
    Number(rule.at_most);
    Number(rule.per_days);
    Use(program_.properties, rule.per_property);
    Number(rule.from);
    Use(program_.properties, rule.times_property);
    Number(static_cast<int64_t>(rule.decay.kind));
    Number(rule.decay.lose_thousandths);
    Number(rule.decay.days);
    Number(rule.decay.after_days);
  }

  void Points(const RuleCode& rule) {
    Number(rule.score);
    Number(rule.group);
    Number(rule.points);
    Optional(rule.max_points);
    Number(rule.otherwise);
    for (const RangeCode& range : rule.ranges) {
      Number(range.from ? std::bit_cast<int64_t>(*range.from) : 0);
      Number(range.from ? 1 : 0);
      Number(range.to ? std::bit_cast<int64_t>(*range.to) : 0);
      Number(range.to ? 1 : 0);
      Number(range.points);
    }
    Number(static_cast<int64_t>(rule.points_for.size()));
    for (const auto& [key, points] : rule.points_for) {
      Value(key, &text);
      Number(points);
    }
  }

  void Stages() {
    Use(program_.fields, program_.created_field);
    for (size_t i = 0; i < program_.scores.size(); ++i) {
      const ScoreCode& score = program_.scores[i];
      Number(program_.score_in_life[i] ? 1 : 0);
      Number(score.start);
      Optional(score.min);
      Optional(score.max);
      Number(score.weight);
      Pattern(score.reset_by);
      Number(static_cast<int64_t>(score.bands.size()));
      for (const Band& band : score.bands) Optional(band.ge);
    }
    Number(program_.total_in_life ? 1 : 0);
    for (const GroupCode& group : program_.groups) {
      Number(group.score);
      Optional(group.min);
      Optional(group.max);
    }
    Number(static_cast<int64_t>(program_.disqualify.size()));
    for (const uint32_t node : program_.disqualify) Node(node);
    for (const StageCode& stage : program_.stages) {
      Node(stage.enter);
      Number(stage.leave == kNoIndex ? 0 : 1);
      if (stage.leave != kNoIndex) Node(stage.leave);
    }
  }

  std::string text;

  static void Value(const TypedValue& value, std::string* to) {
    AppendText(value.text, to);
    AppendNumber(std::bit_cast<int64_t>(value.number), to);
    AppendNumber(value.boolean ? 1 : 0, to);
    AppendNumber(value.instant, to);
    AppendNumber(value.days, to);
  }

 private:
  void Optional(const std::optional<Millipoints>& points) {
    Number(points ? 1 : 0);
    Number(points.value_or(0));
  }
  void Number(int64_t number) { AppendNumber(number, &text); }
  void Text(std::string_view part) { AppendText(part, &text); }
  void Use(const std::vector<FieldUse>& uses, uint32_t use) {
    // A field without a column is missing everywhere: not the same as none.
    if (use == kNoIndex) return Number(-1);
    Number(uses[use].column == kNoIndex ? -2 : int64_t{uses[use].column});
    Number(static_cast<int64_t>(uses[use].type));
  }
  void Test(const TestCode& test, const std::vector<FieldUse>& uses) {
    Use(uses, test.field);
    Text(TestSignature(test));
  }
  void Pattern(uint32_t index) {
    if (index == kNoIndex) return Number(-1);
    const PatternCode& pattern = program_.patterns[index];
    Number(pattern.any_type ? -1 : static_cast<int64_t>(pattern.types.size()));
    for (const std::string& type : pattern.types) Text(type);
    Number(static_cast<int64_t>(pattern.where.size()));
    for (const TestCode& test : pattern.where) Test(test, program_.properties);
  }
  void Node(uint32_t index) {
    const mqlab::Node& node = program_.nodes[index];
    if (node.kind == NodeKind::kScenario) {
      return Node(program_.scenarios[node.a]);
    }
    Number(static_cast<int64_t>(node.kind));
    if (node.kind == NodeKind::kField) {
      Test(program_.tests[node.a], program_.fields);
    } else if (node.kind == NodeKind::kEvent || node.kind == NodeKind::kIdle) {
      Pattern(node.a);
    } else if (node.kind == NodeKind::kSequence) {
      Number(static_cast<int64_t>(node.steps.size()));
      for (const uint32_t step : node.steps) Pattern(step);
    } else if (node.kind == NodeKind::kScore || node.kind == NodeKind::kBand ||
               node.kind == NodeKind::kStage) {
      Number(node.a);
      Number(static_cast<int64_t>(node.steps.size()));
      for (const uint32_t band : node.steps) Number(band);
    }
    // Score tests stand in no rule; their numbers are compared by themselves.
    if (node.kind != NodeKind::kScore) {
      Number(node.low);
      Number(node.high);
    }
    Number(node.within_days);
    Number(static_cast<int64_t>(node.children.size()));
    for (const uint32_t child : node.children) Node(child);
  }

  const Program& program_;
};

}  // namespace

std::string PointsSignature(const Program& program, uint32_t rule) {
  Writer writer(program);
  writer.Points(program.rules[rule]);
  return writer.text + CountSignature(program, rule);
}

std::string StageSignature(const Program& program) {
  Writer writer(program);
  writer.Stages();
  return std::move(writer.text);
}

std::string TestSignature(const TestCode& test) {
  std::string text;
  AppendNumber(static_cast<int64_t>(test.op), &text);
  AppendNumber(test.wanted ? 1 : 0, &text);
  AppendNumber(static_cast<int64_t>(test.values.size()), &text);
  for (const TypedValue& value : test.values) Writer::Value(value, &text);
  return text;
}

std::string CountSignature(const Program& program, uint32_t rule) {
  Writer writer(program);
  writer.Rule(program.rules[rule]);
  return std::move(writer.text);
}

}  // namespace mqlab
