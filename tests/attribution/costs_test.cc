#include "attribution/costs.h"

#include <gtest/gtest.h>

#include <string>

namespace mqlab {
namespace {

std::string Describe(const Costs& costs) {
  std::string text;
  for (const Costs::Row& row : costs.rows) {
    text += FormatInstant(row.month).substr(0, 10) + " " +
            std::string(costs.texts[row.channel]) + "/" +
            std::string(costs.texts[row.campaign]) + " " +
            std::to_string(row.cost) + " " +
            std::string(costs.texts[row.currency]) + "\n";
  }
  return text;
}

std::string Issues(const CostsReport& report) {
  std::string text;
  for (const Issue& issue : report.issues.issues()) {
    text += std::string(IssueId(issue.code)) + " " + issue.place.path + " " +
            std::to_string(issue.place.line) + ":" +
            std::to_string(issue.place.column);
    for (const std::string& arg : issue.args) text += " [" + arg + "]";
    text += "\n";
  }
  return text;
}

std::string Read(std::string_view bytes, const ReadOptions& options = {}) {
  const CostsResult result = ReadCosts(bytes, options);
  return (result.costs ? Describe(*result.costs) : "none\n") +
         Issues(result.report);
}

TEST(CostsTest, AreReadByMonth) {
  EXPECT_EQ(Read("month,channel,campaign,cost,currency\n"
                 "2026-03,Ads,Brand,1408.56,EUR\n"
                 "2026-03-31,Ads,,0.0005,EUR\n"
                 "2026-04-01, Mail ,,-7,\n"),
            "2026-03-01 Ads/Brand 1408560 EUR\n"
            "2026-03-01 Ads/ 1 EUR\n"
            "2026-04-01 Mail/ -7000 \n");
}

TEST(CostsTest, AreReadInOtherWritings) {
  EXPECT_EQ(Read("Currency;Cost;Channel;Month\n"
                 "PLN;1.408,56;Reklamy;15.03.2026\n"
                 "PLN;3,5;Reklamy;03.04.2026\n"),
            "2026-03-01 Reklamy/ 1408560 PLN\n"
            "2026-04-01 Reklamy/ 3500 PLN\n");
}

TEST(CostsTest, TakeMappedColumns) {
  const ReadOptions options = {
      .map = {{"month", "Period"}, {"cost", "spend"}, {"channel", ""}}};
  EXPECT_EQ(Read("Period,Spend,channel\n2026-03,1,Ads\n", options),
            "2026-03-01 / 1000 \n");
  EXPECT_EQ(Read("month,cost\n2026-03,1\n", {.map = {{"cost", "costs"}}}),
            "none\nunknown_header  0:0 [costs] [cost]\n"
            "missing_column  0:0 [cost] [month, cost]\n");
}

TEST(CostsTest, TellEveryRowThatIsLeftOut) {
  const CostsResult result = ReadCosts(
      "month,channel,cost\n"
      "March,Ads,1\n"
      "2026-13,Ads,2\n"
      "2026-03,Ads,lots\n"
      "2026-03,Ads,\n"
      "2026-03,Ads,1000000000.001\n"
      "2026-03,Ads,1000000000\n"
      "2026-04,Ads,5,6\n"
      "2026-05,Ads,5,\n",
      {});
  EXPECT_EQ(Describe(*result.costs),
            "2026-03-01 Ads/ 1000000000000 \n"
            "2026-04-01 Ads/ 5000 \n"
            "2026-05-01 Ads/ 5000 \n");
  EXPECT_EQ(Issues(result.report),
            "extra_cells  7:0 [4] [3]\n"
            "unreadable_month month 1:1 [March]\n"
            "unreadable_month month 2:1 [2026-13]\n"
            "unreadable_cost cost 3:3 [lots]\n"
            "unreadable_cost cost 4:3 []\n"
            "unreadable_cost cost 5:3 [1000000000.001]\n");
  EXPECT_EQ(result.report.rows, 8U);
  EXPECT_EQ(result.report.kept, 3U);
  EXPECT_EQ(result.report.left_out, 5U);
}

TEST(CostsTest, TellWhatIsAmbiguous) {
  EXPECT_EQ(Read("month;cost\n03/04/2026;1\n"),
            "2026-04-01 / 1000 \n"
            "ambiguous_dates month 0:1 [03/04/2026]\n");
  EXPECT_EQ(Read("month;cost\n03/04/2026;1\n",
                 {.date_order = DateOrder::kMonthFirst}),
            "2026-03-01 / 1000 \n");
}

// A month is the same everywhere.
TEST(CostsTest, KnowNoZones) {
  EXPECT_EQ(Read("month,cost\n2026-03-01,1\n", {.zone_minutes = 120}),
            "2026-03-01 / 1000 \n");
}

TEST(CostsTest, TakeACanonicalTableAsItIs) {
  const ReadOptions options = {.canonical = true,
                               .headers = {"Monat", "Kosten"}};
  EXPECT_EQ(Read("month,cost\n2026-03,1.234\n04/2026,2\n", options),
            "2026-03-01 / 1234 \n"
            "unreadable_month Monat 2:1 [04/2026]\n");
}

TEST(CostsTest, RefuseWhatIsNoTableOfCosts) {
  EXPECT_EQ(Read(""), "none\nempty_file  0:0\n");
  EXPECT_EQ(Read("lead_id,email\nx,y\n"),
            "none\nmissing_column  0:0 [month] [lead_id, email]\n"
            "missing_column  0:0 [cost] [lead_id, email]\n");
  EXPECT_EQ(Read("month,cost\n"), "no_rows  0:0\n");
}

}  // namespace
}  // namespace mqlab
