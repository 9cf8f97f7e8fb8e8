#include "scoring/reference_scorer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scoring/worked_case.h"

// Worked examples of model.md (section 7) and others, computed by hand from its
// text: who judges the engine must be judged too.

namespace mqlab::reference {
namespace {

bool HoldsFor(const std::string& type, const std::string& cell,
              const std::string& test) {
  const std::string rules =
      R"("fields": {"f": {"type": ")" + type +
      R"("}}, "scores": {"s": {}}, "rules": [{"id": "r", "score": "s",
         "when": {"field": "f", )" +
      test + R"(}, "points": 1}])";
  return JudgeLead(rules, {{"f", cell}}, {}, 40).scores.at(0) == 1000;
}

struct FieldCase {
  const char* type;
  const char* cell;
  const char* test;
  bool holds;
};

TEST(ReferenceScorerTest, TestsFields) {
  const FieldCase cases[] = {
      // a missing field
      {"text", " ", R"("eq": "a")", false},
      {"text", "", R"("ne": "a")", true},
      {"number", "n/a", R"("not_in": [1])", true},
      {"number", "n/a", R"("is_set": false)", true},
      {"list", " ; ", R"("is_set": true)", false},
      {"boolean", "maybe", R"("is_true": false)", false},
      // text
      {"text", " ŞTEFAN ", R"("eq": "ștefan")", true},
      {"text", "straße", R"("eq": "STRASSE")", false},
      {"text", "director", R"("contains": "CTO ")", true},
      {"text", "director", R"("has_word": "cto")", false},
      {"text", "VP, Sales & Ops", R"("has_word": ["x", "sales ops"])", true},
      {"text", "VP, Sales & Ops", R"("has_word": "vp ops")", false},
      {"text", "a - b", R"("has_word": "-")", false},
      {"text", "Head of Sales", R"("starts_with": ["sales", "head"])", true},
      {"text", "Head of Sales", R"("ends_with": "HEAD")", false},
      {"text", "10.0", R"("eq": "10")", false},
      // numbers
      {"number", "10.0", R"("eq": 10)", true},
      {"number", "007", R"("eq": "7")", true},
      {"number", "-0", R"("in": [1, 0])", true},
      {"number", "5", R"("between": [5, 6])", true},
      {"number", "5", R"("gt": 5)", false},
      // booleans
      {"boolean", "Tak", R"("eq": true)", true},
      {"boolean", "N", R"("is_true": false)", true},
      {"boolean", "1", R"("ne": "да")", false},
      // instants; as-of is 2026-02-10
      {"instant", "2026-02-10", R"("within_days": 1)", true},
      {"instant", "2026-02-08T00:00:01", R"("within_days": 2)", true},
      {"instant", "2026-02-08", R"("within_days": 2)", false},
      {"instant", "2026-02-08", R"("older_than_days": 2)", true},
      {"instant", "2026-02-11", R"("within_days": 9)", false},
      {"instant", "2026-02-11", R"("older_than_days": 0)", false},
      {"instant", "2026-02-11", R"("gt": "2026-02-11T01:00+02:00")", true},
      // lists
      {"list", "a; B ;;c", R"("eq": "b")", true},
      {"list", "a; B ;;c", R"("ne": "b")", false},
      {"list", "a;b", R"("not_in": ["c", "d"])", true},
      {"list", "ab;cd", R"("contains": "bc")", false},
      {"list", "x y;z", R"("has_word": "y")", true},
  };
  for (const FieldCase& c : cases) {
    EXPECT_EQ(HoldsFor(c.type, c.cell, c.test), c.holds)
        << c.type << " \"" << c.cell << "\" " << c.test;
  }
}

TEST(ReferenceScorerTest, ChoosesTypes) {
  const auto faults = [](const std::string& test, const std::string& cell) {
    return !Judge(R"("scores": {"s": {}}, "rules": [{"id": "r", "score": "s",
                     "when": {"field": "f", )" +
                      test + R"(}, "points": 1}])",
                  {{"f", cell}}, {}, 0)
                .faults.empty();
  };
  EXPECT_FALSE(faults(R"("ge": 3)", "7"));
  EXPECT_TRUE(faults(R"("ge": 3)", "seven"));
  EXPECT_TRUE(faults(R"("ge": 3)", "007"));  // a code: no number here
  EXPECT_TRUE(faults(R"("eq": 7)", "007"));  // so a text
  EXPECT_FALSE(faults(R"("eq": "7")", "007"));
  EXPECT_FALSE(faults(R"("is_true": true)", "0"));
  EXPECT_TRUE(faults(R"("eq": "x")", "7"));
  EXPECT_FALSE(faults(R"("eq": "x")", ""));  // no cell: the value decides
  EXPECT_FALSE(faults(R"("gt": "2026-01-01")", ""));
  EXPECT_TRUE(faults(R"("gt": "x")", ""));
  EXPECT_FALSE(faults(R"("within_days": 3)", "2026-01-01"));
}

TEST(ReferenceScorerTest, AddsEventsOfExample1) {
  const ReferenceLead lead = JudgeLead(
      R"("scores": {"engagement": {}}, "rules": [
         {"id": "e", "score": "engagement", "points": 10,
          "each": {"event": "ebook_download"}},
         {"id": "w", "score": "engagement", "points": 20,
          "each": {"event": "webinar_attended"}}])",
      {},
      {{1, "ebook_download"}, {2, "webinar_attended"}, {2, "ebook_download"}},
      3);
  EXPECT_EQ(lead.total, 40'000);
}

TEST(ReferenceScorerTest, LimitsEachEvent) {
  const std::vector<Act> visits = {{0, "v", {{"p", "A"}, {"n", "1"}}},
                                   {0, "v", {{"p", "b"}, {"n", "-2.5"}}},
                                   {4, "v", {{"p", "a"}, {"n", "x"}}},
                                   {5, "v", {{"n", "1e10"}}},
                                   {5, "v", {{"p", ""}, {"n", "0.0005"}}}};
  const std::string each = R"("each": {"event": "v"}, "points": 2)";
  EXPECT_EQ(Points(each, visits, 9), 10'000);
  EXPECT_EQ(Points(each, visits, 4), 6'000);  // two lie ahead
  EXPECT_EQ(Points(R"("each": {"event": "v", "within_days": 5}, "points": 2)",
                   visits, 9),
            4'000);
  const auto limited = [&](const std::string& at_most) {
    return Points(each + R"(, "at_most": {"times": )" + at_most + "}", visits,
                  9);
  };
  EXPECT_EQ(limited("2"), 4'000);
  EXPECT_EQ(limited(R"(9, "from": 4)"), 4'000);
  EXPECT_EQ(limited(R"(1, "per_days": 1)"), 6'000);
  // 2026-01-01 is a Thursday: the fifth is the Monday of another week.
  EXPECT_EQ(limited(R"(1, "per_days": 7)"), 4'000);
  EXPECT_EQ(limited(R"(1, "per_days": 7, "from": 3)"), 2'000);
  EXPECT_EQ(limited(R"(1, "per_property": "p")"), 6'000);
  EXPECT_EQ(limited(R"(1, "per_property": "p", "per_days": 1)"), 8'000);
  EXPECT_EQ(limited(R"(5, "per_property": "p", "from": 2)"), 4'000);

  const std::string times = each + R"(, "times_property": "n")";
  const std::string declared = R"("properties": {"n": {"type": "number"}}, )";
  const auto summed = [&](const std::string& rest) {
    return JudgeLead(declared + R"("scores": {"s": {}}, "rules":
                     [{"id": "r", "score": "s", )" +
                         times + rest + "}]",
                     {}, visits, 9)
        .total;
  };
  EXPECT_EQ(summed(""), -2'998);  // 2 * (1 - 2.5 + 0 + 0 + 0.001)
  EXPECT_EQ(summed(R"(, "max_points": 1.5)"), -1'500);
}

TEST(ReferenceScorerTest, CountsSilences) {
  const std::string idle =
      R"("each_idle_days": 10, "event": "v", "points": -3)";
  const std::string past = idle + R"(, "past": true)";
  const std::string reset = R"("reset_by": {"event": "u"})";
  EXPECT_EQ(Points(idle, {{2, "v"}, {25, "v"}}, 44), -3'000);
  EXPECT_EQ(Points(idle, {{2, "v"}, {25, "v"}}, 45), -6'000);
  EXPECT_EQ(Points(past, {{2, "v"}, {25, "v"}}, 45), -12'000);
  EXPECT_EQ(Points(idle, {{2, "w"}}, 45), 0);
  EXPECT_EQ(Points(idle, {{2, "v"}, {30, "u"}}, 45, {}, reset), -3'000);
  EXPECT_EQ(Points(past, {{2, "v"}, {20, "u"}, {31, "v"}}, 45, {}, reset),
            -6'000);
  const auto with_creation = [&](const std::string& rule,
                                 const std::vector<Act>& acts) {
    return JudgeLead(R"("created_field": "c", "scores": {"s": {}}, "rules":
                     [{"id": "r", "score": "s", )" +
                         rule + "}]",
                     {{"c", Day(5)}}, acts, 45)
        .total;
  };
  EXPECT_EQ(with_creation(idle, {}), -12'000);
  EXPECT_EQ(with_creation(past, {{16, "v"}}), -9'000);  // 1 and 2
  EXPECT_EQ(with_creation(past, {{0, "v"}}), -12'000);  // none before
  EXPECT_EQ(with_creation(idle, {{30, "v"}}), -3'000);
}

TEST(ReferenceScorerTest, ReadsRangesAndLookups) {
  const std::string ranges = R"("field": "f", "ranges": [
      {"to": 0, "points": 1}, {"from": 0, "to": 10, "points": 2},
      {"from": 5, "points": 3}])";
  EXPECT_EQ(Points(ranges, {}, 0, {{"f", "-1"}}), 1'000);
  EXPECT_EQ(Points(ranges, {}, 0, {{"f", "0"}}), 2'000);
  EXPECT_EQ(Points(ranges, {}, 0, {{"f", "9.9"}}), 2'000);
  EXPECT_EQ(Points(ranges, {}, 0, {{"f", "10"}}), 3'000);
  EXPECT_EQ(Points(ranges, {}, 0, {{"f", ""}}), 0);
  const auto lookup = [](const std::string& type, const std::string& cell) {
    return JudgeLead(R"("fields": {"f": {"type": ")" + type + R"("}},
        "scores": {"s": {}}, "rules": [{"id": "r", "score": "s", "field": "f",
        "points_for": {"A": 5, "b": -5, "c": 2}, "otherwise": 1}])",
                     {{"f", cell}}, {}, 0)
        .total;
  };
  EXPECT_EQ(lookup("text", "a"), 5'000);
  EXPECT_EQ(lookup("text", "z"), 1'000);
  EXPECT_EQ(lookup("text", ""), 1'000);
  EXPECT_EQ(lookup("list", "c;B;z"), -5'000);
  EXPECT_EQ(lookup("list", "b;a"), 5'000);
  EXPECT_EQ(lookup("list", "z"), 1'000);
}

TEST(ReferenceScorerTest, AddsGroupsScoresAndBands) {
  const ReferenceLead lead = JudgeLead(
      R"("scores": {"fit": {"start": 2, "max": 10, "weight": 50,
                            "bands": [{"label": "A", "ge": 10},
                                      {"label": "B"}]},
                    "eng": {"min": -4, "weight": 33,
                            "bands": [{"label": "1", "ge": 0}]}},
         "groups": {"g": {"score": "fit", "max": 5},
                    "h": {"score": "eng", "min": 0.005}},
         "rules": [
           {"id": "a", "group": "g", "points": 4, "each": {"event": "v"}},
           {"id": "b", "score": "fit", "points": 6, "when": {"all": []}},
           {"id": "c", "score": "eng", "points": -9.999,
            "when": {"none": []}},
           {"id": "d", "score": "eng", "points": 99, "enabled": false,
            "when": {"none": []}}])",
      {}, {{0, "v"}, {1, "v"}}, 1);
  EXPECT_EQ(lead.scores, (std::vector<int64_t>{10'000, -4'000}));
  EXPECT_EQ(lead.total, 5'000 - 1'320);
  EXPECT_EQ(lead.grade, "A");
  EXPECT_EQ(lead.rule_points.size(), 3u);
}

TEST(ReferenceScorerTest, ResetsAndSequences) {
  const std::string reset = R"("reset_by": {"event": "u"})";
  const std::vector<Act> acts = {{0, "a"}, {1, "b"}, {2, "u"}, {3, "b"}};
  EXPECT_EQ(
      Points(R"("each": {"event": "*"}, "points": 1)", acts, 9, {}, reset),
      1'000);
  const auto sequence = [&](const std::string& more, const std::string& score) {
    return Points(R"("points": 1, "when": {"sequence": [{"event": "a"},
                     {"event": "b"}])" +
                      more + "}",
                  acts, 9, {}, score);
  };
  EXPECT_EQ(sequence("", ""), 1'000);
  EXPECT_EQ(sequence(R"(, "within_days": 1)", ""), 0);
  EXPECT_EQ(sequence(R"(, "within_days": 2)", ""), 1'000);
  EXPECT_EQ(sequence("", reset), 0);
}

TEST(ReferenceScorerTest, CountsEventsInWindows) {
  const auto holds = [](const std::string& test) {
    return Points(R"("points": 1, "when": {"event": ["a", "b"], )" + test + "}",
                  {{0, "a"}, {5, "b"}, {9, "c"}}, 10) == 1'000;
  };
  EXPECT_TRUE(holds(R"("count": {"ge": 2})"));
  EXPECT_FALSE(holds(R"("count": {"ge": 2}, "within_days": 10)"));
  EXPECT_TRUE(holds(R"("count": {"ge": 2}, "within_days": 11)"));
  EXPECT_FALSE(holds(R"("within_days": 5)"));
  EXPECT_TRUE(holds(R"("count": {"le": 0}, "within_days": 5)"));
  EXPECT_TRUE(holds(R"("idle_days": 5)"));
  EXPECT_FALSE(holds(R"("idle_days": 6)"));
}

TEST(ReferenceScorerTest, MergesRowsAndKeepsOrphansApart) {
  RawData data;
  data.field_names = {"n", "t"};
  data.leads = {{" a ", {{"n", "1"}, {"t", "x"}}},
                {"", {{"n", "8"}}},
                {"b", {{"n", "2"}}},
                {"a", {{"n", "none"}, {"t", "y"}}}};
  data.events = {{"a", Day(3), "v", {}},
                 {"?", Day(8), "v", {}},
                 {"b", "soon", "v", {}},
                 {"b", Day(9), " ", {}}};
  const Ruleset rules = ParseMembers(
      R"("fields": {"n": {"type": "number"}}, "scores": {"s": {}}, "rules": [
         {"id": "n", "score": "s", "points": 1,
          "when": {"field": "n", "eq": 1}},
         {"id": "t", "score": "s", "points": 2,
          "when": {"field": "t", "eq": "y"}},
         {"id": "v", "score": "s", "points": 4, "each": {"event": "v"}}])");
  const ReferenceResult result = ScoreByReference(rules, data, std::nullopt);
  EXPECT_EQ(result.as_of, At(8));
  ASSERT_EQ(result.leads.size(), 2u);
  EXPECT_EQ(result.leads[0].total, 7'000);  // a cell that does not fit is none
  EXPECT_EQ(result.leads[1].total, 0);
}

TEST(ReferenceScorerTest, FindsSumsBeyond64Bits) {
  const std::string each = R"("properties": {"n": {"type": "number"}},
      "scores": {"s": {"max": 5}}, "rules": [{"id": "r", "score": "s",
      "each": {"event": "v"}, "points": 1e9, "times_property": "n"}])";
  EXPECT_TRUE(Judge(each, {}, {{0, "v", {{"n", "1e9"}}}}, 1).overflow);
  EXPECT_FALSE(Judge(each, {}, {{0, "v", {{"n", "9e6"}}}}, 1).overflow);
}

}  // namespace
}  // namespace mqlab::reference
