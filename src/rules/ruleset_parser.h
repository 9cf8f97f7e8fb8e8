#ifndef MQLAB_RULES_RULESET_PARSER_H_
#define MQLAB_RULES_RULESET_PARSER_H_

// The inside of ParseRuleset: a JSON tree to a Ruleset, one method a part of
// the file (parse.cc, parse_score.cc, parse_rule.cc, parse_condition.cc,
// parse_field_test.cc, parse_sales.cc, parse_economics.cc). A faulty part is
// reported and read on, so the result may be used only when reader().errors()
// is 0.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "json/json_tree.h"
#include "rules/catalog.h"
#include "rules/ruleset.h"
#include "rules/value_reader.h"

namespace mqlab {

// What conditions and rules may name, gathered before they are read. A section
// that cannot be read has no names to compare with.
struct KnownNames {
  struct Section {
    bool readable = true;
    std::vector<std::string_view> names;
  };
  Section scores;
  Section groups;
  Section scenarios;
  Section stages;
  std::map<std::string_view, Section> bands;  // by score
};

// Where a condition stands: rules make the scores, so no condition of theirs
// may ask for scores, bands or stages.
enum class ConditionHome { kRule, kScenario, kFunnel };

// Every key that a condition of some shape may have.
const std::vector<std::string_view>& ConditionKeys();
// A key of no condition is reported as such; most likely it stands for the one
// that is missing, which then is not reported as well.
bool HasUnknownKey(const JsonValue& condition);
// "a, b, c"
std::string Joined(KeyList keys);

class RulesetParser {
 public:
  // The tree must outlive the parser.
  explicit RulesetParser(const JsonValue& root);
  // Of a tree that may use names of another file, which must outlive it too.
  RulesetParser(const JsonValue& root, KnownNames known);

  Ruleset Parse();
  Condition ParseLoneCondition();
  ValueReader& reader() { return in_; }

 private:
  // parse.cc
  std::vector<FieldDeclaration> ParseFields(std::string_view key);
  std::vector<Scenario> ParseScenarios();
  std::vector<Disqualification> ParseDisqualify();
  std::vector<Stage> ParseStages();

  // parse_score.cc
  std::vector<Score> ParseScores();
  Score ParseScore(const JsonMember& member);
  std::vector<Band> ParseBands(const JsonValue& score, const Score& limits);
  std::vector<Group> ParseGroups();
  std::optional<Decay> ParseDecay(const JsonValue& parent);
  Decay ParseDecayObject(const JsonValue& value);
  void CheckLimits(const JsonValue& object, std::optional<Millipoints> min,
                   std::optional<Millipoints> max);

  // parse_rule.cc
  std::vector<Rule> ParseRules();
  Rule ParseRule(const JsonValue& value);
  void ParseTarget(const JsonValue& value, Rule& rule);
  ConditionRule ParseConditionRule(const JsonValue& value);
  EachRule ParseEachRule(const JsonValue& value);
  AtMost ParseAtMost(const JsonValue& value);
  IdleRule ParseIdleRule(const JsonValue& value);
  RangesRule ParseRangesRule(const JsonValue& value);
  PointsRange ParseRange(const JsonValue& value);
  std::optional<Literal> ParseRangeEnd(const JsonValue& range,
                                       std::string_view key);
  LookupRule ParseLookupRule(const JsonValue& value);

  // parse_condition.cc
  Condition RequireCondition(const JsonValue& object, std::string_view key,
                             ConditionHome home);
  Condition ParseCondition(const JsonValue& value, ConditionHome home);
  void ParseShape(std::string_view shape, const JsonValue& value,
                  ConditionHome home, Condition& condition);
  Combination ParseCombination(std::string_view shape, const JsonValue& value,
                               ConditionHome home);
  void ParseEvent(const JsonValue& value, Condition& condition);
  EventPattern ParsePattern(const JsonValue& value);
  // An event test that may have no keys but these.
  EventPattern ParsePatternOnly(const JsonValue& value, KeyList allowed);
  // One with "event" and "where" alone, under an optional key.
  std::optional<EventPattern> ParsePatternUnder(const JsonValue& object,
                                                std::string_view key);
  std::vector<std::string> ParseEventTypes(const JsonValue& value);
  CountRange ParseCount(const JsonValue& value);
  SequenceTest ParseSequence(const JsonValue& value);
  ScoreTest ParseScoreTest(const JsonValue& value);
  std::vector<Millipoints> ParsePointsOf(ValueShape shape,
                                         const JsonValue& value);
  BandTest ParseBandTest(const JsonValue& value);

  // parse_field_test.cc
  FieldTest ParseFieldTest(const JsonValue& value);
  void ParseValues(const Operator& op, const JsonValue& value, FieldTest& test);
  Literal ParseLiteral(const JsonValue& value, ValueShape shape);

  // parse_sales.cc
  std::optional<Sla> ParseSla();
  BusinessHours ParseBusinessHours(const JsonValue& value);
  std::vector<uint8_t> ParseDays(const JsonValue& value);
  // A minute of the day.
  std::optional<int32_t> ParseTimeOfDay(const JsonValue& object,
                                        std::string_view key);
  std::vector<Checklist> ParseQualification();
  Checklist ParseChecklist(const JsonMember& member);
  std::optional<Nurture> ParseNurture();
  NurtureTrack ParseTrack(const JsonValue& value, std::set<std::string>& ids);

  // parse_economics.cc
  std::optional<Economics> ParseEconomics();
  ValueSource ParseValueSource(const JsonValue& value);
  ContentSource ParseContentSource(const JsonValue& value);
  std::optional<ColumnName> ParseColumnName(const JsonValue& object,
                                            std::string_view key);
  std::vector<std::pair<std::string, std::string>> ParseRoles(
      const JsonValue& economics);

  // parse.cc; the text under "id", which must not be among `ids` yet.
  std::string ParseId(const JsonValue& object, std::set<std::string>& ids);
  // Reports a name that is not in the section.
  std::string KnownName(const JsonValue& value,
                        const KnownNames::Section& section, IssueCode code,
                        bool or_total = false);

  const JsonValue& root_;
  ValueReader in_;
  KnownNames known_;
};

}  // namespace mqlab

#endif  // MQLAB_RULES_RULESET_PARSER_H_
