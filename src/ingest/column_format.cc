#include "ingest/column_format.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"

namespace mqlab {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsMost(uint64_t part, uint64_t all) {
  return all > 0 && part * 100 >= all * 95;
}

constexpr CellFormat NumberFormat(bool decimal_comma, char group) {
  CellFormat format;
  format.decimal_comma = decimal_comma;
  format.group = group;
  return format;
}

// The writings of numbers; of a tie the first one holds.
enum NumberStyle : size_t {
  kPoint,
  kComma,
  kPointBySpace,
  kCommaBySpace,
  kPointByComma,
  kCommaByPoint,
  kPointByApostrophe,
  kNumberStyles
};
constexpr std::array<CellFormat, kNumberStyles> kNumberFormats = {
    NumberFormat(false, 0),   NumberFormat(true, 0),
    NumberFormat(false, ' '), NumberFormat(true, ' '),
    NumberFormat(false, ','), NumberFormat(true, '.'),
    NumberFormat(false, '\'')};

bool MayBeNumber(std::string_view cell) {
  return IsDigit(cell.front()) || cell.front() == '-' || cell.front() == '+';
}

// Some kind of space is taken for one: any byte of a wide one.
bool HasSeparator(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) {
    return c == '.' || c == ',' || c == ' ' || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// How many cells each writing explains, of those where it matters.
std::array<uint64_t, kNumberStyles> CountStyles(
    std::span<const CountedCell> cells, bool code) {
  std::array<uint64_t, kNumberStyles> fits{};
  for (const CountedCell& cell : cells) {
    if (!MayBeNumber(cell.text) || !HasSeparator(cell.text)) continue;
    for (size_t style = 0; style < kNumberStyles; ++style) {
      if (code && kNumberFormats[style].group == ' ') continue;
      if (ReadNumber(cell.text, kNumberFormats[style])) {
        fits[style] += cell.count;
      }
    }
  }
  return fits;
}

void DecideNumbers(std::span<const CountedCell> cells, const FormatHints& hints,
                   FormatDecision* decision) {
  const auto fits = CountStyles(cells, hints.code);
  const auto best = std::max_element(fits.begin(), fits.end());
  if (*best == 0) return;
  const auto style = static_cast<size_t>(best - fits.begin());
  const CellFormat& format = kNumberFormats[style];
  decision->format.decimal_comma = format.decimal_comma;
  decision->format.group = format.group;
  // "1,234" alone may be either; so may "1.234", where commas are decimal.
  if (style == kComma && fits[kPointByComma] == *best) {
    decision->format.decimal_comma = false;
    decision->format.group = ',';
    decision->ambiguous_numbers = true;
  }
  if (style == kPoint && fits[kCommaByPoint] == *best) {
    decision->ambiguous_numbers = true;
  }
}

// Which of the two numbers before the year exceed 12, in how many cells.
struct DateEvidence {
  uint64_t dates = 0;
  uint64_t day_first = 0;
  uint64_t month_first = 0;
  uint64_t points = 0;  // separated by '.'
};

DateEvidence CollectDates(std::span<const CountedCell> cells) {
  CellFormat day_first;
  day_first.date_order = DateOrder::kDayFirst;
  CellFormat month_first;
  month_first.date_order = DateOrder::kMonthFirst;
  DateEvidence evidence;
  for (const CountedCell& cell : cells) {
    const std::string_view text = cell.text;
    // A year first needs no decision.
    if (text.size() < 8 || (IsDigit(text[1]) && IsDigit(text[2]))) continue;
    const bool as_day = ReadInstant(text, day_first).has_value();
    const bool as_month = ReadInstant(text, month_first).has_value();
    if (!as_day && !as_month) continue;
    evidence.dates += cell.count;
    if (!as_month) evidence.day_first += cell.count;
    if (!as_day) evidence.month_first += cell.count;
    if (text.substr(1, 2).find('.') != std::string_view::npos) {
      evidence.points += cell.count;
    }
  }
  return evidence;
}

void DecideDates(std::span<const CountedCell> cells, const FormatHints& hints,
                 FormatDecision* decision) {
  const DateEvidence evidence = CollectDates(cells);
  if (evidence.dates == 0) return;
  DateOrder* const order = &decision->format.date_order;
  if (hints.date_order) {
    *order = *hints.date_order;
  } else if (evidence.day_first != evidence.month_first) {
    *order = evidence.day_first > evidence.month_first ? DateOrder::kDayFirst
                                                       : DateOrder::kMonthFirst;
  } else {
    *order = DateOrder::kDayFirst;
    decision->ambiguous_dates = evidence.points < evidence.dates;
  }
}

void DecideUnixTime(std::span<const CountedCell> cells,
                    FormatDecision* decision) {
  uint64_t all = 0;
  for (const CountedCell& cell : cells) all += cell.count;
  for (const UnixTime unit :
       {UnixTime::kSeconds, UnixTime::kMillis, UnixTime::kMicros}) {
    CellFormat format;
    format.unix_time = unit;
    uint64_t fits = 0;
    for (const CountedCell& cell : cells) {
      if (ReadNumber(cell.text, {}) && ReadInstant(cell.text, format)) {
        fits += cell.count;
      }
    }
    if (IsMost(fits, all)) decision->format.unix_time = unit;
  }
}

}  // namespace

FormatDecision DecideFormat(std::span<const CountedCell> cells,
                            const FormatHints& hints) {
  FormatDecision decision;
  decision.format.zone_minutes = hints.zone_minutes;
  DecideNumbers(cells, hints, &decision);
  DecideDates(cells, hints, &decision);
  DecideUnixTime(cells, &decision);
  return decision;
}

TypeVotes CountVotes(std::span<const CountedCell> cells,
                     const CellFormat& format) {
  TypeVotes votes;
  for (const CountedCell& cell : cells) {
    votes.cells += cell.count;
    if (MayBeNumber(cell.text) && !HasLeadingZero(cell.text) &&
        ReadNumber(cell.text, format)) {
      votes.numbers += cell.count;
    }
    if (ReadBoolean(cell.text)) votes.booleans += cell.count;
    if (ReadInstant(cell.text, format)) votes.instants += cell.count;
  }
  return votes;
}

bool Fits(std::string_view cell, FieldType type, const CellFormat& format) {
  switch (type) {
    case FieldType::kText:
      return true;
    case FieldType::kNumber:
      return ReadNumber(cell, format).has_value();
    case FieldType::kBoolean:
      return ReadBoolean(cell).has_value();
    case FieldType::kInstant:
      return ReadInstant(cell, format).has_value();
    case FieldType::kList:
      return !ReadList(cell).empty();
  }
  return false;
}

void SettleTogether(std::span<FormatDecision> columns, char delimiter) {
  bool comma = false;
  bool day_first = false;
  bool month_first = false;
  for (const FormatDecision& column : columns) {
    comma |= column.format.decimal_comma;
    if (column.ambiguous_dates) continue;
    day_first |= column.format.date_order == DateOrder::kDayFirst;
    month_first |= column.format.date_order == DateOrder::kMonthFirst;
  }
  for (FormatDecision& column : columns) {
    if (column.ambiguous_dates && day_first != month_first) {
      column.ambiguous_dates = false;
      column.format.date_order =
          day_first ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
    }
    if (!column.ambiguous_numbers) continue;
    const bool by_comma = column.format.group == ',';
    if (by_comma) {
      column.format.decimal_comma = comma || delimiter == ';';
      column.format.group = column.format.decimal_comma ? 0 : ',';
      column.ambiguous_numbers = !comma;
    } else {
      column.format.decimal_comma = comma;
      column.format.group = comma ? '.' : 0;
      column.ambiguous_numbers = !comma && delimiter == ';';
    }
  }
}

}  // namespace mqlab
