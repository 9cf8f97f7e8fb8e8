#include "lead/event_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace mqlab {
namespace {

using Numbers = std::vector<uint32_t>;

// "row@time" of an owner's events.
std::string Dump(const EventLog& log, uint32_t owner) {
  const EventSpan span = log.Of(owner);
  std::string text;
  for (uint32_t i = span.begin; i < span.end; ++i) {
    text += (text.empty() ? "" : " ") + std::to_string(span.block->row[i]) +
            "@" + std::to_string(span.block->time[i]);
  }
  return text;
}

TEST(EventLogTest, GroupsByOwnerAndOrdersByTime) {
  EventLogBuilder builder(1);
  builder.Append(2, 30, 0, 1, Numbers{7});
  builder.Append(0, 20, 0, 2, Numbers{8});
  builder.Append(2, 10, 1, 3, Numbers{900});
  builder.Append(0, 25, 1, 4, Numbers{8});
  const EventLog log = builder.Finish();
  EXPECT_EQ(log.size(), 4u);
  EXPECT_EQ(Dump(log, 0), "2@20 4@25");
  EXPECT_EQ(Dump(log, 1), "");
  EXPECT_EQ(Dump(log, 2), "3@10 1@30");
  const EventSpan span = log.Of(2);
  EXPECT_EQ(span.block->type[span.begin], 1u);
  EXPECT_EQ(span.block->properties[0][span.begin], 900u);
  EXPECT_EQ(span.block->properties[0][span.begin + 1], 7u);
}

TEST(EventLogTest, KeepsTheOrderOfEqualTimes) {
  EventLogBuilder builder(0);
  uint32_t row = 0;
  for (const Instant time : {5, 9, 5, 1, 9, 5}) {
    builder.Append(0, time, 0, ++row, {});
  }
  EXPECT_EQ(Dump(builder.Finish(), 0), "4@1 1@5 3@5 6@5 2@9 5@9");
}

TEST(EventLogTest, HoldsNothingOfNothing) {
  const EventLog log = EventLogBuilder(2).Finish();
  EXPECT_EQ(log.size(), 0u);
  EXPECT_EQ(log.Of(0).size(), 0u);
  EXPECT_EQ(LastEventTime(log, 5, 100), kNever);
}

TEST(EventLogTest, FindsTheLastEventUpToAnInstant) {
  EventLogBuilder builder(0);
  builder.Append(3, 10, 0, 1, {});
  builder.Append(3, 20, 0, 2, {});
  const EventLog log = builder.Finish();
  EXPECT_EQ(LastEventTime(log, 3, 9), kNever);
  EXPECT_EQ(LastEventTime(log, 3, 19), 10);
  EXPECT_EQ(LastEventTime(log, 3, 20), 20);
  EXPECT_EQ(LastEventTime(log, 4, 20), kNever);
}

TEST(EventLogTest, OrdersAsAPlainStableSortDoes) {
  constexpr uint32_t kSeed = 20260301;
  std::mt19937 random(kSeed);
  EventLogBuilder builder(1);
  std::vector<std::tuple<uint32_t, Instant, uint32_t>> plain;
  for (uint32_t row = 1; row <= 20'000; ++row) {
    // Over several blocks, unevenly.
    const uint32_t owner = random() % 3 == 0 ? 17 : random() % 9000;
    const Instant time = random() % 40;
    builder.Append(owner, time, row % 5, row, Numbers{row});
    plain.emplace_back(owner, time, row);
  }
  std::sort(plain.begin(), plain.end());
  const EventLog log = builder.Finish();
  ASSERT_EQ(log.size(), plain.size());
  auto expected = plain.begin();
  for (uint32_t owner = 0; owner < 9000; ++owner) {
    const EventSpan span = log.Of(owner);
    for (uint32_t i = span.begin; i < span.end; ++i, ++expected) {
      ASSERT_EQ(*expected,
                std::tuple(owner, span.block->time[i], span.block->row[i]))
          << "seed " << kSeed;
      ASSERT_EQ(span.block->type[i], span.block->row[i] % 5);
      ASSERT_EQ(span.block->properties[0][i], span.block->row[i]);
    }
  }
  EXPECT_EQ(expected, plain.end());
}

}  // namespace
}  // namespace mqlab
