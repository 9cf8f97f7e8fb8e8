#include "ingest/column_format.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/digit.h"

namespace mqlab {
namespace {

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
  kPointByApostrophe
};
constexpr std::array<CellFormat, FormatEvidence::kNumberStyles> kNumberFormats =
    {NumberFormat(false, 0),   NumberFormat(true, 0),
     NumberFormat(false, ' '), NumberFormat(true, ' '),
     NumberFormat(false, ','), NumberFormat(true, '.'),
     NumberFormat(false, '\'')};

constexpr std::array<UnixTime, FormatEvidence::kUnixUnits> kUnits = {
    UnixTime::kSeconds, UnixTime::kMillis, UnixTime::kMicros};

bool MayBeNumber(std::string_view cell) {
  return IsDigit(cell.front()) || cell.front() == '-' || cell.front() == '+';
}

// Whether some byte separates digits: a point, a comma, an apostrophe, a space,
// any byte of a wide one. False also when another byte shows that the cell is a
// number in no writing.
bool HasSeparator(std::string_view cell) {
  bool found = false;
  for (const char c : cell) {
    if (c == '.' || c == ',' || c == ' ' || c == '\'' ||
        static_cast<unsigned char>(c) >= 0x80) {
      found = true;
    } else if (!IsDigit(c) && c != '-' && c != '+' && c != 'e' && c != 'E') {
      return false;
    }
  }
  return found;
}

}  // namespace

void FormatEvidence::Add(const CountedCell& cell) {
  cells_ += cell.count;
  if (!MayBeNumber(cell.text)) return;
  AddNumber(cell);
  if (!IsDigit(cell.text.front())) return;
  AddDate(cell);
  AddUnixTime(cell);
}

// How many cells each writing explains, of those where it matters.
void FormatEvidence::AddNumber(const CountedCell& cell) {
  if (!HasSeparator(cell.text)) return;
  for (size_t style = 0; style < kNumberStyles; ++style) {
    if (hints_.code && kNumberFormats[style].group == ' ') continue;
    if (ReadNumber(cell.text, kNumberFormats[style])) {
      fits_[style] += cell.count;
    }
  }
}

void FormatEvidence::AddDate(const CountedCell& cell) {
  const std::string_view text = cell.text;
  // A year first needs no decision.
  if (text.size() < 8 || (IsDigit(text[1]) && IsDigit(text[2]))) return;
  CellFormat format;
  format.date_order = DateOrder::kDayFirst;
  const bool as_day = ReadInstant(text, format).has_value();
  format.date_order = DateOrder::kMonthFirst;
  const bool as_month = ReadInstant(text, format).has_value();
  if (!as_day && !as_month) return;
  dates_ += cell.count;
  if (!as_month) day_first_ += cell.count;
  if (!as_day) month_first_ += cell.count;
  if (text.substr(1, 2).find('.') != std::string_view::npos) {
    points_ += cell.count;
  }
}

void FormatEvidence::AddUnixTime(const CountedCell& cell) {
  constexpr size_t kShortest = 9;  // seconds in 2000
  const std::string_view text = cell.text;
  if (text.size() < kShortest ||
      !std::ranges::all_of(text.substr(0, kShortest), IsDigit) ||
      !ReadNumber(text, {})) {
    return;
  }
  for (size_t unit = 0; unit < kUnixUnits; ++unit) {
    CellFormat format;
    format.unix_time = kUnits[unit];
    if (ReadInstant(text, format)) unix_[unit] += cell.count;
  }
}

FormatDecision FormatEvidence::Decide() const {
  FormatDecision decision;
  decision.format.zone_minutes = hints_.zone_minutes;
  DecideNumbers(&decision);
  DecideDates(&decision);
  for (size_t unit = 0; unit < kUnixUnits; ++unit) {
    if (IsMost(unix_[unit], cells_)) decision.format.unix_time = kUnits[unit];
  }
  return decision;
}

void FormatEvidence::DecideNumbers(FormatDecision* decision) const {
  const auto best = std::ranges::max_element(fits_);
  if (*best == 0) return;
  const auto style = static_cast<size_t>(best - fits_.begin());
  const CellFormat& format = kNumberFormats[style];
  decision->format.decimal_comma = format.decimal_comma;
  decision->format.group = format.group;
  // "1,234" alone may be either; so may "1.234", where commas are decimal.
  if (style == kComma && fits_[kPointByComma] == *best) {
    decision->format.decimal_comma = false;
    decision->format.group = ',';
    decision->ambiguous_numbers = true;
  }
  if (style == kPoint && fits_[kCommaByPoint] == *best) {
    decision->ambiguous_numbers = true;
  }
}

void FormatEvidence::DecideDates(FormatDecision* decision) const {
  if (dates_ == 0) return;
  DateOrder* const order = &decision->format.date_order;
  if (hints_.date_order) {
    *order = *hints_.date_order;
  } else if (day_first_ != month_first_) {
    *order = day_first_ > month_first_ ? DateOrder::kDayFirst
                                       : DateOrder::kMonthFirst;
  } else {
    *order = DateOrder::kDayFirst;
    decision->ambiguous_dates = points_ < dates_;
  }
}

FormatDecision DecideFormat(std::span<const CountedCell> cells,
                            const FormatHints& hints) {
  FormatEvidence evidence(hints);
  for (const CountedCell& cell : cells) evidence.Add(cell);
  return evidence.Decide();
}

void AddVotes(const CountedCell& cell, const CellFormat& format,
              TypeVotes* votes) {
  votes->cells += cell.count;
  const bool digit = IsDigit(cell.text.front());
  if (MayBeNumber(cell.text) && !HasLeadingZero(cell.text) &&
      ReadNumber(cell.text, format)) {
    votes->numbers += cell.count;
  }
  // Of those that begin with a digit only "1" and "0" are booleans.
  if ((!digit || cell.text.size() == 1) && ReadBoolean(cell.text)) {
    votes->booleans += cell.count;
  }
  if (digit && ReadInstant(cell.text, format)) votes->instants += cell.count;
}

TypeVotes CountVotes(std::span<const CountedCell> cells,
                     const CellFormat& format) {
  TypeVotes votes;
  for (const CountedCell& cell : cells) AddVotes(cell, format, &votes);
  return votes;
}

bool MayFitType(std::string_view cell) {
  return MayBeNumber(cell) || ReadBoolean(cell).has_value();
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
