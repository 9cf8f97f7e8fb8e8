#include "statistics/newcombe.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

TEST(NewcombeTest, GivesTheIntervalOfAKnownLibrary) {
  const Interval interval = Newcombe(58, 400, 37, 412);
  EXPECT_NEAR(interval.low, 0.010887, 5e-7);
  EXPECT_NEAR(interval.high, 0.100013, 5e-7);
}

TEST(NewcombeTest, IsTheOtherWayRoundWithTheSharesExchanged) {
  const Interval interval = Newcombe(37, 412, 58, 400);
  EXPECT_NEAR(interval.low, -0.100013, 5e-7);
  EXPECT_NEAR(interval.high, -0.010887, 5e-7);
}

TEST(NewcombeTest, StaysBetweenMinus1And1) {
  EXPECT_LE(Newcombe(3, 3, 0, 5).high, 1);
  EXPECT_GE(Newcombe(0, 5, 3, 3).low, -1);
}

TEST(NewcombeTest, KnowsNothingOfNone) {
  EXPECT_EQ(Newcombe(0, 0, 1, 2).low, -1);
  EXPECT_EQ(Newcombe(1, 2, 0, 0).high, 1);
}

}  // namespace
}  // namespace mqlab
