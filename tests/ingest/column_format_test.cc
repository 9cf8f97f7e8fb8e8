#include "ingest/column_format.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mqlab {
namespace {

std::vector<CountedCell> Once(const std::vector<std::string_view>& texts) {
  std::vector<CountedCell> cells;
  for (const std::string_view text : texts) cells.push_back({text, 1});
  return cells;
}

struct NumberCase {
  const char* name;
  std::vector<std::string_view> cells;
  bool decimal_comma;
  char group;
  bool ambiguous;
};

TEST(ColumnFormatTest, DecidesHowNumbersAreWritten) {
  const NumberCase cases[] = {
      {"whole", {"1", "20", "-3"}, false, 0, false},
      {"points", {"1.5", "2", "3.25"}, false, 0, false},
      {"commas", {"1,5", "2", "3,25"}, true, 0, false},
      {"commas and points", {"1.234,5", "7,25"}, true, '.', false},
      {"points and commas", {"1,234.5", "7.25"}, false, ',', false},
      {"only the groups of another cell tell",
       {"1.234", "2,5"},
       true,
       '.',
       false},
      {"two groups", {"1.234.567"}, true, '.', false},
      {"two groups by comma", {"1,234,567"}, false, ',', false},
      {"spaces", {"1 234", "950", "12 000"}, false, ' ', false},
      {"spaces and commas", {"1 234,5"}, true, ' ', false},
      {"apostrophes", {"1'234.5"}, false, '\'', false},
      {"comma and three digits", {"1,234", "5,678"}, false, ',', true},
      {"... but one has two", {"1,234", "5,67"}, true, 0, false},
      {"... but one begins with 0", {"1,234", "0,678"}, true, 0, false},
      {"point and three digits", {"1.234", "5.678"}, false, 0, true},
      {"... but one begins with 0", {"1.234", "0.678"}, false, 0, false},
      {"one odd cell does not turn the column",
       {"1.5", "2.5", "3,5"},
       false,
       0,
       false},
      {"text", {"a, b", "1,5 kg"}, false, 0, false},
      {"exponent", {"1,5e3"}, true, 0, false},
  };
  for (const NumberCase& c : cases) {
    const FormatDecision decision = DecideFormat(Once(c.cells), {});
    EXPECT_EQ(decision.format.decimal_comma, c.decimal_comma) << c.name;
    EXPECT_EQ(decision.format.group, c.group) << c.name;
    EXPECT_EQ(decision.ambiguous_numbers, c.ambiguous) << c.name;
  }
}

TEST(ColumnFormatTest, SeesNoThousandsInPhoneNumbers) {
  const auto cells = Once({"600 123 456", "22 123 456"});
  EXPECT_EQ(DecideFormat(cells, {}).format.group, ' ');
  EXPECT_EQ(DecideFormat(cells, {.code = true}).format.group, 0);
}

struct DateCase {
  const char* name;
  std::vector<std::string_view> cells;
  DateOrder order;
  bool ambiguous;
};

TEST(ColumnFormatTest, DecidesTheOrderOfDates) {
  const DateCase cases[] = {
      {"ISO", {"2026-03-04", "2026-12-13T10:00"}, DateOrder::kIso, false},
      {"a day above 12",
       {"3/4/2026", "13/4/2026"},
       DateOrder::kDayFirst,
       false},
      {"... second", {"3/4/2026", "3/14/2026"}, DateOrder::kMonthFirst, false},
      {"points", {"3.4.2026", "5.6.2026"}, DateOrder::kDayFirst, false},
      {"points, month first", {"3.14.2026"}, DateOrder::kMonthFirst, false},
      {"slashes", {"3/4/2026", "5/6/2026"}, DateOrder::kDayFirst, true},
      {"dashes", {"03-04-2026"}, DateOrder::kDayFirst, true},
      {"the majority",
       {"13/4/2026", "14/4/2026", "4/13/2026"},
       DateOrder::kDayFirst,
       false},
      {"no date", {"1/2", "13/2026", "a/b/2026"}, DateOrder::kIso, false},
      {"beside ISO",
       {"2026-03-04", "4.3.2026 10:00"},
       DateOrder::kDayFirst,
       false},
  };
  for (const DateCase& c : cases) {
    const FormatDecision decision = DecideFormat(Once(c.cells), {});
    EXPECT_EQ(decision.format.date_order, c.order) << c.name;
    EXPECT_EQ(decision.ambiguous_dates, c.ambiguous) << c.name;
  }
}

TEST(ColumnFormatTest, TakesTheOrderThatTheUserChose) {
  const FormatDecision decision =
      DecideFormat(Once({"3/4/2026"}), {.date_order = DateOrder::kMonthFirst});
  EXPECT_EQ(decision.format.date_order, DateOrder::kMonthFirst);
  EXPECT_FALSE(decision.ambiguous_dates);
}

TEST(ColumnFormatTest, FindsUnixTimesInWholeNumbersOfTheirRange) {
  const auto unit = [](const std::vector<std::string_view>& cells) {
    return DecideFormat(Once(cells), {}).format.unix_time;
  };
  EXPECT_EQ(unit({"1700000000", "1710000000"}), UnixTime::kSeconds);
  EXPECT_EQ(unit({"1700000000123"}), UnixTime::kMillis);
  EXPECT_EQ(unit({"1611789078248882"}), UnixTime::kMicros);
  EXPECT_EQ(unit({"1700000000", "12"}), UnixTime::kNone);
  EXPECT_EQ(unit({"20260301"}), UnixTime::kNone);
  EXPECT_EQ(unit({}), UnixTime::kNone);
  std::vector<std::string_view> cells(19, "1700000000");
  cells.push_back("never");
  EXPECT_EQ(unit(cells), UnixTime::kSeconds);
}

TEST(ColumnFormatTest, SettlesOneColumnByAnother) {
  FormatDecision columns[3];
  columns[0] = DecideFormat(Once({"3/4/2026"}), {});
  columns[1] = DecideFormat(Once({"3/14/2026"}), {});
  columns[2] = DecideFormat(Once({"text"}), {});
  SettleTogether(columns, ',');
  EXPECT_EQ(columns[0].format.date_order, DateOrder::kMonthFirst);
  EXPECT_FALSE(columns[0].ambiguous_dates);
  EXPECT_EQ(columns[2].format.date_order, DateOrder::kIso);
}

TEST(ColumnFormatTest, LeavesDatesAmbiguousWhenColumnsDisagree) {
  FormatDecision columns[3];
  columns[0] = DecideFormat(Once({"3/4/2026"}), {});
  columns[1] = DecideFormat(Once({"3/14/2026"}), {});
  columns[2] = DecideFormat(Once({"14/3/2026"}), {});
  SettleTogether(columns, ',');
  EXPECT_TRUE(columns[0].ambiguous_dates);
  EXPECT_EQ(columns[0].format.date_order, DateOrder::kDayFirst);
}

TEST(ColumnFormatTest, SettlesDecimalCommasByTheFile) {
  const auto settle = [](std::string_view first, std::string_view second,
                         char delimiter) {
    FormatDecision columns[2];
    columns[0] = DecideFormat(Once({first}), {});
    columns[1] = DecideFormat(Once({second}), {});
    SettleTogether(columns, delimiter);
    return columns[0];
  };
  const FormatDecision thousands = settle("1,234", "x", ',');
  EXPECT_EQ(thousands.format.group, ',');
  EXPECT_TRUE(thousands.ambiguous_numbers);

  const FormatDecision by_delimiter = settle("1,234", "x", ';');
  EXPECT_TRUE(by_delimiter.format.decimal_comma);
  EXPECT_TRUE(by_delimiter.ambiguous_numbers);

  const FormatDecision by_column = settle("1,234", "1,5", ';');
  EXPECT_TRUE(by_column.format.decimal_comma);
  EXPECT_FALSE(by_column.ambiguous_numbers);

  const FormatDecision point = settle("1.234", "x", ',');
  EXPECT_FALSE(point.format.decimal_comma);
  EXPECT_FALSE(point.ambiguous_numbers);

  const FormatDecision point_by_column = settle("1.234", "1,5", ';');
  EXPECT_TRUE(point_by_column.format.decimal_comma);
  EXPECT_EQ(point_by_column.format.group, '.');
}

TEST(ColumnFormatTest, CountsVotesByOccurrence) {
  const std::vector<CountedCell> cells = {
      {"1", 90}, {"007", 4}, {"2026-03-01", 3}, {"x", 3}};
  const TypeVotes votes = CountVotes(cells, {});
  EXPECT_EQ(votes.cells, 100u);
  EXPECT_EQ(votes.numbers, 90u);
  EXPECT_EQ(votes.booleans, 90u);
  EXPECT_EQ(votes.instants, 3u);
}

}  // namespace
}  // namespace mqlab
