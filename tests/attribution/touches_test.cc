#include "attribution/touches.h"

#include <gtest/gtest.h>

#include <string>

#include "attribution/loaded_run.h"

namespace mqlab {
namespace {

std::string Touch(const LoadedRun& run, TouchedBy by, uint32_t lead) {
  Touches touches(*run, by);
  touches.Read(lead);
  std::string text;
  for (size_t i = 0; i < touches.values().size(); ++i) {
    const uint32_t value = touches.values()[i];
    text += std::string(value == kNoIndex ? "-" : touches.names().Name(value)) +
            FormatInstant(touches.instants()[i]).substr(8, 2) + " ";
  }
  return text;
}

constexpr std::string_view kTouchRules = R"({"scores": {"s": {}}})";
constexpr std::string_view kTouchLeads =
    "lead_id,lead_source,campaign\nx,Shop,spring\ny,,\nz,SHOP,\n";
constexpr std::string_view kTouchEvents =
    "lead_id,time,type,channel,campaign,asset\n"
    "x,2026-01-03,page_view,Mail,,Home\n"
    "x,2026-01-01,content_download,Ads,a,Guide\n"
    "x,2026-01-04,call,,b,\n"
    "x,2026-01-05,content_download,mail,b,\n"
    "z,2026-01-06,content_download,,,guide\n";

TEST(TouchesTest, AreEventsThatHaveAChannel) {
  const LoadedRun run(kTouchRules, kTouchLeads, kTouchEvents);
  EXPECT_EQ(Touch(run, TouchedBy::kChannel, 0), "Ads01 Mail03 Mail05 ");
  EXPECT_EQ(Touch(run, TouchedBy::kChannel, 1), "");
  EXPECT_EQ(Touch(run, TouchedBy::kChannel, 2), "");
  EXPECT_EQ(Touch(run, TouchedBy::kCampaign, 0), "a01 -03 b05 ");
}

TEST(TouchesTest, AreUsesOfContentsWhateverTheChannel) {
  const LoadedRun run(kTouchRules, kTouchLeads, kTouchEvents);
  EXPECT_EQ(Touch(run, TouchedBy::kContent, 0), "Guide01 ");
  EXPECT_EQ(Touch(run, TouchedBy::kContent, 2), "Guide06 ");
}

TEST(TouchesTest, FollowTheRuleFile) {
  const LoadedRun run(R"({"scores": {"s": {}}, "economics": {
                            "touch": {"event": "content_download",
                                      "where": [{"field": "asset",
                                                 "is_set": true}]},
                            "campaign": {"field": "campaign"}}})",
                      kTouchLeads, kTouchEvents);
  EXPECT_EQ(Touch(run, TouchedBy::kChannel, 0), "Ads01 ");
  EXPECT_EQ(Touch(run, TouchedBy::kCampaign, 0), "spring01 ");
}

TEST(TouchesTest, OfAFieldAreOneBeforeEverything) {
  const LoadedRun run(R"({"scores": {"s": {}}, "economics": {
                            "channel": {"field": "lead_source"}}})",
                      kTouchLeads, kTouchEvents);
  Touches touches(*run, TouchedBy::kChannel);
  touches.Read(2);
  EXPECT_EQ(touches.values().size(), 1U);
  EXPECT_EQ(touches.names().Name(touches.values()[0]), "Shop");
  EXPECT_EQ(touches.CountUpTo(0), 1U);
  touches.Read(1);
  EXPECT_EQ(touches.CountUpTo(run->as_of), 0U);
  // Campaigns are still events'.
  EXPECT_EQ(Touch(run, TouchedBy::kCampaign, 0), "a01 b04 b05 ");
}

TEST(TouchesTest, AreCountedUpToAnInstant) {
  const LoadedRun run(kTouchRules, kTouchLeads, kTouchEvents);
  Touches touches(*run, TouchedBy::kChannel);
  touches.Read(0);
  const Instant second = *ParseInstant("2026-01-03");
  EXPECT_EQ(touches.CountUpTo(second - 1), 1U);
  EXPECT_EQ(touches.CountUpTo(second), 2U);
  EXPECT_EQ(touches.CountUpTo(0), 0U);
}

TEST(TouchesTest, GroupLeadsByTheFirst) {
  const LoadedRun run(kTouchRules, kTouchLeads, kTouchEvents);
  const Scope scope = MakeScope(*run, nullptr, kNoStage, {});
  const Grouping channels = GroupByFirstTouch(*run, TouchedBy::kChannel, scope);
  EXPECT_EQ(channels.names, std::vector<std::string>{"Ads"});
  EXPECT_EQ(channels.missing, 1U);
  EXPECT_EQ(channels.of, (std::vector<uint32_t>{0, 1, 1}));
}

}  // namespace
}  // namespace mqlab
