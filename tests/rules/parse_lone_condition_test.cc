#include <gtest/gtest.h>

#include <string>

#include "rules/parse.h"

namespace mqlab {
namespace {

ParsedRuleset Rules() {
  return ParseRuleset(
      R"({"scores": {"s": {"reset_by": {"event": "r"},
                           "bands": [{"label": "A"}]}},
          "groups": {"g": {"score": "s"}},
          "rules": [{"id": "x", "group": "g", "each": {"event": "e"},
                     "points": 1}],
          "scenarios": {"one": {"score": "s", "ge": 1}},
          "qualification": {"list": {"items": [{"id": "i",
                                                "when": {"event": "e"}}]}},
          "sla": {}, "nurture": {}, "economics": {},
          "disqualify": [{"when": {"event": "e"}, "reason": "r"}],
          "stages": [{"id": "t", "enter": {"scenario": "one"}}]})");
}

TEST(ParseLoneConditionTest, MayNameWhatTheRulesHave) {
  const ParsedRuleset rules = Rules();
  const ParsedRuleset parsed = ParseCondition(
      R"({"all": [{"scenario": "one"}, {"score": "total", "ge": 1},
                  {"band": "s", "in": ["A"]}, {"reached": "t"},
                  {"scenario": "list"}]})",
      rules);
  ASSERT_TRUE(parsed.ruleset);
  EXPECT_TRUE(parsed.issues.empty());
  EXPECT_TRUE(parsed.ruleset->rules.empty());
  EXPECT_TRUE(parsed.ruleset->groups.empty());
  EXPECT_FALSE(parsed.ruleset->scores[0].reset_by);
  EXPECT_EQ(parsed.ruleset->stages[0].enter, Condition());
  EXPECT_EQ(parsed.ruleset->qualification.size(), 1u);
  EXPECT_FALSE(parsed.ruleset->sla);
  EXPECT_FALSE(parsed.ruleset->nurture);
  EXPECT_FALSE(parsed.ruleset->economics);
  ASSERT_EQ(parsed.ruleset->disqualify.size(), 1u);
  // Scenarios keep their places, and the condition has its own.
  const auto path = [&](const Condition& condition) {
    return parsed.place(condition.node).path;
  };
  EXPECT_EQ(path(parsed.ruleset->scenarios[0].condition), "/scenarios/one");
  const Condition& asked = parsed.ruleset->disqualify[0].when;
  EXPECT_EQ(path(asked), "");
  EXPECT_EQ(path(std::get<Combination>(asked.test).of[1]), "/all/1");
}

TEST(ParseLoneConditionTest, ReportsWhatTheRulesDoNotHave) {
  const ParsedRuleset rules = Rules();
  const auto first = [&](std::string_view json) {
    const ParsedRuleset parsed = ParseCondition(json, rules);
    EXPECT_FALSE(parsed.ruleset);
    const Issue& issue = parsed.issues.issues().at(0);
    return std::string(IssueId(issue.code)) + " " + issue.place.path;
  };
  EXPECT_EQ(first(R"({"scenario": "two"})"), "unknown_scenario /scenario");
  EXPECT_EQ(first(R"({"reached": "s"})"), "unknown_stage /reached");
  EXPECT_EQ(first(R"({"band": "s", "in": ["B"]})"), "unknown_band /in/0");
  EXPECT_EQ(first(R"({"feild": "x"})"), "unknown_key /feild");
  EXPECT_EQ(first("[]"), "wrong_kind ");
}

}  // namespace
}  // namespace mqlab
