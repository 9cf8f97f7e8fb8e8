#include "cli/condition_text.h"

#include <array>
#include <charconv>
#include <string_view>

#include "base/decimal.h"
#include "base/instant.h"
#include "rules/catalog.h"

namespace mqlab {
namespace {

std::string Quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string NumberText(double number) {
  std::array<char, 32> buffer;
  const auto [end, fault] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return fault == std::errc() ? std::string(buffer.data(), end) : "?";
}

std::string Days(int64_t days) {
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string ValueText(const TypedValue& value, FieldType type) {
  switch (type) {
    case FieldType::kNumber:
      return NumberText(value.number);
    case FieldType::kBoolean:
      return value.boolean ? "true" : "false";
    case FieldType::kInstant:
      return FormatInstant(value.instant);
    case FieldType::kText:
    case FieldType::kList:
      break;
  }
  if (!value.text.empty() || value.words.empty()) return Quoted(value.text);
  std::string words;
  for (const std::string& word : value.words) {
    words += (words.empty() ? "" : " ") + word;
  }
  return Quoted(words);
}

std::string TestText(const TestCode& test,
                     const std::vector<FieldUse>& fields) {
  const FieldUse& field = fields[test.field];
  switch (test.op) {
    case Op::kIsSet:
      return field.name + (test.wanted ? " is set" : " is missing");
    case Op::kIsTrue:
      return field.name + (test.wanted ? " is true" : " is false");
    case Op::kWithinDays:
      return field.name + " within " + Days(test.values[0].days);
    case Op::kOlderThanDays:
      return field.name + " older than " + Days(test.values[0].days);
    case Op::kEq:
    case Op::kNe:
    case Op::kIn:
    case Op::kNotIn:
    case Op::kContains:
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kHasWord:
    case Op::kLt:
    case Op::kLe:
    case Op::kGt:
    case Op::kGe:
    case Op::kBetween:
      break;
  }
  std::string text = field.name + " " + std::string(OpName(test.op));
  std::string_view separator = " ";
  for (const TypedValue& value : test.values) {
    text.append(separator).append(ValueText(value, field.type));
    separator = ", ";
  }
  return text;
}

std::string PatternText(const Program& program, uint32_t index) {
  const PatternCode& pattern = program.patterns[index];
  std::string text = pattern.any_type ? "any event" : "";
  for (const std::string& type : pattern.types) {
    text += (text.empty() ? "" : " or ") + type;
  }
  for (size_t i = 0; i < pattern.where.size(); ++i) {
    text += (i == 0 ? " with " : " and ") +
            TestText(pattern.where[i], program.properties);
  }
  return text;
}

std::string Window(int64_t within_days) {
  return within_days == 0 ? "" : " within " + Days(within_days);
}

std::string Times(int64_t times) {
  return std::to_string(times) + (times == 1 ? " time" : " times");
}

std::string EventText(const Program& program, const Node& node) {
  std::string text = PatternText(program, node.a);
  const bool open = node.high == INT64_MAX;
  if (open && node.low > 1) {
    text += " at least " + Times(node.low);
  } else if (!open && node.low == 0) {
    text += " at most " + Times(node.high);
  } else if (!open) {
    text += " " + std::to_string(node.low) + " to " + Times(node.high);
  }
  return text + Window(node.within_days);
}

std::string ScoreName(const Program& program, uint32_t score) {
  return score == kNoIndex ? "total" : program.source.scores[score].id;
}

std::string ScoreText(const Program& program, const Node& node) {
  std::string text = ScoreName(program, node.a) + " " +
                     std::string(OpName(node.op)) + " " + FormatShort(node.low);
  if (node.op == Op::kBetween) text += ", " + FormatShort(node.high);
  return text;
}

}  // namespace

std::string ConditionText(const Program& program, uint32_t index) {
  const Node& node = program.nodes[index];
  switch (node.kind) {
    case NodeKind::kAll:
      return "all of:";
    case NodeKind::kAny:
      return "any of:";
    case NodeKind::kNone:
      return "none of:";
    case NodeKind::kAtLeast:
      return "at least " + std::to_string(node.low) + " of:";
    case NodeKind::kField:
      return TestText(program.tests[node.a], program.fields);
    case NodeKind::kEvent:
      return EventText(program, node);
    case NodeKind::kIdle:
      return "no " + PatternText(program, node.a) + " for " + Days(node.low);
    case NodeKind::kSequence: {
      std::string text;
      for (const uint32_t step : node.steps) {
        text += (text.empty() ? "" : ", then ") + PatternText(program, step);
      }
      return text + Window(node.within_days);
    }
    case NodeKind::kScore:
      return ScoreText(program, node);
    case NodeKind::kBand: {
      std::string text = ScoreName(program, node.a) + " in band";
      for (const uint32_t band : node.steps) {
        text += " " + program.scores[node.a].bands[band].label;
      }
      return text;
    }
    case NodeKind::kStage:
      return "reached " + program.source.stages[node.a].id;
    case NodeKind::kScenario:
      return "scenario " + program.source.scenarios[node.a].id + ":";
  }
  return "";
}

std::string HaveText(const Program& program, const TraceNode& part) {
  const Node& node = program.nodes[part.node];
  switch (node.kind) {
    case NodeKind::kEvent:
      return "has " + std::to_string(part.have);
    case NodeKind::kIdle:
      return part.have < 0 ? "never" : "last " + Days(part.have) + " ago";
    case NodeKind::kSequence:
      return std::to_string(part.have) + " of " +
             std::to_string(node.steps.size()) + " steps";
    case NodeKind::kScore: {
      std::string text = "has " + FormatShort(part.have);
      if (!part.holds && node.op == Op::kGe) {
        text += ", " + FormatShort(node.low - part.have) + " more needed";
      }
      return text;
    }
    case NodeKind::kBand:
      return "has " + FormatShort(part.have);
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone:
    case NodeKind::kAtLeast:
      return std::to_string(part.have) + " of " +
             std::to_string(node.children.size()) + " hold";
    case NodeKind::kField:
    case NodeKind::kStage:
    case NodeKind::kScenario:
      return "";
  }
  return "";
}

}  // namespace mqlab
