#include "ingest/settle_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "ingest/column_format.h"

namespace mqlab {
namespace {

std::vector<CountedCell> CountCells(const RawColumn& raw) {
  std::vector<CountedCell> cells;
  for (uint32_t code = 1; code < raw.counts.size(); ++code) {
    cells.push_back({raw.column.texts[code], raw.counts[code]});
  }
  return cells;
}

std::vector<CountedCell> CountCells(const TimeColumn& time) {
  std::vector<CountedCell> cells;
  cells.reserve(time.others.size());
  for (const TimeColumn::OtherCell& cell : time.others) {
    cells.push_back({cell.text, 1});
  }
  return cells;
}

// "created_at", "createdAt", "Create Date", "timestamp", ...
bool SpeaksOfTime(const std::string& header) {
  constexpr std::array<std::string_view, 10> kWords = {
      "time",    "timestamp", "date",     "datetime", "at",
      "created", "updated",   "modified", "since",    "day"};
  constexpr std::array<std::string_view, 4> kEndings = {"At", "Date", "Time",
                                                        "Timestamp"};
  const std::string folded = Fold(header);
  const std::vector<std::string_view> words = Words(folded);
  if (words.empty()) return false;
  return std::find(kWords.begin(), kWords.end(), words.back()) !=
             kWords.end() ||
         std::any_of(
             kEndings.begin(), kEndings.end(),
             [&](std::string_view end) { return header.ends_with(end); });
}

FormatHints HintsFor(const TableHeader& header, size_t column,
                     const ReadOptions& options) {
  const std::string& name = header.names[column];
  FormatHints hints;
  hints.code = header.lead_id == column || name == "phone" ||
               name == "mobile" || name == "postal_code";
  hints.zone_minutes = options.zone_minutes;
  hints.date_order = options.date_order;
  return hints;
}

// Ids, types and e-mails are compared as the texts that they are.
bool IsAlwaysText(const TableHeader& header, size_t column) {
  return header.lead_id == column || header.type == column ||
         header.email == column || header.names[column] == "email";
}

// The type to report: of whole numbers that may be Unix times the header tells.
// Rules read such a column either way.
FieldType ReportedType(const TableHeader& header, size_t column,
                       const Column& cells) {
  if (header.time == column) return FieldType::kInstant;
  if (IsAlwaysText(header, column)) return FieldType::kText;
  const bool time = SpeaksOfTime(header.names[column]) ||
                    SpeaksOfTime(header.headers[column]);
  if (time && cells.format.unix_time != UnixTime::kNone) {
    return FieldType::kInstant;
  }
  return VotedType(cells.votes);
}

// A cell that can be read in two ways, to show what is meant.
std::string_view AmbiguousCell(std::span<const CountedCell> cells,
                               const CellFormat& format, FieldType type) {
  for (const CountedCell& cell : cells) {
    const bool plain = Fits(cell.text, type, {});
    if (Fits(cell.text, type, format) &&
        (!plain || cell.text.find('.') != std::string_view::npos)) {
      return cell.text;
    }
  }
  return {};
}

void ReportAmbiguity(const FormatDecision& decision,
                     std::span<const CountedCell> cells, const Place& place,
                     FieldType type, IssueList* issues) {
  const CellFormat& format = decision.format;
  if (decision.ambiguous_dates && type == FieldType::kInstant) {
    issues->Warn(IssueCode::kAmbiguousDates, place,
                 {Excerpt(AmbiguousCell(cells, format, type))});
  }
  if (decision.ambiguous_numbers && type == FieldType::kNumber) {
    const std::string_view cell = AmbiguousCell(cells, format, type);
    issues->Warn(IssueCode::kAmbiguousNumbers, place,
                 {Excerpt(cell), PlainNumber(cell, format)});
  }
}

// Reports the rows of the cells for which `is_bad` holds.
template <typename IsBad, typename Report>
void ForBadCells(const RawColumn& raw, IsBad is_bad, Report report) {
  std::vector<bool> bad(raw.column.texts.size());
  bool any = false;
  for (uint32_t code = 1; code < bad.size(); ++code) {
    bad[code] = is_bad(raw.column.texts[code]);
    any |= bad[code];
  }
  if (!any) return;
  for (size_t row = 0; row < raw.column.codes.size(); ++row) {
    if (bad[raw.column.codes[row]]) {
      report(static_cast<int64_t>(row) + 1, raw.column.cell(row));
    }
  }
}

void ReportBadCells(const RawColumn& raw, const TableHeader& header,
                    size_t column, FieldType type, bool valid_utf8,
                    IssueList* issues) {
  if (!valid_utf8) {
    ForBadCells(
        raw, [](std::string_view cell) { return !IsValidUtf8(cell); },
        [&](int64_t row, std::string_view cell) {
          issues->Warn(IssueCode::kInvalidUtf8,
                       ColumnPlace(header, column, row), {Excerpt(cell)});
        });
  }
  if (type == FieldType::kText) return;
  ForBadCells(
      raw,
      [&](std::string_view cell) {
        return !Fits(cell, type, raw.column.format);
      },
      [&](int64_t row, std::string_view cell) {
        issues->Warn(IssueCode::kBadCell, ColumnPlace(header, column, row),
                     {Excerpt(cell), std::string(FieldTypeName(type))});
      });
}

TypeVotes ReadOtherTimes(std::span<const CountedCell> others,
                         const CellFormat& format, TimeColumn* time) {
  TypeVotes votes = CountVotes(others, format);
  const uint64_t iso = time->at.size() - time->missing - others.size();
  votes.cells += iso;
  votes.instants += iso;
  for (const TimeColumn::OtherCell& cell : time->others) {
    time->at[cell.row] = ReadInstant(cell.text, format).value_or(kNever);
  }
  return votes;
}

std::vector<std::string> Samples(const StringPool& texts) {
  std::vector<std::string> samples;
  for (uint32_t code = 1; code < texts.size() && samples.size() < 3; ++code) {
    samples.emplace_back(texts[code]);
  }
  return samples;
}

}  // namespace

void SettleColumns(const TableHeader& header, const ReadOptions& options,
                   bool valid_utf8, RawTable* table, TableReport* report) {
  const size_t columns = table->columns.size();
  std::vector<std::vector<CountedCell>> cells(columns);
  std::vector<FormatDecision> decisions(columns);
  for (size_t i = 0; i < columns; ++i) {
    cells[i] = header.time == i ? CountCells(*table->time)
                                : CountCells(table->columns[i]);
    decisions[i] = DecideFormat(cells[i], HintsFor(header, i, options));
  }
  SettleTogether(decisions, report->dialect.delimiter);
  for (size_t i = 0; i < columns; ++i) {
    Column& column = table->columns[i].column;
    column.name = header.names[i];
    column.header = header.headers[i];
    column.number = static_cast<uint32_t>(i + 1);
    column.format = decisions[i].format;
    const bool time = header.time == i;
    column.votes = time ? ReadOtherTimes(cells[i], column.format, &*table->time)
                        : CountVotes(cells[i], column.format);
    const FieldType type = ReportedType(header, i, column);
    ReportAmbiguity(decisions[i], cells[i], ColumnPlace(header, i), type,
                    &report->issues);
    ReportBadCells(table->columns[i], header, i, type, valid_utf8,
                   &report->issues);
    report->columns.push_back(
        {column.header, header.names[i], type, column.votes, column.format,
         time ? table->time->samples : Samples(column.texts)});
  }
}

}  // namespace mqlab
