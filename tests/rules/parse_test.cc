#include "rules/parse.h"

#include <gtest/gtest.h>

#include "rules/rule_files.h"
#include "rules/write.h"

namespace mqlab {
namespace {

Ruleset Parsed(std::string_view json) {
  const ParsedRuleset parsed = ParseRuleset(json);
  EXPECT_EQ(IssueLines(parsed.issues), "");
  return parsed.ruleset.value_or(Ruleset());
}

std::string Issues(std::string_view json) {
  return IssueLines(ParseRuleset(json).issues);
}

TEST(ParseRulesetTest, ReadsScoresExactly) {
  const Ruleset ruleset = Parsed(R"({"scores": {"fit": {
      "start": -0.125, "min": -5, "max": 1e3, "weight": 50,
      "decay": {"kind": "linear", "lose_percent": 2.5, "every_days": 7,
                "after_days": 3},
      "reset_by": {"event": " stop "},
      "bands": [{"label": "A", "ge": 40}, {"label": "B"}]}}})");
  ASSERT_EQ(ruleset.scores.size(), 1U);
  const Score& score = ruleset.scores[0];
  EXPECT_EQ(score.start, -125);
  EXPECT_EQ(score.min, -5000);
  EXPECT_EQ(score.max, 1'000'000);
  EXPECT_EQ(score.weight, 50);
  EXPECT_EQ(score.decay, (Decay{.kind = Decay::Kind::kLinear,
                                .lose_thousandths = 2500,
                                .days = 7,
                                .after_days = 3}));
  EXPECT_EQ(score.reset_by->types, std::vector<std::string>{"stop"});
  EXPECT_EQ(score.bands[0].ge, 40'000);
  EXPECT_FALSE(score.bands[1].ge.has_value());
}

TEST(ParseRulesetTest, ReadsSourceAndWhatIsLeftOut) {
  const Ruleset ruleset =
      Parsed(R"({"source": "A manual", "left_out": ["By hand", "By list"]})");
  EXPECT_EQ(ruleset.source, "A manual");
  EXPECT_EQ(ruleset.left_out, (std::vector<std::string>{"By hand", "By list"}));
}

TEST(ParseRulesetTest, ReadsHandOffAndItsHours) {
  const Ruleset ruleset = Parsed(R"({"sla": {"hours": 8,
      "touch": {"event": ["call", "mail"]}, "contact": ["email"],
      "business_hours": {"days": ["fri", "mon"], "from": "09:30",
                         "until": "24:00"}}})");
  EXPECT_EQ(ruleset.sla->hours, 8);
  EXPECT_EQ(ruleset.sla->touch->types,
            (std::vector<std::string>{"call", "mail"}));
  EXPECT_FALSE(ruleset.sla->accept);
  EXPECT_EQ(ruleset.sla->business_hours,
            (BusinessHours{{0, 4}, 9 * 60 + 30, 24 * 60, ""}));
  EXPECT_FALSE(Parsed(R"({"sla": {}})").sla->business_hours);
}

TEST(ParseRulesetTest, ReadsWhereMoneyStands) {
  const Ruleset ruleset = Parsed(R"({"stages": [{"id": "s", "enter":
      {"all": []}}], "economics": {"value": {"event": "won",
      "property": "sum"}, "channel": {"field": "source"},
      "content": {"property": "asset"}, "margin_percent": 0,
      "stages": {"mql": "s", "customer": "s"}}})");
  const Economics& economics = *ruleset.economics;
  EXPECT_EQ(economics.value->event->types, std::vector<std::string>{"won"});
  EXPECT_EQ(economics.value->name, "sum");
  EXPECT_EQ(economics.channel, (ColumnName{true, "source"}));
  EXPECT_FALSE(economics.campaign);
  EXPECT_EQ(economics.content->property, "asset");
  EXPECT_FALSE(economics.content->event);
  EXPECT_EQ(economics.margin_percent, 0);
  EXPECT_EQ(economics.stages[1].first, "customer");
}

TEST(ParseRulesetTest, TellsNoDecayFromDecaySwitchedOff) {
  const Ruleset ruleset =
      Parsed(R"({"scores": {"a": {}, "b": {"decay": "none"}}})");
  EXPECT_FALSE(ruleset.scores[0].decay.has_value());
  EXPECT_EQ(ruleset.scores[1].decay, Decay());
}

TEST(ParseRulesetTest, KeepsLiteralsAsWritten) {
  const Ruleset ruleset = Parsed(R"({"disqualify": [{"reason": "x", "when":
      {"field": "n", "in": [1.50, " 1.50", true]}}]})");
  const auto& test = std::get<FieldTest>(ruleset.disqualify[0].when.test);
  EXPECT_TRUE(test.list);
  EXPECT_EQ(test.values[0],
            (Literal{Literal::Kind::kNumber, "1.50", NodeId()}));
  EXPECT_EQ(test.values[1], (Literal{Literal::Kind::kText, " 1.50", NodeId()}));
  EXPECT_EQ(test.values[2],
            (Literal{Literal::Kind::kBoolean, "true", NodeId()}));
}

TEST(ParseRulesetTest, ReadsStarAsEveryType) {
  const Ruleset ruleset =
      Parsed(R"({"disqualify": [{"reason": "x", "when": {"event": "*"}}]})");
  const auto& test = std::get<EventTest>(ruleset.disqualify[0].when.test);
  EXPECT_TRUE(test.event.types.empty());
  EXPECT_FALSE(test.count.has_value());
}

TEST(ParseRulesetTest, TellsNodesTheirPlaces) {
  const ParsedRuleset parsed = ParseRuleset(
      "{\"stages\": [\n {\"id\": \"mql\", \"enter\":\n  {\"all\": "
      "[{\"field\": \"a\", \"eq\": 1}]}}]}");
  ASSERT_TRUE(parsed.ruleset.has_value());
  EXPECT_EQ(parsed.places[0], (Place{"", 1, 1}));
  const Stage& stage = parsed.ruleset->stages[0];
  EXPECT_EQ(parsed.place(stage.node), (Place{"/stages/0", 2, 2}));
  EXPECT_EQ(parsed.place(stage.enter.node), (Place{"/stages/0/enter", 3, 3}));
  const auto& all = std::get<Combination>(stage.enter.test);
  const auto& test = std::get<FieldTest>(all.of[0].test);
  EXPECT_EQ(parsed.place(test.node), (Place{"/stages/0/enter/all/0", 3, 12}));
  EXPECT_EQ(parsed.place(test.values[0].node),
            (Place{"/stages/0/enter/all/0/eq", 3, 33}));
}

TEST(ParseRulesetTest, GivesARulesetOnlyWithoutErrors) {
  EXPECT_TRUE(ParseRuleset("{}").ruleset.has_value());
  EXPECT_FALSE(ParseRuleset("{\"x\": 1}").ruleset.has_value());
  EXPECT_FALSE(ParseRuleset("{").ruleset.has_value());
  EXPECT_EQ(ParseRuleset("{").places.size(), 1U);
}

// A part that cannot be read must not make what names it look unknown.
TEST(ParseRulesetTest, DoesNotReportWhatFollowsFromAFault) {
  EXPECT_EQ(Issues(R"({"scores": 5, "groups": 5, "stages": 5, "scenarios": 5,
      "rules": [{"id": "a", "score": "s", "when": {"scenario": "x"},
                 "points": 1}, {"id": "b", "group": "g", "when":
                 {"scenario": "x"}, "points": 1}],
      "disqualify": [{"reason": "r", "when": {"any": [{"reached": "m"},
                 {"band": "s", "in": ["A"]}, {"score": "s", "ge": 1}]}}]})"),
            "error wrong_kind /scores 1:12 <object> <number>\n"
            "error wrong_kind /groups 1:25 <object> <number>\n"
            "error wrong_kind /stages 1:38 <list> <number>\n"
            "error wrong_kind /scenarios 1:54 <object> <number>\n");
  EXPECT_EQ(Issues(R"({"scores": {"s": {"bands": [{"label": 1}]}}, "stages":
      [{"id": "x", "enter": {"band": "s", "in": ["A"]}}]})"),
            "error wrong_kind /scores/s/bands/0/label 1:39 <text> <number>\n");
}

TEST(ParseRulesetTest, SortsFaultsByTheirPlaces) {
  EXPECT_EQ(Issues("{\"x\": 1,\n\"scores\": {\"a\": {\"y\": 1}},\n\"name\": "
                   "1, \"z\": 1}"),
            "error unknown_key /x 1:2 <x> <sla>\n"
            "error unknown_key /scores/a/y 2:18 <y> <min>\n"
            "error wrong_kind /name 3:9 <text> <number>\n"
            "error unknown_key /z 3:12 <z> <sla>\n");
}

TEST(ParseRulesetTest, AnswersLongChainsOfScenarios) {
  std::string json = "{\"scenarios\": {";
  for (int i = 0; i < 2000; ++i) {
    json += "\"" + std::to_string(i) + "\": {\"scenario\": \"" +
            std::to_string((i + 1) % 2000) + "\"},";
  }
  json.back() = '}';
  const ParsedRuleset parsed = ParseRuleset(json + "}");
  EXPECT_EQ(parsed.issues.count(IssueCode::kScenarioCycle), 1);
}

TEST(WriteRulesetTest, WritesDefaultsAsNothing) {
  EXPECT_EQ(WriteRuleset(Ruleset()), "{\n  \"format\": \"mqlab/1\"\n}\n");
  const Ruleset ruleset = Parsed(R"({"name": "", "scores": {"a": {"start": 0,
      "weight": 100, "bands": [], "label": ""}}, "rules": [{"id": "r",
      "score": "a", "enabled": true, "each": {"event": "x", "where": []},
      "points": 1.50, "at_most": {"times": 1, "from": 1}}], "stages": []})");
  EXPECT_EQ(WriteRuleset(ruleset), R"({
  "format": "mqlab/1",
  "scores": {
    "a": {}
  },
  "rules": [
    {"id": "r", "score": "a", "each": {"event": "x"}, "points": 1.5, "at_most": {"times": 1}}
  ]
}
)");
}

TEST(WriteRulesetTest, WritesSourceAndWhatIsLeftOut) {
  Ruleset ruleset;
  ruleset.source = "A manual";
  ruleset.left_out = {"By hand", "By list"};
  EXPECT_EQ(WriteRuleset(ruleset), R"({
  "format": "mqlab/1",
  "source": "A manual",
  "left_out": [
    "By hand",
    "By list"
  ]
}
)");
}

TEST(WriteRulesetTest, EscapesTexts) {
  Ruleset ruleset;
  ruleset.name = "\"a\\b\"\n\t\x01 ș\x7F";
  const std::string written = WriteRuleset(ruleset);
  EXPECT_NE(written.find(R"("\"a\\b\"\n\t\u0001 ș\u007f")"), std::string::npos)
      << written;
  EXPECT_EQ(Parsed(written), ruleset);
}

TEST(WriteRulesetTest, KeepsLinesShort) {
  const Ruleset ruleset =
      Parsed(ReadFile("tests/cases/rulesets/valid/every-key.json"));
  const std::string written = WriteRuleset(ruleset);
  size_t start = 0;
  while (start < written.size()) {
    const size_t end = written.find('\n', start);
    EXPECT_LE(end - start, 101U) << written.substr(start, end - start);
    start = end + 1;
  }
}

}  // namespace
}  // namespace mqlab
