#include "import/time_zones.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

namespace mqlab {

// An offset, from an instant and from a local time on.
struct ZonePeriod {
  Instant utc;
  Instant local;
  int64_t offset;
};

namespace {

// A change of the clocks in each year from `first_year` to `last_year`, counted
// from 1970; kEvermore: in each year after, too.
struct YearlyChange {
  int16_t minutes;  // after midnight, on the clocks before the change
  int16_t delta;    // half minutes by which they are put forward
  uint8_t first_year;
  uint8_t last_year;
  uint8_t month;
  uint8_t day;
  uint8_t weekday;  // 1 is Monday: the first such day from `day` on; 0: any day
};

// The offset in half minutes when 1970 began, and the changes since: from
// `first_change` to that of the next history.
struct History {
  int16_t offset;
  uint16_t first_change;
};

#include "import/time_zones.inc"

constexpr uint8_t kEvermore = 255;
constexpr int64_t kMillisPerHalfMinute = 30'000;
constexpr int64_t kMillisPerMinute = 2 * kMillisPerHalfMinute;

// The calendar repeats itself every 400 years, and from 2100 on a zone has only
// changes for evermore. So they are worked out until 2500, and a later year is
// read as one of the 400 before.
constexpr int64_t kLastYear = 2499 - 1970;
constexpr Instant kFirstCycle = 47'482 * kMillisPerDay;  // 2100-01-01
constexpr int64_t kMillisPerCycle = 146'097 * kMillisPerDay;

constexpr int64_t FullCycles(Instant t) {
  return t < kFirstCycle ? 0 : (t - kFirstCycle) / kMillisPerCycle;
}

// On the clocks before the change.
Instant LocalTime(const YearlyChange& change, int64_t year) {
  int64_t day =
      EpochDay(*MakeInstant(1970 + year, change.month, 1, 0)) + change.day - 1;
  if (change.weekday != 0) {
    const int64_t weekday = (day + 3) % 7 + 1;  // 1970 began on a Thursday
    day += (change.weekday - weekday + 7) % 7;
  }
  return day * kMillisPerDay + change.minutes * kMillisPerMinute;
}

// Begins the first period.
constexpr Instant kEver = std::numeric_limits<Instant>::min();

std::vector<ZonePeriod> PeriodsOf(size_t index) {
  std::vector<std::pair<Instant, int64_t>> changes;  // local time and delta
  for (size_t i = kHistories[index].first_change;
       i < kHistories[index + 1].first_change; ++i) {
    const YearlyChange& change = kYearlyChanges[i];
    const int64_t last =
        change.last_year == kEvermore ? kLastYear : change.last_year;
    for (int64_t year = change.first_year; year <= last; ++year) {
      changes.emplace_back(LocalTime(change, year),
                           change.delta * kMillisPerHalfMinute);
    }
  }
  std::ranges::sort(changes);

  int64_t offset = kHistories[index].offset * kMillisPerHalfMinute;
  std::vector<ZonePeriod> periods = {{kEver, kEver, offset}};
  for (const auto& [local, delta] : changes) {
    // A local time in a gap still belongs to the period before it.
    const Instant begin = local + std::max<int64_t>(delta, 0);
    const Instant utc = local - offset;
    offset += delta;
    periods.push_back({utc, begin, offset});
  }
  return periods;
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t size; (size = text.find('\n')) != text.npos;) {
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size + 1);
  }
  return lines;
}

// The position of a name, in any case.
std::optional<size_t> Position(std::string_view name,
                               const std::vector<std::string_view>& names) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  };
  const auto found = std::ranges::find_if(names, [&](std::string_view other) {
    return std::ranges::equal(name, other, {}, lower, lower);
  });
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

// Minutes east of UTC of a zone that is no name of a place.
std::optional<int64_t> FixedOffset(std::string_view name) {
  if (Position(name, {"UTC", "Z"})) return 0;
  if (name.empty() || (name[0] != '+' && name[0] != '-')) return std::nullopt;
  const std::optional<Instant> midnight =
      ParseTimeOn({1970, 1, 1}, "T00:00" + std::string(name), 0);
  if (!midnight) return std::nullopt;
  return -*midnight / kMillisPerMinute;
}

std::string FixedName(int64_t minutes) {
  if (minutes == 0) return "UTC";
  std::string name = minutes < 0 ? "-00:00" : "+00:00";
  const int64_t size = minutes < 0 ? -minutes : minutes;
  const auto write = [&name](size_t at, int64_t number) {
    name[at] = static_cast<char>('0' + number / 10);
    name[at + 1] = static_cast<char>('0' + number % 10);
  };
  write(1, size / 60);
  write(4, size % 60);
  return name;
}

}  // namespace

struct TimeZone::Clocks {
  std::string name;
  std::vector<ZonePeriod> periods;
};

TimeZone::TimeZone(std::shared_ptr<const Clocks> clocks)
    : clocks_(std::move(clocks)) {}

std::string_view TimeZone::name() const { return clocks_->name; }

int32_t TimeZone::OffsetSeconds(Instant utc) const {
  utc -= FullCycles(utc) * kMillisPerCycle;
  const auto after =
      std::ranges::upper_bound(clocks_->periods, utc, {}, &ZonePeriod::utc);
  return static_cast<int32_t>(std::prev(after)->offset / 1000);
}

Instant TimeZone::ToUtc(Instant local) const {
  const Instant same = local - FullCycles(local) * kMillisPerCycle;
  const auto after =
      std::ranges::upper_bound(clocks_->periods, same, {}, &ZonePeriod::local);
  return local - std::prev(after)->offset;
}

std::optional<TimeZone> FindTimeZone(std::string_view name) {
  using Clocks = TimeZone::Clocks;
  if (const std::optional<int64_t> minutes = FixedOffset(name)) {
    return TimeZone(std::make_shared<const Clocks>(Clocks{
        FixedName(*minutes), {{kEver, kEver, *minutes * kMillisPerMinute}}}));
  }
  const std::vector<std::string_view> names = TimeZoneNames();
  std::optional<size_t> zone = Position(name, names);
  if (!zone) {
    const std::optional<size_t> link = Position(name, Lines(kLinkNames));
    if (!link) return std::nullopt;
    zone = kZoneOfLink[*link];
  }
  return TimeZone(std::make_shared<const Clocks>(
      Clocks{std::string(names[*zone]), PeriodsOf(kHistoryOfZone[*zone])}));
}

std::vector<OffsetChange> OffsetChanges(const TimeZone& zone, Instant from,
                                        Instant until) {
  std::vector<OffsetChange> changes = {{from, zone.OffsetSeconds(from)}};
  // No zone changes its clocks twice within a day.
  for (Instant day = from; day < until;) {
    const Instant next = std::min(day + kMillisPerDay, until);
    const int32_t offset = zone.OffsetSeconds(next);
    if (offset != changes.back().seconds) {
      Instant before = day;
      Instant after = next;
      while (after - before > 1) {
        const Instant middle = before + (after - before) / 2;
        (zone.OffsetSeconds(middle) == offset ? after : before) = middle;
      }
      changes.push_back({after, offset});
    }
    day = next;
  }
  return changes;
}

std::vector<std::string_view> TimeZoneNames() { return Lines(kZoneNames); }

}  // namespace mqlab
