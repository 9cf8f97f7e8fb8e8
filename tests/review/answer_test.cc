// Every report of the sample is JSON of its shape, and behind each of its
// numbers stand as many leads.

#include "review/answer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "case_file.h"
#include "engine/engine.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;
using Leads = std::vector<uint32_t>;

class AnswerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    engine_ = new Engine;
    engine_->LoadSample(7, 3000);
    const RunReport report =
        engine_->Score(ReadFile("rules/b2b-sample.json"), {});
    ASSERT_TRUE(report.id);
    run_ = engine_->run(*report.id);
  }
  static void TearDownTestSuite() { delete engine_; }

  static Json Ask(const Json& request, const Leads* selection = nullptr) {
    return Json::parse(
        Answer({.run = *run_, .selection = selection}, request.dump()));
  }
  static Json Period(const char* from = nullptr, const char* until = nullptr) {
    const auto at = [](const char* text) {
      return text == nullptr ? Json() : Json(*ParseInstant(text));
    };
    return {{"from", at(from)}, {"until", at(until)}};
  }
  // That so many leads stand behind a cell; each once.
  static void ExpectLeads(Json request, const Json& cell, const Json& count) {
    request["leads"] = cell;
    const Json leads = Ask(request)["leads"];
    ASSERT_TRUE(leads.is_array()) << request;
    EXPECT_EQ(leads.size(), count.get<size_t>()) << request;
    EXPECT_EQ(std::set<uint32_t>(leads.begin(), leads.end()).size(),
              leads.size());
    ++cells_;
    if (!leads.empty()) ++telling_;
  }
  static void ExpectTold(int telling) {
    EXPECT_GE(telling_, telling) << "of " << cells_;
    cells_ = telling_ = 0;
  }

  static Engine* engine_;
  static const mqlab::Run* run_;
  static int cells_;
  static int telling_;
};
Engine* AnswerTest::engine_;
const mqlab::Run* AnswerTest::run_;
int AnswerTest::cells_;
int AnswerTest::telling_;

TEST_F(AnswerTest, StagesHaveTheirLeads) {
  const Json period = Period("2026-02-01", "2026-09-01");
  for (const Json& by :
       {Json(), Json{{"field", "industry"}}, Json{{"touch", "channel"}},
        Json{{"touch", "campaign"}}}) {
    const Json request = {{"report", "stages"}, {"period", period}, {"by", by}};
    const Json groups = Ask(request)["groups"];
    ASSERT_EQ(groups.size() > 1, !by.is_null());
    for (size_t g = 0; g < groups.size(); ++g) {
      const Json& group = groups[g];
      const auto expect = [&](const char* set, const Json& count) {
        ExpectLeads(request, {{"group", g}, {"set", set}}, count);
      };
      expect("all", group["leads"]);
      expect("recycled", group["recycled"]);
      expect("withoutWaiting", group["without"]["waiting"]);
      expect("withoutDisqualified", group["without"]["disqualified"]);
      for (const Json& step : group["steps"]) {
        for (const char* set :
             {"reached", "now", "next", "waiting", "fell", "disqualified"}) {
          ExpectLeads(request,
                      {{"group", g}, {"stage", step["stage"]}, {"set", set}},
                      step[set]);
        }
      }
      if (!by.is_null()) continue;
      for (const char* set : {"disqualified", "rejected"}) {
        for (const Json& reason : group[set]) {
          ExpectLeads(request, {{"reason", reason["reason"]}, {"set", set}},
                      reason["leads"]);
        }
      }
    }
  }
  ExpectTold(300);
}

TEST_F(AnswerTest, TimesAndCohortsHaveTheirLeads) {
  Json request = {{"report", "times"},
                  {"period", Period()},
                  {"from", "mql"},
                  {"to", "customer"},
                  {"by", {{"touch", "channel"}}}};
  const Json groups = Ask(request)["groups"];
  for (size_t g = 0; g < groups.size(); ++g) {
    const Json& days = groups[g]["days"];
    ExpectLeads(request, {{"group", g}, {"set", "all"}},
                days["count"].get<int>() + days["open"].get<int>());
  }
  request["report"] = "cohorts";
  const Json cohorts = Ask(request)["cohorts"];
  for (const Json& cohort : cohorts) {
    for (const auto& [set, key] :
         {std::pair("all", "of"), std::pair("converted", "count")}) {
      ExpectLeads(request, {{"month", cohort["month"]}, {"set", set}},
                  cohort["rate"][key]);
    }
  }
  ExpectTold(25);
  const Json recorded = {{"report", "recorded"}, {"period", Period()}};
  const Json told = Ask(recorded);
  ExpectLeads(recorded, {{"set", "tooEarly"}}, told["tooEarly"]["count"]);
  ExpectLeads(recorded, {{"set", "tooLate"}}, told["tooLate"]["count"]);
  ExpectTold(2);
}

TEST_F(AnswerTest, HandOffAndNurtureHaveTheirLeads) {
  for (const char* list : {"contactable", "anonymous"}) {
    const Json request = {
        {"report", "queue"}, {"list", list}, {"begin", 0}, {"end", 5}};
    ExpectLeads(request, {{"set", list}}, Ask(request)["count"]);
  }
  ExpectTold(1);
  const Json clock = {{"report", "clock"}, {"period", Period("2026-03-01")}};
  const Json states = Ask(clock);
  for (const char* set : {"met", "missed", "open"}) {
    ExpectLeads(clock, {{"set", set}}, states[set]);
  }
  ExpectTold(2);
  const Json fading = {{"report", "fading"}, {"begin", 3}, {"end", 9}};
  const Json rows = Ask(fading);
  EXPECT_EQ(rows["rows"].size(), 6u);
  ExpectLeads(fading, {{"set", "fading"}}, rows["count"]);
  const Json nurture = {{"report", "nurture"}};
  const Json report = Ask(nurture);
  int not_ready = report["withoutTrack"];
  for (const Json& track : report["tracks"]) {
    for (const Json& segment : track["segments"]) {
      not_ready += segment["leads"].get<int>();
      ExpectLeads(nurture,
                  {{"track", track["id"]},
                   {"step", segment["step"]},
                   {"next", segment["next"]}},
                  segment["leads"]);
    }
  }
  EXPECT_EQ(report["notReady"], not_ready);
  ExpectTold(10);
  ExpectLeads(nurture, {{"set", "withoutTrack"}}, report["withoutTrack"]);
}

TEST_F(AnswerTest, ChannelsContentsAndReviewHaveTheirLeads) {
  for (const char* by : {"channel", "campaign", "content"}) {
    const Json request = {{"report", "channels"},
                          {"period", Period("2026-01-01")},
                          {"by", by},
                          {"conversion", "customer"}};
    const Json rows = Ask(request)["rows"];
    for (size_t g = 0; g < rows.size(); ++g) {
      for (const char* set : {"leads", "mql", "sql", "customers"}) {
        ExpectLeads(request, {{"group", g}, {"set", set}}, rows[g][set]);
      }
    }
  }
  const Json contents = {{"report", "contents"}, {"period", Period()}};
  const Json rows = Ask(contents)["rows"];
  for (const Json& row : rows) {
    ExpectLeads(contents, {{"content", row["content"]}, {"set", "with"}},
                row["leads"]);
  }
  ExpectTold(100);
  const Json request = {{"report", "review"},
                        {"period", Period("2026-05-01", "2026-06-01")}};
  const Json review = Ask(request);
  const auto expect = [&](const char* part, size_t row, const Json& told) {
    for (const char* set : {"mqls", "open", "accepted", "rejected", "sql",
                            "opportunity", "customer"}) {
      const Json& number = told[set];
      ExpectLeads(request, {{"part", part}, {"row", row}, {"set", set}},
                  number.is_object() ? number["count"] : number);
    }
  };
  expect("all", 0, review["all"]);
  for (const char* part : {"channels", "ways"}) {
    int mqls = 0;
    for (size_t row = 0; row < review[part].size(); ++row) {
      expect(part, row, review[part][row]);
      mqls += review[part][row]["mqls"].get<int>();
    }
    EXPECT_EQ(review["all"]["mqls"], mqls);
  }
  ExpectTold(50);
}

TEST_F(AnswerTest, ChecksHaveTheirLeads) {
  const Json request = {{"report", "checks"}, {"period", Period()}};
  const Json checks = Ask(request)["checks"];
  for (const Json& check : checks) {
    Json cell = {{"check", check["check"]}, {"name", check["name"]}};
    const int counted = check["rate"]["count"];
    cell["set"] = "counted";
    ExpectLeads(request, cell, counted);
    cell["set"] = "rest";
    ExpectLeads(request, cell, check["rate"]["of"].get<int>() - counted);
  }
  ExpectTold(4);
}

TEST_F(AnswerTest, LooksAtTheSelectionAlone) {
  Leads some;
  for (uint32_t lead = 0; lead < 3000; lead += 3) some.push_back(lead);
  EXPECT_EQ(Ask({{"report", "stages"}, {"period", Period()}, {"by", nullptr}},
                &some)["groups"][0]["leads"],
            1000);
  const Json queue = {
      {"report", "queue"}, {"list", "contactable"}, {"begin", 0}, {"end", 99}};
  const Json all = Ask(queue)["rows"];
  const Json rows = Ask(queue, &some)["rows"];
  EXPECT_LT(rows.size(), all.size());
  for (const Json& row : rows) EXPECT_EQ(row["lead"].get<int>() % 3, 0);
}

TEST_F(AnswerTest, TellsOfOneLead) {
  const Json card = Ask({{"report", "card"}, {"lead", 12}});
  EXPECT_EQ(card["lead"], 12);
  EXPECT_EQ(card["id"], "L00013");
  EXPECT_EQ(card["checklists"][0]["items"].size(), 4u);
}

TEST_F(AnswerTest, ClocksFollowTheOffsetsOfTheZone) {
  const auto due = [&](const Json& zone) {
    const Json json = Ask({{"report", "queue"},
                           {"list", "contactable"},
                           {"begin", 0},
                           {"end", 40},
                           {"zone", zone}});
    std::vector<Instant> instants;
    for (const Json& row : json["rows"]) {
      instants.push_back(row["clock"]["due"]);
    }
    return instants;
  };
  EXPECT_NE(due(Json::array()), due(Json::array({Json::array({0, 120})})));
  EXPECT_EQ(due(Json::array()), due(Json::array({Json::array({0, 0})})));
}

TEST_F(AnswerTest, RefusesWhatItDoesNotKnow) {
  const auto fault = [](std::string_view request) {
    return Json::parse(Answer({.run = *run_}, request))["fault"];
  };
  EXPECT_EQ(fault("{"), "no JSON");
  EXPECT_EQ(fault("[]"), "no JSON");
  EXPECT_EQ(fault("{}"), "no such report");
  EXPECT_EQ(fault(R"({"report": "weather"})"), "no such report");
  EXPECT_EQ(fault(R"({"report": "card", "lead": 3000})"), "no such lead");
  EXPECT_EQ(fault(R"({"report": "card", "lead": -1})"), "no such lead");
  for (const char* keys :
       {R"("times", "to": "x")", R"("times", "to": null)",
        R"("cohorts", "from": "x", "to": "mql")", R"("cohorts")",
        R"("channels", "conversion": "x")"}) {
    EXPECT_EQ(fault(R"({"report": )" + std::string(keys) + "}"),
              "no such stage")
        << keys;
  }
}

TEST_F(AnswerTest, AnswersAnythingOfAnyCell) {
  // Cells of other reports, and of none.
  for (const char* name :
       {"stages", "times", "cohorts", "recorded", "queue", "clock", "nurture",
        "fading", "channels", "contents", "checks", "review"}) {
    for (const char* cell :
         {"null", "[]", "{}", R"({"set": 5, "group": "x"})",
          R"({"set": "reached", "group": -1, "stage": 99})",
          R"({"set": "leads", "group": 99})", R"({"set": "mql", "group": -1})",
          R"({"part": "ways", "row": -1, "set": "mqls"})",
          R"({"track": "x", "step": 5, "next": {}})",
          R"({"month": 99999999999999999, "set": "all"})"}) {
      const std::string answer = Answer(
          {.run = *run_}, R"({"report": ")" + std::string(name) +
                              R"(", "to": "mql", "leads": )" + cell + "}");
      EXPECT_TRUE(Json::parse(answer).is_object()) << name << cell;
    }
  }
}

}  // namespace
}  // namespace mqlab
