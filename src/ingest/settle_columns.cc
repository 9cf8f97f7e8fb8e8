#include "ingest/settle_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "ingest/open_table.h"

namespace mqlab {

void AddSample(std::string_view cell, std::vector<std::string>* samples) {
  if (cell.empty() || samples->size() == kSamples) return;
  if (std::ranges::find(*samples, cell) == samples->end()) {
    samples->emplace_back(cell);
  }
}

namespace {

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

}  // namespace

ColumnCells CellsOf(const TextColumn& column) {
  const StringPool& texts = column.column.texts;
  ColumnCells cells;
  cells.counted.push_back({&texts, column.counts, column.later_counts});
  for (uint32_t i = 0; i < texts.size() && cells.samples.size() < 3; ++i) {
    if (!texts[i].empty()) cells.samples.emplace_back(texts[i]);
  }
  return cells;
}

ColumnSettling::ColumnSettling(const TableHeader& header,
                               const ReadOptions& options, bool ascii,
                               std::vector<ColumnCells> cells,
                               TableReport* report)
    : header_(header), options_(options), ascii_(ascii), report_(*report) {
  for (size_t i = 0; i < cells.size(); ++i) {
    columns_.push_back(
        {.cells = std::move(cells[i]),
         .evidence = FormatEvidence(HintsFor(header, i, options)),
         .decision = {},
         .votes = {}});
  }
}

// Visits some more cells of the column; true when there are none.
template <typename Visit>
bool ColumnSettling::VisitSome(size_t column, Visit visit) {
  constexpr uint32_t kCellsAStep = 1u << 15;
  const ColumnCells& cells = columns_[column].cells;
  if (cursor_.pool == cells.counted.size()) {
    cursor_ = {};
    return true;
  }
  const CellCounts& pool = cells.counted[cursor_.pool];
  const auto size =
      static_cast<uint32_t>(std::min<size_t>(pool.size(), pool.texts->size()));
  const uint32_t end = std::min(size, cursor_.number + kCellsAStep);
  for (; cursor_.number < end; ++cursor_.number) {
    const uint32_t count = pool.count(cursor_.number);
    if (count == 0) continue;
    const std::string_view text = (*pool.texts)[cursor_.number];
    if (!text.empty()) visit(CountedCell{text, count});
  }
  if (cursor_.number == size) cursor_ = {.pool = cursor_.pool + 1, .number = 0};
  return false;
}

bool ColumnSettling::DecideStep() {
  if (!decided_ && column_ < columns_.size()) {
    State& column = columns_[column_];
    if (VisitSome(column_, [&](const CountedCell& cell) {
          column.evidence.Add(cell);
        })) {
      column.evidence.AddTexts(column.cells.texts);
      ++column_;
    }
    return false;
  }
  if (!decided_) {
    std::vector<FormatDecision> decisions;
    for (const State& column : columns_) {
      decisions.push_back(column.evidence.Decide());
    }
    SettleTogether(decisions, report_.dialect.delimiter);
    if (options_.canonical) {
      std::ranges::fill(decisions, FormatDecision());
    }
    for (size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].decision = decisions[i];
    }
    decided_ = true;
    column_ = 0;
    return columns_.empty();
  }
  State& column = columns_[column_];
  const CellFormat& format = column.decision.format;
  if (VisitSome(column_, [&](const CountedCell& cell) {
        AddVotes(cell, format, &column.votes);
      })) {
    column.votes.cells += column.cells.texts + column.cells.instants;
    column.votes.instants += column.cells.instants;
    ++column_;
  }
  if (column_ < columns_.size()) return false;
  column_ = 0;
  return true;
}

// The type to report: of whole numbers that may be Unix times the header tells.
// Rules read such a column either way.
FieldType ColumnSettling::TypeOf(size_t column) const {
  if (header_.time == column) return FieldType::kInstant;
  if (IsAlwaysText(header_, column)) return FieldType::kText;
  const bool time = SpeaksOfTime(header_.names[column]) ||
                    SpeaksOfTime(header_.headers[column]);
  if (time && format(column).unix_time != UnixTime::kNone) {
    return FieldType::kInstant;
  }
  return VotedType(votes(column));
}

// A cell that can be read in two ways, to show what is meant.
std::string_view ColumnSettling::AmbiguousCell(size_t column,
                                               FieldType type) const {
  for (const CellCounts& pool : columns_[column].cells.counted) {
    for (uint32_t i = 0; i < pool.texts->size(); ++i) {
      const std::string_view text = (*pool.texts)[i];
      if (text.empty() || pool.count(i) == 0) continue;
      const bool plain = Fits(text, type, {});
      if (Fits(text, type, format(column)) &&
          (!plain || text.find('.') != std::string_view::npos)) {
        return text;
      }
    }
  }
  return {};
}

void ColumnSettling::ReportAmbiguity(size_t column, FieldType type) {
  const FormatDecision& decision = columns_[column].decision;
  const Place place = ColumnPlace(header_, column);
  if (decision.ambiguous_dates && type == FieldType::kInstant) {
    report_.issues.Warn(IssueCode::kAmbiguousDates, place,
                        {Excerpt(AmbiguousCell(column, type))});
  }
  if (decision.ambiguous_numbers && type == FieldType::kNumber) {
    const std::string_view cell = AmbiguousCell(column, type);
    report_.issues.Warn(IssueCode::kAmbiguousNumbers, place,
                        {Excerpt(cell), PlainNumber(cell, decision.format)});
  }
}

// Whether every cell is known to fit the type that is reported.
bool ColumnSettling::AllFit(size_t column, FieldType type) const {
  const TypeVotes& cells = votes(column);
  if (type == FieldType::kNumber) return cells.numbers == cells.cells;
  if (type == FieldType::kBoolean) return cells.booleans == cells.cells;
  if (type == FieldType::kInstant) return cells.instants == cells.cells;
  return true;
}

// Marks some more of the bad cells; true when there are none left.
template <typename IsBad>
bool ColumnSettling::MarkSome(IsBad is_bad) {
  if (bad_.empty()) {
    for (const CellCounts& pool : columns_[column_].cells.counted) {
      bad_.emplace_back(pool.texts->size());
    }
  }
  return VisitSome(column_, [&](const CountedCell& cell) {
    if (!is_bad(cell.text)) return;
    bad_[cursor_.pool][cursor_.number] = true;
    any_bad_ = true;
  });
}

void ColumnSettling::ReportRows(IssueCode code, FieldType type) {
  for (const BadRow& bad : rows_.first) {
    std::vector<std::string> args = {Excerpt(bad.text)};
    if (code == IssueCode::kBadCell) args.emplace_back(FieldTypeName(type));
    report_.issues.Warn(code, ColumnPlace(header_, column_, bad.row),
                        std::move(args));
  }
  report_.issues.WarnUnlisted(
      code, static_cast<int64_t>(rows_.all - rows_.first.size()));
}

// Reports the rows of bad cells; true when done.
template <typename IsBad>
bool ColumnSettling::ReportBad(IssueCode code, FieldType type, IsBad is_bad,
                               const FindRows& find) {
  if (!marked_) {
    marked_ = MarkSome(is_bad);
    return false;
  }
  if (any_bad_) {
    if (!find(column_, bad_, report_.issues.room(code), &rows_)) return false;
    ReportRows(code, type);
  }
  marked_ = any_bad_ = false;
  bad_.clear();
  rows_ = {};
  return true;
}

bool ColumnSettling::ReportStep(const FindRows& find) {
  if (column_ == columns_.size()) return true;
  const FieldType type = TypeOf(column_);
  const bool time = header_.time == column_;  // read row by row, elsewhere
  switch (stage_) {
    case Stage::kColumn: {
      ReportAmbiguity(column_, type);
      stage_ = time || ascii_ ? Stage::kMisfits : Stage::kInvalid;
      return false;
    }
    case Stage::kInvalid:
      if (ReportBad(
              IssueCode::kInvalidUtf8, type,
              [](std::string_view cell) { return !IsValidUtf8(cell); }, find)) {
        stage_ = Stage::kMisfits;
      }
      return false;
    case Stage::kMisfits:
      if (!time && !AllFit(column_, type) &&
          !ReportBad(
              IssueCode::kBadCell, type,
              [&](std::string_view cell) {
                return !Fits(cell, type, format(column_));
              },
              find)) {
        return false;
      }
      break;
  }
  report_.columns.push_back({header_.headers[column_], header_.names[column_],
                             type, votes(column_), format(column_),
                             columns_[column_].cells.samples});
  stage_ = Stage::kColumn;
  return ++column_ == columns_.size();
}

}  // namespace mqlab
