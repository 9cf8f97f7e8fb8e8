// When each check speaks, by numbers on both sides of its line.

#include "review/checks.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "attribution/loaded_run.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

class ChecksTest : public testing::Test {
 protected:
  static constexpr std::string_view kOld = "2026-01-01";
  static constexpr std::string_view kYesterday = "2026-03-09";
  // As of 2026-03-10. So many leads, each with these events at a day.
  void Add(int leads, const std::vector<std::string_view>& events,
           std::string_view channel = "", std::string_view day = kOld) {
    for (int i = 0; i < leads; ++i) {
      leads_ += std::to_string(++count_) + ",x\n";
      for (const std::string_view event : events) {
        events_ += std::to_string(count_) + "," + std::string(day) + "," +
                   std::string(event) + "," + std::string(channel) + ",W\n";
      }
    }
  }
  std::vector<Check> Find() const {
    const LoadedRun run(
        R"({"scores": {"s": {}},
            "stages": [
              {"id": "lead", "enter": {"event": "*"}},
              {"id": "mql", "enter": {"event": "mql"}},
              {"id": "sal", "enter": {"event": "sales_accepted"}},
              {"id": "sql", "enter": {"event": "meeting"}},
              {"id": "customer", "enter": {"event": "won"}}]})",
        leads_ + "t,\n", events_ + "t,2026-03-10,other,,\n");
    return FindChecks(
        *run, BusinessTime({}), MakeScope(*run, nullptr, kNoStage, {}),
        MakeScope(*run, nullptr, FindRoles(run->program.source).mql, {}),
        nullptr);
  }
  bool Speaks(std::string_view check) const {
    for (const Check& found : Find()) {
      if (found.check == check) return true;
    }
    return false;
  }
  Check Only(std::string_view check) const {
    Check only;
    for (const Check& found : Find()) {
      if (found.check != check) continue;
      EXPECT_TRUE(only.check.empty());
      only = found;
    }
    return only;
  }

  int count_ = 0;
  std::string leads_ = "lead_id,email\n";
  std::string events_ = "lead_id,time,type,channel,asset\n";
};

TEST_F(ChecksTest, SaysNothingOfFew) {
  Add(19, {"mql", "sales_rejected", "webinar_register"}, "Mail");
  EXPECT_TRUE(Find().empty());
}

TEST_F(ChecksTest, CriteriaAreTooLaxWhenFewMqlsQualify) {
  Add(38, {"mql", "sales_accepted"});
  Add(1, {"mql", "meeting"});
  EXPECT_FALSE(Speaks("too_lax"));  // 1 of 39 may be up to 13.2 %
  Add(1, {"mql"});                  // 1 of 40, 12.9 %
  EXPECT_EQ(Only("too_lax").share(), (Share{1, 40}));
}

TEST_F(ChecksTest, YoungMqlsAreNoReproach) {
  Add(60, {"mql", "sales_accepted"}, "", kYesterday);
  EXPECT_FALSE(Speaks("too_lax"));
  Add(60, {"mql", "sales_accepted"});
  EXPECT_EQ(Only("too_lax").share(), (Share{0, 60}));
}

TEST_F(ChecksTest, CriteriaAreTooStrictWhenBuyersAreNoMqls) {
  Add(16, {"mql"});
  Add(16, {"demo_request"});
  EXPECT_FALSE(Speaks("too_strict"));  // of 16 that asked
  Add(4, {"meeting"});                 // mql in passing
  EXPECT_EQ(Only("too_strict").share(), (Share{20, 20}));
}

TEST_F(ChecksTest, SalesDisagreesWhenItRejectsMost) {
  Add(60, {"mql"});
  Add(20, {"mql", "sales_rejected"});
  Add(10, {"mql", "sales_accepted"});
  EXPECT_FALSE(Speaks("disagreement"));
  Add(3, {"mql", "sales_accepted", "sales_rejected"});
  EXPECT_EQ(Only("disagreement").share(), (Share{23, 33}));
}

TEST_F(ChecksTest, OneSourceIsBadWhoseMqlsAreRejected) {
  Add(40, {"mql", "sales_accepted"}, "Good");
  Add(40, {"mql", "sales_accepted"}, "Fair");
  Add(20, {"mql", "sales_accepted"}, "Bad");
  EXPECT_FALSE(Speaks("bad_source"));
  Add(20, {"mql", "sales_rejected"}, "Bad");
  const Check check = Only("bad_source");
  EXPECT_EQ(check.name, "Bad");
  EXPECT_EQ(check.share(), (Share{20, 40}));
  EXPECT_EQ(check.others, (Share{0, 80}));
}

TEST_F(ChecksTest, OneSourceIsBadThatNobodyBuysFrom) {
  Add(50, {"other"}, "Good");
  Add(50, {"won"}, "Good");
  Add(49, {"other"}, "Bad");
  EXPECT_FALSE(Speaks("bad_source"));
  Add(1, {"other"}, "Bad");
  EXPECT_EQ(Only("bad_source").name, "Bad");
}

TEST_F(ChecksTest, WebinarsAreUnfinishedToWhichFewCome) {
  Add(30, {"webinar_register"});
  Add(3, {"webinar_register", "webinar_attend"});
  const Check check = Only("unfinished");
  EXPECT_EQ(check.name, "W");
  EXPECT_EQ(check.share(), (Share{3, 33}));
  Add(4, {"webinar_register", "webinar_attend"});
  EXPECT_FALSE(Speaks("unfinished"));
}

TEST_F(ChecksTest, MqlsGoColdThatNobodyCalls) {
  Add(24, {"mql"}, "", "2026-03-10");
  Add(5, {"mql"});
  EXPECT_FALSE(Speaks("going_cold"));
  Add(1, {"mql"}, "", kYesterday);  // silent for a day, and its clock is over
  EXPECT_EQ(Only("going_cold").share(), (Share{6, 30}));
}

TEST_F(ChecksTest, ListTheLeadsOfTheirShares) {
  const auto leads = [](const char* cell) {
    IssueList issues;
    return LeadsOfChecks({{"bad_source", "Mail", {7}, {8, 9}, Share{3, 4}},
                          {"bad_source", "Ads", {1}, {2}, Share{3, 4}}},
                         *ParseJson(cell, issues));
  };
  using Numbers = std::vector<uint32_t>;
  EXPECT_EQ(leads(R"({"check": "bad_source", "name": "Mail", "set": "rest"})"),
            (Numbers{8, 9}));
  EXPECT_EQ(
      leads(R"({"check": "bad_source", "name": "Ads", "set": "counted"})"),
      Numbers{1});
  EXPECT_EQ(leads(R"({"check": "bad_source", "name": "", "set": "rest"})"),
            Numbers{});
  EXPECT_EQ(leads(R"({"check": "too_lax", "name": "Ads", "set": "rest"})"),
            Numbers{});
}

TEST_F(ChecksTest, AreWrittenWithTheirNumbers) {
  const auto json = nlohmann::json::parse(
      WriteChecks({{"bad_source", "Mail", {7}, {8}, Share{3, 4}},
                   {"too_lax", "", {1, 2, 3, 4, 5}, {6}, {}}})
          .Print());
  EXPECT_EQ(json["checks"][0]["check"], "bad_source");
  EXPECT_EQ(json["checks"][0]["name"], "Mail");
  EXPECT_EQ(json["checks"][0]["rate"]["count"], 1);
  EXPECT_EQ(json["checks"][0]["others"]["of"], 4);
  EXPECT_EQ(json["checks"][1]["others"], nullptr);
}

}  // namespace
}  // namespace mqlab
