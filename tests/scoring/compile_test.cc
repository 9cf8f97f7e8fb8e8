#include <gtest/gtest.h>

#include "scoring_fixture.h"

namespace mqlab {
namespace {

std::string Rule(std::string_view condition) {
  return R"({"scores": {"fit": {}}, "rules": [{"id": "r", "score": "fit",
             "points": 1, "when": )" +
         std::string(condition) + "}]}";
}

FieldType TypeOf(std::string_view condition, std::string_view leads) {
  const auto scored = Prepare(Rule(condition), leads, "", "2026-01-01");
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
  EXPECT_EQ(Issues(Rule(R"({"field": "x", "gt": 5})"), kWords),
            "no_type_fits /rules/0/when\n");
  EXPECT_EQ(Issues(Rule(R"({"all": [{"field": "x", "gt": 5},
                                    {"field": "x", "contains": "a"}]})"),
                   kNumbers),
            "no_type_fits /rules/0/when/all/0\n");
}

TEST(CompileTest, RefusesValuesThatDoNotFitTheType) {
  EXPECT_EQ(
      Issues(Rule(R"({"field": "x", "in": [10, "many", true]})"), kNumbers),
      "value_of_type /rules/0/when/in/1\n"
      "value_of_type /rules/0/when/in/2\n");
  EXPECT_EQ(Issues(Rule(R"({"field": "x", "eq": 30})"), kWords),
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
      Prepare(Rule(R"({"field": "industri", "eq": "Software"})"),
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
      Prepare(Rule(R"({"field": "titel", "eq": "CEO"})"),
              "lead_id,Title,created_at\na,CEO,2026-01-01\n", "", "2026-01-01");
  ASSERT_EQ(scored->compiled.issues.issues().size(), 1u);
  EXPECT_EQ(scored->compiled.issues.issues()[0].args,
            (std::vector<std::string>{"titel", "Title"}));
}

TEST(CompileTest, FindsAColumnWithoutRegardToCaseAndPunctuation) {
  const auto scored = Prepare(Rule(R"({"field": "pet_name", "eq": "Rex"})"),
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
