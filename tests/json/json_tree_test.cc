#include "json/json_tree.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

JsonValue Parse(std::string_view json) {
  IssueList issues;
  std::optional<JsonValue> value = ParseJson(json, issues);
  EXPECT_TRUE(issues.empty());
  return value.value_or(JsonValue());
}

Place PlaceOfFault(std::string_view json, IssueCode code) {
  IssueList issues;
  ParseJson(json, issues);
  if (issues.issues().size() != 1) return {"many", 0, 0};
  EXPECT_EQ(IssueId(issues.issues()[0].code), IssueId(code)) << json;
  return issues.issues()[0].place;
}

TEST(JsonTreeTest, KeepsKindsAndOrder) {
  const JsonValue root =
      Parse(R"({"z": "ș\n\"", "a": [true, false, null, {}], "m": -12.50e+3})");
  ASSERT_EQ(root.kind, Kind::kObject);
  ASSERT_EQ(root.members.size(), 3U);
  EXPECT_EQ(root.members[0].key, "z");
  EXPECT_EQ(root.members[0].value.text, "ș\n\"");
  const std::vector<JsonValue>& items = root.members[1].value.items;
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].kind, Kind::kBoolean);
  EXPECT_TRUE(items[0].boolean);
  EXPECT_FALSE(items[1].boolean);
  EXPECT_EQ(items[2].kind, Kind::kNull);
  EXPECT_EQ(items[3].kind, Kind::kObject);
  EXPECT_EQ(root.members[2].value.text, "-12.50e+3");
}

TEST(JsonTreeTest, KeepsNumbersAsWritten) {
  const std::string_view numbers[] = {"0",   "-0",    "10",     "1.50", "1E5",
                                      "1e5", "0.001", "-7e-12", "0e0",  "2.0"};
  for (const std::string_view number : numbers) {
    EXPECT_EQ(Parse(number).text, number);
    const JsonValue list = Parse("[" + std::string(number) + ",\"x\"," +
                                 std::string(number) + "]");
    ASSERT_EQ(list.items.size(), 3U);
    EXPECT_EQ(list.items[2].text, number);
  }
  const std::string digits = "123456789012345678901234567890.123456789";
  EXPECT_EQ(Parse(digits).text, digits);
}

TEST(JsonTreeTest, CountsLinesAndCodePoints) {
  const JsonValue root =
      Parse("{ \"ключ\": [1,\r\n\t\"😀\" , {\"b\" : 2}],\n\"c\":3}");
  EXPECT_EQ(root.place, (Place{"", 1, 1}));
  EXPECT_EQ(root.members[0].key_place, (Place{"/ключ", 1, 3}));
  EXPECT_EQ(root.members[0].value.place, (Place{"/ключ", 1, 11}));
  const std::vector<JsonValue>& items = root.members[0].value.items;
  EXPECT_EQ(items[0].place, (Place{"/ключ/0", 1, 12}));
  EXPECT_EQ(items[1].place, (Place{"/ключ/1", 2, 2}));
  EXPECT_EQ(items[2].place, (Place{"/ключ/2", 2, 8}));
  EXPECT_EQ(items[2].members[0].key_place, (Place{"/ключ/2/b", 2, 9}));
  EXPECT_EQ(items[2].members[0].value.place, (Place{"/ключ/2/b", 2, 15}));
  EXPECT_EQ(root.members[1].value.place, (Place{"/c", 3, 5}));
}

TEST(JsonTreeTest, FindsTokensAfterEscapesAndBrackets) {
  const JsonValue root = Parse(R"(["\"]\\", "{[,:", {"a,:\"": []}, 4])");
  ASSERT_EQ(root.items.size(), 4U);
  EXPECT_EQ(root.items[1].place.column, 11);
  EXPECT_EQ(root.items[2].members[0].value.place.column, 29);
  EXPECT_EQ(root.items[3].place.column, 34);
}

TEST(JsonTreeTest, EscapesPointerSteps) {
  const JsonValue root = Parse(R"({"a/b~c": 1})");
  EXPECT_EQ(root.members[0].value.place.path, "/a~1b~0c");
}

TEST(JsonTreeTest, PassesOverAByteOrderMark) {
  EXPECT_EQ(Parse("\xEF\xBB\xBF{}").place, (Place{"", 1, 1}));
}

TEST(JsonTreeTest, ReportsARepeatedKeyAndKeepsTheFirstValue) {
  IssueList issues;
  const std::optional<JsonValue> root =
      ParseJson(R"({"a": 1, "a": {"b": 2, "b": 3}, "c": 4, "a": [5]})", issues);
  ASSERT_TRUE(root.has_value());
  ASSERT_EQ(root->members.size(), 2U);
  EXPECT_EQ(root->members[0].value.text, "1");
  EXPECT_EQ(root->members[1].value.text, "4");
  EXPECT_EQ(issues.count(IssueCode::kDuplicateKey), 3);
  EXPECT_EQ(issues.issues()[1].place, (Place{"/a/b", 1, 24}));
}

TEST(JsonTreeTest, SaysWhereTheTextIsNoJson) {
  EXPECT_EQ(PlaceOfFault("[1,\n 2 3]", IssueCode::kJsonSyntax),
            (Place{"", 2, 4}));
  EXPECT_EQ(PlaceOfFault(R"({"ă": ["ș" "ț"]})", IssueCode::kJsonSyntax),
            (Place{"/ă", 1, 12}));
  EXPECT_EQ(PlaceOfFault("{\"a\": tru}", IssueCode::kJsonWord),
            (Place{"", 1, 7}));
  EXPECT_EQ(PlaceOfFault("[1e999]", IssueCode::kJsonNumber), (Place{"", 1, 2}));
  EXPECT_EQ(PlaceOfFault("", IssueCode::kJsonSyntax), (Place{"", 1, 1}));
}

TEST(JsonTreeTest, RefusesBytesThatAreNoUtf8) {
  EXPECT_EQ(PlaceOfFault("{\"ș\":\n \"\xFF\"}", IssueCode::kJsonNotUtf8),
            (Place{"", 2, 3}));
  EXPECT_EQ(PlaceOfFault("\"\xC8", IssueCode::kJsonNotUtf8), (Place{"", 1, 2}));
}

TEST(JsonTreeTest, RefusesWhatFollowsAZeroByte) {
  EXPECT_EQ(PlaceOfFault(std::string_view("{}\0[]", 5), IssueCode::kJsonSyntax),
            (Place{"", 1, 3}));
}

TEST(JsonTreeTest, RefusesDepthWithoutOverflow) {
  EXPECT_EQ(
      PlaceOfFault(std::string(1'000'000, '['), IssueCode::kJsonTooDeep).column,
      kMaxJsonDepth + 1);
  const std::string deepest =
      std::string(kMaxJsonDepth, '[') + std::string(kMaxJsonDepth, ']');
  EXPECT_EQ(Parse(deepest).kind, Kind::kList);
}

// Whatever is cut off or changed is answered, never with a crash.
TEST(JsonTreeTest, AnswersEveryDamage) {
  const std::string json =
      R"({"a": [1, -2.5e3, "x\u00e9\n", true, null], "b": {"c": {}, "a": 0}})";
  for (size_t i = 0; i < json.size(); ++i) {
    IssueList issues;
    EXPECT_FALSE(ParseJson(json.substr(0, i), issues).has_value());
    EXPECT_EQ(issues.issues().size(), 1U);
    for (const char c : std::string_view("\"\\{}[],:0.-e\0 \n\xFFtz", 18)) {
      std::string damaged = json;
      damaged[i] = c;
      IssueList found;
      const bool fine = ParseJson(damaged, found).has_value();
      EXPECT_EQ(fine, found.count(IssueCode::kDuplicateKey) ==
                          static_cast<int64_t>(found.issues().size()))
          << damaged;
    }
  }
}

}  // namespace
}  // namespace mqlab
