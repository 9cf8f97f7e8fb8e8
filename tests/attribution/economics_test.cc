#include "attribution/economics.h"

#include <gtest/gtest.h>

#include "attribution/loaded_run.h"

namespace mqlab {
namespace {

constexpr std::string_view kPlain = R"({"scores": {"s": {}}})";

TEST(EconomicsTest, TakesWhatIsGivenWhereNothingIsSaid) {
  const LoadedRun run(kPlain, "lead_id,lead_source,campaign\nx,,\n",
                      "lead_id,time,type\nx,2026-01-01,page_view\n");
  const Economics economics = ResolveEconomics(*run);
  EXPECT_EQ(economics.currency, "");
  EXPECT_EQ(economics.value->name, "value");
  EXPECT_EQ(economics.value->event->types,
            (std::vector<std::string>{"opportunity_won", "won"}));
  EXPECT_EQ(economics.touch, EventPattern());
  EXPECT_EQ(economics.channel, (ColumnName{true, "lead_source"}));
  EXPECT_EQ(economics.campaign, (ColumnName{true, "campaign"}));
  EXPECT_EQ(economics.content->property, "asset");
  EXPECT_EQ(economics.content->event->types.size(), 3U);
  EXPECT_EQ(economics.half_life_days, 7);
  EXPECT_EQ(economics.margin_percent, 100);
}

TEST(EconomicsTest, PrefersPropertiesOfEvents) {
  const LoadedRun run(kPlain, "lead_id,lead_source,campaign\nx,,\n",
                      "lead_id,time,type,channel,campaign\n"
                      "x,2026-01-01,page_view,Ads,\n");
  const Economics economics = ResolveEconomics(*run);
  EXPECT_EQ(economics.channel, (ColumnName{false, "channel"}));
  EXPECT_EQ(economics.campaign, (ColumnName{false, "campaign"}));
}

TEST(EconomicsTest, FollowsTheRuleFile) {
  const LoadedRun run(
      R"({"scores": {"s": {}}, "economics": {
            "currency": "EUR",
            "value": {"field": "deal"},
            "touch": {"event": "click"},
            "channel": {"field": "source"},
            "campaign": {"property": "utm"},
            "content": {"property": "file"},
            "half_life_days": 30,
            "margin_percent": 60}})",
      "lead_id,source,deal\nx,a,1\n",
      "lead_id,time,type,channel,utm,file\nx,2026-01-01,click,Ads,u,f\n");
  const Economics economics = ResolveEconomics(*run);
  EXPECT_EQ(economics.currency, "EUR");
  EXPECT_FALSE(economics.value->event);
  EXPECT_EQ(economics.value->name, "deal");
  EXPECT_EQ(economics.touch->types, std::vector<std::string>{"click"});
  EXPECT_EQ(economics.channel, (ColumnName{true, "source"}));
  EXPECT_EQ(economics.campaign, (ColumnName{false, "utm"}));
  EXPECT_EQ(economics.content->property, "file");
  EXPECT_EQ(economics.content->event->types.size(), 3U);
  EXPECT_EQ(economics.half_life_days, 30);
  EXPECT_EQ(economics.margin_percent, 60);
}

}  // namespace
}  // namespace mqlab
