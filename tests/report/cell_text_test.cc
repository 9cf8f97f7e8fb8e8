#include "report/cell_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace mqlab {
namespace {

TEST(DisarmTest, PutsAnApostropheBeforeWhatMayBeAFormula) {
  struct Case {
    std::string_view text;
    std::string_view safe;
  };
  for (const Case& each : {
           Case{"=1+2", "'=1+2"},
           Case{"+48 12", "'+48 12"},
           Case{"-a", "'-a"},
           Case{"@SUM(A1)", "'@SUM(A1)"},
           Case{"\t=1", "'\t'=1"},
           Case{"\rx", "'\rx"},
           Case{"\nx", "'\nx"},
           Case{"  =1", "'  =1"},
           Case{"\u00A0=1", "'\u00A0=1"},
           Case{"＝1", "'＝1"},
           Case{"＋1", "'＋1"},
           Case{"－1", "'－1"},
           Case{"＠x", "'＠x"},
           Case{"\"=1\"", "'\"=1\""},
           // Where the file is cut at another character, or line by line.
           Case{"a;=1", "a;'=1"},
           Case{"a, -b", "a,' -b"},
           Case{"a|@b", "a|'@b"},
           Case{"a\tb\t+c", "a\tb\t'+c"},
           Case{"a\r\n=1", "a\r\n'=1"},
           Case{"a;\"=1", "a;'\"=1"},
           // None.
           Case{"", ""},
           Case{"a=b", "a=b"},
           Case{"a-b, c; d", "a-b, c; d"},
           Case{"'=1", "'=1"},
           Case{"ana@acme.example", "ana@acme.example"},
       }) {
    EXPECT_EQ(Disarm(each.text), each.safe) << each.text;
  }
}

TEST(TypedJsonTest, WritesWhatFitsItsTypeAsSuch) {
  const CellFormat plain;
  const CellFormat polish = {.decimal_comma = true, .group = ' '};
  const CellFormat european = {.date_order = DateOrder::kDayFirst};
  using enum FieldType;
  EXPECT_EQ(TypedJson("", kNumber, plain), "null");
  EXPECT_EQ(TypedJson("", kList, plain), "null");
  EXPECT_EQ(TypedJson("+12.50", kNumber, plain), "12.50");
  EXPECT_EQ(TypedJson("-1e3", kNumber, plain), "-1e3");
  EXPECT_EQ(TypedJson("1 234,5", kNumber, polish), "1234.5");
  EXPECT_EQ(TypedJson("007", kNumber, plain), "\"007\"");
  EXPECT_EQ(TypedJson("200+", kNumber, plain), "\"200+\"");
  EXPECT_EQ(TypedJson("123456789012345", kNumber, plain), "123456789012345");
  EXPECT_EQ(TypedJson("1234567890123456", kNumber, plain),
            "\"1234567890123456\"");
  EXPECT_EQ(TypedJson("12", kText, plain), "\"12\"");
  EXPECT_EQ(TypedJson("tak", kBoolean, plain), "true");
  EXPECT_EQ(TypedJson("0", kBoolean, plain), "false");
  EXPECT_EQ(TypedJson("maybe", kBoolean, plain), "\"maybe\"");
  EXPECT_EQ(TypedJson("01.03.2026", kInstant, european),
            "\"2026-03-01T00:00:00.000Z\"");
  EXPECT_EQ(TypedJson("soon", kInstant, plain), "\"soon\"");
  EXPECT_EQ(TypedJson("a; \"b\" ;", kList, plain), R"(["a","\"b\""])");
  EXPECT_EQ(TypedJson("a\xFFz\xC3\xA9", kText, plain), "\"a\uFFFDzé\"");
}

TEST(AppendHtmlTest, LeavesNoMarkup) {
  std::string html;
  AppendHtml("<b>&amp;\n\"x\"</b>", &html);
  EXPECT_EQ(html, "&lt;b>&amp;amp; \"x\"&lt;/b>");
}

}  // namespace
}  // namespace mqlab
