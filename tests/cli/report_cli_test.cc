// mqlab report: what its options ask, and what is told of faults.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/run_cli.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kReportRules = R"({
  "format": "mqlab/1",
  "created_field": "created_at",
  "scores": {"e": {}},
  "rules": [{"id": "page", "score": "e", "label": "Pages",
             "each": {"event": "page"}, "points": 10}],
  "stages": [
    {"id": "mql", "enter": {"score": "e", "ge": 10}},
    {"id": "customer", "enter": {"event": "won"}}],
  "sla": {"hours": 32, "business_hours": {"days": ["mon"], "from": "09:00",
          "until": "17:00", "zone": "Europe/Warsaw"}}
})";

class ReportCliTest : public testing::Test {
 protected:
  void SetUp() override {
    WriteText("rules.json", kReportRules);
    WriteText("leads.csv",
              "lead_id,email,country,created_at\n"
              "a,a@x.example,PL,2026-03-02\n"
              "b,b@x.example,RO,2026-03-02\n"
              "c,,PL,2026-04-01\n");
    WriteText("events.csv",
              "lead_id,time,type,channel,value\n"
              "a,2026-03-02T10:00Z,page,Search,\n"
              "a,2026-03-09T10:00Z,won,,250.5\n"
              "b,2026-03-02T10:00Z,page,Fair,\n"
              "c,2026-04-02T10:00Z,page,Fair,\n");
    WriteText("costs.csv",
              "month,channel,campaign,cost,currency\n"
              "2026-03,Search,,100.25,EUR\nsoon,Fair,,1,EUR\n");
  }

  static CliResult Report(const std::string& words) {
    return RunCli("report " + words +
                  " --rules rules.json --leads leads.csv --events events.csv");
  }
  static Json Told(const std::string& words) {
    const CliResult result = Report(words);
    EXPECT_EQ(result.code, 0) << result.err;
    return Json::parse(result.out);
  }
};

TEST_F(ReportCliTest, TellsTheFunnelOfSomeLeads) {
  const auto reached = [](const std::string& words) {
    return Told("stages " + words)["groups"][0]["steps"][0]["reached"];
  };
  EXPECT_EQ(reached(""), 3);
  EXPECT_EQ(reached("--since 2026-04-01"), 1);
  EXPECT_EQ(reached("--until 2026-04-01"), 2);
  EXPECT_EQ(reached("--where '{\"field\": \"country\", \"eq\": \"PL\"}'"), 2);
  const Json groups = Told("stages --by field:country")["groups"];
  EXPECT_EQ(groups[0]["group"]["name"], "PL");
  EXPECT_EQ(groups[0]["leads"], 2);
}

TEST_F(ReportCliTest, TellsWhatChannelsCost) {
  const CliResult result = Report("channels --costs costs.csv");
  ASSERT_EQ(result.code, 0) << result.err;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json["cost"], 100'250);
  EXPECT_EQ(json["revenue"], 250'500);
  EXPECT_EQ(json["conversions"], 1);
  EXPECT_NE(result.err.find("costs.csv: row 2"), std::string::npos)
      << result.err;
  // The same file among others of any kind.
  const CliResult data = RunCli(
      "report channels --rules rules.json --data leads.csv "
      "--data events.csv --data costs.csv");
  ASSERT_EQ(data.code, 0) << data.err;
  EXPECT_EQ(Json::parse(data.out), json);
  EXPECT_NE(data.err.find("costs.csv: row 2"), std::string::npos) << data.err;
}

TEST_F(ReportCliTest, KeepsTheHoursOfTheZone) {
  const Json rows = Told("queue --rows 1-1")["rows"];
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["id"], "b");
  // On Mondays, from 11:00 in Warsaw on, 6, 8, 8, 8 and 2 hours: the last two
  // begin at 09:00 of summer time.
  EXPECT_EQ(rows[0]["clock"]["due"], 1'774'861'200'000);
}

TEST_F(ReportCliTest, SaysWhatIsWrong) {
  EXPECT_EQ(Report("weather").code, 2);
  EXPECT_EQ(Report("card --lead nobody").code, 2);
  EXPECT_NE(Report("card --lead nobody").err.find("nobody"), std::string::npos);
  EXPECT_EQ(Report("queue --rows 5-1").code, 2);
  EXPECT_EQ(Report("stages --since yesterday").code, 2);
  EXPECT_EQ(Report("stages --where '{\"no\": 1}'").code, 1);
  EXPECT_EQ(Report("times --to nowhere").code, 2);
  EXPECT_EQ(Report("").code, 2);
}

}  // namespace
}  // namespace mqlab
