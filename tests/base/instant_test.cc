#include "base/instant.h"

#include <gtest/gtest.h>

#include <random>

namespace mqlab {
namespace {

TEST(InstantTest, CountsDaysDownwards) {
  EXPECT_EQ(AgeDays(0, kMillisPerDay - 1), 0);
  EXPECT_EQ(AgeDays(0, kMillisPerDay), 1);
  EXPECT_EQ(AgeDays(1, 0), -1);
  EXPECT_EQ(EpochDay(-1), -1);
  EXPECT_EQ(EpochDay(kMillisPerDay), 1);
}

TEST(InstantTest, ReadsAndWritesTheSameDay) {
  // Every day of 800 years, around all rules of leap years.
  int64_t day = EpochDay(*ParseInstant("1600-01-01"));
  const int64_t last = EpochDay(*ParseInstant("2400-12-31"));
  int failures = 0;
  for (; day <= last; ++day) {
    const Instant t = day * kMillisPerDay + 12'345'678;
    if (ParseInstant(FormatInstant(t)) != t) ++failures;
  }
  EXPECT_EQ(failures, 0);
}

TEST(InstantTest, KnowsTheEpoch) {
  EXPECT_EQ(ParseInstant("1970-01-01T00:00Z"), 0);
  EXPECT_EQ(ParseInstant("2000-03-01"), 951'868'800'000);
  EXPECT_EQ(FormatInstant(951'868'800'001), "2000-03-01T00:00:00.001Z");
}

TEST(InstantTest, RefusesWhatIsNoIso8601) {
  for (const char* text : {"", "2026", "2026-3-1", "2026/03/01", "01.03.2026",
                           "1700000000", " 2026-03-01", "2026-03-01 "}) {
    EXPECT_EQ(ParseInstant(text), std::nullopt) << text;
  }
}

TEST(InstantTest, MakesOnlyDaysThatExist) {
  EXPECT_EQ(MakeInstant(1970, 1, 2, 5), kMillisPerDay + 5);
  EXPECT_EQ(MakeInstant(2023, 2, 29, 0), std::nullopt);
  EXPECT_EQ(MakeInstant(2023, 4, 31, 0), std::nullopt);
  EXPECT_EQ(MakeInstant(2023, 1, 1, kMillisPerDay), std::nullopt);
  EXPECT_EQ(MakeInstant(10000, 1, 1, 0), std::nullopt);
}

// What ParseInstant must give, by ParseTimeOn and no more.
std::optional<Instant> ReadWithCare(std::string_view text, int32_t zone) {
  CivilDate date;
  for (size_t i = 0; i < 10; ++i) {
    if (i >= text.size()) return std::nullopt;
    const int64_t digit = text[i] - '0';
    if (i == 4 || i == 7) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    if (digit < 0 || digit > 9) return std::nullopt;
    int64_t& part = i < 4 ? date.year : i < 7 ? date.month : date.day;
    part = part * 10 + digit;
  }
  return ParseTimeOn(date, text.substr(10), zone);
}

TEST(InstantTest, FindsTheMonth) {
  const auto month = [](std::string_view t) {
    return FormatInstant(MonthOf(*ParseInstant(t))).substr(0, 10);
  };
  const auto next = [](std::string_view t) {
    return FormatInstant(NextMonth(*ParseInstant(t))).substr(0, 10);
  };
  EXPECT_EQ(month("2026-03-01"), "2026-03-01");
  EXPECT_EQ(month("2026-03-31T23:59:59.999Z"), "2026-03-01");
  EXPECT_EQ(month("1969-12-31T23:59"), "1969-12-01");
  EXPECT_EQ(next("2026-01-31"), "2026-02-01");
  EXPECT_EQ(next("2026-02-01"), "2026-03-01");
  EXPECT_EQ(next("2024-02-29T12:00"), "2024-03-01");
  EXPECT_EQ(next("2026-12-31T23:59:59.999Z"), "2027-01-01");
  // Months follow one another, and each day lies in its own.
  Instant start = *ParseInstant("1899-01-01");
  while (start < *ParseInstant("2101-01-01")) {
    const Instant end = NextMonth(start);
    for (Instant t = start; t < end; t += kMillisPerDay) {
      ASSERT_EQ(MonthOf(t), start) << FormatInstant(t);
    }
    ASSERT_EQ(MonthOf(end), end) << FormatInstant(end);
    start = end;
  }
}

TEST(InstantTest, ReadsAsWithCareWhateverIsChanged) {
  constexpr uint32_t kSeed = 8601;
  std::mt19937 random(kSeed);
  constexpr std::string_view kWritings[] = {
      "2026-03-01",           "2024-02-29T23:59:59.999Z",
      "0001-01-01 00:00:00",  "9999-12-31T23:59:59Z",
      "2026-03-01T09:30",     "2026-03-01 09:30:15.250",
      "2026-03-01T09:30:15z", "2026-03-01t09:30:15.25+02:00",
      "2026-03-01 9:30 PM",   "2026-03-01T09:30:15 UTC"};
  constexpr std::string_view kOthers = "0123456789-:.TtZz +/;\x2f\x80\xff";
  for (const std::string_view writing : kWritings) {
    for (int round = 0; round < 20'000; ++round) {
      std::string text(writing);
      for (uint32_t n = random() % 3; n > 0; --n) {
        text[random() % text.size()] = kOthers[random() % kOthers.size()];
      }
      if (random() % 8 == 0) text.resize(random() % text.size());
      const int32_t zone = static_cast<int32_t>(random() % 3) * 60 - 60;
      ASSERT_EQ(ParseInstant(text, zone), ReadWithCare(text, zone))
          << text << " seed " << kSeed;
    }
  }
  // Each byte of a writing as each of all bytes.
  for (const std::string_view writing : kWritings) {
    std::string text(writing);
    for (char& c : text) {
      const char right = c;
      for (int byte = 0; byte < 256; ++byte) {
        c = static_cast<char>(byte);
        ASSERT_EQ(ParseInstant(text), ReadWithCare(text, 0)) << text;
      }
      c = right;
    }
  }
}

}  // namespace
}  // namespace mqlab
