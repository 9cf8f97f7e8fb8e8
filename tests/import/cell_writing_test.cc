#include "import/cell_writing.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/imported.h"
#include "import/text_table.h"

namespace mqlab {
namespace {

using Opened = std::vector<std::pair<std::string, std::string>>;

TEST(CellWritingTest, TakesAmountsWithoutTheirCurrency) {
  const std::vector<std::pair<std::string_view, std::string_view>> cells = {
      {"$1,200.50", "1,200.50"},
      {"1 200,50 zł", "1 200,50"},
      {"€5", "5"},
      {"5€", "5"},
      {"£ 7", "7"},
      {"100 lei", "100"},
      {"12 KM", "12"},
      {"3 500 руб.", "3 500"},
      {"3500 ₽", "3500"},
      {"USD 20", "20"},
      {"20 EUR", "20"},
      {"$-5", "-5"},
      {"1200", "1200"},
      {"about $5", "about $5"},
      {"$", "$"},
      {"", ""},
      {"Europe", "Europe"},
      {"zł", "zł"}};
  for (const auto& [cell, amount] : cells) {
    EXPECT_EQ(WithoutCurrency(cell), amount) << cell;
  }
}

TEST(CellWritingTest, WritesListsWithSemicolons) {
  const std::vector<std::pair<std::string_view, std::string_view>> lists = {
      {"a, b,c", "a;b;c"},
      {"a;b, c", "a;b, c"},
      {"\"VIP\",\"Fair, 2026\"", "VIP;Fair, 2026"},
      {"\"VIP\"", "VIP"},
      {"one", "one"},
      {" , ,", ""},
      {"", ""},
      {"\"open, b", "\"open;b"}};
  for (const auto& [cell, list] : lists) {
    EXPECT_EQ(ListCell(cell), list) << cell;
  }
}

TEST(CellWritingTest, OpensCellsOfJson) {
  EXPECT_EQ(OpenJsonCell(R"({"a":"x","b":2.50,"c":true,"d":null})"),
            (Opened{{"a", "x"}, {"b", "2.50"}, {"c", "true"}, {"d", ""}}));
  EXPECT_EQ(OpenJsonCell(R"([{"name":"a","value":"x"},{"key":"b","value":1}])"),
            (Opened{{"a", "x"}, {"b", "1"}}));
  EXPECT_EQ(
      OpenJsonCell(
          R"([{"key":"k","value":{"string_value":null,"int_value":"7"}}])"),
      (Opened{{"k", "7"}}));
  for (const std::string_view cell :
       {"", "null", "text", "{", "[1,2]", "[", "{\"a\":", "\"a\""}) {
    EXPECT_EQ(OpenJsonCell(cell), Opened()) << cell;
  }
}

TEST(CellWritingTest, ReadsTimesOnTheClocksOfAZone) {
  const auto warsaw = FindTimeZone("Europe/Warsaw");
  const CellFormat iso;
  EXPECT_EQ(*ReadInZone("2026-01-02 10:00", iso, warsaw),
            *ReadInZone("2026-01-02T09:00Z", iso, warsaw));
  EXPECT_EQ(*ReadInZone("2026-01-02 10:00", iso, {}),
            *ReadInZone("2026-01-02T10:00Z", iso, warsaw));
  EXPECT_FALSE(ReadInZone("soon", iso, warsaw));
  EXPECT_EQ(*ReadInZone("20260102", iso, warsaw),
            *ReadInZone("2026-01-01T23:00Z", iso, warsaw));
  EXPECT_FALSE(ReadInZone("20261302", iso, warsaw));
  // Seconds since 1970 are the same everywhere.
  CellFormat unix;
  unix.unix_time = UnixTime::kSeconds;
  EXPECT_EQ(ReadInZone("1767225600", unix, warsaw),
            ReadInZone("1767225600", unix, {}));
}

TEST(CellWritingTest, ReadsLocalTimesInTheirZone) {
  const Imported got =
      ImportAll({{"events.csv",
                  "Lead ID,Date,Event\n"
                  "1,2026-01-02 10:00,Email open\n"
                  "1,2026-07-02 10:00,Email open\n"
                  "1,2026-07-02T10:00:00Z,Email open\n"
                  "1,2026-07-02T10:00:00.000+05:30,Email open\n"
                  "1,2026-03-29 02:30,Email open\n"
                  "1,2026-10-25 02:30,Email open\n"
                  "1,2026-07-02,Email open\n",
                  {.zone = "Europe/Warsaw"}}});
  EXPECT_EQ(got.events.All("time"),
            (TextRow{"2026-01-02T09:00:00.000Z", "2026-07-02T08:00:00.000Z",
                     "2026-07-02T10:00:00.000Z", "2026-07-02T04:30:00.000Z",
                     "2026-03-29T01:30:00.000Z", "2026-10-25T00:30:00.000Z",
                     "2026-07-01T22:00:00.000Z"}));
}

TEST(CellWritingTest, WritesNumbersPlainly) {
  const Imported got =
      ImportAll({{"list.csv",
                  "Lead ID;Annual Revenue;Employees;Weight;Postal Code\n"
                  "1;1 200 500,50 zł;1 200;0,25;00-950\n"
                  "2;35,5;7;1,5;01-234\n"
                  "3;2 000,00;12;-3,75;02-345\n"}});
  EXPECT_EQ(got.leads.At(0, "annual_revenue"), "1200500.50");
  EXPECT_EQ(got.leads.All("employees"), (TextRow{"1200", "7", "12"}));
  EXPECT_EQ(got.leads.All("Weight"), (TextRow{"0.25", "1.5", "-3.75"}));
  EXPECT_EQ(got.leads.At(0, "postal_code"), "00-950");
}

TEST(CellWritingTest, TakesOffTheMarksOfCurrencies) {
  const Imported got = ImportAll({{"list.csv",
                                   "Lead ID,Annual Revenue\n"
                                   "1,\"$1,200.50\"\n2,\"$ 7,000\"\n"
                                   "3,\"€12,000,000\"\n4,-5\n5,\n"}});
  const TextRow found = got.leads.All("annual_revenue");
  EXPECT_EQ((TextRow{found[0], found[1], found[2], found[4]}),
            (TextRow{"1200.50", "7000", "12000000", ""}));
}

TEST(MonthCellTest, TakesMonthsAndDays) {
  CellFormat format;
  EXPECT_EQ(MonthCell("2026-03", format), "2026-03");
  EXPECT_EQ(MonthCell("03.2026", format), "2026-03");
  EXPECT_EQ(MonthCell("3/2026", format), "2026-03");
  EXPECT_EQ(MonthCell("2026/3", format), "2026-03");
  EXPECT_EQ(MonthCell("202612", format), "2026-12");
  EXPECT_EQ(MonthCell("2026-03-31", format), "2026-03");
  for (const char* text : {"2026", "2026-13", "03.26", "March", "0", "-", ""}) {
    EXPECT_EQ(MonthCell(text, format), "") << text;
  }
}

}  // namespace
}  // namespace mqlab
