#include "funnel/rate_json.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

TEST(RateJsonTest, WritesNumbersToSixDecimals) {
  EXPECT_EQ(WriteNumber(0.0).Print(), "0\n");
  EXPECT_EQ(WriteNumber(14.5).Print(), "14.5\n");
  EXPECT_EQ(WriteNumber(-0.25).Print(), "-0.25\n");
  EXPECT_EQ(WriteNumber(0.0898058).Print(), "0.089806\n");
  EXPECT_EQ(WriteNumber(1.0 / 3).Print(), "0.333333\n");
  EXPECT_EQ(WriteNumber(0.00000012).Print(), "0\n");
  EXPECT_EQ(WriteNumber(std::nullopt).Print(), "null\n");
}

TEST(RateJsonTest, WritesNeverAsNull) {
  EXPECT_EQ(WriteInstant(-5).Print(), "-5\n");
  EXPECT_EQ(WriteInstant(kNever).Print(), "null\n");
}

TEST(RateJsonTest, WritesGroups) {
  const auto written = [](const Grouping& grouping) {
    JsonText list = JsonText::List();
    for (uint32_t group = 0; group < grouping.size(); ++group) {
      list.Add(WriteGroup(grouping, group));
    }
    return list.Print();
  };
  Grouping grouping;
  grouping.all = 0;
  EXPECT_EQ(written(grouping),
            "[\n  {\n    \"kind\": \"all\",\n    \"name\": \"\"\n  }\n]\n");
  grouping.all = kNoIndex;
  grouping.names = {"x"};
  grouping.others = 1;
  grouping.missing = 2;
  EXPECT_EQ(written(grouping),
            "[\n  {\n    \"kind\": \"value\",\n    \"name\": \"x\"\n  },\n"
            "  {\n    \"kind\": \"others\",\n    \"name\": \"\"\n  },\n"
            "  {\n    \"kind\": \"missing\",\n    \"name\": \"\"\n  }\n]\n");
}

TEST(RateJsonTest, WritesSharesWithTheirIntervals) {
  EXPECT_EQ(WriteRate(37, 412).Print(),
            "{\n  \"of\": 412,\n  \"count\": 37,\n  \"share\": 0.089806,\n"
            "  \"low\": 0.065856,\n  \"high\": 0.121334\n}\n");
  EXPECT_EQ(WriteRate(0, 0).Print(),
            "{\n  \"of\": 0,\n  \"count\": 0,\n  \"share\": null,\n"
            "  \"low\": null,\n  \"high\": null\n}\n");
}

}  // namespace
}  // namespace mqlab
