#include "base/instant.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "base/digit.h"

namespace mqlab {
namespace {

constexpr int64_t kMillisPerSecond = 1000;
constexpr int64_t kMillisPerMinute = 60 * kMillisPerSecond;
constexpr int64_t kMillisPerHour = 60 * kMillisPerMinute;

// Days from 1970-01-01 in the proleptic Gregorian calendar, counted in eras of
// 400 years that begin in March, so that a leap day is the last of its year.
constexpr int64_t kDaysPerEra = 146097;
constexpr int64_t kDaysToEpoch = 719468;  // from 0000-03-01 to 1970-01-01

// REQUIRES: a year from 1.
int64_t DaysFromCivil(const CivilDate& date) {
  const bool before_march = date.month <= 2;
  const auto year = static_cast<uint32_t>(date.year - (before_march ? 1 : 0));
  const auto month =
      static_cast<uint32_t>(date.month + (before_march ? 9 : -3));
  const uint32_t day_of_year = (153 * month + 2) / 5;  // 0 is the 1st of March
  return int64_t{year * 365 + year / 4 - year / 100 + year / 400 +
                 day_of_year} +
         date.day - 1 - kDaysToEpoch;
}

CivilDate CivilFromDays(int64_t days) {
  days += kDaysToEpoch;
  const int64_t era = FloorDiv(days, kDaysPerEra);
  const int64_t day_of_era = days - era * kDaysPerEra;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                               day_of_era / 36524 - day_of_era / 146096) /
                              365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month_from_march = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  date.month =
      month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  date.year = era * 400 + year_of_era + (date.month <= 2 ? 1 : 0);
  return date;
}

int64_t DaysInMonth(int64_t year, int64_t month) {
  if (month == 2) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return leap ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool Take(char c, std::string_view* text) {
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

// Takes `word`, given in lower case, in any case.
bool TakeWord(std::string_view word, std::string_view* text) {
  if (text->size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (((*text)[i] | 0x20) != word[i]) return false;
  }
  text->remove_prefix(word.size());
  return true;
}

// Takes `min` to `max` digits; -1 when there are fewer.
int64_t TakeNumber(size_t min, size_t max, std::string_view* text) {
  int64_t value = 0;
  size_t size = 0;
  while (size < max && size < text->size() && IsDigit((*text)[size])) {
    value = value * 10 + ((*text)[size] - '0');
    ++size;
  }
  if (size < min) return -1;
  text->remove_prefix(size);
  return value;
}

// Takes ".250"; digits finer than a millisecond are cut off. -1: no digit.
int64_t TakeFraction(std::string_view* text) {
  int64_t millis = 0;
  size_t size = 0;
  for (; size < text->size() && IsDigit((*text)[size]); ++size) {
    if (size < 3) millis = millis * 10 + ((*text)[size] - '0');
  }
  if (size == 0) return -1;
  text->remove_prefix(size);
  for (; size < 3; ++size) millis *= 10;
  return millis;
}

// Takes "09:30[:15[.250]][ PM]" as milliseconds after midnight.
std::optional<int64_t> TakeTime(std::string_view* text) {
  int64_t hours = TakeNumber(1, 2, text);
  if (hours < 0 || !Take(':', text)) return std::nullopt;
  const int64_t minutes = TakeNumber(2, 2, text);
  int64_t seconds = 0;
  int64_t millis = 0;
  if (Take(':', text)) {
    seconds = TakeNumber(2, 2, text);
    if (seconds >= 0 && Take('.', text)) millis = TakeFraction(text);
  }
  if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 ||
      millis < 0) {
    return std::nullopt;
  }
  std::string_view rest = *text;
  Take(' ', &rest);
  const bool am = TakeWord("am", &rest);
  const bool pm = !am && TakeWord("pm", &rest);
  if (am || pm) {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + (pm ? 12 : 0);
    *text = rest;
  }
  if (hours > 23) return std::nullopt;
  return hours * kMillisPerHour + minutes * kMillisPerMinute +
         seconds * kMillisPerSecond + millis;
}

// Reads all of "Z", "UTC", "GMT", "+02:00", "+0200" or "+02" as minutes east of
// UTC.
std::optional<int64_t> ReadZone(std::string_view text) {
  if (TakeWord("utc", &text) || TakeWord("gmt", &text) ||
      TakeWord("z", &text)) {
    if (text.empty()) return 0;
    return std::nullopt;
  }
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
  text.remove_prefix(1);
  const int64_t hours = TakeNumber(2, 2, &text);
  int64_t minutes = 0;
  if (!text.empty()) {
    Take(':', &text);
    minutes = TakeNumber(2, 2, &text);
  }
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !text.empty()) {
    return std::nullopt;
  }
  return (west ? -1 : 1) * (hours * 60 + minutes);
}

static_assert(std::endian::native == std::endian::little,
              "Digits takes the first byte of a word as its lowest");

// Eight bytes of a text that should look like `pattern`, in which '0' stands
// for any digit: each digit by its value, each other byte 0.
struct Digits {
  Digits(const char* at, const char* pattern) {
    uint64_t expected = 0;
    std::memcpy(&expected, pattern, 8);
    std::memcpy(&word, at, 8);
    word ^= expected;
    // What must be added so that a greater value reaches the high bit: 0x76 to
    // digits, 0x7F to others (of "0-:." only '0' has bit 4, but not bit 3).
    const uint64_t is_digit =
        expected >> 4 & ~(expected >> 3) & 0x0101010101010101u;
    const uint64_t limits = 0x7F7F7F7F7F7F7F7Fu - is_digit * 9;
    fits = (((word + limits) | word) & 0x8080808080808080u) == 0;
  }
  int64_t operator[](int i) const {
    return static_cast<int64_t>(word >> (i * 8) & 0xFF);
  }
  int64_t Two(int i) const { return (*this)[i] * 10 + (*this)[i + 1]; }

  uint64_t word = 0;
  bool fits = false;
};

// Milliseconds after midnight of the usual writings after a date: "T09:30",
// with seconds, milliseconds, and a Z after either. `zone` is set to 0 by the
// Z. -1: any other writing, or none.
int64_t ReadUsualTime(std::string_view time, int64_t* zone) {
  if (time.front() != ' ' && (time.front() | 0x20) != 't') return -1;
  const Digits clock(time.data() + 1, "00:00:00");
  if (!clock.fits) return -1;
  int64_t millis = 0;
  size_t size = 9;
  if (time.size() > size + 1) {
    std::array<char, 8> fraction = {'.', '0', '0', '0', '.', '.', '.', '.'};
    if (time.size() < size + 4) return -1;
    std::memcpy(fraction.data(), time.data() + size, 4);
    const Digits digits(fraction.data(), ".000....");
    if (!digits.fits) return -1;
    millis = digits[1] * 100 + digits.Two(2);
    size += 4;
  }
  if (time.size() > size) {
    if (time.size() != size + 1 || (time[size] | 0x20) != 'z') return -1;
    *zone = 0;
  }
  const int64_t hours = clock.Two(0);
  const int64_t minutes = clock.Two(3);
  const int64_t seconds = clock.Two(6);
  if (hours > 23 || minutes > 59 || seconds > 59) return -1;
  return hours * kMillisPerHour + minutes * kMillisPerMinute +
         seconds * kMillisPerSecond + millis;
}

// A date, alone or with one of the usual times; kNever: read it with care.
Instant ReadUsual(std::string_view text, int64_t zone) {
  if (text.size() != 10 && text.size() < 19) return kNever;
  const Digits first(&text[0], "0000-00-");
  const Digits last(&text[2], "00-00-00");
  if (!first.fits || !last.fits) return kNever;
  int64_t millis = 0;
  if (text.size() > 10) {
    millis = ReadUsualTime(text.substr(10), &zone);
    if (millis < 0) return kNever;
  }
  const CivilDate date{first.Two(0) * 100 + first.Two(2), first.Two(5),
                       last.Two(6)};
  // Beyond the 28th the length of the month matters.
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
      (date.day > 28 && date.day > DaysInMonth(date.year, date.month))) {
    return kNever;
  }
  return DaysFromCivil(date) * kMillisPerDay + millis - zone * kMillisPerMinute;
}

void AppendNumber(int64_t number, size_t width, std::string* text) {
  const std::string digits = std::to_string(std::abs(number));
  if (number < 0) text->push_back('-');
  if (digits.size() < width) text->append(width - digits.size(), '0');
  *text += digits;
}

}  // namespace

Instant MonthOf(Instant t) {
  const int64_t day = EpochDay(t);
  return (day - CivilFromDays(day).day + 1) * kMillisPerDay;
}

Instant NextMonth(Instant t) {
  constexpr int64_t kLongestMonth = 31;
  return MonthOf(MonthOf(t) + kLongestMonth * kMillisPerDay);
}

std::optional<Instant> MakeInstant(int64_t year, int64_t month, int64_t day,
                                   int64_t millis_of_day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > DaysInMonth(year, month) || millis_of_day < 0 ||
      millis_of_day >= kMillisPerDay) {
    return std::nullopt;
  }
  return DaysFromCivil({year, month, day}) * kMillisPerDay + millis_of_day;
}

std::optional<Instant> ParseTimeOn(const CivilDate& date, std::string_view time,
                                   int32_t zone_minutes) {
  int64_t millis = 0;
  int64_t zone = zone_minutes;
  if (!time.empty()) {
    if (!Take(' ', &time) && !TakeWord("t", &time)) return std::nullopt;
    const std::optional<int64_t> taken = TakeTime(&time);
    if (!taken) return std::nullopt;
    millis = *taken;
  }
  if (!time.empty()) {
    Take(' ', &time);
    const std::optional<int64_t> read = ReadZone(time);
    if (!read) return std::nullopt;
    zone = *read;
  }
  const std::optional<Instant> local =
      MakeInstant(date.year, date.month, date.day, millis);
  if (!local) return std::nullopt;
  return *local - zone * kMillisPerMinute;
}

std::optional<Instant> ParseInstant(std::string_view text,
                                    int32_t zone_minutes) {
  const Instant usual = ReadUsual(text, zone_minutes);
  if (usual != kNever) return usual;
  CivilDate date;
  date.year = TakeNumber(4, 4, &text);
  if (date.year < 0 || !Take('-', &text)) return std::nullopt;
  date.month = TakeNumber(2, 2, &text);
  if (date.month < 0 || !Take('-', &text)) return std::nullopt;
  date.day = TakeNumber(2, 2, &text);
  return ParseTimeOn(date, text, zone_minutes);
}

std::string FormatInstant(Instant t) {
  const CivilDate date = CivilFromDays(EpochDay(t));
  const int64_t millis = t - EpochDay(t) * kMillisPerDay;
  std::string text;
  AppendNumber(date.year, 4, &text);
  text += '-';
  AppendNumber(date.month, 2, &text);
  text += '-';
  AppendNumber(date.day, 2, &text);
  text += 'T';
  AppendNumber(millis / kMillisPerHour, 2, &text);
  text += ':';
  AppendNumber(millis / kMillisPerMinute % 60, 2, &text);
  text += ':';
  AppendNumber(millis / kMillisPerSecond % 60, 2, &text);
  text += '.';
  AppendNumber(millis % kMillisPerSecond, 3, &text);
  text += 'Z';
  return text;
}

}  // namespace mqlab
