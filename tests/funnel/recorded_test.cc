#include "funnel/recorded.h"

#include <gtest/gtest.h>

#include "funnel/small_funnel.h"

namespace mqlab {
namespace {

class RecordedTest : public SmallFunnelTest {
 protected:
  std::string Leads(std::string_view cell) const {
    return data_.Ids(LeadsOfRecorded(run(), data_.All(), Json(cell)));
  }
};

TEST_F(RecordedTest, ComparesOurStageWithTheRecord) {
  const Recorded recorded = CompareWithRecord(run(), data_.All());
  ASSERT_EQ(recorded.stages.size(), 1u);  // became_sql is text
  const RecordedStage& mql = recorded.stages[0];
  EXPECT_EQ(mql.stage, 1u);
  EXPECT_EQ(mql.both, 3u);
  EXPECT_EQ(mql.ours_only, 1u);
  EXPECT_EQ(mql.record_only, 1u);  // e's record is from after the instant
  EXPECT_EQ(mql.within, 1u);
  EXPECT_EQ(mql.earlier, 1u);
  EXPECT_EQ(mql.later, 1u);
  EXPECT_EQ(mql.days.p25, -5);  // of -10, 0, 6
  EXPECT_EQ(mql.days.median, 0);
  EXPECT_EQ(mql.days.p75, 3);
}

TEST_F(RecordedTest, FindsWhoCameTooEarlyAndTooLate) {
  const Recorded recorded = CompareWithRecord(run(), data_.All());
  EXPECT_EQ(recorded.mqls, 4u);
  EXPECT_EQ(recorded.too_early, 1u);  // b; a was rejected, but is sql
  EXPECT_EQ(recorded.too_late, 2u);
}

TEST_F(RecordedTest, ListsTheLeadsBehindItsNumbers) {
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "both"})"), "a b c");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "oursOnly"})"), "g");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "recordOnly"})"), "d");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "within"})"), "a");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "earlier"})"), "b");
  EXPECT_EQ(Leads(R"({"stage": 1, "set": "later"})"), "c");
  EXPECT_EQ(Leads(R"({"set": "tooEarly"})"), "b");
  EXPECT_EQ(Leads(R"({"set": "tooLate"})"), "c g");
  EXPECT_EQ(Leads(R"({"stage": 2, "set": "both"})"), "");
  EXPECT_EQ(Leads(R"({"stage": 7, "set": "both"})"), "");
  EXPECT_EQ(Leads(R"({"set": "both"})"), "");
}

TEST_F(RecordedTest, WritesItsNumbers) {
  const JsonValue json =
      Json(WriteRecorded(CompareWithRecord(run(), data_.All())).Print());
  const JsonValue& mql = json.Find("stages")->value.items[0];
  EXPECT_EQ(mql.Find("oursOnly")->value.text, "1");
  EXPECT_EQ(mql.Find("days")->value.Find("p25")->value.text, "-5");
  EXPECT_EQ(json.Find("tooLate")->value.Find("share")->value.text, "0.5");
}

TEST(RecordedAndDisqualifiedTest, IsTooEarlyToo) {
  const ScoredData data(kFunnelRules, "lead_id,born,city\na,,\nb,,\nc,,\n",
                        "lead_id,time,type\na,2026-01-01,ask\n"
                        "a,2026-01-02,spam\nb,2026-01-01,sales_rejected\n"
                        "b,2026-01-02,ask\nc,2026-01-01,ask\n"
                        "c,2026-01-01,sales_rejected\n");
  ASSERT_TRUE(data.scored());
  // b was rejected before.
  EXPECT_EQ(data.Ids(LeadsOfRecorded(data.run(), data.All(),
                                     Json(R"({"set": "tooEarly"})"))),
            "a c");
}

}  // namespace
}  // namespace mqlab
