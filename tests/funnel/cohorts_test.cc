#include "funnel/cohorts.h"

#include <gtest/gtest.h>

#include "funnel/scored_data.h"

namespace mqlab {
namespace {

using After = std::array<std::optional<double>, 3>;

class CohortsTest : public testing::Test {
 protected:
  static constexpr std::string_view kRules = R"({
    "created_field": "born", "scores": {"fit": {}},
    "stages": [{"id": "lead", "enter": {"event": "*"}},
               {"id": "mql", "enter": {"event": "ask"}}]})";
  // In January one asks after 10 days, one after 40, one is open for 90.
  static constexpr std::string_view kLeads =
      "lead_id,born\nj1,2026-01-01\nj2,2026-01-31\nj3,2026-01-15\n"
      "m1,2026-03-20\nm2,2026-03-25T12:00\na1,2026-04-15\nn1,\n";
  static constexpr std::string_view kEvents =
      "lead_id,time,type\nj1,2026-01-11,ask\nj2,2026-03-12,ask\n"
      "m2,2026-03-25T13:00,ask\na1,2026-04-15,ask\n";

  ScoredData data_{kRules, kLeads, kEvents, "2026-04-15"};
};

TEST_F(CohortsTest, FollowsTheLeadsOfAMonth) {
  ASSERT_TRUE(data_.scored());
  const std::vector<Cohort> cohorts = MakeCohorts(data_.run(), data_.All(), 1);
  ASSERT_EQ(cohorts.size(), 3u);
  EXPECT_EQ(cohorts[0].month, ParseInstant("2026-01-01"));
  EXPECT_EQ(cohorts[0].leads, 3u);
  EXPECT_EQ(cohorts[0].converted, 2u);
  EXPECT_EQ(cohorts[0].maturity, 73);
  EXPECT_NEAR(cohorts[0].after[0].value_or(0), 1.0 / 3, 1e-12);
  EXPECT_NEAR(cohorts[0].after[1].value_or(0), 2.0 / 3, 1e-12);
  EXPECT_NEAR(cohorts[0].after[2].value_or(0), 2.0 / 3, 1e-12);

  EXPECT_EQ(cohorts[1].month, ParseInstant("2026-03-01"));
  EXPECT_EQ(cohorts[1].leads, 2u);
  EXPECT_EQ(cohorts[1].converted, 1u);
  EXPECT_EQ(cohorts[1].maturity, 14);
  EXPECT_EQ(cohorts[1].after, After{});  // m1 is 26 days old

  EXPECT_EQ(cohorts[2].maturity, 0);
  EXPECT_EQ(cohorts[2].after, (After{1.0, 1.0, 1.0}));
}

TEST_F(CohortsTest, StartsFromAStage) {
  const std::vector<Cohort> cohorts = MakeCohorts(data_.run(), data_.All(0), 1);
  ASSERT_EQ(cohorts.size(), 3u);  // those who asked, when they did
  EXPECT_EQ(cohorts[1].leads, 2u);
  EXPECT_EQ(cohorts[1].converted, 2u);
}

TEST_F(CohortsTest, ListsTheLeadsBehindItsNumbers) {
  const auto leads = [&](std::string_view set, std::string_view month) {
    const std::string cell = R"({"month": )" +
                             std::to_string(*ParseInstant(month)) +
                             R"(, "set": ")" + std::string(set) + R"("})";
    return data_.Ids(LeadsOfCohorts(data_.run(), data_.All(), 1, Json(cell)));
  };
  EXPECT_EQ(leads("all", "2026-01-01"), "j1 j2 j3");
  EXPECT_EQ(leads("converted", "2026-01-01"), "j1 j2");
  EXPECT_EQ(leads("converted", "2026-03-01"), "m2");
  EXPECT_EQ(leads("all", "2026-02-01"), "");
  EXPECT_EQ(leads("open", "2026-01-01"), "");
}

TEST_F(CohortsTest, HasNoneWithoutTheStage) {
  EXPECT_TRUE(MakeCohorts(data_.run(), data_.All(), kNoStage).empty());
}

TEST_F(CohortsTest, WritesThemBesideTheTimesOfAll) {
  const Scope scope = data_.All();
  const JsonValue json =
      Json(WriteCohorts(MakeCohorts(data_.run(), scope, 1),
                        TimesOf(data_.run(), scope.leads, scope, 1))
               .Print());
  const JsonValue& march = json.Find("cohorts")->value.items[1];
  EXPECT_EQ(march.Find("month")->value.text,
            std::to_string(*ParseInstant("2026-03-01")));
  EXPECT_EQ(march.Find("rate")->value.Find("share")->value.text, "0.5");
  EXPECT_EQ(march.Find("maturity")->value.text, "14");
  EXPECT_EQ(march.Find("after")->value.items[2].kind, JsonValue::Kind::kNull);
  const JsonValue& all = json.Find("all")->value;
  EXPECT_EQ(all.Find("days")->value.Find("count")->value.text, "4");
  EXPECT_EQ(all.Find("days")->value.Find("open")->value.text, "2");
}

}  // namespace
}  // namespace mqlab
