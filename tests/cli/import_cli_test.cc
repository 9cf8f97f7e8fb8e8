// mqlab inspect, and mqlab score with files as other systems write them.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/run_cli.h"
#include "cli/small_inputs.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kActRules = R"({
  "format": "mqlab/1",
  "scores": {"acts": {}},
  "rules": [
    {"id": "open", "score": "acts", "each": {"event": "email_open"},
     "points": 1},
    {"id": "early", "score": "acts", "points": 100,
     "each": {"event": "email_open", "where": [
       {"field": "value", "ge": 1200}]}}
  ]
})";

// What stands behind the header.
std::string Rows(const std::string& out) {
  return out.substr(out.find('\n') + 1);
}

std::string ExportPath(const std::string& path) {
  return "'" + std::filesystem::current_path().string() + "/tests/imports/" +
         path + "'";
}

// -------------------------------------------------------------------- inspect

TEST(ImportCliTest, InspectTellsAllInJson) {
  const CliResult result =
      RunCli("inspect --json " + ExportPath("hubspot/contacts_ui.csv"));
  ASSERT_EQ(result.code, 0) << result.err;
  const Json json = Json::parse(result.out);
  for (const char* key :
       {"encoding", "delimiter", "kind", "source", "confidence", "header_row",
        "rows", "columns", "event_types", "stages", "problems"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["encoding"], "utf-8");
  EXPECT_EQ(json["delimiter"], ",");
  EXPECT_EQ(json["kind"], "leads");
  EXPECT_EQ(json["source"], "hubspot");
  EXPECT_GT(json["confidence"], 0.9);
  EXPECT_LE(json["confidence"], 1);
  EXPECT_EQ(json["header_row"], 1);
  EXPECT_EQ(json["rows"], 28);
  EXPECT_GT(json["stages"]["mql"], 0);
  ASSERT_EQ(json["columns"].size(), 27U);
  for (const Json& column : json["columns"]) {
    for (const char* key :
         {"header", "field", "type", "confidence", "samples"}) {
      EXPECT_TRUE(column.contains(key)) << key << " of " << column;
    }
    EXPECT_LE(column["samples"].size(), 3U);
  }
  EXPECT_EQ(json["columns"][3]["field"], "email");
  EXPECT_EQ(json["columns"][3]["type"], "text");
}

TEST(ImportCliTest, InspectTellsTheTypesOfEvents) {
  const CliResult result =
      RunCli("inspect --json " + ExportPath("marketo/activities_bulk.csv"));
  ASSERT_EQ(result.code, 0) << result.err;
  const Json json = Json::parse(result.out);
  ASSERT_FALSE(json["event_types"].empty());
  int64_t rows = 0;
  for (const Json& type : json["event_types"]) {
    EXPECT_TRUE(type["raw"].is_string());
    EXPECT_TRUE(type["canonical"].is_string());
    rows += type["count"].get<int64_t>();
  }
  EXPECT_EQ(rows, json["rows"]);
}

TEST(ImportCliTest, InspectSpeaksToPeople) {
  const CliResult result =
      RunCli("inspect " + ExportPath("salesforce/lead_report.csv"));
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_NE(result.out.find("leads of salesforce"), std::string::npos)
      << result.out;
  EXPECT_NE(result.out.find("company"), std::string::npos) << result.out;
}

TEST(ImportCliTest, InspectSaysWhyAFileIsNotRead) {
  WriteText("empty.csv", "");
  const CliResult empty = RunCli("inspect empty.csv");
  EXPECT_EQ(empty.code, 1);
  EXPECT_NE(empty.err.find("empty.csv: error"), std::string::npos) << empty.err;
  const CliResult missing = RunCli("inspect nowhere.csv");
  EXPECT_EQ(missing.code, 1);
  EXPECT_NE(missing.err.find("nowhere.csv: error"), std::string::npos)
      << missing.err;
}

// ---------------------------------------------------------------------- score

TEST(ImportCliTest, ScoresPlainFilesAlikeEitherWay) {
  const std::string plain = WriteInputs();
  for (const std::string options : {"", " --json", " --as-of 2026-03-02"}) {
    const CliResult direct = RunCli("score " + plain + options);
    const CliResult imported =
        RunCli("score --rules rules.json --data leads.csv --data events.csv" +
               options);
    ASSERT_EQ(direct.code, 0) << direct.err;
    EXPECT_EQ(imported.code, 0) << imported.err;
    if (options != " --json") {
      EXPECT_EQ(imported.out, direct.out);
    } else {
      const Json one = Json::parse(direct.out);
      const Json other = Json::parse(imported.out);
      for (const char* key : {"as_of", "columns", "rows", "funnel"}) {
        EXPECT_EQ(other[key], one[key]) << key;
      }
    }
  }
}

TEST(ImportCliTest, ScoresContactsOfABankAlikeEitherWay) {
  const std::string root = std::filesystem::current_path();
  ASSERT_TRUE(RunShell("gzip -dc '" + root +
                       "/tests/cli/data/bank-full.csv.gz' >bank-full.csv"));
  const std::string rules = "score --as-of 2010-11-30 --rules '" + root +
                            "/rules/bank-term-deposit.json' ";
  const CliResult direct = RunCli(rules + "--leads bank-full.csv");
  const CliResult imported = RunCli(rules + "--data bank-full.csv");
  ASSERT_EQ(direct.code, 0) << direct.err;
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_TRUE(imported.out == direct.out);
}

constexpr std::string_view kContacts =
    "Lead ID;E-mail\nL1;Anna@example.com\nL2;bo@example.com\n";
constexpr std::string_view kActs =
    "E-mail;Data;Zdarzenie;Wartość\n"
    "ANNA@example.com;25.01.2026 00:30;Otwarto e-mail;1 200,50\n"
    "bo@example.com;26.01.2026 00:30;Otwarto e-mail;3,5\n"
    "stranger@example.com;27.01.2026 00:30;Otwarto e-mail;\n"
    "Stranger@example.com;28.01.2026 00:30;Otwarto e-mail;\n";

std::string WriteExports() {
  WriteText("rules.json", kActRules);
  WriteText("contacts.csv", kContacts);
  WriteText("acts.csv", kActs);
  return "score --rules rules.json --data contacts.csv --data acts.csv ";
}

TEST(ImportCliTest, JoinsAndTranslatesFilesOfOtherSystems) {
  const CliResult result = RunCli(WriteExports());
  ASSERT_EQ(result.code, 0) << result.err;
  EXPECT_TRUE(Rows(result.out).starts_with("L1,101.000,")) << result.out;
  EXPECT_NE(Rows(result.out).find("\nL2,1.000,"), std::string::npos)
      << result.out;
  // Each orphan is told of, at its file and row.
  EXPECT_NE(result.err.find("acts.csv: row 3"), std::string::npos)
      << result.err;
}

TEST(ImportCliTest, MakesLeadsOfOrphans) {
  const CliResult result = RunCli(WriteExports() + "--orphans leads");
  ASSERT_EQ(result.code, 0) << result.err;
  EXPECT_NE(result.out.find("\nstranger@example.com,2.000,"), std::string::npos)
      << result.out;
}

TEST(ImportCliTest, ReadsLocalTimesInTheZone) {
  const auto newest = [](const std::string& options) {
    const CliResult result = RunCli(WriteExports() + "--json " + options);
    EXPECT_EQ(result.code, 0) << result.err;
    return Json::parse(result.out)["as_of"].get<std::string>();
  };
  EXPECT_EQ(newest("").substr(0, 16), "2026-01-28T00:30");
  EXPECT_EQ(newest("--zone Europe/Warsaw").substr(0, 16), "2026-01-27T23:30");
  EXPECT_EQ(newest("--zone +05:30").substr(0, 16), "2026-01-27T19:00");
  const CliResult unknown = RunCli(WriteExports() + "--zone Europe/Nowhere");
  EXPECT_NE(unknown.code, 0);
  EXPECT_NE(unknown.err.find("Europe/Nowhere"), std::string::npos)
      << unknown.err;
}

TEST(ImportCliTest, TakesWhatAMappingFileSays) {
  const std::string score = WriteExports();
  WriteText("mapping.json", R"({
    "format": "mqlab-mapping/1", "orphans": "leads",
    "files": [{"name": "acts.csv", "zone": "Europe/Warsaw",
               "types": {"Otwarto e-mail": "page_view"}}]})");
  const CliResult mapped = RunCli(score + "--mapping mapping.json --json");
  ASSERT_EQ(mapped.code, 0) << mapped.err;
  const Json json = Json::parse(mapped.out);
  EXPECT_EQ(json["rows"].size(), 3U);
  EXPECT_EQ(json["as_of"].get<std::string>().substr(0, 16), "2026-01-27T23:30");
  // No event is an email_open any more.
  EXPECT_EQ(mapped.out.find("101.000"), std::string::npos) << mapped.out;

  WriteText("mapping.json", R"({"format": "mqlab-mapping/1", "flies": []})");
  const CliResult refused = RunCli(score + "--mapping mapping.json");
  EXPECT_NE(refused.code, 0);
  EXPECT_NE(refused.err.find("mapping.json"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("files"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace mqlab
