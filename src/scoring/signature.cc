#include "scoring/signature.h"

#include <bit>
#include <string_view>

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

  std::string text;

 private:
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
    }
    Number(node.low);
    Number(node.high);
    Number(node.within_days);
    Number(static_cast<int64_t>(node.children.size()));
    for (const uint32_t child : node.children) Node(child);
  }

  const Program& program_;
};

}  // namespace

std::string TestSignature(const TestCode& test) {
  std::string text;
  AppendNumber(static_cast<int64_t>(test.op), &text);
  AppendNumber(test.wanted ? 1 : 0, &text);
  AppendNumber(static_cast<int64_t>(test.values.size()), &text);
  for (const TypedValue& value : test.values) {
    AppendText(value.text, &text);
    AppendNumber(std::bit_cast<int64_t>(value.number), &text);
    AppendNumber(value.boolean ? 1 : 0, &text);
    AppendNumber(value.instant, &text);
    AppendNumber(value.days, &text);
  }
  return text;
}

std::string CountSignature(const Program& program, uint32_t rule) {
  Writer writer(program);
  writer.Rule(program.rules[rule]);
  return std::move(writer.text);
}

}  // namespace mqlab
