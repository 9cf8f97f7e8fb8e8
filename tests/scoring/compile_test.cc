#include <gtest/gtest.h>

#include "scoring_fixture.h"

namespace mqlab {
namespace {

std::string RuleIf(std::string_view condition) {
  return R"({"scores": {"fit": {}}, "rules": [{"id": "r", "score": "fit",
             "points": 1, "when": )" +
         std::string(condition) + "}]}";
}

FieldType TypeOf(std::string_view condition, std::string_view leads) {
  const auto scored = Prepare(RuleIf(condition), leads, "", "2026-01-01");
  EXPECT_TRUE(scored->compiled.program) << IssueIds(scored->compiled.issues);
  return scored->program().fields.at(0).type;
}

std::string Issues(const std::string& rules, std::string_view leads) {
  return IssueIds(Prepare(rules, leads, "", "2026-01-01")->compiled.issues);
}

constexpr std::string_view kNumbers = "lead_id,x\na,10\nb,20\nc,30\n";
constexpr std::string_view kWords = "lead_id,x\na,red\nb,blue\nc,30\n";

TEST(CompileTest, TakesTheFirstTypeThatCellsAndOperatorsAllow) {
  EXPECT_EQ(TypeOf(R"({"field": "x", "eq": 10})", kNumbers),
            FieldType::kNumber);
  EXPECT_EQ(TypeOf(R"({"field": "x", "eq": "red"})", kWords), FieldType::kText);
  EXPECT_EQ(TypeOf(R"({"field": "x", "contains": "1"})", kNumbers),
            FieldType::kText);
  EXPECT_EQ(TypeOf(R"({"field": "x", "is_true": true})",
                   "lead_id,x\na,da\nb,nie\nc,1\n"),
            FieldType::kBoolean);
  EXPECT_EQ(TypeOf(R"({"field": "x", "within_days": 3})",
                   "lead_id,x\na,2026-01-01\nb,2026-01-02T10:00\n"),
            FieldType::kInstant);
}

TEST(CompileTest, CodesWithLeadingZerosAreNoNumbers) {
  EXPECT_EQ(TypeOf(R"({"field": "x", "eq": "00123"})",
                   "lead_id,x\na,00123\nb,00456\n"),
            FieldType::kText);
}

TEST(CompileTest, FiveInAHundredMayBeUnfit) {
  std::string cells = "lead_id,x\n";
  for (int i = 0; i < 19; ++i) {
    cells += "l" + std::to_string(i) + "," + std::to_string(i + 1) + "\n";
  }
  EXPECT_EQ(TypeOf(R"({"field": "x", "is_set": true})", cells + "z,none\n"),
            FieldType::kNumber);
  EXPECT_EQ(
      TypeOf(R"({"field": "x", "is_set": true})", cells + "y,none\nz,none\n"),
      FieldType::kText);
}

TEST(CompileTest, WithoutCellsTheValuesDecide) {
  constexpr std::string_view kEmpty = "lead_id,x\na,\n";
  EXPECT_EQ(TypeOf(R"({"field": "x", "eq": "CEO"})", kEmpty), FieldType::kText);
  EXPECT_EQ(TypeOf(R"({"field": "x", "gt": 5})", kEmpty), FieldType::kNumber);
  EXPECT_EQ(TypeOf(R"({"field": "x", "gt": "2026-01-01"})", kEmpty),
            FieldType::kInstant);
}

TEST(CompileTest, RefusesWhatNoTypeCanDo) {
  EXPECT_EQ(Issues(RuleIf(R"({"field": "x", "gt": 5})"), kWords),
            "no_type_fits /rules/0/when\n");
  EXPECT_EQ(Issues(RuleIf(R"({"all": [{"field": "x", "gt": 5},
                                    {"field": "x", "contains": "a"}]})"),
                   kNumbers),
            "no_type_fits /rules/0/when/all/0\n");
}

TEST(CompileTest, RefusesValuesThatDoNotFitTheType) {
  EXPECT_EQ(
      Issues(RuleIf(R"({"field": "x", "in": [10, "many", true]})"), kNumbers),
      "value_of_type /rules/0/when/in/1\n"
      "value_of_type /rules/0/when/in/2\n");
  EXPECT_EQ(Issues(RuleIf(R"({"field": "x", "eq": 30})"), kWords),
            "value_of_type /rules/0/when/eq\n");
}

TEST(CompileTest, ADeclaredTypeStands) {
  const std::string rules =
      R"({"fields": {"x": {"type": "text"}}, "scores": {"fit": {}},
          "rules": [{"id": "r", "score": "fit", "points": 1,
                     "when": {"field": "x", "gt": 5}}]})";
  EXPECT_EQ(Issues(rules, kNumbers), "operator_of_type /rules/0/when\n");
}

TEST(CompileTest, NamesTheNearestHeaderOfAnUnknownField) {
  const auto scored =
      Prepare(RuleIf(R"({"field": "industri", "eq": "Software"})"),
              "lead_id,industry,country\na,Software,RO\n", "", "2026-01-01");
  ASSERT_TRUE(scored->compiled.program);
  const auto& issues = scored->compiled.issues.issues();
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues[0].code, IssueCode::kUnknownField);
  EXPECT_EQ(issues[0].severity, Severity::kWarning);
  EXPECT_EQ(issues[0].args, (std::vector<std::string>{"industri", "industry"}));
}

TEST(CompileTest, TheNearestMayBeAHeaderOfAnotherName) {
  const auto scored =
      Prepare(RuleIf(R"({"field": "titel", "eq": "CEO"})"),
              "lead_id,Title,created_at\na,CEO,2026-01-01\n", "", "2026-01-01");
  ASSERT_EQ(scored->compiled.issues.issues().size(), 1u);
  EXPECT_EQ(scored->compiled.issues.issues()[0].args,
            (std::vector<std::string>{"titel", "Title"}));
}

TEST(CompileTest, FindsAColumnWithoutRegardToCaseAndPunctuation) {
  const auto scored = Prepare(RuleIf(R"({"field": "pet_name", "eq": "Rex"})"),
                              "lead_id,Pet Name\na,Rex\n", "", "2026-01-01");
  EXPECT_EQ(scored->Table().total[0], 1000);
}

TEST(CompileTest, RefusesEqualLookupKeys) {
  const std::string rules =
      R"({"scores": {"fit": {}}, "rules": [{"id": "r", "score": "fit",
          "field": "x", "points_for": {"Red": 1, " red": 2}}]})";
  EXPECT_EQ(Issues(rules, kWords),
            "duplicate_lookup_key /rules/0/points_for/ red\n");
}

TEST(CompileTest, TellsEqualLookupKeysTogetherWithOtherFaults) {
  const std::string rules =
      R"({"fields": {"y": {"type": "number"}}, "scores": {"fit": {}}, "rules": [
            {"id": "a", "score": "fit", "points": 1,
             "when": {"field": "y", "contains": "1"}},
            {"id": "b", "score": "fit", "field": "x",
             "points_for": {"A": 1, "a ": 2}}]})";
  EXPECT_EQ(Issues(rules, kWords),
            "operator_of_type /rules/0/when\n"
            "duplicate_lookup_key /rules/1/points_for/a \n");
}

TEST(CompileTest, TellsFaultsOfTypesBesideFaultsOfTheFile) {
  const ParsedRuleset parsed = ParseRuleset(
      R"({"scores": {"s": {}},
          "fields": {"f": {"type": "text"}, "F": {"type": "number"}},
          "rules": [
            {"id": "x", "score": "s", "when": {"field": "f", "ge": 1},
             "points": 1},
            {"id": "y", "score": "s", "when": {"field": "F", "eq": "abc"},
             "points": 1},
            {"id": "z", "score": "s", "when": {"field": "F", "between": [1]},
             "points": 1},
            {"id": "u", "score": "s", "when": {"field": "F", "lke": true},
             "points": 1}]})");
  EXPECT_FALSE(parsed.ruleset);
  EXPECT_EQ(IssueIds(CheckDraft(parsed, {})),
            "operator_of_type /rules/0/when\n"
            "value_of_type /rules/1/when/eq\n");
}

// What is asked beside the scores.
std::string Asked(std::string_view part) {
  return R"({"scores": {"fit": {}}, "rules": [{"id": "r", "score": "fit",
             "points": 1, "when": {"field": "x", "eq": 10}}], )" +
         std::string(part) + "}";
}

TEST(CompileTest, TellsFaultsOfWhatIsAskedBesideTheScores) {
  EXPECT_EQ(Issues(Asked(R"("nurture": {"tracks": [{"id": "t",
                          "when": {"field": "x", "contains": "1"}}]})"),
                   kNumbers),
            "operator_of_type /nurture/tracks/0/when\n");
  EXPECT_EQ(Issues(Asked(R"("nurture": {"tracks": [{"id": "t",
                          "when": {"field": "x", "ge": "red"}}]})"),
                   kNumbers),
            "value_of_type /nurture/tracks/0/when/ge\n");
  EXPECT_EQ(Issues(Asked(R"("properties": {"n": {"type": "number"}},
          "sla": {"touch": {"event": "a", "where": [{"field": "n",
                                                     "contains": "1"}]},
                  "accept": {"event": "a", "where": [{"field": "n",
                                                      "eq": "y"}]}},
          "economics": {"touch": {"event": "b", "where": [{"field": "n",
                                                     "is_true": true}]}})"),
                   kNumbers),
            "operator_of_type /sla/touch/where/0\n"
            "operator_of_type /economics/touch/where/0\n"
            "value_of_type /sla/accept/where/0/eq\n");
  EXPECT_EQ(Issues(Asked(R"("qualification": {"bant": {"items": [{"id": "a",
                          "when": {"field": "x", "contains": "1"}}]}})"),
                   kWords),
            "value_of_type /rules/0/when/eq\n");
}

TEST(CompileTest, TellsColumnsThatAreNotThere) {
  const auto scored = Prepare(
      Asked(R"("sla": {"reason": "why", "contact": ["x", "mail"]},
               "economics": {"value": {"field": "revenue"},
                             "channel": {"property": "chanel"},
                             "campaign": {"field": "y"},
                             "content": {"property": "asset"}})"),
      kNumbers, "lead_id,time,type,channel,asset\na,2026-01-01,x,ad,y\n");
  ASSERT_TRUE(scored->compiled.program);
  EXPECT_EQ(IssueIds(scored->compiled.issues),
            "unknown_field /sla/contact\n"
            "unknown_field /economics/value\n"
            "unknown_field /economics/campaign/field\n"
            "unknown_property /sla/reason\n"
            "unknown_property /economics/channel/property\n");
}

TEST(CompileTest, ScoresNothingOfWhatIsAskedBesideTheScores) {
  const auto scored =
      Prepare(Asked(R"("sla": {"touch": {"event": "call"}, "contact": ["mail"]},
               "nurture": {"tracks": [{"id": "t",
                 "when": {"all": [{"field": "x", "is_set": true},
                                  {"field": "mail", "contains": "@"}]}}]})"),
              kNumbers, "");
  const Program& program = scored->program();
  EXPECT_EQ(program.fields.size(), 1u);
  EXPECT_TRUE(program.patterns.empty());
  EXPECT_EQ(program.tests.size(), 1u);
  ASSERT_EQ(program.asked_fields.size(), 1u);
  EXPECT_EQ(program.asked_fields[0].name, "mail");
}

TEST(BindingTest, TellsCellsThatDoNotFitTheTypeThatRulesGive) {
  const auto scored = Prepare(
      R"({"fields": {"n": {"type": "number"}}, "scores": {"s": {}},
          "rules": [{"id": "a", "score": "s", "points": 1,
                     "when": {"field": "n", "ge": 1}}]})",
      "id,x,n\n1,,abc\n2,,5\n3,,\n", "", "2026-01-01");
  const ScoreResult result =
      ScoreLeads(scored->program(), scored->dataset, scored->as_of);
  ASSERT_EQ(result.issues.issues().size(), 1u);
  const Issue& issue = result.issues.issues()[0];
  EXPECT_EQ(issue.code, IssueCode::kUnfitCell);
  EXPECT_EQ(issue.severity, Severity::kWarning);
  EXPECT_EQ(issue.place, (Place{"n", 1, 3}));
  EXPECT_EQ(issue.args, (std::vector<std::string>{"abc", "number", "n"}));
}

TEST(BindingTest, TellsUnfitCellsOfEventsByTheirRow) {
  const auto scored = Prepare(
      R"({"properties": {"n": {"type": "number"}}, "scores": {"s": {}},
          "rules": [{"id": "a", "score": "s", "points": 1,
                     "each": {"event": "x"}, "times_property": "n"}]})",
      "id\n1\n", "lead_id,time,type,n\n1,2026-01-02,x,2\n1,2026-01-01,x,two\n");
  const ScoreResult result =
      ScoreLeads(scored->program(), scored->dataset, scored->as_of);
  EXPECT_EQ(result.table->total[0], 2'000);
  ASSERT_EQ(result.issues.count(IssueCode::kUnfitCell), 1);
  EXPECT_EQ(result.issues.issues()[0].place, (Place{"n", 2, 4}));
}

TEST(BindingTest, AnUnfitCellOfALaterRowLetsTheEarlierStand) {
  const auto scored = Prepare(
      R"({"fields": {"n": {"type": "number"}, "t": {"type": "list"}},
          "scores": {"s": {}}, "rules": [
            {"id": "a", "score": "s", "field": "n",
             "ranges": [{"from": 5, "points": 7}]},
            {"id": "b", "score": "s", "points": 1,
             "when": {"field": "t", "contains": "vip"}}]})",
      "id,n,t\n1,5,vip\n1,n/a,;\n2,6,\n2,1,\n", "", "2026-01-01");
  EXPECT_EQ(scored->Table().total, (std::vector<Millipoints>{8'000, 0}));
}

TEST(CompileTest, ADisabledRuleAsksForNothing) {
  const std::string rules =
      R"({"scores": {"fit": {}}, "rules": [{"id": "r", "score": "fit",
          "enabled": false, "points": 1, "when": {"field": "x", "gt": 5}}]})";
  EXPECT_EQ(Issues(rules, kWords), "");
}

TEST(CompileTest, EqualPatternsAreOne) {
  const auto scored = Prepare(
      R"({"scores": {"e": {}}, "rules": [
            {"id": "a", "score": "e", "each": {"event": "x"}, "points": 1},
            {"id": "b", "score": "e", "points": 1,
             "when": {"event": "x", "count": {"ge": 3}}}]})",
      kNumbers, "", "2026-01-01");
  EXPECT_EQ(scored->program().patterns.size(), 1u);
}

}  // namespace
}  // namespace mqlab
