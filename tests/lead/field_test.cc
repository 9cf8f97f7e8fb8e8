#include "lead/field.h"

#include <gtest/gtest.h>

#include <map>

#include "base/decimal.h"
#include "case_file.h"

namespace mqlab {
namespace {

CellFormat NumberFormat(const std::string& name) {
  static const std::map<std::string, CellFormat> formats = {
      {"point", {}},
      {"comma", {.decimal_comma = true}},
      {"comma by point", {.decimal_comma = true, .group = '.'}},
      {"comma by space", {.decimal_comma = true, .group = ' '}},
      {"point by comma", {.group = ','}},
      {"point by space", {.group = ' '}},
      {"point by apostrophe", {.group = '\''}}};
  return formats.at(name);
}

TEST(FieldTest, ReadsNumbersAsTheCasesSay) {
  for (const auto& row : ReadCases("tests/cases/numbers.csv")) {
    const CellFormat format = NumberFormat(row[1]);
    EXPECT_EQ(PlainNumber(row[0], format), row[2]) << row[0] << ", " << row[1];
    EXPECT_EQ(ReadNumber(row[0], format), ParseNumber(row[2]))
        << row[0] << ", " << row[1];
  }
}

CellFormat DateFormat(const std::string& name, const std::string& zone) {
  static const std::map<std::string, CellFormat> formats = {
      {"iso", {}},
      {"day", {.date_order = DateOrder::kDayFirst}},
      {"month", {.date_order = DateOrder::kMonthFirst}},
      {"seconds", {.unix_time = UnixTime::kSeconds}},
      {"millis", {.unix_time = UnixTime::kMillis}},
      {"micros", {.unix_time = UnixTime::kMicros}}};
  CellFormat format = formats.at(name);
  format.zone_minutes = std::stoi(zone);
  return format;
}

TEST(FieldTest, ReadsInstantsAsTheCasesSay) {
  for (const auto& row : ReadCases("tests/cases/dates.csv")) {
    const auto instant = ReadInstant(row[0], DateFormat(row[1], row[2]));
    EXPECT_EQ(instant ? FormatInstant(*instant) : "", row[3])
        << row[0] << ", " << row[1] << ", " << row[4];
  }
}

TEST(FieldTest, ReadsBooleansInFourLanguages) {
  for (const char* cell : {"true", "TRUE", "Yes", "y", "T", "1", "da", "DA",
                           "tak", "Tak", "да", "ДА"}) {
    EXPECT_EQ(ReadBoolean(cell), true) << cell;
  }
  for (const char* cell : {"false", "False", "NO", "n", "F", "0", "nu", "nie",
                           "NIE", "ne", "нет", "НЕТ"}) {
    EXPECT_EQ(ReadBoolean(cell), false) << cell;
  }
  for (const char* cell :
       {"2", "on", "ja", "00", "1.0", "x", "truely", "-", "нету"}) {
    EXPECT_EQ(ReadBoolean(cell), std::nullopt) << cell;
  }
}

TEST(FieldTest, ReadsListsWithoutEmptyElements) {
  using Elements = std::vector<std::string_view>;
  EXPECT_EQ(ReadList("a"), Elements{"a"});
  EXPECT_EQ(ReadList(" a ;; b\u00A0;c d;"), (Elements{"a", "b", "c d"}));
  EXPECT_EQ(ReadList(" ; ;"), Elements{});
}

TEST(FieldTest, NamesTypesAsTheRuleFileDoes) {
  for (const FieldType type :
       {FieldType::kText, FieldType::kNumber, FieldType::kBoolean,
        FieldType::kInstant, FieldType::kList}) {
    EXPECT_EQ(ParseFieldType(FieldTypeName(type)), type);
  }
  EXPECT_EQ(FieldTypeName(FieldType::kInstant), "instant");
  EXPECT_EQ(ParseFieldType("Text"), std::nullopt);
}

}  // namespace
}  // namespace mqlab
