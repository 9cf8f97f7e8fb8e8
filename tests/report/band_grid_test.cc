#include "report/band_grid.h"

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace mqlab {
namespace {

using Counts = std::vector<uint32_t>;

TEST(BandGridTest, CountsLeadsByTheBandsOfTwoScores) {
  Engine engine;
  engine.Load({"lead_id,f,e\na,9,1\nb,9,9\nc,5,9\nd,0,0\ne,9,9\n", {}},
              std::nullopt);
  const RunReport report = engine.Score(
      R"({"scores": {"fit": {"bands": [{"label": "A", "ge": 9},
                                       {"label": "B", "ge": 5}]},
                     "eng": {"bands": [{"label": "1", "ge": 9}]},
                     "no": {}},
          "rules": [{"id": "f", "score": "fit", "field": "f",
                     "points_for": {"9": 9, "5": 5}},
                    {"id": "e", "score": "eng", "field": "e",
                     "points_for": {"9": 9}}],
          "stages": [{"id": "lead", "enter": {"score": "fit", "ge": 1}},
                     {"id": "mql", "enter": {"score": "eng", "ge": 9}}]})",
      {});
  ASSERT_TRUE(report.id);
  const mqlab::Run& run = *engine.run(*report.id);
  const BandGrid grid = CountBands(run, 0, 1, 1);
  EXPECT_EQ(grid.leads, (Counts{2, 1, 1, 0, 0, 1}));
  EXPECT_EQ(grid.qualified, (Counts{2, 0, 1, 0, 0, 0}));
  EXPECT_EQ(CountBands(run, 0, 1, 0).qualified, (Counts{2, 1, 1, 0, 0, 0}));
  EXPECT_EQ(CountBands(run, 1, 0, 1).leads, (Counts{2, 1, 0, 1, 0, 1}));
  EXPECT_EQ(CountBands(run, 2, 0, 1).leads, (Counts{3, 1, 1}));
  EXPECT_EQ(CountBands(run, 3, 0, 1).leads, Counts{});
}

}  // namespace
}  // namespace mqlab
