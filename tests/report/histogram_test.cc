#include "report/histogram.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace mqlab {
namespace {

using Totals = std::vector<Millipoints>;

TEST(HistogramTest, HasRangesOfAPointWhereThatIsFineEnough) {
  const Histogram histogram = MakeHistogram(Totals{-1500, 0, 999, 1000, 2500},
                                            std::vector{-1, 0, 1, 1, -2}, 2);
  EXPECT_EQ(histogram.from, -2000);
  EXPECT_EQ(histogram.width, 1000);
  EXPECT_EQ(histogram.leads, (std::vector<uint32_t>{1, 0, 2, 1, 1}));
  EXPECT_EQ(histogram.by_stage[0], (std::vector<uint32_t>{0, 0, 1, 0, 0}));
  EXPECT_EQ(histogram.by_stage[1], (std::vector<uint32_t>{0, 0, 1, 1, 0}));
}

TEST(HistogramTest, WidensItsRangesByRoundSteps) {
  const Histogram histogram = MakeHistogram(Totals{0, 5'000'000});
  EXPECT_EQ(histogram.width, 5000);
  EXPECT_EQ(histogram.leads.size(), 1001u);
  EXPECT_EQ(histogram.leads.back(), 1u);
}

TEST(HistogramTest, HoldsTotalsOfAnySize) {
  const Totals totals = {std::numeric_limits<Millipoints>::min() + 1, 0,
                         std::numeric_limits<Millipoints>::max()};
  const Histogram histogram = MakeHistogram(totals);
  EXPECT_LE(histogram.leads.size(), kMostRanges);
  EXPECT_EQ(std::accumulate(histogram.leads.begin(), histogram.leads.end(), 0u),
            3u);
}

TEST(HistogramTest, IsEmptyWithoutLeads) {
  EXPECT_TRUE(MakeHistogram({}).leads.empty());
  EXPECT_EQ(MakeHistogram({}, {}, 2).by_stage.size(), 2u);
}

}  // namespace
}  // namespace mqlab
