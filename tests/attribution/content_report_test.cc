#include "attribution/content_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "attribution/loaded_run.h"
#include "attribution/webinars.h"

namespace mqlab {
namespace {

using nlohmann::json;

constexpr std::string_view kContentRules = R"({"scores": {"s": {}}, "stages": [
    {"id": "lead", "enter": {"event": "*"}},
    {"id": "mql", "enter": {"event": "mql"}},
    {"id": "customer", "enter": {"event": "won"}}]})";

std::string Event(int lead, const char* day, const char* type,
                  const char* asset = "") {
  return std::to_string(lead) + ",2026-01-" + day + "," + type + "," + asset +
         "\n";
}

// Of 100 leads 40 download the guide: 20 of them become MQL, 10 of those before
// they read it. So do 6 of the others.
class ContentReportTest : public testing::Test {
 protected:
  static std::string Leads() {
    std::string text = "lead_id\n";
    for (int lead = 0; lead < 100; ++lead) text += std::to_string(lead) + "\n";
    return text;
  }
  static std::string Events() {
    std::string text = "lead_id,time,type,asset\n";
    for (int lead = 0; lead < 40; ++lead) {
      text += Event(lead, "05", "content_download", "Guide");
      if (lead < 10) text += Event(lead, "05", "mql");
      if (lead >= 10 && lead < 20) text += Event(lead, "04", "mql");
      if (lead < 5) text += Event(lead, "09", "won");
    }
    for (int lead = 40; lead < 46; ++lead) text += Event(lead, "05", "mql");
    for (int lead = 50; lead < 69; ++lead) {
      text += Event(lead, "06", "webinar_attend", "Talk");
    }
    for (int lead = 60; lead < 75; ++lead) {
      text += Event(lead, "03", "webinar_register", "talk");
      text += Event(lead, "02", "webinar_register", "Talk");
    }
    text += Event(70, "03", "webinar_register", "Missed");
    return text;
  }

  std::vector<ContentRow> Find() const {
    return FindContents(*run_, MakeScope(*run_, nullptr, kNoStage, {}));
  }

  const LoadedRun run_ = LoadedRun(kContentRules, Leads(), Events());
};

TEST_F(ContentReportTest, CountsLeadsWithAndWithoutEach) {
  const std::vector<ContentRow> rows = Find();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], (ContentRow{.content = "Guide",
                                 .leads = 40,
                                 // ten used it only once they were MQL
                                 .mql = {.with = 30,
                                         .with_reached = 10,
                                         .without = 70,
                                         .without_reached = 16},
                                 .customer = {.with = 40,
                                              .with_reached = 5,
                                              .without = 60,
                                              .without_reached = 0}}));
  EXPECT_EQ(rows[1].content, "Talk");
  EXPECT_EQ(rows[1].leads, 19U);
  EXPECT_EQ(rows[1].registered, 15U);
  EXPECT_EQ(rows[1].finished, 9U);  // 60 to 68
  EXPECT_EQ(rows[2].content, "Missed");
  EXPECT_EQ(rows[2].leads, 0U);
  EXPECT_EQ(rows[2].registered, 1U);
}

TEST_F(ContentReportTest, FollowsTheScope) {
  const std::vector<uint32_t> few = {0, 12, 41, 65, 70};
  const Scope scope = MakeScope(*run_, &few, kNoStage, {});
  const std::vector<ContentRow> rows = FindContents(*run_, scope);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].leads, 2U);
  EXPECT_EQ(
      rows[0].mql,
      (Lift{.with = 1, .with_reached = 1, .without = 4, .without_reached = 2}));
  EXPECT_EQ(rows[1].registered, 2U);
  EXPECT_EQ(ListContent(*run_, scope, "guide"), (std::vector<uint32_t>{0, 12}));
  EXPECT_EQ(ListContent(*run_, scope, "Missed"), std::vector<uint32_t>{});
}

TEST_F(ContentReportTest, IsWrittenWithItsSilence) {
  const auto written = json::parse(WriteContents(Find()).Print());
  ASSERT_EQ(written["rows"].size(), 3U);
  const json& guide = written["rows"][0];
  EXPECT_EQ(guide["content"], "Guide");
  EXPECT_EQ(guide["leads"], 40);
  EXPECT_EQ(guide["mql"]["with"]["share"], 0.333333);
  EXPECT_EQ(guide["mql"]["without"]["count"], 16);
  EXPECT_TRUE(guide["customer"]["ratio"].is_null());
  EXPECT_TRUE(guide["finished"].is_null());
  const json& talk = written["rows"][1];
  EXPECT_TRUE(talk["mql"].is_null());  // 19 leads are not enough
  EXPECT_EQ(talk["finished"]["share"], 0.6);
  EXPECT_EQ(written["rows"][2]["finished"]["count"], 0);
}

}  // namespace
}  // namespace mqlab
