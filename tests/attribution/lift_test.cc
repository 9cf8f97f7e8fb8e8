#include "attribution/lift.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <numeric>

namespace mqlab {
namespace {

// Leads with the contents that they used, each at the day of its place.
ContentUses Uses(const std::vector<std::vector<uint32_t>>& leads) {
  ContentUses uses;
  uses.names = {"a", "b"};
  uses.offsets = {0};
  for (const std::vector<uint32_t>& contents : leads) {
    for (uint32_t i = 0; i < contents.size(); ++i) {
      uses.contents.push_back(contents[i]);
      uses.first.push_back(i * kMillisPerDay);
    }
    uses.offsets.push_back(static_cast<uint32_t>(uses.contents.size()));
  }
  return uses;
}

TEST(LiftTest, LooksAtUsesUpToTheStage) {
  const ContentUses uses = Uses({{0, 1}, {0, 1}, {1, 0}, {}, {1}, {0}});
  constexpr Instant kDay = kMillisPerDay;
  const std::vector<Instant> reached = {kDay - 1, kDay, kNever, 0, 0, 0};
  const std::vector<uint32_t> all = {0, 1, 2, 3, 4};
  const std::vector<Lift> lifts = FindLifts(uses, all, reached);
  EXPECT_EQ(
      lifts[0],
      (Lift{.with = 3, .with_reached = 2, .without = 2, .without_reached = 2}));
  // The first lead used it only after it had reached the stage.
  EXPECT_EQ(
      lifts[1],
      (Lift{.with = 3, .with_reached = 2, .without = 2, .without_reached = 2}));
  const std::vector<uint32_t> two = {2, 5};
  EXPECT_EQ(
      FindLifts(uses, two, reached)[1],
      (Lift{.with = 1, .with_reached = 0, .without = 1, .without_reached = 1}));
}

TEST(LiftTest, IsSilentBelowTwentyOnASide) {
  EXPECT_TRUE((Lift{20, 5, 20, 5}).is_told());
  EXPECT_FALSE((Lift{19, 5, 400, 5}).is_told());
  EXPECT_FALSE((Lift{400, 5, 19, 5}).is_told());
  EXPECT_EQ(WriteLift({400, 5, 19, 5}).Print(), "null\n");
}

TEST(LiftTest, ComparesRatiosExactly) {
  const Lift twice = {100, 40, 200, 40};
  const Lift thrice = {100, 60, 200, 40};
  const Lift also_twice = {1000, 20, 300, 3};
  const Lift endless = {100, 1, 200, 0};
  const Lift nobody = {100, 0, 200, 0};
  const Lift none = {100, 0, 200, 40};
  EXPECT_TRUE(thrice.IsHigherThan(twice));
  EXPECT_FALSE(twice.IsHigherThan(thrice));
  EXPECT_FALSE(twice.IsHigherThan(also_twice));
  EXPECT_FALSE(also_twice.IsHigherThan(twice));
  EXPECT_TRUE(endless.IsHigherThan(thrice));
  EXPECT_FALSE(thrice.IsHigherThan(endless));
  EXPECT_FALSE(endless.IsHigherThan(endless));
  EXPECT_FALSE(nobody.IsHigherThan(none));
  EXPECT_TRUE(twice.IsHigherThan(nobody));
  EXPECT_EQ(thrice.Ratio(), 3.0);
  EXPECT_EQ(endless.Ratio(), std::nullopt);
}

// R. G. Newcombe (1998), table II: 56 of 70 and 48 of 80.
TEST(LiftTest, IsWrittenWithItsIntervals) {
  const auto text = nlohmann::json::parse(WriteLift({70, 56, 80, 48}).Print());
  EXPECT_EQ(text["with"]["count"], 56);
  EXPECT_EQ(text["with"]["of"], 70);
  EXPECT_EQ(text["without"]["share"], 0.6);
  EXPECT_NEAR(text["difference"]["share"], 0.2, 1e-6);
  EXPECT_NEAR(text["difference"]["low"], 0.0524, 5e-5);
  EXPECT_NEAR(text["difference"]["high"], 0.3339, 5e-5);
  EXPECT_NEAR(text["ratio"], 4.0 / 3, 1e-6);
  EXPECT_TRUE(nlohmann::json::parse(WriteLift({70, 5, 80, 0}).Print())["ratio"]
                  .is_null());
}

}  // namespace
}  // namespace mqlab
