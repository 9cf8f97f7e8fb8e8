#include "funnel/request.h"

#include <gtest/gtest.h>

#include "funnel/scored_data.h"

namespace mqlab {
namespace {

TEST(RequestTest, ReadsTextsAndWholeNumbers) {
  const JsonValue request =
      Json(R"({"a": "mql", "b": -12, "c": 1.5, "d": null, "e": [1]})");
  EXPECT_EQ(TextAt(request, "a"), "mql");
  EXPECT_EQ(TextAt(request, "b"), "");
  EXPECT_EQ(TextAt(request, "z"), "");
  EXPECT_EQ(WholeAt(request, "b"), -12);
  for (const char* key : {"a", "c", "d", "e", "z"}) {
    EXPECT_EQ(WholeAt(request, key), std::nullopt) << key;
  }
}

TEST(RequestTest, ReadsThePeriod) {
  const Period period =
      ReadPeriod(Json(R"({"period": {"from": 1767225600000, "until": null}})"));
  EXPECT_EQ(period.from, ParseInstant("2026-01-01"));
  EXPECT_EQ(period.until, std::nullopt);
  EXPECT_TRUE(ReadPeriod(Json("{}")).all());
  EXPECT_TRUE(ReadPeriod(Json(R"({"period": 3})")).all());
}

}  // namespace
}  // namespace mqlab
