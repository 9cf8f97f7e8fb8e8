#include "report/quiet.h"

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace mqlab {
namespace {

TEST(QuietTest, CountsLeadsWithoutEventsAndWithoutCells) {
  Engine engine;
  engine.Load({"lead_id,city,size\na,,1\nb,Iași,\nc,,\n", {}},
              TableInput{"lead_id,time,type\na,2026-01-01,page\n"
                         "b,2026-01-03,page\n",
                         {}});
  const auto no_events = [&](std::string_view as_of) {
    return CountQuiet(engine.dataset(), *ParseInstant(as_of)).no_events;
  };
  EXPECT_EQ(no_events("2026-01-03"), 1u);
  EXPECT_EQ(no_events("2026-01-02"), 2u);
  EXPECT_EQ(no_events("2025-12-31"), 3u);
  EXPECT_EQ(CountQuiet(engine.dataset(), 0).missing,
            (std::vector<uint32_t>{0, 2, 2}));
}

}  // namespace
}  // namespace mqlab
