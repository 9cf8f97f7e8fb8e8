#include "attribution/revenue.h"

#include <gtest/gtest.h>

#include "attribution/loaded_run.h"

namespace mqlab {
namespace {

constexpr std::string_view kWonStage =
    R"("scores": {"s": {}}, "stages": [{"id": "won",
       "enter": {"event": "opportunity_won"}}])";
constexpr std::string_view kDealLeads =
    "lead_id,Deal sum\nx,10\ny,\"1,234.0005\"\nz,7\n";
constexpr std::string_view kDealEvents =
    "lead_id,time,type,value\n"
    "x,2026-01-05,opportunity_won,2.0005\n"
    "x,2026-01-02,won,-1\n"
    "x,2026-01-03,page_view,100\n"
    "x,2026-01-04,won,much\n"
    "y,2026-01-04,opportunity_won,2000000000\n"
    "y,2026-01-06,opportunity_won,5\n";

TEST(RevenueTest, IsOfEventsInTheirOrder) {
  const LoadedRun run("{" + std::string(kWonStage) + "}", kDealLeads,
                      kDealEvents);
  Revenues revenues(*run);
  const auto of = revenues.Of(0);
  ASSERT_EQ(of.size(), 2U);
  EXPECT_EQ(of[0], (Revenues::Value{*ParseInstant("2026-01-02"), -1000}));
  EXPECT_EQ(of[1], (Revenues::Value{*ParseInstant("2026-01-05"), 2001}));
  EXPECT_TRUE(revenues.SumOf(0) == 1001);
  EXPECT_TRUE(revenues.SumOf(1) == 5000);  // what is too large counts 0
  EXPECT_TRUE(revenues.SumOf(2) == 0);
}

TEST(RevenueTest, IsOfAFieldOnceTheLeadIsACustomer) {
  const LoadedRun run("{" + std::string(kWonStage) +
                          R"(, "economics": {"value": {"field": "deal_sum"}}})",
                      kDealLeads, kDealEvents);
  Revenues revenues(*run);
  ASSERT_EQ(revenues.Of(0).size(), 1U);
  EXPECT_EQ(revenues.Of(0)[0],
            (Revenues::Value{*ParseInstant("2026-01-05"), 10'000}));
  EXPECT_TRUE(revenues.SumOf(1) == 1'234'001);
  EXPECT_TRUE(revenues.Of(2).empty());
}

TEST(RevenueTest, IsNothingWithoutTheColumn) {
  const LoadedRun run("{" + std::string(kWonStage) + "}", "lead_id\nx\n",
                      "lead_id,time,type\nx,2026-01-05,opportunity_won\n");
  EXPECT_TRUE(Revenues(*run).Of(0).empty());
}

}  // namespace
}  // namespace mqlab
