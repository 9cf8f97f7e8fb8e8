// --map: which column is which.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/run_cli.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kRules = R"({
  "format": "mqlab/1",
  "scores": {"fit": {}},
  "rules": [{"id": "visit", "score": "fit", "each": {"event": "visit"},
             "points": 5}]
})";

// Scores `leads` and `events` with the options given.
CliResult Map(const std::string& options, std::string_view leads,
              std::string_view events) {
  WriteText("rules.json", kRules);
  WriteText("leads.csv", leads);
  WriteText("events.csv", events);
  return RunCli(
      "score --rules rules.json --leads leads.csv --events events.csv " +
      options);
}

TEST(CliMapTest, GoesToTheFilesThatHaveTheHeader) {
  const CliResult result = Map("--map lead_id=Email", "key,E-mail\nk,a@x\n",
                               "who,Email,time,type\nw,a@x,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.err.find("unknown_header"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("No lead has the id \"a@x\""), std::string::npos)
      << result.err;
}

TEST(CliMapTest, SeeksTheNearestHeaderInBothFiles) {
  const CliResult result = Map("--map type=Activty", "id,Country\nk,RO\n",
                               "id,time,Activity\nk,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 1);
  EXPECT_NE(result.err.find("events.csv: error unknown_header: No column is "
                            "headed \"Activty\"; the nearest is "
                            "\"Activity\"."),
            std::string::npos)
      << result.err;
  EXPECT_EQ(result.err.find("leads.csv: error"), std::string::npos)
      << result.err;
}

TEST(CliMapTest, KnowsTheIdByItsOtherNames) {
  const CliResult result = Map("--map id=Kunde", "Kunde,id\nk,1\n",
                               "Kunde,time,type\nk,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out.substr(result.out.find('\n') + 1, 8), "k,5.000,");
}

TEST(CliMapTest, RefusesTwoNamesForAColumn) {
  const CliResult result = Map("--map m=n --map k=n", "id,n\n1,2\n",
                               "id,time,type\n1,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 1);
  EXPECT_NE(result.err.find("leads.csv: header, column 2 (n): error "
                            "column_mapped_twice: "),
            std::string::npos)
      << result.err;
}

TEST(CliMapTest, RefusesTwoColumnsForAName) {
  const CliResult result = Map("--map lead_id=A --map lead_id=B", "A,B\n1,2\n",
                               "id,time,type\n1,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 1);
  EXPECT_NE(result.err.find("name_mapped_twice: "), std::string::npos)
      << result.err;
}

TEST(CliMapTest, PrefersWhatIsForOneFile) {
  const CliResult result =
      Map("--map id=A --map events:lead_id=B", "A,B\nk,1\n",
          "A,B,time,type\n1,k,2026-01-01,visit\n");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out.substr(result.out.find('\n') + 1, 8), "k,5.000,");
}

TEST(CliMapTest, SaysWhichNameToMap) {
  const std::string_view leads = "id\nk\n";
  const std::string_view events = "who,time,type\nk,2026-01-01,visit\n";
  const std::string remedy = "map lead_id to its header.";
  const CliResult text = Map("", leads, events);
  EXPECT_EQ(text.code, 1);
  EXPECT_NE(text.err.find(remedy), std::string::npos) << text.err;
  EXPECT_EQ(text.err.find("{0}"), std::string::npos) << text.err;
  const Json json = Json::parse(Map("--json", leads, events).out);
  EXPECT_EQ(json["issues"][0]["remedy"], "Say which one does: " + remedy);
}

}  // namespace
}  // namespace mqlab
