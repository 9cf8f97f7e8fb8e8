// Business hours worked out by hand, and against counting minute by minute.

#include "sales/business_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "scoring/random_source.h"

namespace mqlab {
namespace {

constexpr int64_t kMinute = 60'000;

Instant At(std::string_view text) { return ParseInstant(text).value_or(0); }

const BusinessHours kNineToFive{{0, 1, 2, 3, 4}, 9 * 60, 17 * 60, ""};
// Warsaw in 2026: summer time from 29 March to 25 October.
const std::vector<ZoneOffset> kWarsaw = {
    {0, 60}, {At("2026-03-29T01:00Z"), 120}, {At("2026-10-25T01:00Z"), 60}};

TEST(BusinessTimeTest, CountsAllTimeWithoutHours) {
  const BusinessTime time({}, kWarsaw);
  EXPECT_EQ(time.Between(5, 1005), 1000);
  EXPECT_EQ(time.After(5, 1000), 1005);
  EXPECT_EQ(BusinessTime(BusinessHours{}).Between(5, 1005), 1000);
}

TEST(BusinessTimeTest, CountsTheHoursOfItsDays) {
  const BusinessTime time(kNineToFive);
  // Friday 16:00 to Monday 10:00: an hour of each.
  const Instant friday = At("2026-10-30T16:00Z");
  EXPECT_EQ(time.Between(friday, At("2026-11-02T10:00Z")), 2 * kMillisPerHour);
  EXPECT_EQ(time.Between(friday, At("2026-11-01T23:59Z")), kMillisPerHour);
  EXPECT_EQ(time.Between(friday, friday), 0);
  // Four weeks of 40 hours.
  EXPECT_EQ(time.Between(friday, friday + 28 * kMillisPerDay),
            160 * kMillisPerHour);
  // Over as soon as they have counted, not when the next day opens.
  EXPECT_EQ(time.After(friday, kMillisPerHour), At("2026-10-30T17:00Z"));
  EXPECT_EQ(time.After(friday, kMillisPerHour + 1),
            At("2026-11-02T09:00:00.001Z"));
  EXPECT_EQ(time.After(friday, 24 * kMillisPerHour), At("2026-11-04T16:00Z"));
  EXPECT_EQ(time.After(At("2026-10-31T12:00Z"), 8 * kMillisPerHour),
            At("2026-11-02T17:00Z"));
}

TEST(BusinessTimeTest, FollowsTheClocksOfItsZone) {
  const BusinessTime time(kNineToFive, kWarsaw);
  // In winter nine o'clock is 08:00 UTC, in summer 07:00.
  EXPECT_EQ(time.After(At("2026-03-27T15:00Z"), 2 * kMillisPerHour),
            At("2026-03-30T08:00Z"));
  EXPECT_EQ(time.After(At("2026-10-23T14:00Z"), 2 * kMillisPerHour),
            At("2026-10-26T09:00Z"));

  // At night: the hour that is left out counts nothing, that which comes twice
  // counts twice.
  const BusinessHours nights{{0, 1, 2, 3, 4, 5, 6}, 60, 4 * 60, ""};
  const BusinessTime night(nights, kWarsaw);
  const auto hours_of = [&](std::string_view from, std::string_view until) {
    return night.Between(At(from), At(until)) / kMillisPerHour;
  };
  EXPECT_EQ(hours_of("2026-03-27T12:00Z", "2026-03-28T12:00Z"), 3);
  EXPECT_EQ(hours_of("2026-03-28T12:00Z", "2026-03-29T12:00Z"), 2);
  EXPECT_EQ(hours_of("2026-10-24T12:00Z", "2026-10-25T12:00Z"), 4);
  EXPECT_EQ(night.After(At("2026-03-28T12:00Z"), 2 * kMillisPerHour),
            At("2026-03-29T02:00Z"));
  EXPECT_EQ(night.After(At("2026-10-24T12:00Z"), 4 * kMillisPerHour),
            At("2026-10-25T03:00Z"));
}

TEST(BusinessTimeTest, AgreesWithMinuteByMinute) {
  reference::Random random(20261031);
  for (int round = 0; round < 100; ++round) {
    BusinessHours hours;
    for (uint8_t day = 0; day < 7; ++day) {
      if (random.Chance(60)) hours.days.push_back(day);
    }
    if (hours.days.empty()) hours.days.push_back(3);
    hours.from_minute = static_cast<int32_t>(random.Below(1439));
    hours.until_minute =
        static_cast<int32_t>(random.Between(hours.from_minute + 1, 1440));
    // Also before 1970, and a zone that has moved over the line of dates.
    const Instant start = random.Chance(20)
                              ? -700 * kMinute
                              : random.Below(30'000) * 1440 * kMinute;
    std::vector<ZoneOffset> offsets;
    for (Instant t = start; random.Chance(70);) {
      t += random.Below(9000) * kMinute;
      offsets.push_back(
          {t, static_cast<int32_t>(random.Between(-48, 56)) * 15});
    }
    const BusinessTime time(hours, offsets);

    const auto counts = [&](Instant t) {
      int64_t minutes = offsets.empty() ? 0 : offsets.front().minutes;
      for (const ZoneOffset& zone : offsets) {
        if (zone.from <= t) minutes = zone.minutes;
      }
      const int64_t local = t + minutes * kMinute;
      const int64_t day = EpochDay(local);
      const int64_t minute = (local - day * kMillisPerDay) / kMinute;
      const auto weekday = static_cast<uint8_t>(((day + 3) % 7 + 7) % 7);
      return std::ranges::count(hours.days, weekday) > 0 &&
             minute >= hours.from_minute && minute < hours.until_minute;
    };
    const int64_t wanted = random.Below(4000) + 1;
    const Instant from = start + random.Below(9000) * kMinute;
    int64_t counted = 0;
    Instant t = from;
    for (; counted < wanted; t += kMinute) {
      ASSERT_EQ(time.Between(from, t), counted * kMinute) << round;
      if (counts(t)) ++counted;
    }
    ASSERT_EQ(time.After(from, wanted * kMinute), t) << round;
    ASSERT_EQ(time.After(from, wanted * kMinute - 1), t - 1) << round;
  }
}

}  // namespace
}  // namespace mqlab
