#include "statistics/quantile.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace mqlab {
namespace {

std::vector<uint32_t> Count(std::initializer_list<uint32_t> values) {
  std::vector<uint32_t> counts(200);
  for (const uint32_t value : values) ++counts[value];
  return counts;
}

TEST(QuantileTest, GivesThoseOfAKnownLibrary) {
  const std::vector<uint32_t> days = Count({1, 2, 2, 4, 7, 9, 15, 40, 120});
  EXPECT_EQ(Quantile(days, 0.25), 2);
  EXPECT_EQ(Quantile(days, 0.5), 7);
  EXPECT_EQ(Quantile(days, 0.75), 15);
  EXPECT_DOUBLE_EQ(Quantile(days, 0.9).value_or(0), 56);
}

TEST(QuantileTest, LiesStraightBetweenTwo) {
  EXPECT_EQ(Quantile(Count({3, 8}), 0.5), 5.5);
  EXPECT_EQ(Quantile(Count({3, 8}), 0.25), 4.25);
  EXPECT_EQ(Quantile(Count({0, 0, 10, 20}), 0.75), 12.5);
}

TEST(QuantileTest, EndsAtTheSmallestAndTheLargest) {
  EXPECT_EQ(Quantile(Count({5, 9, 1}), 0), 1);
  EXPECT_EQ(Quantile(Count({5, 9, 1}), 1), 9);
  EXPECT_EQ(Quantile(Count({6}), 0.5), 6);
}

TEST(QuantileTest, HasNoneOfNone) {
  EXPECT_EQ(Quantile(Count({}), 0.5), std::nullopt);
  EXPECT_EQ(Quantile({}, 0.5), std::nullopt);
}

}  // namespace
}  // namespace mqlab
