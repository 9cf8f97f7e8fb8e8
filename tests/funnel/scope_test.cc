#include "funnel/scope.h"

#include <gtest/gtest.h>

#include "funnel/small_funnel.h"

namespace mqlab {
namespace {

class ScopeTest : public SmallFunnelTest {
 protected:
  std::string Between(std::string_view from, std::string_view until,
                      int32_t stage = kNoStage) const {
    const Period period = {
        .from = from.empty() ? std::nullopt : ParseInstant(from),
        .until = until.empty() ? std::nullopt : ParseInstant(until)};
    return data_.Ids(MakeScope(run(), nullptr, stage, period).leads);
  }
};

TEST_F(ScopeTest, HasThoseWhoEnteredInThePeriod) {
  EXPECT_EQ(Between("", ""), "a b c d e f g");
  EXPECT_EQ(Between("2026-01-01", "2026-01-03"), "a b c e g");
  EXPECT_EQ(Between("2026-01-03", ""), "d");
  EXPECT_EQ(Between("", "2027-01-01"), "a b c d e g");  // f has no entry
}

TEST_F(ScopeTest, StartsWhereTheStageWasReached) {
  EXPECT_EQ(Between("", "", 1), "a b c g");
  EXPECT_EQ(Between("2026-01-05", "2026-01-11", 1), "a");
}

TEST_F(ScopeTest, KeepsToTheSelectionInFileOrder) {
  const std::vector<uint32_t> selection = {6, 3, 0};
  EXPECT_EQ(data_.Ids(MakeScope(run(), &selection, kNoStage, {}).leads),
            "a d g");
}

TEST(EntryTest, IsTheFirstEventWithoutAKnownCreation) {
  const ScoredData data(kFunnelRules,
                        "lead_id,born,city\na,,\nb,2026-03-01,\nc,,\n",
                        "lead_id,time,type\na,2026-01-05,visit\n"
                        "a,2026-01-07,visit\nb,2026-01-06,visit\n"
                        "c,2026-02-01,visit\n",
                        "2026-01-10");
  ASSERT_TRUE(data.scored());
  EXPECT_EQ(EntriesOf(data.run(), kNoStage),
            (std::vector<Instant>{*ParseInstant("2026-01-05"),
                                  *ParseInstant("2026-01-06"), kNever}));
}

TEST_F(ScopeTest, GroupsByTheTextOfAField) {
  const Grouping city = GroupByField(run(), "city", data_.All());
  EXPECT_EQ(city.names, (std::vector<std::string>{"Sofia", "Iași", "Tuzla"}));
  EXPECT_EQ(city.of, (std::vector<uint32_t>{1, 1, 0, 0, 2, 3, 0}));
  EXPECT_EQ(city.size(), 4u);
  EXPECT_EQ(city.others, kNoIndex);

  const Grouping gone = GroupByField(run(), "gone", data_.All());
  EXPECT_EQ(gone.size(), 1u);
  EXPECT_EQ(gone.missing, 0u);
}

TEST_F(ScopeTest, PutsTheSmallerGroupsTogether) {
  std::vector<std::string> names;
  std::string rows = "lead_id,born,city\n";
  // Group 0 has one lead, all others two.
  for (int i = 0; i < 14; ++i) {
    names.push_back("g" + std::to_string(i));
    rows += "a" + std::to_string(i) + ",," + names.back() + "\n";
    if (i > 0) rows += "b" + std::to_string(i) + ",," + names.back() + "\n";
  }
  const ScoredData data(kFunnelRules, rows, "", "2026-01-01");
  ASSERT_TRUE(data.scored());
  const Scope scope = data.All();
  const Grouping grouping = GroupByField(data.run(), "city", scope);
  names.erase(names.begin());
  names.pop_back();
  EXPECT_EQ(grouping.names, names);
  EXPECT_EQ(grouping.others, 12u);
  EXPECT_EQ(grouping.missing, kNoIndex);
  EXPECT_EQ(data.Ids(LeadsByGroup(scope, grouping)[12]), "a0 a13 b13");
}

}  // namespace
}  // namespace mqlab
