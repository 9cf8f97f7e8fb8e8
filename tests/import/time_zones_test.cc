#include "import/time_zones.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "case_file.h"

namespace mqlab {
namespace {

constexpr int64_t kSecond = 1000;
constexpr int32_t kHour = 3600;

// The instant at which the clocks of a zone show a time.
std::string Utc(std::string_view zone, std::string_view local) {
  return FormatInstant(FindTimeZone(zone)->ToUtc(*ParseInstant(local)));
}

TEST(TimeZonesTest, AgreesWithAnotherReaderAtEachChange) {
  std::optional<TimeZone> zone;
  std::string name;
  for (const auto& row : ReadCases("tests/cases/time_zones.csv")) {
    if (row[0] != name) {
      name = row[0];
      zone = FindTimeZone(name);
      ASSERT_TRUE(zone) << name;
    }
    const Instant change = *ParseInstant(row[1]);
    const auto offset = [&](Instant t) {
      return std::to_string(zone->OffsetSeconds(t));
    };
    EXPECT_EQ(offset(change - kSecond), row[2]) << name << " before " << row[1];
    EXPECT_EQ(offset(change - 1), row[2]) << name << " before " << row[1];
    EXPECT_EQ(offset(change), row[3]) << name << " at " << row[1];
    EXPECT_EQ(offset(change + kSecond), row[3]) << name << " after " << row[1];
  }
}

TEST(TimeZonesTest, ReadsTimesThatDoNotExistAsBeforeTheGap) {
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-03-29T01:59:59.999"),
            "2026-03-29T00:59:59.999Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-03-29T02:00"),
            "2026-03-29T01:00:00.000Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-03-29T02:59:59.999"),
            "2026-03-29T01:59:59.999Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-03-29T03:00"),
            "2026-03-29T01:00:00.000Z");
  EXPECT_EQ(Utc("America/New_York", "2026-03-08T02:30"),
            "2026-03-08T07:30:00.000Z");
  // Half an hour, two hours, a whole day.
  EXPECT_EQ(Utc("Australia/Lord_Howe", "2026-10-04T02:15"),
            "2026-10-03T15:45:00.000Z");
  EXPECT_EQ(Utc("Antarctica/Troll", "2026-03-29T02:30"),
            "2026-03-29T02:30:00.000Z");
  EXPECT_EQ(Utc("Pacific/Apia", "2011-12-30T12:00"),
            "2011-12-30T22:00:00.000Z");
  EXPECT_EQ(Utc("Pacific/Apia", "2011-12-31T00:00"),
            "2011-12-30T10:00:00.000Z");
}

TEST(TimeZonesTest, ReadsTimesThatExistTwiceAsTheFirst) {
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-10-25T01:59:59.999"),
            "2026-10-24T23:59:59.999Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-10-25T02:00"),
            "2026-10-25T00:00:00.000Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-10-25T02:59:59.999"),
            "2026-10-25T00:59:59.999Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "2026-10-25T03:00"),
            "2026-10-25T02:00:00.000Z");
  EXPECT_EQ(Utc("America/New_York", "2026-11-01T01:30"),
            "2026-11-01T05:30:00.000Z");
  EXPECT_EQ(Utc("Australia/Lord_Howe", "2026-04-05T01:45"),
            "2026-04-04T14:45:00.000Z");
  // In Ireland it is winter time that is the exception.
  EXPECT_EQ(Utc("Europe/Dublin", "2026-10-25T01:30"),
            "2026-10-25T00:30:00.000Z");
}

TEST(TimeZonesTest, KnowsTheFutureAndStandsStillBefore1970) {
  EXPECT_EQ(Utc("Europe/Bucharest", "2099-07-01T12:00"),
            "2099-07-01T09:00:00.000Z");
  EXPECT_EQ(Utc("Europe/Bucharest", "2100-01-01T00:00"),
            "2099-12-31T22:00:00.000Z");
  EXPECT_EQ(Utc("Australia/Sydney", "2500-01-01T10:59:59.999"),
            "2499-12-31T23:59:59.999Z");
  EXPECT_EQ(Utc("America/New_York", "9999-12-31T23:00"),
            "10000-01-01T04:00:00.000Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "1900-01-01T00:00"),
            "1899-12-31T23:00:00.000Z");
  EXPECT_EQ(Utc("Europe/Warsaw", "0001-01-01T01:00"),
            "0001-01-01T00:00:00.000Z");
}

TEST(TimeZonesTest, FindsZonesByAllTheirNames) {
  const auto name = [](std::string_view text) {
    const std::optional<TimeZone> zone = FindTimeZone(text);
    return zone ? std::string(zone->name()) : "";
  };
  EXPECT_EQ(name("Europe/Warsaw"), "Europe/Warsaw");
  EXPECT_EQ(name("EUROPE/warsaw"), "Europe/Warsaw");
  EXPECT_EQ(name("Asia/Calcutta"), "Asia/Kolkata");
  EXPECT_EQ(name("us/eastern"), "America/New_York");
  EXPECT_EQ(name("Zulu"), "Etc/UTC");
  EXPECT_EQ(name("etc/gmt+5"), "Etc/GMT+5");
  for (const char* utc : {"UTC", "utc", "Z", "z", "+00:00", "-0000", "+00"}) {
    EXPECT_EQ(name(utc), "UTC") << utc;
  }
  EXPECT_EQ(name("+02:00"), "+02:00");
  EXPECT_EQ(name("+0545"), "+05:45");
  EXPECT_EQ(name("-0330"), "-03:30");
  EXPECT_EQ(name("-12"), "-12:00");
  for (const char* none :
       {"", "Warsaw", "Europe/Warsaw ", "Europe", "Factory", "+", "+2",
        "+24:00", "02:00", "+02:60", "+02:00 PM", "+02:00Z", "Z\n", "UTC+2",
        "Europe/Warsaw\nEurope/Zagreb"}) {
    EXPECT_EQ(name(none), "") << none;
  }
}

TEST(TimeZonesTest, KeepsFixedOffsets) {
  EXPECT_EQ(Utc("+05:45", "2026-07-01T12:00"), "2026-07-01T06:15:00.000Z");
  EXPECT_EQ(Utc("-0330", "2026-07-01T12:00"), "2026-07-01T15:30:00.000Z");
  EXPECT_EQ(Utc("Z", "9999-12-31T23:59"), "9999-12-31T23:59:00.000Z");
  EXPECT_EQ(FindTimeZone("-0330")->OffsetSeconds(0), -7 * kHour / 2);
  EXPECT_EQ(FindTimeZone("Etc/GMT+5")->OffsetSeconds(0), -5 * kHour);
}

TEST(TimeZonesTest, ListsZonesWithoutLinks) {
  const std::vector<std::string_view> names = TimeZoneNames();
  EXPECT_GT(names.size(), 400u);
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_TRUE(std::ranges::binary_search(names, "Europe/Sarajevo"));
  EXPECT_FALSE(std::ranges::binary_search(names, "Asia/Calcutta"));
  for (const std::string_view name : names) {
    const std::optional<TimeZone> zone = FindTimeZone(name);
    ASSERT_TRUE(zone) << name;
    EXPECT_EQ(zone->name(), name);
  }
}

TEST(TimeZonesTest, ReadsBackWhatTheClocksShow) {
  constexpr uint32_t kSeed = 1970;
  std::mt19937_64 random(kSeed);
  const Instant end = *ParseInstant("2600-01-01");
  int64_t twice = 0;
  for (const std::string_view name : TimeZoneNames()) {
    const TimeZone zone = *FindTimeZone(name);
    for (int round = 0; round < 2'000; ++round) {
      // Half of them in the years of data, where changes are many.
      const Instant t = static_cast<Instant>(
          random() % static_cast<uint64_t>(round % 2 == 0 ? end : end / 10));
      const int64_t offset = zone.OffsetSeconds(t) * kSecond;
      const Instant read = zone.ToUtc(t + offset);
      if (read == t) continue;
      // The second of two instants at which they show this.
      ++twice;
      ASSERT_LT(read, t) << name << " seed " << kSeed;
      ASSERT_EQ(read + zone.OffsetSeconds(read) * kSecond, t + offset)
          << name << " " << FormatInstant(t) << " seed " << kSeed;
    }
  }
  EXPECT_GT(twice, 0);
  EXPECT_LT(twice, 400);
}

TEST(OffsetChangesTest, AreThoseOfTheClocks) {
  const auto at = [](const char* text) { return *ParseInstant(text); };
  const auto changes = OffsetChanges(*FindTimeZone("Europe/Warsaw"),
                                     at("2026-01-01"), at("2026-12-31"));
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[0].from, at("2026-01-01"));
  EXPECT_EQ(changes[0].seconds, 3600);
  EXPECT_EQ(changes[1].from, at("2026-03-29T01:00"));
  EXPECT_EQ(changes[1].seconds, 7200);
  EXPECT_EQ(changes[2].from, at("2026-10-25T01:00"));
  EXPECT_EQ(changes[2].seconds, 3600);
  EXPECT_EQ(OffsetChanges(*FindTimeZone("+05:30"), 0, at("2026-01-01")).size(),
            1u);
}

}  // namespace
}  // namespace mqlab
