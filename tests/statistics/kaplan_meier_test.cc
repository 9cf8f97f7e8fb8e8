#include "statistics/kaplan_meier.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace mqlab {
namespace {

constexpr uint32_t kLongest = 40;

WatchedDays Watch(std::initializer_list<uint32_t> converted,
                  std::initializer_list<uint32_t> open) {
  WatchedDays days;
  days.converted.resize(kLongest);
  days.open.resize(kLongest);
  for (const uint32_t day : converted) ++days.converted[day];
  for (const uint32_t day : open) ++days.open[day];
  return days;
}

// The days 2 3 3+ 5 8 8+ 12 14 14 20+ 21 30+ 30+ 30+ 30+ (+: still open).
WatchedDays Example() {
  return Watch({2, 3, 5, 8, 12, 14, 14, 21}, {3, 8, 20, 30, 30, 30, 30});
}

TEST(KaplanMeierTest, GivesTheCurveOfAKnownLibrary) {
  const SurvivalCurve curve = KaplanMeier(Example(), 5);
  constexpr struct {
    uint32_t day;
    uint64_t at_risk;
    uint64_t converted;
    double share;
    double error;
  } kExpected[] = {
      {2, 15, 1, 0.066667, 0.064406}, {3, 14, 1, 0.133333, 0.087771},
      {5, 12, 1, 0.205556, 0.106088}, {8, 11, 1, 0.277778, 0.118504},
      {12, 9, 1, 0.358025, 0.129692}, {14, 8, 2, 0.518519, 0.138277},
      {21, 5, 1, 0.614815, 0.140198},
  };
  ASSERT_EQ(curve.steps.size(), std::size(kExpected));
  for (size_t i = 0; i < curve.steps.size(); ++i) {
    const CurveStep& step = curve.steps[i];
    SCOPED_TRACE("day " + std::to_string(step.day));
    EXPECT_EQ(step.day, kExpected[i].day);
    EXPECT_EQ(step.at_risk, kExpected[i].at_risk);
    EXPECT_EQ(step.converted, kExpected[i].converted);
    EXPECT_NEAR(step.share, kExpected[i].share, 5e-7);
    EXPECT_NEAR(step.error, kExpected[i].error, 5e-7);
    EXPECT_LT(step.interval.low, step.share);
    EXPECT_GT(step.interval.high, step.share);
  }
  EXPECT_NEAR(1 - curve.steps[5].interval.high, 0.20623, 1e-6);
  EXPECT_NEAR(1 - curve.steps[5].interval.low, 0.712936, 1e-6);
  EXPECT_EQ(curve.Median(), 14);
  EXPECT_EQ(curve.ShareBy(1), 0);
  EXPECT_NEAR(curve.ShareBy(13).value_or(0), 0.358025, 5e-7);
  EXPECT_NEAR(curve.ShareBy(14).value_or(0), 0.518519, 5e-7);
}

TEST(KaplanMeierTest, IsKnownWhileEnoughAreAtRisk) {
  const SurvivalCurve curve = KaplanMeier(Example(), 5);
  EXPECT_EQ(curve.known_until, 21u);
  EXPECT_NEAR(curve.ShareBy(21).value_or(0), 0.614815, 5e-7);
  EXPECT_EQ(curve.ShareBy(22), std::nullopt);

  const SurvivalCurve shorter = KaplanMeier(Example(), 8);
  EXPECT_EQ(shorter.known_until, 14u);
  EXPECT_EQ(shorter.steps.size(), 6u);
}

// Three of four converted, the fourth is still watched: no doubt by day 9.
TEST(KaplanMeierTest, IsKnownWhileNobodyIsLostSightOf) {
  const SurvivalCurve curve = KaplanMeier(Watch({1, 4, 4}, {9}), 5);
  EXPECT_EQ(curve.known_until, 9u);
  EXPECT_EQ(curve.ShareBy(9), 0.75);
  EXPECT_EQ(curve.ShareBy(10), std::nullopt);
}

TEST(KaplanMeierTest, IsThePlainShareWhenNobodyIsOpen) {
  const SurvivalCurve curve = KaplanMeier(Watch({1, 1, 4, 7}, {}), 5);
  EXPECT_EQ(curve.known_until, std::nullopt);
  EXPECT_EQ(curve.ShareBy(1), 0.5);
  EXPECT_EQ(curve.ShareBy(300), 1);
  EXPECT_EQ(curve.Median(), 2.5);  // as of 1, 1, 4, 7
}

TEST(KaplanMeierTest, HasAMedianOnlyWhenHalfConverted) {
  EXPECT_EQ(KaplanMeier(Watch({1}, {5, 5}), 1).Median(), std::nullopt);
  EXPECT_EQ(KaplanMeier(Watch({1}, {5}), 1).Median(), 1);
  EXPECT_EQ(KaplanMeier(Watch({1, 6}, {3, 8}), 1).Median(), 6);
  EXPECT_EQ(KaplanMeier(Watch({1, 2, 3, 9, 9, 9}, {}), 1).Median(), 6);
}

TEST(KaplanMeierTest, HasWilsonsIntervalWhereAllHaveConverted) {
  const SurvivalCurve all = KaplanMeier(Watch({2, 2, 2}, {}), 1);
  ASSERT_EQ(all.steps.size(), 1u);
  EXPECT_EQ(all.steps[0].share, 1);
  EXPECT_DOUBLE_EQ(all.steps[0].interval.low, Wilson(3, 3).low);
  EXPECT_EQ(all.steps[0].interval.high, 1);

  const SurvivalCurve later = KaplanMeier(Watch({2, 4}, {}), 1);
  EXPECT_DOUBLE_EQ(later.steps[1].interval.low, 1 - 0.5 * Wilson(0, 1).high);
}

TEST(KaplanMeierTest, KnowsNothingOfNone) {
  const SurvivalCurve curve = KaplanMeier({}, 5);
  EXPECT_TRUE(curve.steps.empty());
  EXPECT_EQ(curve.Median(), std::nullopt);
}

}  // namespace
}  // namespace mqlab
