#ifndef MQLAB_SCORING_PROGRAM_H_
#define MQLAB_SCORING_PROGRAM_H_

// A Program is a ruleset with every name resolved: plain data, indexes instead
// of names, values typed, no closures. Evaluate, explain and any other back end
// walk the same arrays. Made by Compile; knows no data, only which columns it
// wants.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/instant.h"
#include "base/issue.h"
#include "lead/event_log.h"
#include "lead/field.h"
#include "rules/parse.h"
#include "rules/ruleset.h"

namespace mqlab {

inline constexpr uint32_t kNoIndex = 0xFFFFFFFF;

// A field or property that the rules read.
struct FieldUse {
  std::string name;
  FieldType type = FieldType::kText;
  uint32_t column = kNoIndex;  // in the data; none: missing everywhere
};

// A typed comparison value; which member holds is the field's type.
struct TypedValue {
  std::string text;  // trimmed and folded
  double number = 0;
  bool boolean = false;
  Instant instant = 0;
  std::vector<std::string> words;  // of has_word
  int64_t days = 0;                // of within_days and older_than_days
  bool operator==(const TypedValue&) const = default;
};

struct TestCode {
  uint32_t field = 0;  // into Program::fields, or ::properties in a pattern
  Op op = Op::kEq;
  std::vector<TypedValue> values;
  bool wanted = true;  // of is_set, is_true
};

struct PatternCode {
  bool any_type = false;
  std::vector<std::string> types;
  std::vector<TestCode> where;
};

enum class NodeKind : uint8_t {
  kAll,
  kAny,
  kNone,
  kAtLeast,  // children
  kField,    // a: field test
  kEvent,
  kIdle,      // a: pattern
  kSequence,  // children are patterns, by `steps`
  kScore,     // a: score, or kNoIndex for the total
  kBand,      // a: score; labels as band indexes in `steps`
  kStage,     // a: stage
  kScenario,  // a: scenario (into Program::scenarios)
};

struct Node {
  NodeKind kind = NodeKind::kAll;
  uint32_t a = kNoIndex;
  std::vector<uint32_t> children;  // nodes
  std::vector<uint32_t> steps;  // patterns of a sequence, bands of a band test
  Op op = Op::kGe;              // of a score test
  int64_t low = 0;              // count.ge, at_least, idle days, points
  int64_t high = 0;             // count.le, points of between's upper end
  int64_t within_days = 0;      // 0: no window
  NodeId source;
};

// Whether a node combines its children to true, by holds(child) of each.
// REQUIRES: kAll, kAny, kNone or kAtLeast.
template <typename Holds>
bool Combine(const Node& node, Holds holds) {
  switch (node.kind) {
    case NodeKind::kAll:
      return std::ranges::all_of(node.children, holds);
    case NodeKind::kAny:
      return std::ranges::any_of(node.children, holds);
    case NodeKind::kNone:
      return std::ranges::none_of(node.children, holds);
    default:
      return std::ranges::count_if(node.children, holds) >= node.low;
  }
}

// The values that pass a score test: both ends do.
struct PassingRange {
  Millipoints least;
  Millipoints most;
  bool Has(Millipoints x) const { return least <= x && x <= most; }
};
// REQUIRES: kScore. The points written in rules are far from the ends.
inline PassingRange PassingValues(const Node& node) {
  switch (node.op) {
    case Op::kGe:
      return {node.low, INT64_MAX};
    case Op::kGt:
      return {node.low + 1, INT64_MAX};
    case Op::kLt:
      return {INT64_MIN, node.low - 1};
    case Op::kLe:
      return {INT64_MIN, node.low};
    default:
      return {node.low, node.high};
  }
}

enum class RuleKind : uint8_t { kCondition, kEach, kIdle, kRanges, kLookup };

struct RangeCode {
  std::optional<double> from;
  std::optional<double> to;
  Millipoints points = 0;
};

struct RuleCode {
  RuleKind kind = RuleKind::kCondition;
  uint32_t source = 0;  // into Ruleset::rules
  uint32_t score = 0;
  uint32_t group = kNoIndex;
  Millipoints points = 0;
  uint32_t node = kNoIndex;     // condition
  uint32_t pattern = kNoIndex;  // each, idle
  int64_t within_days = 0;      // each; 0: no window
  bool limited = false;         // each: at_most is given
  int64_t at_most = 0;
  int64_t per_days = 0;              // 0: not by days
  uint32_t per_property = kNoIndex;  // into properties
  int64_t from = 1;
  uint32_t times_property = kNoIndex;  // into properties
  Decay decay;                         // resolved
  std::optional<Millipoints> max_points;
  int64_t idle_days = 1;
  bool past = false;
  uint32_t field = kNoIndex;  // ranges, lookup; into fields
  std::vector<RangeCode> ranges;
  std::vector<std::pair<TypedValue, Millipoints>> points_for;
  Millipoints otherwise = 0;
};

struct GroupCode {
  uint32_t score = 0;
  std::optional<Millipoints> min;
  std::optional<Millipoints> max;
};

struct ScoreCode {
  Millipoints start = 0;
  std::optional<Millipoints> min;
  std::optional<Millipoints> max;
  int64_t weight = 100;
  uint32_t reset_by = kNoIndex;  // pattern
  std::vector<Band> bands;
  std::vector<uint32_t> rules;  // directly in the score; into Program::rules
  std::vector<uint32_t> groups;
};

// The first band that holds for a score's clamped value; kNoBand when none.
inline constexpr uint16_t kNoBand = 0xFFFF;
uint16_t BandOf(const ScoreCode& score, Millipoints value);

struct StageCode {
  uint32_t enter = 0;
  uint32_t leave = kNoIndex;
};

struct Program {
  Ruleset source;  // checklists are scenarios too
  std::vector<FieldUse> fields;
  std::vector<FieldUse> properties;
  // Those that hand-off, nurture and economics alone ask for: no part of what
  // is scored, but their types hold wherever they are asked.
  std::vector<FieldUse> asked_fields;
  std::vector<FieldUse> asked_properties;
  uint32_t created_field = kNoIndex;
  std::vector<TestCode> tests;        // on lead fields
  std::vector<PatternCode> patterns;  // equal ones once
  std::vector<Node> nodes;
  std::vector<uint32_t> scenarios;  // node of each
  std::vector<RuleCode> rules;      // enabled ones, in file order
  std::vector<GroupCode> groups;
  std::vector<std::vector<uint32_t>> group_rules;
  std::vector<ScoreCode> scores;
  std::vector<uint32_t> disqualify;  // nodes
  std::vector<StageCode> stages;
  // Scores that a stage or disqualification asks for, directly or through the
  // total: they are computed at every instant of a lead's life.
  std::vector<bool> score_in_life;
  bool total_in_life = false;
};

// Whether a rule looks at one cell alone: ranges, lookup, or one field test.
inline bool HasCellColumn(const Program& program, uint32_t rule) {
  const RuleCode& code = program.rules[rule];
  return code.field != kNoIndex ||
         (code.kind == RuleKind::kCondition &&
          program.nodes[code.node].kind == NodeKind::kField);
}

// What Compile must know of the data.
struct Schema {
  struct Entry {
    std::string name;
    std::string header;
    TypeVotes votes;
  };
  std::vector<Entry> fields;
  std::vector<Entry> properties;
  bool leads_loaded = false;
  bool events_loaded = false;
};
Schema SchemaOf(const Dataset& dataset);

struct CompiledProgram {
  std::optional<Program> program;  // none iff there is a kError issue
  IssueList issues;
};

// Resolves a ruleset against the columns of the data.
// REQUIRES: parsed.ruleset holds a value.
CompiledProgram Compile(const ParsedRuleset& parsed, const Schema& schema);

// Of a rule file that has errors: the issues that Compile would find in what
// could be read, so that all are told at once.
IssueList CheckDraft(const ParsedRuleset& parsed, const Schema& schema);

}  // namespace mqlab

#endif  // MQLAB_SCORING_PROGRAM_H_
