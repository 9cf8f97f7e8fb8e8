#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/run_cli.h"
#include "cli/small_inputs.h"
#include "sample/sample.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

TEST(CliScoreTest, WritesTheColumnsAsDocumented) {
  const CliResult result = RunCli("score " + WriteInputs());
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out,
            "lead_id,fit,engagement,total,grade,stage,disqualified,"
            "reached_lead,reached_mql\n"
            "b,21.625,13.000,28.125,A1,mql,,2026-02-01T00:00:00.000Z,"
            "2026-03-02T10:00:00.250Z\n"
            "\"a,1\",1.500,0.000,1.500,B2,disqualified,"
            "\"no \"\"market\"\";complained\",,\n"
            "c,21.625,0.000,21.625,A2,,,,\n");
}

TEST(CliScoreTest, WritesTheRowsAsAsked) {
  const std::string score = "score " + WriteInputs();
  const CliResult csv =
      RunCli(score + " --columns stage,total,Title --columns '\"lead_id\"'" +
             " --delimiter ';' --decimal-comma --crlf");
  EXPECT_EQ(csv.code, 0) << csv.err;
  EXPECT_EQ(csv.out,
            "stage;total;Title;lead_id\r\n"
            "mql;28,125;Director of x;b\r\n"
            "disqualified;1,500;clerk;a,1\r\n"
            ";21,625;sub-director;c\r\n");
  const CliResult ndjson =
      RunCli(score + " --format ndjson --columns lead_id,total,country");
  EXPECT_EQ(ndjson.out,
            "{\"lead_id\":\"b\",\"total\":28.125,\"country\":\"Poland\"}\n"
            "{\"lead_id\":\"a,1\",\"total\":1.5,\"country\":\"Nowhere\"}\n"
            "{\"lead_id\":\"c\",\"total\":21.625,\"country\":null}\n");
  const CliResult none = RunCli(score + " --columns total,nothing");
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_NE(none.err.find("no column is called \"nothing\""), std::string::npos)
      << none.err;
}

TEST(CliScoreTest, WritesRawTextUnlessAskedForSafeText) {
  WriteInputs();
  WriteText("leads.csv", "id;Title;created\n=1+2;@x;2026-02-01\n");
  const std::string score =
      "score --rules rules.json --leads leads.csv --events events.csv "
      "--columns lead_id,Title,total ";
  EXPECT_EQ(RunCli(score).out, "lead_id,Title,total\n=1+2,@x,1.500\n");
  EXPECT_EQ(RunCli(score + "--spreadsheet-safe --delimiter tab").out,
            "lead_id\tTitle\ttotal\n\"'=1+2\"\t\"'@x\"\t1.500\n");
}

TEST(CliScoreTest, ScoresAsOfTheGivenInstant) {
  const CliResult result =
      RunCli("score --as-of 2026-03-01T09:30Z " + WriteInputs());
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_NE(result.out.find("b,21.625,8.000,25.625,A2,lead,,2026-02-01T00:00:"
                            "00.000Z,\n"),
            std::string::npos)
      << result.out;
}

TEST(CliScoreTest, GivesTheSameWithAnyNumberOfThreads) {
  const std::string score = "score " + WriteInputs();
  const CliResult one = RunCli(score + " --threads 1");
  ASSERT_EQ(one.code, 0) << one.err;
  for (const char* threads : {"2", "3", "64"}) {
    EXPECT_EQ(RunCli(score + " --threads " + threads).out, one.out) << threads;
  }
  EXPECT_EQ(RunCli(score).out, one.out);
  for (const char* wrong : {"0", "65", "two", "2x"}) {
    EXPECT_EQ(RunCli(score + " --threads " + wrong).code, 2) << wrong;
  }
}

TEST(CliScoreTest, TellsOfEventsOfUnknownLeads) {
  const CliResult result = RunCli("score " + WriteInputs());
  EXPECT_NE(result.err.find("events.csv: row 7: warning orphan_event: No lead "
                            "has the id \"nobody\""),
            std::string::npos)
      << result.err;
}

TEST(CliScoreTest, SaysSoWhenItTakesTheCurrentTime) {
  WriteInputs();
  const CliResult result = RunCli("score --rules rules.json --leads leads.csv");
  EXPECT_EQ(result.code, 0);
  EXPECT_NE(result.err.find("without events and --as-of, everything is as of "
                            "now"),
            std::string::npos)
      << result.err;
}

TEST(CliScoreTest, WritesToAFileAndSumsUp) {
  const CliResult direct = RunCli("score " + WriteInputs());
  const CliResult filed = RunCli("score --out out.csv " + WriteInputs());
  EXPECT_EQ(filed.out, "");
  EXPECT_EQ(ReadText("out.csv"), direct.out);
  EXPECT_NE(filed.err.find("scored 3 leads as of 2026-03-03T00:00:00.000Z; now "
                           "0 lead, 1 mql, 1 disqualified"),
            std::string::npos)
      << filed.err;
}

TEST(CliScoreTest, ReadsLeadsFromStandardInput) {
  WriteInputs();
  const CliResult result =
      RunCli("score --rules rules.json --leads - --events events.csv", kLeads);
  EXPECT_EQ(result.out, RunCli("score " + WriteInputs()).out);
}

TEST(CliScoreTest, TakesTheColumnsItIsTold) {
  WriteInputs();
  WriteText("leads.csv", "key,Role,created\nx,director,\ny,clerk,\n");
  WriteText("events.csv", "who,at,what\ny,2026-01-01,visit\n");
  const CliResult result = RunCli(
      "score --rules rules.json --leads leads.csv --events events.csv "
      "--map leads:lead_id=key --map lead_id=who --map time=at "
      "--map=type=what --map title=Role");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_NE(result.out.find("x,21.625,0.000,"), std::string::npos)
      << result.out << result.err;
  EXPECT_NE(result.out.find("y,1.500,5.000,"), std::string::npos) << result.out;
}

TEST(CliScoreTest, RefusesAHeaderThatNoFileHas) {
  const CliResult result = RunCli("score --map title=Titel " + WriteInputs());
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("leads.csv: error unknown_header: No column is "
                            "headed \"Titel\""),
            std::string::npos)
      << result.err;
}

TEST(CliScoreTest, TakesTimesInTheZoneOfTheFile) {
  const CliResult result = RunCli("score --zone +02:00 " + WriteInputs());
  EXPECT_NE(result.out.find("2026-03-02T08:00:00.250Z"), std::string::npos)
      << result.out;
}

TEST(CliScoreTest, WritesJsonForMachines) {
  const CliResult result = RunCli("score --json " + WriteInputs());
  ASSERT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.err, "");
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json["as_of"], "2026-03-03T00:00:00.000Z");
  EXPECT_EQ(json["columns"],
            Json({"lead_id", "fit", "engagement", "total", "grade", "stage",
                  "disqualified", "reached_lead", "reached_mql"}));
  ASSERT_EQ(json["rows"].size(), 3u);
  EXPECT_EQ(json["rows"][0][1], 21.625);
  EXPECT_EQ(json["rows"][1], Json({"a,1",
                                   1.5,
                                   0.0,
                                   1.5,
                                   "B2",
                                   "disqualified",
                                   {"no \"market\"", "complained"},
                                   nullptr,
                                   nullptr}));
  EXPECT_EQ(json["rows"][2][5], nullptr);
  EXPECT_EQ(json["funnel"]["stages"][1],
            Json({{"stage", "mql"}, {"reached", 1}, {"now", 1}}));
  EXPECT_EQ(json["counts"]["orphan_event"], 1);
  EXPECT_EQ(json["issues"][0]["row"], 7);
}

TEST(CliScoreTest, MendsBytesThatAreNoTextInJson) {
  WriteInputs();
  WriteText("leads.csv", "id,title\nf\xFCr,x\n");
  const CliResult result = RunCli(
      "score --json --as-of 2026-01-01 --rules rules.json "
      "--leads leads.csv");
  EXPECT_TRUE(Json::accept(result.out)) << result.out;
}

TEST(CliScoreTest, ShowsAFewWarningsOfAKindAndCountsTheRest) {
  WriteInputs();
  std::string leads = "id,title,created\n";
  for (int i = 0; i < 300; ++i) {
    leads += std::to_string(i) + ",x,2026-01-01\n";
  }
  std::string events = "lead_id,time,type\n";
  for (int i = 0; i < 250; ++i) events += "nobody,2026-01-01,visit\n";
  WriteText("leads.csv", leads);
  WriteText("events.csv", events);
  const CliResult result =
      RunCli("score --rules rules.json --leads leads.csv --events events.csv");
  EXPECT_EQ(result.code, 0);
  EXPECT_NE(result.err.find("events.csv: and 240 more orphan_event"),
            std::string::npos)
      << result.err;
}

constexpr std::string_view kFaulty = R"({
  "format": "mqlab/1",
  "scores": {"fit": {}},
  "rules": [
    {"id": "a", "score": "fit", "points": 1, "pints": 2,
     "when": {"field": "title", "eq": "x"}},
    {"id": "b", "score": "fat", "points": 1,
     "when": {"field": "countri", "eq": "x"}}
  ]
})";

TEST(CliCheckTest, TellsEveryFaultWithItsPlace) {
  WriteText("rules.json", kFaulty);
  const CliResult result = RunCli("check rules.json");
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(
      result.err.find("rules.json:5:46: error unknown_key at /rules/0/pints: "),
      std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("error unknown_score at /rules/1/score: "),
            std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find(" -> "), std::string::npos);
}

TEST(CliCheckTest, NamesTheNearestColumnOfAnUnknownField) {
  WriteInputs();
  std::string rules(kFaulty);
  rules.replace(rules.find(", \"pints\": 2"), 12, "");
  rules.replace(rules.find("fat"), 3, "fit");
  WriteText("rules.json", rules);
  const CliResult alone = RunCli("check rules.json");
  EXPECT_EQ(alone.code, 0);
  EXPECT_EQ(alone.out, "rules.json: sound; 1 score, 2 rules, 0 stages\n");
  const CliResult held = RunCli("check rules.json --leads leads.csv");
  EXPECT_EQ(held.code, 0);
  EXPECT_NE(held.err.find("warning unknown_field at "), std::string::npos)
      << held.err;
  EXPECT_NE(held.err.find("nearest is \"country\""), std::string::npos)
      << held.err;
}

TEST(CliCheckTest, WritesJsonForMachines) {
  WriteText("rules.json", kFaulty);
  const CliResult result = RunCli("check rules.json --json");
  EXPECT_EQ(result.code, 1);
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json["sound"], false);
  EXPECT_EQ(json["counts"]["unknown_key"], 1);
  EXPECT_EQ(json["issues"][0]["line"], 5);
  EXPECT_EQ(json["issues"][0]["path"], "/rules/0/pints");
}

TEST(CliExplainTest, PrintsTheLinesThatAddUp) {
  const CliResult result = RunCli("explain --lead b " + WriteInputs());
  EXPECT_EQ(result.code, 0) << result.err;
  for (const std::string_view line :
       {"Lead b as of 2026-03-03T00:00:00.000Z\n"
        "  total 28.125, grade A1, stage mql\n",
        "      +1.500  start\n", "     +20.125  boss: Boss\n",
        "                They decide.\n", "     +21.625  = fit, band A\n",
        "     +10.000  visit\n",
        "3 events, 2 count: 2026-03-01T09:30:00.000Z to "
        "2026-03-03T00:00:00.000Z\n",
        "of 15.000; not counted: 5.000 by the limit\n",
        "      -1.000  limits of the group mail, whose rules give 4.000\n",
        "2026-03-02T10:00:00.250Z  entered mql by "}) {
    EXPECT_NE(result.out.find(line), std::string::npos) << line << "\nin\n"
                                                        << result.out;
  }
}

TEST(CliExplainTest, TrimsTheId) {
  const CliResult plain = RunCli("explain --lead b " + WriteInputs());
  const CliResult spaced = RunCli("explain --lead ' b ' " + WriteInputs());
  EXPECT_EQ(spaced.code, 0) << spaced.err;
  EXPECT_EQ(spaced.out, plain.out);
}

TEST(CliExplainTest, TellsWhatIsMissingForTheNextStage) {
  const CliResult result =
      RunCli("explain --lead b --as-of 2026-03-01T09:30 " + WriteInputs());
  EXPECT_NE(
      result.out.find("for mql ([x] holds, [ ] is missing)\n"
                      "  [ ] all of: (1 of 2 hold)\n"
                      "    [x] fit ge 20 (has 21.625)\n"
                      "    [ ] engagement ge 10 (has 8, 2 more needed)\n"),
      std::string::npos)
      << result.out;
}

TEST(CliExplainTest, AddsUpForTheSample) {
  WriteText("rules.json", kRules);
  ASSERT_EQ(RunCli("sample --leads 200 --out sample").code, 0);
  for (const std::string lead : {"L00001", "L00007", "L00042", "L00200"}) {
    const CliResult result = RunCli(
        "explain --rules rules.json --leads sample/leads.csv --events "
        "sample/events.csv --map title=job_title --map "
        "created=created_at --json --lead " +
        lead);
    ASSERT_EQ(result.code, 0) << result.err;
    const Json json = Json::parse(result.out);
    double total = 0;
    for (const Json& score : json["scores"]) {
      double sum = score["start"].get<double>();
      for (const Json& rule : json["rules"]) {
        if (rule["score"] == score["score"])
          sum += rule["points"].get<double>();
      }
      if (score["score"] == "engagement") {
        sum += json["groups"][0]["adjustment"].get<double>();
      }
      sum += score["adjustment"].get<double>();
      EXPECT_NEAR(sum, score["value"].get<double>(), 1e-6) << lead;
      total += score["weighted"].get<double>();
    }
    EXPECT_NEAR(total, json["total"].get<double>(), 1e-6) << lead;
  }
}

TEST(CliExplainTest, RefusesAnUnknownLead) {
  const CliResult result = RunCli("explain --lead z " + WriteInputs());
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("error unknown_lead: No lead has the id \"z\"."),
            std::string::npos)
      << result.err;
}

TEST(CliSampleTest, WritesWhatTheCoreMakes) {
  const CliResult result = RunCli("sample --seed 3 --leads 50 --out a/b");
  ASSERT_EQ(result.code, 0) << result.err;
  const Sample sample = MakeSample({.seed = 3, .leads = 50});
  EXPECT_EQ(ReadText("a/b/leads.csv"), sample.leads_csv);
  EXPECT_EQ(ReadText("a/b/events.csv"), sample.events_csv);
  EXPECT_EQ(ReadText("a/b/costs.csv"), sample.costs_csv);
  EXPECT_EQ(ReadText("a/b/truth.json"), sample.truth_json);
}

TEST(CliTest, RefusesWrongUseWithTwo) {
  WriteInputs();
  struct Case {
    std::string words;
    std::string_view says;
  };
  for (const Case& wrong : {
           Case{"", "Commands:"},
           Case{"scores", "there is no command \"scores\""},
           Case{"score --rules rules.json", "--leads is missing"},
           Case{"score --ruls rules.json", "did you mean --rules?"},
           Case{"score --rules", "--rules needs a value"},
           Case{"score --rules a --rules b", "--rules is given twice"},
           Case{"score -r a", "options begin with --"},
           Case{"check", "a file is missing"},
           Case{"check a b", "unexpected word \"b\""},
           Case{"check a --json=1", "--json takes no value"},
           Case{"sample --leads many --out x", "--leads takes a whole number"},
           Case{"score --rules rules.json --leads leads.csv --as-of soon",
                "--as-of is written 2026-03-01"},
           Case{"score --rules rules.json --leads leads.csv --map id",
                "--map is written field=Header"},
           Case{"score --rules rules.json --leads leads.csv --zone Nowhere",
                "--zone is written +02:00"},
           Case{"score --rules rules.json --leads leads.csv --format xml",
                "--format is csv or ndjson"},
           Case{"score --rules rules.json --leads leads.csv --delimiter ab",
                "--delimiter is one character, or tab"},
           Case{"score --rules rules.json --leads leads.csv --json --crlf",
                "--crlf does not go with --json"},
           Case{"score --rules rules.json --leads leads.csv --format ndjson "
                "--delimiter tab",
                "--delimiter is for CSV alone"},
       }) {
    const CliResult result = RunCli(wrong.words);
    EXPECT_EQ(result.code, 2) << wrong.words;
    EXPECT_EQ(result.out, "") << wrong.words;
    EXPECT_NE(result.err.find(wrong.says), std::string::npos)
        << wrong.words << "\n"
        << result.err;
  }
}

TEST(CliTest, HelpsWithExamples) {
  for (const std::string words : {"--help", "score --help", "check --help",
                                  "explain --help", "sample --help"}) {
    const CliResult result = RunCli(words);
    EXPECT_EQ(result.code, 0) << words;
    EXPECT_NE(result.out.find("Example"), std::string::npos) << words;
    EXPECT_EQ(result.err, "") << words;
  }
  EXPECT_EQ(RunCli("--version").out.substr(0, 6), "mqlab ");
}

}  // namespace
}  // namespace mqlab
