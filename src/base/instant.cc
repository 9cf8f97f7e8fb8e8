#include "base/instant.h"

#include <algorithm>
#include <cstdlib>

namespace mqlab {
namespace {

constexpr int64_t kMillisPerSecond = 1000;
constexpr int64_t kMillisPerMinute = 60 * kMillisPerSecond;
constexpr int64_t kMillisPerHour = 60 * kMillisPerMinute;

// Days from 1970-01-01 in the proleptic Gregorian calendar, counted in eras of
// 400 years that begin in March, so that a leap day is the last of its year.
constexpr int64_t kDaysPerEra = 146097;
constexpr int64_t kDaysToEpoch = 719468;  // from 0000-03-01 to 1970-01-01

int64_t DaysFromCivil(const CivilDate& date) {
  const int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const int64_t era = FloorDiv(year, 400);
  const int64_t year_of_era = year - era * 400;
  const int64_t month_from_march = (date.month + 9) % 12;
  const int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  return era * kDaysPerEra + year_of_era * 365 + year_of_era / 4 -
         year_of_era / 100 + day_of_year - kDaysToEpoch;
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

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

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

void AppendNumber(int64_t number, size_t width, std::string* text) {
  const std::string digits = std::to_string(std::abs(number));
  if (number < 0) text->push_back('-');
  if (digits.size() < width) text->append(width - digits.size(), '0');
  *text += digits;
}

}  // namespace

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
