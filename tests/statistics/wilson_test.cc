#include "statistics/wilson.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

void ExpectWilson(uint64_t count, uint64_t of, double low, double high) {
  const Interval interval = Wilson(count, of);
  EXPECT_NEAR(interval.low, low, 5e-7) << count << " of " << of;
  EXPECT_NEAR(interval.high, high, 5e-7) << count << " of " << of;
}

TEST(WilsonTest, GivesTheIntervalsOfAKnownLibrary) {
  ExpectWilson(37, 412, 0.065856, 0.121334);
  ExpectWilson(3, 20, 0.052369, 0.360419);
  ExpectWilson(0, 15, 0, 0.203883);
  ExpectWilson(20, 20, 0.838875, 1);
  ExpectWilson(1, 1, 0.206549, 1);
  ExpectWilson(842, 8000, 0.098714, 0.112165);
}

TEST(WilsonTest, HoldsTheShareAndStaysBetween0And1) {
  for (uint64_t of = 1; of < 60; ++of) {
    for (uint64_t count = 0; count <= of; ++count) {
      const Interval interval = Wilson(count, of);
      const double share = static_cast<double>(count) / static_cast<double>(of);
      EXPECT_GE(interval.low, 0);
      EXPECT_LE(interval.low, share);
      EXPECT_GE(interval.high, share);
      EXPECT_LE(interval.high, 1);
      EXPECT_EQ(interval.low == 0, count == 0);
      EXPECT_EQ(interval.high == 1, count == of);
    }
  }
}

TEST(WilsonTest, KnowsNothingOfNone) { ExpectWilson(0, 0, 0, 1); }

}  // namespace
}  // namespace mqlab
