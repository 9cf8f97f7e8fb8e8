#include "attribution/channels.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "attribution/loaded_run.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

using nlohmann::json;

// Each stage by an event of its name.
constexpr std::string_view kRules = R"({"scores": {"s": {}}, "stages": [
    {"id": "lead", "enter": {"event": "*"}},
    {"id": "mql", "enter": {"event": "mql"}},
    {"id": "sql", "enter": {"event": "sql"}},
    {"id": "customer", "enter": {"event": "won"}}],
  "economics": {"margin_percent": 80, 
    "content": {"property": "asset", "event": "read"}}})";
constexpr std::string_view kLeads = "lead_id\na\nb\nc\nd\n";
// a: Ads, Mail, Search, then MQL at once; Mail again; won 1000 and 500.
// b: Mail, MQL. c: won 50 without a touch. d: Search alone.
constexpr std::string_view kEvents =
    "lead_id,time,type,channel,campaign,asset,value\n"
    "a,2026-01-01,view,Ads,spring,,\n"
    "a,2026-01-03,view,Mail,,,\n"
    "a,2026-01-05,view,Search,spring,,\n"
    "a,2026-01-05,mql,,,,\n"
    "a,2026-01-08,view,mail,,,\n"
    "a,2026-02-10,won,,,,1000\n"
    "a,2026-02-12,view,Ads,,,\n"
    "a,2026-04-01,won,,,,500\n"
    "b,2026-01-02,view,Mail,letter,,\n"
    "b,2026-01-03,mql,,,,\n"
    "b,2026-01-04,read,,,Guide,\n"
    "c,2026-03-01,won,,,,50\n"
    "d,2026-03-02,view,Search,,,\n";
constexpr std::string_view kCosts =
    "month,channel,campaign,cost,currency\n"
    "2026-01,ads,spring,300,EUR\n"
    "2026-02,Ads,,100,EUR\n"
    "2026-01,Search,spring,900,eur\n"
    "2026-03,Radio,,7,EUR\n"
    "2026-01,Ads,spring,10,USD\n"
    "2026-02,Ads,spring,20,usd\n"
    "2026-02,Mail,,0,\n";

class ChannelsTest : public testing::Test {
 protected:
  Channels Find(TouchedBy by, const char* stage, const Period& period = {}) {
    const Scope scope = MakeScope(*run_, nullptr, kNoStage, period);
    return FindChannels(*run_, scope,
                        {.by = by,
                         .period = period,
                         .conversion = FindStage(run_->program.source, stage)},
                        &*costs_.costs);
  }
  static const ChannelRow& RowOf(const Channels& channels, const char* name) {
    for (size_t i = 0; i < channels.groups.names.size(); ++i) {
      if (channels.groups.names[i] == name) return channels.rows[i];
    }
    ADD_FAILURE() << name;
    return channels.rows.back();
  }

  const LoadedRun run_ = LoadedRun(kRules, kLeads, kEvents);
  const CostsResult costs_ = ReadCosts(kCosts, {});
};

using Credit = ByModel<int64_t>;

TEST_F(ChannelsTest, CountLeadsByTheirFirstTouch) {
  const Channels channels = Find(TouchedBy::kChannel, "mql");
  // One lead each, so in the order of the data.
  EXPECT_EQ(channels.groups.names,
            (std::vector<std::string>{"Ads", "Mail", "Search"}));
  const ChannelRow& ads = RowOf(channels, "Ads");
  EXPECT_EQ(ads.leads, 1U);
  EXPECT_EQ(ads.mql, 1U);
  EXPECT_EQ(ads.sql, 1U);  // in passing
  EXPECT_EQ(ads.customers, 1U);
  EXPECT_EQ(RowOf(channels, "Mail").sql, 0U);
  EXPECT_EQ(RowOf(channels, "Search").mql, 0U);
  EXPECT_EQ(channels.rows.back().leads, 1U);  // c
  EXPECT_EQ(channels.rows.back().customers, 1U);
}

TEST_F(ChannelsTest, ShareConversionsOutByEveryModel) {
  const Channels channels = Find(TouchedBy::kChannel, "mql");
  EXPECT_EQ(channels.conversions, 3U);
  // a's lead was made on the first day; there is no opportunity.
  EXPECT_EQ(
      RowOf(channels, "Ads").credit,
      (Credit{1'000'000, 0, 333'334, 400'000, 600'000, 600'000, 269'905}));
  EXPECT_EQ(RowOf(channels, "Mail").credit,
            (Credit{1'000'000, 1'000'000, 1'333'333, 1'200'000, 1'100'000,
                    1'100'000, 1'329'018}));
  EXPECT_EQ(
      RowOf(channels, "Search").credit,
      (Credit{0, 1'000'000, 333'333, 400'000, 300'000, 300'000, 401'077}));
  Credit all;
  all.fill(1'000'000);
  EXPECT_EQ(channels.rows.back().credit, all);
  for (const ChannelRow& row : channels.rows) {
    EXPECT_EQ(row.credit, row.mql_credit);
  }
  // Ads, Mail, Search, Mail before a became a customer.
  const Channels won = Find(TouchedBy::kChannel, "customer");
  EXPECT_EQ(won.conversions, 2U);
  EXPECT_EQ(RowOf(won, "Mail").credit[2], 500'000);
  EXPECT_EQ(RowOf(won, "Mail").credit[3], 500'000);
  EXPECT_EQ(RowOf(won, "Ads").credit[4], 600'000);
  EXPECT_EQ(RowOf(won, "Search").credit[4], 50'000);
  EXPECT_EQ(RowOf(won, "Mail").credit, RowOf(won, "Mail").customer_credit);
}

TEST_F(ChannelsTest, ShareRevenueOutAsTheCustomer) {
  const Channels channels = Find(TouchedBy::kChannel, "mql");
  EXPECT_TRUE(channels.revenue == 1'550'000);
  EXPECT_TRUE(RowOf(channels, "Ads").revenue[0] == 1'500'000);
  EXPECT_TRUE(RowOf(channels, "Ads").revenue[1] == 0);
  EXPECT_TRUE(RowOf(channels, "Mail").revenue[1] == 1'500'000);
  EXPECT_TRUE(RowOf(channels, "Mail").revenue[2] == 750'000);
  EXPECT_TRUE(channels.rows.back().revenue[2] == 50'000);
}

TEST_F(ChannelsTest, AddCostsOfOneCurrency) {
  const Channels channels = Find(TouchedBy::kChannel, "mql");
  EXPECT_EQ(channels.currency, "EUR");
  EXPECT_TRUE(channels.cost == 1'307'000);
  EXPECT_TRUE(channels.costs_without_group == 7'000);
  ASSERT_EQ(channels.other_currencies.size(), 1U);
  EXPECT_EQ(channels.other_currencies[0].currency, "USD");
  EXPECT_EQ(channels.other_currencies[0].rows, 2U);
  EXPECT_TRUE(channels.other_currencies[0].cost == 30'000);
  EXPECT_TRUE(RowOf(channels, "Ads").cost == 400'000);
  EXPECT_TRUE(RowOf(channels, "Mail").cost == 0);
  EXPECT_FALSE(channels.rows.back().cost);

  const Channels campaigns = Find(TouchedBy::kCampaign, "mql");
  EXPECT_TRUE(RowOf(campaigns, "spring").cost == 1'200'000);
  EXPECT_TRUE(campaigns.costs_without_group == 107'000);
  const Channels contents = Find(TouchedBy::kContent, "mql");
  EXPECT_TRUE(contents.costs_without_group == contents.cost);
}

TEST_F(ChannelsTest, FollowThePeriod) {
  const Period february = {.from = ParseInstant("2026-02-01"),
                           .until = ParseInstant("2026-04-01")};
  const Channels channels = Find(TouchedBy::kChannel, "customer", february);
  EXPECT_EQ(channels.groups.names, std::vector<std::string>{"Search"});
  EXPECT_EQ(channels.conversions, 1U);  // c
  EXPECT_TRUE(channels.cost == 107'000);
  EXPECT_TRUE(channels.costs_without_group == 107'000);
}

// Of every 1000, 250 are Ads' and as many Search's, of which the margin is 80
// of 100.
TEST_F(ChannelsTest, FindTheMonthOfPayback) {
  const Channels channels = Find(TouchedBy::kChannel, "mql");
  // 200 in February, 300 from April on, of 400.
  EXPECT_EQ(RowOf(channels, "Ads").payback, std::nullopt);
  EXPECT_EQ(RowOf(channels, "Mail").payback, std::nullopt);  // costs nothing
  // In campaigns, half of the touches are of spring: 400, then 600, of 1200.
  EXPECT_EQ(RowOf(Find(TouchedBy::kCampaign, "mql"), "spring").payback,
            std::nullopt);
  const CostsResult small = ReadCosts(
      "month,channel,cost\n2026-01,Ads,200\n2026-03,Ads,100\n"
      "2026-03,Search,300\n2026-01,Search,0.001\n2026-05,Search,1000\n",
      {});
  const Scope scope = MakeScope(*run_, nullptr, kNoStage, {});
  const Channels paid = FindChannels(
      *run_, scope, {.by = TouchedBy::kChannel, .period = {}, .conversion = 1},
      &*small.costs);
  EXPECT_EQ(RowOf(paid, "Ads").payback, ParseInstant("2026-02-01"));
  EXPECT_EQ(RowOf(paid, "Search").payback, ParseInstant("2026-02-01"));
}

TEST_F(ChannelsTest, KnowTouchesWithoutACampaign) {
  const Channels channels = Find(TouchedBy::kCampaign, "mql");
  EXPECT_EQ(channels.groups.names,
            (std::vector<std::string>{"spring", "letter"}));
  EXPECT_EQ(channels.groups.missing, 2U);
  EXPECT_EQ(channels.groups.unknown, 3U);
  EXPECT_EQ(channels.rows[2].leads, 1U);  // d
  EXPECT_EQ(channels.rows[2].credit[2], 333'333);
  EXPECT_EQ(RowOf(channels, "spring").credit[2], 666'667);
}

TEST_F(ChannelsTest, TakeContentsForTouches) {
  const Channels channels = Find(TouchedBy::kContent, "lead");
  EXPECT_EQ(channels.groups.names, std::vector<std::string>{"Guide"});
  EXPECT_EQ(channels.rows[0].leads, 1U);
  EXPECT_EQ(channels.rows[0].credit[0], 0);  // b was a lead before
  EXPECT_EQ(channels.rows[1].credit[0], 4'000'000);
}

TEST_F(ChannelsTest, ListTheLeadsBehindTheNumbers) {
  const Scope scope = MakeScope(*run_, nullptr, kNoStage, {});
  const auto list = [&](uint32_t group, ChannelSet set) {
    return ListChannel(*run_, scope, TouchedBy::kChannel, group, set);
  };
  using Leads = std::vector<uint32_t>;
  EXPECT_EQ(list(0, ChannelSet::kLeads), Leads{0});
  EXPECT_EQ(list(1, ChannelSet::kMql), Leads{1});
  EXPECT_EQ(list(1, ChannelSet::kSql), Leads{});
  EXPECT_EQ(list(3, ChannelSet::kCustomers), Leads{2});
}

TEST_F(ChannelsTest, AreWrittenWithTheirRatios) {
  const auto written =
      json::parse(WriteChannels(Find(TouchedBy::kChannel, "mql")).Print());
  EXPECT_EQ(written["currency"], "EUR");
  EXPECT_EQ(written["halfLifeDays"], 7);
  EXPECT_EQ(written["marginPercent"], 80);
  EXPECT_EQ(written["conversions"], 3);
  EXPECT_EQ(written["revenue"], 1'550'000);
  EXPECT_EQ(written["cost"], 1'307'000);
  EXPECT_EQ(written["costsWithoutGroup"], 7'000);
  EXPECT_EQ(written["otherCurrencies"], json::parse(R"([
      {"currency": "USD", "rows": 2, "cost": 30000}])"));
  ASSERT_EQ(written["rows"].size(), 4U);
  const json& ads = written["rows"][0];
  EXPECT_EQ(ads["group"], json::parse(R"({"kind": "value", "name": "Ads"})"));
  EXPECT_EQ(ads["toMql"]["share"], 1);
  EXPECT_EQ(ads["credit"]["linear"], 333'334);
  EXPECT_EQ(ads["revenue"]["first"], 1'500'000);
  EXPECT_EQ(ads["cost"], 400'000);
  // 400 for a third of an MQL and a quarter of a customer, who brought 1200.
  const json& linear = ads["money"]["linear"];
  EXPECT_EQ(linear["perLead"], 400'000);
  EXPECT_EQ(linear["perMql"], 1'199'998);  // 400 * 1 000 000 / 333 334
  EXPECT_EQ(linear["cac"], 1'600'000);
  EXPECT_EQ(linear["ltv"], 1'200'000);
  EXPECT_EQ(linear["roi"], -0.25);
  EXPECT_TRUE(ads["money"]["last"]["perMql"].is_null());
  EXPECT_TRUE(ads["money"]["last"]["ltv"].is_null());
  EXPECT_EQ(ads["money"]["last"]["roi"], -1);
  EXPECT_TRUE(ads["payback"].is_null());
  EXPECT_EQ(ads["disagreement"], 0.333333);
  const json& mail = written["rows"][1];
  EXPECT_EQ(mail["money"]["linear"]["perLead"], 0);
  EXPECT_TRUE(mail["money"]["linear"]["roi"].is_null());  // it costs nothing
  const json& unknown = written["rows"][3];
  EXPECT_EQ(unknown["group"],
            json::parse(R"({"kind": "unknown", "name": ""})"));
  EXPECT_TRUE(unknown["money"]["u"]["perLead"].is_null());
  EXPECT_EQ(unknown["money"]["u"]["ltv"], 40'000);
}

TEST_F(ChannelsTest, AreFoundWithoutCosts) {
  const Scope scope = MakeScope(*run_, nullptr, kNoStage, {});
  const Channels channels = FindChannels(
      *run_, scope, {.by = TouchedBy::kChannel, .period = {}, .conversion = 1},
      nullptr);
  EXPECT_EQ(channels.currency, "");
  EXPECT_FALSE(RowOf(channels, "Ads").cost);
  EXPECT_EQ(RowOf(channels, "Ads").credit[2], 333'334);
}

}  // namespace
}  // namespace mqlab
