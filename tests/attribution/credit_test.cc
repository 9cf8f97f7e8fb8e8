#include "attribution/credit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

#include "attribution/reference_credit.h"

namespace mqlab {
namespace {

using Parts = std::vector<int64_t>;

// Touches on these days; the conversion is at the end of `day`.
struct Case {
  std::vector<int64_t> days;
  int64_t day;
  uint32_t lead = kNoIndex;
  uint32_t opportunity = kNoIndex;
};

reference::Path PathOf(const Case& given, int64_t half_life = 7) {
  reference::Path path = {.end = given.day * kMillisPerDay + 1,
                          .lead = given.lead,
                          .opportunity = given.opportunity,
                          .half_life_days = half_life};
  for (const int64_t day : given.days) {
    path.touches.push_back(day * kMillisPerDay);
  }
  return path;
}

Parts ShareOf(CreditModel model, const Case& given, int64_t whole = kConversion,
              int64_t half_life = 7) {
  const reference::Path path = PathOf(given, half_life);
  Sharing sharing(half_life);
  sharing.Weigh(model, {.touches = path.touches,
                        .end = path.end,
                        .lead = path.lead,
                        .opportunity = path.opportunity});
  const std::span<const Wide> parts = sharing.Share(whole);
  return {parts.begin(), parts.end()};
}

TEST(CreditTest, GivesAllToOneTouch) {
  for (size_t model = 0; model < kNumModels; ++model) {
    EXPECT_EQ(ShareOf(static_cast<CreditModel>(model), {{3}, 5, 0, 0}),
              Parts{kConversion});
    EXPECT_EQ(ShareOf(static_cast<CreditModel>(model), {{3}, 5}),
              Parts{kConversion});
  }
}

TEST(CreditTest, KnowsFirstAndLast) {
  EXPECT_EQ(ShareOf(CreditModel::kFirst, {{1, 2, 3}, 3}),
            (Parts{1'000'000, 0, 0}));
  EXPECT_EQ(ShareOf(CreditModel::kLast, {{1, 2, 3}, 3}),
            (Parts{0, 0, 1'000'000}));
}

TEST(CreditTest, SharesEqually) {
  EXPECT_EQ(ShareOf(CreditModel::kLinear, {{1, 2}, 3}),
            (Parts{500'000, 500'000}));
  // What does not go round goes to the earlier ones.
  EXPECT_EQ(ShareOf(CreditModel::kLinear, {{1, 2, 3}, 3}),
            (Parts{333'334, 333'333, 333'333}));
  EXPECT_EQ(
      ShareOf(CreditModel::kLinear, {{1, 1, 1, 1, 1, 1, 1}, 3}),
      (Parts{142'858, 142'857, 142'857, 142'857, 142'857, 142'857, 142'857}));
}

TEST(CreditTest, SharesByAU) {
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2}, 3}), (Parts{500'000, 500'000}));
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3}),
            (Parts{400'000, 200'000, 400'000}));
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3, 4, 5}, 5}),
            (Parts{400'000, 66'667, 66'667, 66'666, 400'000}));
  // The others' touches have no roles in it.
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3, 1, 1}),
            (Parts{400'000, 200'000, 400'000}));
}

TEST(CreditTest, SharesByAW) {
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2, 3, 4, 5}, 5, 2}),
            (Parts{300'000, 50'000, 300'000, 50'000, 300'000}));
  // Without others their tenth goes to the roles.
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2, 3}, 3, 1}),
            (Parts{333'334, 333'333, 333'333}));
  // A touch with two roles has both.
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2, 3}, 3, 0}),
            (Parts{600'000, 100'000, 300'000}));
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2, 3}, 3, 2}),
            (Parts{300'000, 100'000, 600'000}));
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2}, 3, 1}),
            (Parts{333'333, 666'667}));
  // Nobody made the lead: its share goes to the other roles alone.
  EXPECT_EQ(ShareOf(CreditModel::kW, {{1, 2, 3}, 3}),
            (Parts{450'000, 100'000, 450'000}));
}

TEST(CreditTest, SharesByTheFullPath) {
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3, 4, 5, 6}, 6, 1, 3}),
            (Parts{225'000, 225'000, 50'000, 225'000, 50'000, 225'000}));
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3, 4}, 4, 1, 2}),
            (Parts{250'000, 250'000, 250'000, 250'000}));
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3, 4}, 4, 1, 1}),
            (Parts{225'000, 450'000, 100'000, 225'000}));
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3, 4}, 4, 0, 3}),
            (Parts{450'000, 50'000, 50'000, 450'000}));
  // No opportunity yet: 22.5 each of 67.5, of the nine tenths.
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3, 4}, 4, 1}),
            (Parts{300'000, 300'000, 100'000, 300'000}));
  EXPECT_EQ(ShareOf(CreditModel::kFull, {{1, 2, 3}, 3}),
            (Parts{450'000, 100'000, 450'000}));
}

TEST(CreditTest, SharesByAge) {
  // 672 950, 820 335 and 1 000 000 millionths.
  EXPECT_EQ(ShareOf(CreditModel::kDecay, {{1, 3, 5}, 5}),
            (Parts{269'905, 329'018, 401'077}));
  EXPECT_EQ(ShareOf(CreditModel::kDecay, {{1, 8, 15}, 15}),
            (Parts{142'857, 285'714, 571'429}));
  EXPECT_EQ(ShareOf(CreditModel::kDecay, {{1, 31}, 31}, kConversion, 30),
            (Parts{333'333, 666'667}));
  // Half an hour before the conversion is no day.
  EXPECT_EQ(ShareOf(CreditModel::kDecay, {{4, 4}, 4}),
            (Parts{500'000, 500'000}));
}

TEST(CreditTest, CountsAgesFromTheLastTouchWhenAllAreTooOld) {
  EXPECT_EQ(ShareOf(CreditModel::kDecay, {{1, 8, 15}, 5000}),
            (Parts{142'857, 285'714, 571'429}));
}

TEST(CreditTest, SharesSumsOfAnySizeOut) {
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3}, 7), (Parts{3, 1, 3}));
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3}, -7), (Parts{-3, -1, -3}));
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3}, 0), (Parts{0, 0, 0}));
  EXPECT_EQ(ShareOf(CreditModel::kLinear, {{1, 2}, 3}, 1), (Parts{1, 0}));
  EXPECT_EQ(ShareOf(CreditModel::kU, {{1, 2, 3}, 3},
                    std::numeric_limits<int64_t>::max()),
            (Parts{3'689'348'814'741'910'323, 1'844'674'407'370'955'161,
                   3'689'348'814'741'910'323}));
}

TEST(CreditTest, SharesRandomPathsAsThePageSays) {
  std::mt19937 random(4711);
  const auto below = [&](uint32_t end) { return random() % end; };
  for (int round = 0; round < 20'000; ++round) {
    Case given = {{}, 0};
    const uint32_t touches = 1 + below(round % 10 == 0 ? 60 : 6);
    for (uint32_t i = 0; i < touches; ++i) given.days.push_back(below(40));
    std::ranges::sort(given.days);
    given.day = given.days.back() + below(60);
    if (below(3) > 0) given.lead = below(touches);
    if (below(3) > 0) given.opportunity = below(touches);
    const int64_t whole = below(2) == 0 ? kConversion : below(100'000'000);
    for (size_t i = 0; i < kNumModels; ++i) {
      const auto model = static_cast<CreditModel>(i);
      const Parts parts = ShareOf(model, given, whole);
      ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), int64_t{0}), whole);
      ASSERT_GE(std::ranges::min(parts), 0);
      ASSERT_EQ(parts, reference::ShareOut(whole, model, PathOf(given)))
          << "round " << round << ", " << kModelNames[i];
    }
  }
}

}  // namespace
}  // namespace mqlab
