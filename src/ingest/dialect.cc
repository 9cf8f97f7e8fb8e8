#include "ingest/dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "ingest/csv_reader.h"
#include "ingest/vocabulary.h"
#include "lead/field.h"

namespace mqlab {
namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
constexpr size_t kSampleRows = 200;
constexpr size_t kDialectBytes = size_t{1} << 20;
constexpr size_t kHeaderWithin = 30;  // rows that are not blank

struct SampleRow {
  uint32_t number = 0;  // in the file, blank ones counted
  size_t width = 0;
  size_t used = 0;    // the same without empty cells at the end
  size_t texts = 0;   // cells that are neither empty, nor number, nor date
  size_t data = 0;    // cells that are a number or a date
  size_t known = 0;   // cells that are a header the vocabulary knows
  size_t spaced = 0;  // cells that follow their delimiter after a space
};

bool IsKnownHeader(std::string_view cell) {
  constexpr size_t kLongest = 80;  // bytes; any cell may be a long text
  return cell.size() <= kLongest &&
         (!CanonicalName(cell, TableKind::kLeads).empty() ||
          !CanonicalName(cell, TableKind::kEvents).empty());
}

bool LooksLikeData(std::string_view cell) {
  CellFormat format;
  format.date_order = DateOrder::kDayFirst;
  if (ReadInstant(cell, format)) return true;
  format.date_order = DateOrder::kMonthFirst;
  if (ReadInstant(cell, format) || ParseNumber(cell)) return true;
  format.decimal_comma = true;
  return ReadNumber(cell, format).has_value();
}

SampleRow Describe(const std::vector<std::string_view>& cells,
                   uint32_t number) {
  SampleRow row{.number = number, .width = cells.size()};
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = Trim(cells[i]);
    if (cell.empty()) continue;
    row.used = i + 1;
    ++(LooksLikeData(cell) ? row.data : row.texts);
    if (IsKnownHeader(cell)) ++row.known;
    if (i > 0 && cells[i].front() == ' ') ++row.spaced;
  }
  return row;
}

std::vector<SampleRow> Sample(std::string_view bytes,
                              const CsvDialect& dialect) {
  CsvReader reader(bytes, dialect);
  std::vector<SampleRow> rows;
  std::vector<std::string_view> cells;
  for (uint32_t number = dialect.skipped_rows;
       rows.size() < kSampleRows && reader.offset() < kDialectBytes &&
       reader.NextLine(&cells);
       ++number) {
    const SampleRow row = Describe(cells, number);
    if (row.used > 0) rows.push_back(row);
  }
  return rows;
}

// The most frequent width; the larger one of a tie.
size_t UsualWidth(const std::vector<SampleRow>& rows,
                  size_t SampleRow::* width) {
  std::map<size_t, size_t> counts;
  for (const SampleRow& row : rows) ++counts[row.*width];
  size_t usual = 0;
  for (const auto& [value, count] : counts) {
    if (usual == 0 || count >= counts[usual]) usual = value;
  }
  return usual;
}

// The header is the first row as wide as the rows usually are, if it has a
// header that the vocabulary knows; else the first such row with text in more
// than half of its cells. A row of text that is one cell short is taken when
// data comes next (it heads rows with a cell too many), but not when another
// row of text does (it is a title).
size_t FindHeaderRow(const std::vector<SampleRow>& rows) {
  const size_t usual = UsualWidth(rows, &SampleRow::used);
  const size_t last = std::min(rows.size(), kHeaderWithin);
  std::optional<size_t> narrow;
  std::optional<size_t> wide;
  for (size_t i = 0; i < last; ++i) {
    const SampleRow& row = rows[i];
    const bool texts = row.texts * 2 > usual;
    if (row.used < usual) {
      const bool short_by_one = row.used > 1 && row.used + 1 == usual;
      if (short_by_one && texts && row.data == 0 && !narrow) narrow = i;
      continue;
    }
    if (texts && row.data == 0) return i;
    const size_t known = narrow ? rows[*narrow].known : 0;
    if (!wide && row.known > known) return i;
    if (narrow) return *narrow;
    if (texts) return i;
    if (!wide) wide = i;
  }
  return narrow.value_or(wide.value_or(0));
}

struct Candidate {
  CsvDialect dialect;
  double score = 0;   // 0: a single column
  size_t known = 0;   // headers that the vocabulary knows
  size_t spaced = 0;  // delimiters with a space after them: "Smith, John"

  bool IsBetterThan(const Candidate& other) const {
    if (score != other.score) return score > other.score;
    if (known != other.known) return known > other.known;
    return spaced < other.spaced;
  }
};

// How well a delimiter explains the rows: they agree in width, there are many
// columns, and few rows stand before the header.
Candidate Judge(std::string_view bytes, const CsvDialect& dialect) {
  Candidate candidate{.dialect = dialect};
  const std::vector<SampleRow> rows = Sample(bytes, dialect);
  if (rows.empty()) return candidate;
  const size_t header = FindHeaderRow(rows);
  candidate.dialect.skipped_rows = rows[header].number;
  const size_t usual = UsualWidth(rows, &SampleRow::width);
  if (usual < 2) return candidate;
  const auto agreeing = std::count_if(
      rows.begin() + static_cast<std::ptrdiff_t>(header), rows.end(),
      [&](const SampleRow& row) { return row.width == usual; });
  candidate.score = static_cast<double>(agreeing) /
                    static_cast<double>(rows.size() - header) *
                    (1 - 1 / static_cast<double>(usual + 1)) /
                    static_cast<double>(1 + header);
  candidate.known = rows[header].known;
  for (const SampleRow& row : rows) candidate.spaced += row.spaced;
  return candidate;
}

// The delimiter of a first line such as "sep=;", which spreadsheets write.
std::optional<char> DeclaredDelimiter(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || Fold(line.substr(0, 4)) != "sep=") {
    return std::nullopt;
  }
  const bool usable = line[4] != '"' && Words(line.substr(4)).empty();
  return usable ? std::optional(line[4]) : std::nullopt;
}

}  // namespace

CsvDialect DetectDialect(std::string_view bytes) {
  CsvDialect dialect;
  if (const auto declared = DeclaredDelimiter(bytes)) {
    dialect.delimiter = *declared;
    dialect.skipped_rows = 1;
    return Judge(bytes, dialect).dialect;
  }
  std::optional<Candidate> best;
  for (const char delimiter : kDelimiters) {
    dialect.delimiter = delimiter;
    const Candidate candidate = Judge(bytes, dialect);
    if (!best || candidate.IsBetterThan(*best)) best = candidate;
  }
  return best->dialect;
}

}  // namespace mqlab
