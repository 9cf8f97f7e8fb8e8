#include "attribution/costs.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "ingest/column_format.h"
#include "ingest/csv_reader.h"
#include "ingest/open_table.h"
#include "ingest/table_header.h"
#include "lead/field.h"

namespace mqlab {
namespace {

enum Part : uint8_t { kMonth, kChannel, kCampaign, kCost, kCurrency };
constexpr size_t kParts = 5;
constexpr std::array<std::string_view, kParts> kNames = {
    "month", "channel", "campaign", "cost", "currency"};

// A month by itself is its first day.
std::optional<Instant> ReadMonth(std::string_view cell,
                                 const CellFormat& format) {
  constexpr size_t kYearAndMonth = 7;  // 2026-03
  const std::optional<Instant> day =
      cell.size() == kYearAndMonth && cell[4] == '-'
          ? ParseInstant(std::string(cell) + "-01")
          : ReadInstant(cell, format);
  if (!day) return std::nullopt;
  return MonthOf(*day);
}

// As the values of times_property are read.
std::optional<int64_t> ReadCost(std::string_view cell,
                                const CellFormat& format) {
  bool too_large = false;
  const std::optional<int64_t> cost =
      RoundToThousandths(PlainNumber(cell, format), &too_large);
  return too_large ? std::nullopt : cost;
}

class CostsReader {
 public:
  explicit CostsReader(const ReadOptions& options) : options_(options) {
    costs_.texts.Intern("");
  }

  CostsResult Read(std::string_view bytes) {
    const auto opened = OpenTable(bytes, options_, &report_.issues);
    if (opened) {
      report_.dialect = opened->dialect;
      for (const std::string& header : opened->header) {
        headers_.emplace_back(Trim(header));
      }
      FindColumns();
    }
    if (report_.issues.has_errors()) return {{}, std::move(report_)};
    ReadCells(bytes);
    if (!options_.canonical) DecideFormats();
    for (size_t i = 0; i < rows_.size(); ++i) AddRow(i);
    if (rows_.empty()) report_.issues.Warn(IssueCode::kNoRows, {});
    report_.rows = static_cast<uint32_t>(rows_.size());
    report_.kept = static_cast<uint32_t>(costs_.rows.size());
    report_.left_out = report_.rows - report_.kept;
    return {std::move(costs_), std::move(report_)};
  }

 private:
  using Cells = std::array<uint32_t, kParts>;  // into costs_.texts

  void FindColumns() {
    for (size_t part = 0; part < kParts; ++part) {
      columns_[part] = FindColumn(kNames[part]);
    }
    std::string all;
    for (const std::string& header : headers_) {
      all += (all.empty() ? "" : ", ") + header;
    }
    for (const Part part : {kMonth, kCost}) {
      if (columns_[part] < headers_.size()) continue;
      report_.issues.Error(IssueCode::kMissingColumn, {},
                           {std::string(kNames[part]), Excerpt(all)});
    }
  }

  // The number of headers when there is none.
  size_t FindColumn(std::string_view name) {
    for (const auto& [mapped, header] : options_.map) {
      if (mapped != name) continue;
      if (header.empty()) return headers_.size();
      if (const auto column = FindHeader(headers_, header)) return *column;
      report_.issues.Error(IssueCode::kUnknownHeader, {},
                           {header, NearestHeader(headers_, header)});
      return headers_.size();
    }
    const auto found = std::ranges::find(headers_, name, NameKey);
    return static_cast<size_t>(found - headers_.begin());
  }

  void ReadCells(std::string_view bytes) {
    CsvReader reader(bytes, report_.dialect);
    std::vector<std::string_view> cells;
    reader.Next(&cells);  // the header
    while (reader.Next(&cells)) {
      const auto row = static_cast<int64_t>(rows_.size()) + 1;
      for (const size_t cell : reader.open_quotes()) {
        report_.issues.Warn(IssueCode::kUnclosedQuote, PlaceOf(cell, row));
      }
      const auto beyond = cells | std::views::drop(headers_.size());
      if (std::ranges::any_of(beyond, [](std::string_view cell) {
            return !Trim(cell).empty();
          })) {
        report_.issues.Warn(
            IssueCode::kExtraCells, {"", row, 0},
            {std::to_string(cells.size()), std::to_string(headers_.size())});
      }
      cells.resize(headers_.size() + 1);  // the last is empty, for no column
      cells.back() = "";
      Cells& numbers = rows_.emplace_back();
      for (size_t part = 0; part < kParts; ++part) {
        numbers[part] = costs_.texts.Intern(Trim(cells[columns_[part]]));
      }
    }
  }

  void DecideFormats() {
    std::array<FormatDecision, 2> decisions;
    constexpr std::array<Part, 2> kDecided = {kMonth, kCost};
    for (size_t i = 0; i < kDecided.size(); ++i) {
      // A month is one wherever it is.
      FormatEvidence evidence(
          {.zone_minutes = 0, .date_order = options_.date_order});
      for (const Cells& row : rows_) {
        const std::string_view cell = costs_.texts[row[kDecided[i]]];
        if (!cell.empty()) evidence.Add({cell, 1});
      }
      decisions[i] = evidence.Decide();
    }
    SettleTogether(decisions, report_.dialect.delimiter);
    for (size_t i = 0; i < kDecided.size(); ++i) {
      formats_[kDecided[i]] = decisions[i].format;
      ReportAmbiguity(kDecided[i], decisions[i]);
    }
  }

  // By the first cell that has more than one reading.
  void ReportAmbiguity(Part part, const FormatDecision& decision) {
    const bool ambiguous =
        part == kMonth ? decision.ambiguous_dates : decision.ambiguous_numbers;
    if (!ambiguous) return;
    for (const Cells& row : rows_) {
      const std::string_view cell = costs_.texts[row[part]];
      if (cell.find_first_of(part == kMonth ? "./-" : ".,") == cell.npos) {
        continue;
      }
      const Place place = PlaceOf(columns_[part], 0);
      if (part == kMonth) {
        report_.issues.Warn(IssueCode::kAmbiguousDates, place, {Excerpt(cell)});
      } else {
        report_.issues.Warn(
            IssueCode::kAmbiguousNumbers, place,
            {Excerpt(cell), PlainNumber(cell, decision.format)});
      }
      return;
    }
  }

  void AddRow(size_t i) {
    const Cells& cells = rows_[i];
    const std::string_view month_cell = costs_.texts[cells[kMonth]];
    const std::string_view cost_cell = costs_.texts[cells[kCost]];
    const auto month = ReadMonth(month_cell, formats_[kMonth]);
    const auto cost = ReadCost(cost_cell, formats_[kCost]);
    const auto row = static_cast<int64_t>(i) + 1;
    if (!month) {
      report_.issues.Warn(IssueCode::kUnreadableMonth,
                          PlaceOf(columns_[kMonth], row),
                          {Excerpt(month_cell)});
    } else if (!cost) {
      report_.issues.Warn(IssueCode::kUnreadableCost,
                          PlaceOf(columns_[kCost], row), {Excerpt(cost_cell)});
    } else {
      costs_.rows.push_back(
          {*month, cells[kChannel], cells[kCampaign], cells[kCurrency], *cost});
    }
  }

  Place PlaceOf(size_t column, int64_t row) const {
    const std::vector<std::string>& headers =
        options_.canonical && options_.headers.size() == headers_.size()
            ? options_.headers
            : headers_;
    return {column < headers.size() ? headers[column] : "", row,
            static_cast<int64_t>(column) + 1};
  }

  const ReadOptions& options_;
  std::vector<std::string> headers_;
  std::array<size_t, kParts> columns_{};
  std::array<CellFormat, kParts> formats_;
  std::vector<Cells> rows_;
  Costs costs_;
  CostsReport report_;
};

}  // namespace

CostsResult ReadCosts(std::string_view bytes, const ReadOptions& options) {
  return CostsReader(options).Read(bytes);
}

}  // namespace mqlab
