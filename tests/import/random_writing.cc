#include "import/random_writing.h"

#include <cstdlib>

namespace mqlab {
namespace {

std::string Two(int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string IsoDay(const Moment& moment) {
  return std::to_string(moment.year) + "-" + Two(moment.month) + "-" +
         Two(moment.day);
}

std::string Clock(const Moment& moment) {
  return Two(moment.hour) + ":" + Two(moment.minute);
}

Instant Utc(const Moment& moment) {
  return *ParseInstant(IsoDay(moment) + "T" + Clock(moment) + ":" +
                       Two(moment.second) + "Z");
}

}  // namespace

std::string WriteNumber(int64_t thousandths, const NumberStyle& style) {
  const std::string digits = std::to_string(std::abs(thousandths) / 1000);
  std::string text = thousandths < 0 ? "-" : "";
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += style.group;
    text += digits[i];
  }
  std::string rest = std::to_string(std::abs(thousandths) % 1000 + 1000);
  rest.erase(0, 1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  // "1,234" alone may be two numbers.
  if (rest.size() == 3) rest.pop_back();
  return rest.empty() ? text : text + style.point + rest;
}

// Of the value that is written.
double ValueOf(int64_t thousandths) {
  const std::string plain = WriteNumber(thousandths, {});
  return std::strtod(plain.c_str(), nullptr);
}

WrittenTime WriteTime(Moment moment, TimeStyle style) {
  const std::string year = std::to_string(moment.year);
  const auto day = [&](char mark) {
    return Two(moment.day) + mark + Two(moment.month) + mark + year;
  };
  const auto whole_minutes = [&] {
    moment.second = 0;
    return moment;
  };
  const auto midnight = [&] {
    moment.hour = moment.minute = moment.second = 0;
    return moment;
  };
  const auto minutes_away = [](int64_t minutes) { return minutes * 60000; };
  const std::string seconds = Clock(moment) + ":" + Two(moment.second);
  switch (style) {
    case TimeStyle::kIsoMinutes:
      return {IsoDay(moment) + " " + Clock(moment), Utc(whole_minutes())};
    case TimeStyle::kIsoSeconds:
      return {IsoDay(moment) + " " + seconds, Utc(moment)};
    case TimeStyle::kIsoUtc:
      return {IsoDay(moment) + "T" + seconds + "Z", Utc(moment)};
    case TimeStyle::kIsoMillis:
      return {IsoDay(moment) + "T" + seconds + ".000Z", Utc(moment)};
    case TimeStyle::kIsoOffset:
      return {IsoDay(moment) + "T" + seconds + "+05:30",
              Utc(moment) - minutes_away(330)};
    case TimeStyle::kIsoWest:
      return {IsoDay(moment) + "T" + seconds + "-0800",
              Utc(moment) + minutes_away(480)};
    case TimeStyle::kIsoDay:
      return {IsoDay(moment), Utc(midnight())};
    case TimeStyle::kAmerican: {
      const int64_t hour = moment.hour % 12 == 0 ? 12 : moment.hour % 12;
      return {std::to_string(moment.month) + "/" + std::to_string(moment.day) +
                  "/" + year + " " + std::to_string(hour) + ":" +
                  Two(moment.minute) + (moment.hour < 12 ? " AM" : " PM"),
              Utc(whole_minutes())};
    }
    case TimeStyle::kAmericanDay:
      return {Two(moment.month) + "/" + Two(moment.day) + "/" + year,
              Utc(midnight())};
    case TimeStyle::kBritish:
      return {std::to_string(moment.day) + "/" + std::to_string(moment.month) +
                  "/" + year + " " + Clock(moment),
              Utc(whole_minutes())};
    case TimeStyle::kPoints:
      return {day('.') + " " + Clock(moment), Utc(whole_minutes())};
    case TimeStyle::kPointsDay:
      return {day('.'), Utc(midnight())};
    case TimeStyle::kDashes:
      return {day('-') + " " + Clock(moment), Utc(whole_minutes())};
    case TimeStyle::kCompact:
      return {year + Two(moment.month) + Two(moment.day), Utc(midnight())};
    case TimeStyle::kUnixSeconds:
      return {std::to_string(Utc(moment) / 1000), Utc(moment)};
    case TimeStyle::kUnixMillis:
      return {std::to_string(Utc(moment)), Utc(moment)};
    case TimeStyle::kUnixMicros:
      return {std::to_string(Utc(moment) * 1000), Utc(moment)};
  }
  return {};
}

}  // namespace mqlab
