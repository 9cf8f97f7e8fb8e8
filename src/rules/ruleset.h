#ifndef MQLAB_RULES_RULESET_H_
#define MQLAB_RULES_RULESET_H_

// A rule file as plain data: what mqlab/1 can say, nothing resolved yet. Its
// meaning is rules/README.md; its spelling is rules/ruleset.schema.json. Names
// (of fields, scores, scenarios...) are kept as written; ParseRuleset has
// checked all that can be known without data.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/issue.h"
#include "lead/field.h"

namespace mqlab {

// Where a node was written: a number into ParsedRuleset::places. No part of a
// node's value, so equality passes over it.
struct NodeId {
  uint32_t value = 0;
  bool operator==(const NodeId&) const { return true; }
};

enum class Op : uint8_t {
  kEq,
  kNe,
  kIn,
  kNotIn,
  kContains,
  kStartsWith,
  kEndsWith,
  kHasWord,
  kLt,
  kLe,
  kGt,
  kGe,
  kBetween,
  kIsSet,
  kIsTrue,
  kWithinDays,
  kOlderThanDays,
};

// A value as written; read as a cell of the field's type once that is known.
struct Literal {
  enum class Kind : uint8_t { kText, kNumber, kBoolean };
  Kind kind = Kind::kText;
  std::string text;  // of a number its digits as written, else "true", "false"
  NodeId node;
  bool operator==(const Literal&) const = default;
};

struct FieldTest {
  std::string field;
  Op op = Op::kEq;
  // One value; any number for in, not_in and the text operators; two for
  // between.
  std::vector<Literal> values;
  bool list = false;  // the values were written as a list
  NodeId node;
  bool operator==(const FieldTest&) const = default;
};

// What makes an event match; it never depends on as-of.
struct EventPattern {
  std::vector<std::string> types;  // none: every type ("*")
  std::vector<FieldTest> where;    // all must hold
  NodeId node;
  bool operator==(const EventPattern&) const = default;
};

struct CountRange {
  std::optional<int64_t> ge;
  std::optional<int64_t> le;
  bool operator==(const CountRange&) const = default;
};

struct EventTest {
  EventPattern event;
  std::optional<CountRange> count;  // none: at least 1
  std::optional<int64_t> within_days;
  bool operator==(const EventTest&) const = default;
};

struct IdleTest {
  EventPattern event;
  int64_t idle_days = 1;
  bool operator==(const IdleTest&) const = default;
};

struct SequenceTest {
  std::vector<EventPattern> steps;  // at least two
  std::optional<int64_t> within_days;
  bool operator==(const SequenceTest&) const = default;
};

struct ScoreTest {
  std::string score;  // or "total"
  Op op = Op::kGe;    // ge gt le lt between
  std::vector<Millipoints> values;
  bool operator==(const ScoreTest&) const = default;
};

struct BandTest {
  std::string score;
  std::vector<std::string> labels;
  bool operator==(const BandTest&) const = default;
};

struct StageTest {
  std::string stage;
  bool operator==(const StageTest&) const = default;
};

struct ScenarioTest {
  std::string scenario;
  bool operator==(const ScenarioTest&) const = default;
};

struct Condition;

struct Combination {
  enum class Kind : uint8_t { kAll, kAny, kNone, kAtLeast };
  Kind kind = Kind::kAll;
  int64_t at_least = 0;  // of kAtLeast
  std::vector<Condition> of;
  bool operator==(const Combination&) const;
};

struct Condition {
  std::variant<Combination, FieldTest, EventTest, IdleTest, SequenceTest,
               ScoreTest, BandTest, StageTest, ScenarioTest>
      test;
  NodeId node;
  bool operator==(const Condition&) const = default;
};

inline bool Combination::operator==(const Combination& other) const {
  return kind == other.kind && at_least == other.at_least && of == other.of;
}

struct Decay {
  enum class Kind : uint8_t { kNone, kCompound, kLinear, kHalfLife, kExpire };
  Kind kind = Kind::kNone;
  int64_t lose_thousandths = 0;  // of a percent: 0..100000 (compound, linear)
  int64_t days = 1;              // every_days, or days of a half-life
  int64_t after_days = 0;
  bool operator==(const Decay&) const = default;
};

struct ConditionRule {
  Condition when;
  Millipoints points = 0;
  bool operator==(const ConditionRule&) const = default;
};

struct AtMost {
  int64_t times = 1;
  std::optional<int64_t> per_days;
  std::optional<std::string> per_property;
  int64_t from = 1;
  NodeId node;
  bool operator==(const AtMost&) const = default;
};

struct EachRule {
  EventPattern each;
  std::optional<int64_t> within_days;
  Millipoints points = 0;
  std::optional<AtMost> at_most;
  std::optional<std::string> times_property;
  std::optional<Decay> decay;  // none: the group's, else the score's
  std::optional<Millipoints> max_points;
  bool operator==(const EachRule&) const = default;
};

struct IdleRule {
  int64_t each_idle_days = 1;
  EventPattern event;
  Millipoints points = 0;
  std::optional<Millipoints> max_points;
  bool past = false;
  bool operator==(const IdleRule&) const = default;
};

struct PointsRange {
  std::optional<Literal> from;  // x >= from
  std::optional<Literal> to;    // x < to
  Millipoints points = 0;
  bool operator==(const PointsRange&) const = default;
};

struct RangesRule {
  std::string field;
  std::vector<PointsRange> ranges;
  bool operator==(const RangesRule&) const = default;
};

struct LookupRule {
  std::string field;
  std::vector<std::pair<Literal, Millipoints>> points_for;  // in file order
  Millipoints otherwise = 0;
  bool operator==(const LookupRule&) const = default;
};

struct Rule {
  std::string id;
  std::string score;  // exactly one of score
  std::string group;  // and group is given
  std::string label;
  std::string why;
  bool enabled = true;
  std::variant<ConditionRule, EachRule, IdleRule, RangesRule, LookupRule> kind;
  NodeId node;
  bool operator==(const Rule&) const = default;
};

struct Group {
  std::string id;
  std::string label;
  std::string score;
  std::optional<Millipoints> min;
  std::optional<Millipoints> max;
  std::optional<Decay> decay;
  NodeId node;
  bool operator==(const Group&) const = default;
};

struct Band {
  std::string label;
  std::optional<Millipoints> ge;  // none: always
  bool operator==(const Band&) const = default;
};

struct Score {
  std::string id;
  std::string label;
  Millipoints start = 0;
  std::optional<Millipoints> min;
  std::optional<Millipoints> max;
  int64_t weight = 100;  // percent
  std::optional<Decay> decay;
  std::optional<EventPattern> reset_by;
  std::vector<Band> bands;
  NodeId node;
  bool operator==(const Score&) const = default;
};

struct Disqualification {
  Condition when;
  std::string reason;
  NodeId node;
  bool operator==(const Disqualification&) const = default;
};

struct Stage {
  std::string id;
  std::string label;
  Condition enter;
  std::optional<Condition> leave;
  NodeId node;
  bool operator==(const Stage&) const = default;
};

struct FieldDeclaration {
  std::string name;
  FieldType type = FieldType::kText;
  std::string label;
  NodeId node;
  bool operator==(const FieldDeclaration&) const = default;
};

struct Scenario {
  std::string id;
  Condition condition;
  NodeId node;
  bool operator==(const Scenario&) const = default;
};

// How sales is to take up the leads that are handed over; rules/measuring.md
// has what is taken where a part is not given.
struct BusinessHours {
  std::vector<uint8_t> days;  // 0 is Monday; rising
  int32_t from_minute = 0;    // of the day; from < until
  int32_t until_minute = 0;
  std::string zone;  // IANA; "": UTC
  bool operator==(const BusinessHours&) const = default;
};

struct Sla {
  std::string stage;
  std::optional<int64_t> hours;
  std::optional<EventPattern> touch;
  std::optional<EventPattern> accept;
  std::optional<EventPattern> reject;
  std::string reason;                               // property
  std::optional<std::vector<std::string>> contact;  // fields
  std::optional<BusinessHours> business_hours;
  NodeId node;
  NodeId reason_node = {};
  NodeId contact_node = {};  // the list
  bool operator==(const Sla&) const = default;
};

struct ChecklistItem {
  std::string id;
  std::string label;
  Condition when;
  std::string ask;
  NodeId node;
  bool operator==(const ChecklistItem&) const = default;
};

// Known as a scenario too: that at_least of its items hold.
struct Checklist {
  std::string id;
  std::string label;
  std::optional<int64_t> at_least;  // none: all
  std::vector<ChecklistItem> items;
  NodeId node;
  bool operator==(const Checklist&) const = default;
};

inline constexpr size_t kNumBuyerSteps =
    3;  // awareness, consideration, decision

struct NurtureTrack {
  std::string id;
  std::string label;
  Condition when;
  std::array<std::vector<std::string>, kNumBuyerSteps> content;
  NodeId node;
  bool operator==(const NurtureTrack&) const = default;
};

struct Nurture {
  std::optional<int64_t> silent_days;
  std::vector<NurtureTrack> tracks;
  NodeId node;
  bool operator==(const Nurture&) const = default;
};

// A field of the leads or a property of events.
struct ColumnName {
  bool is_field = false;
  std::string name;
  NodeId node = {};
  bool operator==(const ColumnName&) const = default;
};

struct ValueSource {
  std::optional<EventPattern> event;  // none: a field
  std::string name;                   // of the property or field
  NodeId node = {};
  bool operator==(const ValueSource&) const = default;
};

struct ContentSource {
  std::string property;
  std::optional<EventPattern> event;
  NodeId node = {};
  bool operator==(const ContentSource&) const = default;
};

struct Economics {
  std::string currency;
  std::optional<ValueSource> value;
  std::optional<EventPattern> touch;
  std::optional<ColumnName> channel;
  std::optional<ColumnName> campaign;
  std::optional<ContentSource> content;
  std::optional<int64_t> half_life_days;
  std::optional<int64_t> margin_percent;
  // Role -> stage, in file order.
  std::vector<std::pair<std::string, std::string>> stages;
  NodeId node;
  bool operator==(const Economics&) const = default;
};

// All lists in file order.
struct Ruleset {
  std::string name;
  std::string description;
  std::string source;                 // where its figures come from
  std::vector<std::string> left_out;  // of the source, what it cannot say
  std::vector<FieldDeclaration> fields;
  std::vector<FieldDeclaration> properties;
  std::string created_field;  // "" when not given
  NodeId created_node;
  std::vector<Score> scores;
  std::vector<Group> groups;
  std::vector<Rule> rules;
  std::vector<Scenario> scenarios;
  std::vector<Disqualification> disqualify;
  std::vector<Stage> stages;
  std::optional<Sla> sla;
  std::vector<Checklist> qualification;
  std::optional<Nurture> nurture;
  std::optional<Economics> economics;
  bool operator==(const Ruleset&) const = default;
};

}  // namespace mqlab

#endif  // MQLAB_RULES_RULESET_H_
