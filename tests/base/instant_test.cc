#include "base/instant.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

TEST(InstantTest, CountsDaysDownwards) {
  EXPECT_EQ(AgeDays(0, kMillisPerDay - 1), 0);
  EXPECT_EQ(AgeDays(0, kMillisPerDay), 1);
  EXPECT_EQ(AgeDays(1, 0), -1);
  EXPECT_EQ(EpochDay(-1), -1);
  EXPECT_EQ(EpochDay(kMillisPerDay), 1);
}

TEST(InstantTest, ReadsAndWritesTheSameDay) {
  // Every day of 800 years, around all rules of leap years.
  int64_t day = EpochDay(*ParseInstant("1600-01-01"));
  const int64_t last = EpochDay(*ParseInstant("2400-12-31"));
  int failures = 0;
  for (; day <= last; ++day) {
    const Instant t = day * kMillisPerDay + 12'345'678;
    if (ParseInstant(FormatInstant(t)) != t) ++failures;
  }
  EXPECT_EQ(failures, 0);
}

TEST(InstantTest, KnowsTheEpoch) {
  EXPECT_EQ(ParseInstant("1970-01-01T00:00Z"), 0);
  EXPECT_EQ(ParseInstant("2000-03-01"), 951'868'800'000);
  EXPECT_EQ(FormatInstant(951'868'800'001), "2000-03-01T00:00:00.001Z");
}

TEST(InstantTest, RefusesWhatIsNoIso8601) {
  for (const char* text : {"", "2026", "2026-3-1", "2026/03/01", "01.03.2026",
                           "1700000000", " 2026-03-01", "2026-03-01 "}) {
    EXPECT_EQ(ParseInstant(text), std::nullopt) << text;
  }
}

TEST(InstantTest, MakesOnlyDaysThatExist) {
  EXPECT_EQ(MakeInstant(1970, 1, 2, 5), kMillisPerDay + 5);
  EXPECT_EQ(MakeInstant(2023, 2, 29, 0), std::nullopt);
  EXPECT_EQ(MakeInstant(2023, 4, 31, 0), std::nullopt);
  EXPECT_EQ(MakeInstant(2023, 1, 1, kMillisPerDay), std::nullopt);
  EXPECT_EQ(MakeInstant(10000, 1, 1, 0), std::nullopt);
}

}  // namespace
}  // namespace mqlab
