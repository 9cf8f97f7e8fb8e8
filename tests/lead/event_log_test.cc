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

TEST(EventLogTest, IsTheSameWhateverTheNumberOfThreads) {
  constexpr uint32_t kOwners = 5 * EventLogBuilder::kOwnersAPart + 7;
  const auto logged = [](uint32_t threads) {
    std::mt19937 random(3);
    EventLogBuilder builder(1);
    for (uint32_t row = 1; row <= 60'000; ++row) {
      const auto time = static_cast<Instant>(random() % 1000);
      const uint32_t type = random() % 3;
      builder.Append(random() % kOwners, time, type, row, Numbers{row % 400});
    }
    while (!builder.FinishStep({}, threads)) {
    }
    std::string text = std::to_string(builder.newest());
    const EventLog log = builder.Finish();
    for (uint32_t owner = 0; owner < kOwners; ++owner) {
      text += "\n" + Dump(log, owner);
    }
    return text;
  };
  const std::string alone = logged(1);
  EXPECT_EQ(logged(2), alone);
  EXPECT_EQ(logged(5), alone);
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

// Times and types that are known only in the end, and rows that are left out.
TEST(EventLogTest, TakesWhatIsKnownOnlyLater) {
  EventLogBuilder builder(1);
  builder.Append(1, EventLogBuilder::Waiting(0), 2, 1, Numbers{5});
  builder.Append(1, 10, 1, 2, Numbers{6});
  builder.Append(1, EventLogBuilder::Waiting(1), 1, 3, Numbers{7});
  builder.Append(1, kNever, 1, 4, Numbers{8});
  builder.Append(1, 5, 3, 5, Numbers{9});
  Numbers rows;
  Numbers waits;
  builder.ForEach(0, [&](const EventLogBuilder::Row& row) {
    rows.push_back(row.code(0));
    waits.push_back(EventLogBuilder::WaitsFor(row.time));
  });
  constexpr uint32_t kNone = EventLogBuilder::kNone;
  EXPECT_EQ(rows, (Numbers{5, 6, 7, 8, 9}));
  EXPECT_EQ(waits, (Numbers{0, kNone, 1, kNone, kNone}));
  const std::vector<Instant> times = {3, kNever};
  const Numbers types = {kNone, 0, 4, kNone};
  const EventLog log = builder.Finish({.times = times, .types = types});
  EXPECT_EQ(Dump(log, 1), "1@3 2@10");
  EXPECT_EQ(log.Of(1).block->type[0], 4u);
  EXPECT_EQ(log.Of(1).block->type[1], 0u);
  EXPECT_EQ(builder.newest(), 10);
}

// Rows that were given before codes grew stand beside those after it.
TEST(EventLogTest, KeepsCodesOfAllSizes) {
  EventLogBuilder builder(2);
  const Numbers owners = {7, EventRows::kNone, 7, 3000};
  uint32_t row = 0;
  for (const uint32_t size : {1u, 300u, 2u, 70'000u, 3u, 0xFFFFFFFFu}) {
    const Numbers numbers(owners.size(), size);
    const Numbers rows = {row + 1, row + 2, row + 3, row + 4};
    const std::vector<Instant> times(owners.size(), 9);
    const Numbers small(owners.size(), row % 7);
    const uint32_t* const codes[] = {numbers.data(), small.data()};
    builder.Append({.owner = owners,
                    .time = times.data(),
                    .type = numbers.data(),
                    .row = rows.data(),
                    .codes = codes});
    row += 4;
  }
  EXPECT_EQ(builder.size(), 18u);
  const EventLog log = builder.Finish();
  for (const uint32_t owner : {7u, 3000u}) {
    const EventSpan span = log.Of(owner);
    ASSERT_EQ(span.size(), owner == 7 ? 12u : 6u);
    const EventBlock& block = *span.block;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      const uint32_t batch = (block.row[i] - 1) / 4;
      const Numbers sizes = {1, 300, 2, 70'000, 3, 0xFFFFFFFF};
      EXPECT_EQ(block.type[i], sizes[batch]);
      EXPECT_EQ(block.properties[0][i], sizes[batch]);
      EXPECT_EQ(block.properties[1][i], batch * 4 % 7);
    }
  }
}

}  // namespace
}  // namespace mqlab
