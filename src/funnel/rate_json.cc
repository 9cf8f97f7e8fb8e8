#include "funnel/rate_json.h"

#include <cmath>
#include <string>
#include <utility>

#include "statistics/wilson.h"

namespace mqlab {

JsonText WriteNull() { return JsonText::Raw("null"); }

JsonText WriteCount(uint64_t count) {
  return JsonText::Whole(static_cast<int64_t>(count));
}

JsonText WriteNumber(double number) {
  constexpr int64_t kUnit = 1'000'000;
  const int64_t millionths = std::llround(number * kUnit);
  const int64_t size = millionths < 0 ? -millionths : millionths;
  std::string text = std::to_string(size / kUnit);
  if (millionths < 0) text.insert(text.begin(), '-');
  if (size % kUnit != 0) {
    // What is before the decimals keeps their zeros, and becomes the point.
    std::string decimals = std::to_string(kUnit + size % kUnit);
    decimals.front() = '.';
    while (decimals.back() == '0') decimals.pop_back();
    text += decimals;
  }
  return JsonText::Raw(std::move(text));
}

JsonText WriteNumber(const std::optional<double>& number) {
  return number ? WriteNumber(*number) : WriteNull();
}

void AddNumber(std::string_view key, const std::optional<double>& number,
               JsonText* to) {
  to->Add(key, WriteNumber(number));
}

JsonText WriteInstant(Instant t) {
  return t == kNever ? WriteNull() : JsonText::Whole(t);
}

JsonText WriteGroup(const Grouping& grouping, uint32_t group) {
  const char* kind = "value";
  if (group == grouping.others) kind = "others";
  if (group == grouping.missing) kind = "missing";
  if (group == grouping.all) kind = "all";
  JsonText written = JsonText::Object();
  written.Add("kind", JsonText::Text(kind));
  written.Add("name",
              CellToJson(group < grouping.names.size() ? grouping.names[group]
                                                       : std::string_view()));
  return written;
}

JsonText WriteRate(uint64_t count, uint64_t of) {
  JsonText rate = JsonText::Object();
  rate.AddCount("of", of);
  rate.AddCount("count", count);
  std::optional<double> share;
  std::optional<double> low;
  std::optional<double> high;
  if (of > 0) {
    const Interval interval = Wilson(count, of);
    share = static_cast<double>(count) / static_cast<double>(of);
    low = interval.low;
    high = interval.high;
  }
  AddNumber("share", share, &rate);
  AddNumber("low", low, &rate);
  AddNumber("high", high, &rate);
  return rate;
}

}  // namespace mqlab
