#include "funnel/stages.h"

#include <gtest/gtest.h>

#include <string>

#include "funnel/small_funnel.h"

namespace mqlab {
namespace {

class StagesTest : public SmallFunnelTest {
 protected:
  std::vector<StagesOfGroup> Count(const Grouping& grouping) const {
    return CountStages(run(), data_.All(), grouping);
  }
  std::string Leads(std::string_view cell) const {
    const Scope scope = data_.All();
    return data_.Ids(LeadsOfStages(
        run(), scope, GroupByField(run(), "city", scope), Json(cell)));
  }
};

std::string Counts(const FunnelStep& step) {
  std::string text;
  for (const uint64_t count : {step.reached, step.now, step.next, step.waiting,
                               step.fell, step.disqualified}) {
    text += std::to_string(count) + ' ';
  }
  return text;
}

std::string Counts(const std::vector<ReasonCount>& reasons) {
  std::string text;
  for (const ReasonCount& reason : reasons) {
    text += reason.reason + ' ' + std::to_string(reason.leads) + "; ";
  }
  return text;
}

TEST_F(StagesTest, CountsWhoCameHowFarAndWhereTheyAre) {
  const std::vector<StagesOfGroup> groups = Count(GroupAll(run()));
  ASSERT_EQ(groups.size(), 1u);
  const StagesOfGroup& all = groups[0];
  EXPECT_EQ(all.leads, 7u);
  EXPECT_EQ(all.without_waiting, 1u);
  EXPECT_EQ(all.without_disqualified, 1u);
  EXPECT_EQ(all.recycles, 1u);
  EXPECT_EQ(all.recycled, 1u);
  ASSERT_EQ(all.steps.size(), 4u);
  // Reached, now, next, waiting, fell, disqualified.
  EXPECT_EQ(Counts(all.steps[0]), "5 1 4 0 0 1 ");
  EXPECT_EQ(Counts(all.steps[1]), "4 1 2 1 1 0 ");
  EXPECT_EQ(Counts(all.steps[2]), "2 1 1 1 0 0 ");
  EXPECT_EQ(Counts(all.steps[3]), "1 1 0 1 0 0 ");
}

TEST_F(StagesTest, TellsHowManyMqlsBecameSqls) {
  const auto qualified = Count(GroupAll(run()))[0].mql_to_sql;
  ASSERT_TRUE(qualified);
  EXPECT_EQ(qualified->sqls, 2u);
  EXPECT_EQ(qualified->mqls, 4u);
}

TEST_F(StagesTest, MeasuresTheDaysFromTheStageBefore) {
  const StagesOfGroup all = Count(GroupAll(run()))[0];
  // 1, 0, 9, 0 and 19 days, and e is open after 30; f has no entry.
  const Durations& entry = all.steps[0].days;
  EXPECT_EQ(entry.count, 5u);
  EXPECT_EQ(entry.open, 1u);
  EXPECT_EQ(entry.quartiles.p25, 0);
  EXPECT_EQ(entry.quartiles.median, 1);
  EXPECT_EQ(entry.quartiles.p75, 9);
  EXPECT_EQ(entry.open_median, 5);  // three of six by day 1, the next on 9
  // 3, 3, 1 and 0 days; d is open after 28.
  const Durations& mql = all.steps[1].days;
  EXPECT_EQ(mql.count, 4u);
  EXPECT_EQ(mql.open, 1u);
  EXPECT_EQ(mql.quartiles.p25, 0.75);
  EXPECT_EQ(mql.quartiles.median, 2);
  EXPECT_EQ(mql.quartiles.p75, 3);
  EXPECT_EQ(mql.open_median, 3);
  // 0 days.
  EXPECT_EQ(all.steps[3].days.count, 1u);
  EXPECT_EQ(all.steps[3].days.open, 1u);
  EXPECT_EQ(all.steps[3].days.quartiles.median, 0);
}

TEST_F(StagesTest, TellsReasonsOnceALead) {
  const StagesOfGroup all = Count(GroupAll(run()))[0];
  EXPECT_EQ(Counts(all.disqualified), "far 1; spam 1; ");
  EXPECT_EQ(all.rejections, 3u);
  EXPECT_EQ(Counts(all.rejected), "no budget 2;  1; ");
}

TEST_F(StagesTest, CountsByGroup) {
  const Scope scope = data_.All();
  const Grouping grouping = GroupByField(run(), "city", scope);
  const std::vector<StagesOfGroup> groups = CountStages(run(), scope, grouping);
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(grouping.names,
            (std::vector<std::string>{"Sofia", "Iași", "Tuzla"}));
  EXPECT_EQ(grouping.missing, 3u);
  EXPECT_EQ(groups[0].leads, 3u);
  EXPECT_EQ(Counts(groups[0].steps[0]), "3 0 2 0 0 1 ");
  EXPECT_EQ(Counts(groups[1].steps[1]), "2 0 1 0 1 0 ");
  EXPECT_EQ(groups[2].without_disqualified, 1u);
  EXPECT_EQ(groups[3].without_waiting, 1u);
  EXPECT_EQ(Counts(groups[1].rejected), "no budget 2; ");
}

TEST_F(StagesTest, ListsTheLeadsBehindItsNumbers) {
  EXPECT_EQ(Leads(R"({"set": "all"})"), "a b c d e f g");
  EXPECT_EQ(Leads(R"({"group": 0, "set": "all"})"), "c d g");
  EXPECT_EQ(Leads(R"({"group": 3, "set": "withoutWaiting"})"), "f");
  EXPECT_EQ(Leads(R"({"set": "withoutWaiting"})"), "f");
  EXPECT_EQ(Leads(R"({"set": "withoutDisqualified"})"), "e");
  EXPECT_EQ(Leads(R"({"set": "recycled"})"), "b");
  EXPECT_EQ(Leads(R"({"stage": 0, "set": "reached"})"), "a b c d g");
  EXPECT_EQ(Leads(R"({"stage": 0, "set": "now"})"), "b");
  EXPECT_EQ(Leads(R"({"stage": 0, "set": "disqualified"})"), "d");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "next"})"), "a g");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "waiting"})"), "c");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "fell"})"), "b");
  EXPECT_EQ(Leads(R"({"group": 1, "stage": 1, "set": "reached"})"), "a b");
  EXPECT_EQ(Leads(R"({"reason": "spam", "set": "disqualified"})"), "d");
  EXPECT_EQ(Leads(R"({"reason": "no budget", "set": "rejected"})"), "a b");
  EXPECT_EQ(Leads(R"({"reason": "", "set": "rejected"})"), "d");
  EXPECT_EQ(Leads(R"({"group": 0, "reason": "", "set": "rejected"})"), "d");
}

TEST_F(StagesTest, ListsNoneForWhatItDoesNotHave) {
  for (const char* cell :
       {R"({"set": "tooLate"})", R"({"stage": 4, "set": "now"})",
        R"({"stage": -1, "set": "now"})", R"({"stage": 0, "set": "both"})",
        R"({"group": 9, "set": "all"})", "{}"}) {
    EXPECT_EQ(Leads(cell), "") << cell;
  }
}

TEST_F(StagesTest, WritesSharesOfTheStageBeforeAndOfAll) {
  const Scope scope = data_.All();
  const Grouping grouping = GroupByField(run(), "city", scope);
  const JsonValue json =
      Json(WriteStages(CountStages(run(), scope, grouping), grouping).Print());
  const std::vector<JsonValue>& groups = json.Find("groups")->value.items;
  ASSERT_EQ(groups.size(), 4u);
  const JsonValue& name = groups[3].Find("group")->value;
  EXPECT_EQ(name.Find("kind")->value.text, "missing");
  EXPECT_EQ(name.Find("name")->value.text, "");
  EXPECT_EQ(groups[1].Find("group")->value.Find("name")->value.text, "Iași");
  const JsonValue& mql = groups[0].Find("steps")->value.items[1];
  EXPECT_EQ(mql.Find("stage")->value.text, "1");
  const auto rate = [&](const char* key, const char* part) {
    return mql.Find(key)->value.Find(part)->value.text;
  };
  EXPECT_EQ(rate("conversion", "count"), "2");
  EXPECT_EQ(rate("conversion", "of"), "3");
  EXPECT_EQ(rate("conversion", "share"), "0.666667");
  EXPECT_EQ(rate("ofAll", "of"), "3");
  EXPECT_EQ(rate("days", "median"), "0.5");
  EXPECT_EQ(groups[1].Find("rejections")->value.text, "2");
}

TEST(StagesOfNothingTest, HasNoStepsWithoutStages) {
  const ScoredData data(R"({"scores": {"fit": {}}})", "lead_id\na\n", "",
                        "2026-01-01");
  ASSERT_TRUE(data.scored());
  const StagesOfGroup all =
      CountStages(data.run(), data.All(), GroupAll(data.run()))[0];
  EXPECT_TRUE(all.steps.empty());
  EXPECT_FALSE(all.mql_to_sql);
  EXPECT_EQ(all.without_waiting, 1u);
}

}  // namespace
}  // namespace mqlab
