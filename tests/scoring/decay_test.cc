#include "scoring/decay.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

using Kind = Decay::Kind;

TEST(DecayTest, CompoundRoundsEachStep) {
  DecayTable decay({Kind::kCompound, 33'000, 1, 0});
  EXPECT_EQ(decay.Factor(0), 1'000'000);
  EXPECT_EQ(decay.Factor(1), 670'000);
  EXPECT_EQ(decay.Factor(2), 448'900);
  EXPECT_EQ(decay.Factor(3), 300'763);
  EXPECT_EQ(decay.Factor(4), 201'511);
}

TEST(DecayTest, CompoundStepsAtWholePeriods) {
  DecayTable decay({Kind::kCompound, 50'000, 30, 0});
  EXPECT_EQ(decay.Factor(29), 1'000'000);
  EXPECT_EQ(decay.Factor(30), 500'000);
  EXPECT_EQ(decay.Factor(59), 500'000);
  EXPECT_EQ(decay.Factor(60), 250'000);
  EXPECT_EQ(decay.Factor(90), 125'000);
}

TEST(DecayTest, CompoundStaysWhereRoundingHoldsIt) {
  DecayTable decay({Kind::kCompound, 1'000, 1, 0});
  const int64_t held = decay.Factor(100'000);
  EXPECT_EQ((held * 99'000 + 50'000) / 100'000, held);
  EXPECT_EQ(decay.Factor(2'000'000), held);
}

TEST(DecayTest, LinearLosesOfTheWholeAndEndsAtNothing) {
  DecayTable decay({Kind::kLinear, 12'500, 10, 0});
  EXPECT_EQ(decay.Factor(9), 1'000'000);
  EXPECT_EQ(decay.Factor(10), 875'000);
  EXPECT_EQ(decay.Factor(79), 125'000);
  EXPECT_EQ(decay.Factor(80), 0);
  EXPECT_EQ(decay.Factor(3'000'000), 0);
}

TEST(DecayTest, HalfLifeRoundsHalvesUp) {
  DecayTable decay({Kind::kHalfLife, 0, 10, 0});
  EXPECT_EQ(decay.Factor(0), 1'000'000);
  EXPECT_EQ(decay.Factor(1), 933'033);  // 2^-0.1 = 0.93303299...
  EXPECT_EQ(decay.Factor(5), 707'107);  // 2^-0.5 = 0.70710678...
  EXPECT_EQ(decay.Factor(10), 500'000);
  EXPECT_EQ(decay.Factor(70), 7'813);  // 7812.5
  EXPECT_EQ(decay.Factor(200), 1);     // 0.95
  EXPECT_EQ(decay.Factor(210), 0);     // 0.48
  EXPECT_EQ(decay.Factor(3'000'000), 0);
}

TEST(DecayTest, ExpireKeepsAllUntilItsDay) {
  DecayTable decay({Kind::kExpire, 0, 14, 0});
  EXPECT_EQ(decay.Factor(13), 1'000'000);
  EXPECT_EQ(decay.Factor(14), 0);
}

TEST(DecayTest, StartsAfterItsGrace) {
  DecayTable decay({Kind::kLinear, 50'000, 10, 45});
  EXPECT_EQ(decay.Factor(54), 1'000'000);
  EXPECT_EQ(decay.Factor(55), 500'000);
  EXPECT_EQ(decay.Factor(65), 0);
}

TEST(DecayTest, ChangesAreTheAgesAtWhichTheFactorTurns) {
  DecayTable linear({Kind::kLinear, 50'000, 10, 5});
  EXPECT_EQ(linear.Changes(0, 1000, 100), (std::vector<int64_t>{15, 25}));
  EXPECT_EQ(linear.Changes(16, 1000, 100), (std::vector<int64_t>{25}));
  DecayTable expire({Kind::kExpire, 0, 14, 0});
  EXPECT_EQ(expire.Changes(0, 1000, 100), (std::vector<int64_t>{14}));
  DecayTable half({Kind::kHalfLife, 0, 1, 0});
  EXPECT_EQ(half.Changes(0, 1000, 3), (std::vector<int64_t>{1, 2, 3}));
  EXPECT_TRUE(DecayTable({}).Changes(0, 1000, 100).empty());
}

}  // namespace
}  // namespace mqlab
