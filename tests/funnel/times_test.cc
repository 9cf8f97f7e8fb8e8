#include "funnel/times.h"

#include <gtest/gtest.h>

#include "funnel/small_funnel.h"

namespace mqlab {
namespace {

class TimesTest : public SmallFunnelTest {};

TEST_F(TimesTest, MeasuresFromEntryToAStage) {
  const std::vector<Times> all =
      MeasureTimes(run(), data_.All(), GroupAll(run()), 1);
  ASSERT_EQ(all.size(), 1u);
  // a 4, b 3, c 10, g 19 days; d is open after 28, e after 30.
  EXPECT_EQ(all[0].days.count, 4u);
  EXPECT_EQ(all[0].days.open, 2u);
  EXPECT_EQ(all[0].days.quartiles.median, 7);
  EXPECT_EQ(all[0].days.open_median, 14.5);
  const std::vector<CurveStep>& steps = all[0].curve.steps;
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(steps[1].day, 4u);
  EXPECT_NEAR(steps[1].share, 2.0 / 6, 1e-12);
  EXPECT_EQ(steps[3].at_risk, 3u);
}

TEST_F(TimesTest, MeasuresBetweenStagesOfThoseThatReachedTheFirst) {
  const Scope scope = data_.All(1);
  EXPECT_EQ(data_.Ids(scope.leads), "a b c g");
  const std::vector<Times> all = MeasureTimes(run(), scope, GroupAll(run()), 2);
  EXPECT_EQ(all[0].days.count, 2u);  // 5 and 0 days
  EXPECT_EQ(all[0].days.open, 2u);
  EXPECT_EQ(all[0].days.quartiles.median, 2.5);
}

TEST_F(TimesTest, MeasuresByGroupThoseWhoEnteredInThePeriod) {
  const Scope scope = MakeScope(run(), nullptr, kNoStage,
                                {.from = ParseInstant("2026-01-02"),
                                 .until = ParseInstant("2026-01-04")});
  EXPECT_EQ(data_.Ids(scope.leads), "d");
  const Grouping grouping = GroupByField(run(), "city", data_.All());
  const std::vector<Times> groups = MeasureTimes(run(), scope, grouping, 0);
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(groups[0].days.count, 1u);
  EXPECT_EQ(groups[1].days.count + groups[1].days.open, 0u);
  EXPECT_EQ(groups[1].days.quartiles.median, std::nullopt);
}

// An event from before its creation: a lead since before it was one.
TEST(TimesBeforeEntryTest, TakesNoTime) {
  const ScoredData data(kFunnelRules, "lead_id,born,city\na,2026-01-05,Iași\n",
                        "lead_id,time,type\na,2026-01-01,visit\n"
                        "a,2026-01-20,ask\n");
  ASSERT_TRUE(data.scored());
  const auto times =
      MeasureTimes(data.run(), data.All(), GroupAll(data.run()), 0);
  EXPECT_EQ(times[0].days.quartiles.median, 0);
}

TEST_F(TimesTest, HasNoneWithoutTheStage) {
  EXPECT_TRUE(
      MeasureTimes(run(), data_.All(), GroupAll(run()), kNoStage).empty());
}

TEST_F(TimesTest, ListsTheLeadsThatItMeasures) {
  const Scope scope = data_.All();
  const Grouping city = GroupByField(run(), "city", scope);
  const auto leads = [&](std::string_view cell) {
    return data_.Ids(LeadsOfTimes(scope, city, Json(cell)));
  };
  EXPECT_EQ(leads(R"({"set": "all"})"), "a b c d e g");
  EXPECT_EQ(leads(R"({"group": 1, "set": "all"})"), "a b");
  EXPECT_EQ(leads(R"({"group": 3, "set": "all"})"), "");  // f has no entry
  EXPECT_EQ(leads(R"({"set": "recycled"})"), "");
}

TEST_F(TimesTest, WritesDaysAndTheCurve) {
  const Grouping grouping = GroupAll(run());
  const JsonValue json =
      Json(WriteTimes(MeasureTimes(run(), data_.All(), grouping, 1), grouping)
               .Print());
  const JsonValue& all = json.Find("groups")->value.items[0];
  EXPECT_EQ(all.Find("group")->value.Find("kind")->value.text, "all");
  EXPECT_EQ(all.Find("days")->value.Find("openMedian")->value.text, "14.5");
  const JsonValue& point = all.Find("curve")->value.items[0];
  EXPECT_EQ(point.Find("day")->value.text, "3");
  EXPECT_EQ(point.Find("share")->value.text, "0.166667");
  EXPECT_EQ(point.Find("low")->value.text, "0.025288");
  EXPECT_EQ(point.Find("high")->value.text, "0.726877");
  EXPECT_EQ(point.Find("atRisk")->value.text, "6");
}

}  // namespace
}  // namespace mqlab
