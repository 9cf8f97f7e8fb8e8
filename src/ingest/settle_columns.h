#ifndef MQLAB_INGEST_SETTLE_COLUMNS_H_
#define MQLAB_INGEST_SETTLE_COLUMNS_H_

// Once all rows are read: how each column is written, what type its cells
// have, and which cells do not fit it.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_pool.h"
#include "ingest/column_format.h"
#include "ingest/read_table.h"
#include "ingest/table_header.h"
#include "ingest/text_column.h"

namespace mqlab {

// Texts of cells, and how often each occurs; empty ones do not count.
struct CellCounts {
  const StringPool* texts = nullptr;
  std::span<const uint32_t> counts;
  std::span<const uint8_t> later_counts = {};  // of the texts behind those

  size_t size() const { return counts.size() + later_counts.size(); }
  uint32_t count(uint32_t text) const {
    return text < counts.size() ? counts[text]
                                : later_counts[text - counts.size()];
  }
};

// Keeps a cell as a sample if it is one of the first three distinct ones.
inline constexpr size_t kSamples = 3;
void AddSample(std::string_view cell, std::vector<std::string>* samples);

// All cells of a column.
struct ColumnCells {
  std::vector<CellCounts> counted;
  uint64_t texts = 0;     // more, which fit no type but text in any writing
  uint64_t instants = 0;  // more, all of them ISO 8601
  std::vector<std::string> samples;  // see AddSample
};

// Cells that are bad in one way, by number: one list a pool of ColumnCells.
using BadCells = std::vector<std::vector<bool>>;

// The rows of bad cells.
struct BadRow {
  uint32_t row = 0;  // of the data rows, from 1
  std::string_view text;
};
struct BadRows {
  std::vector<BadRow> first;  // in order, as many as wanted
  uint64_t all = 0;
};

// Takes step after step, some milliseconds each.
class ColumnSettling {
 public:
  // Finds up to `most` rows of a column with bad cells. Called until it says
  // that it is done.
  using FindRows = std::function<bool(size_t column, const BadCells& bad,
                                      size_t most, BadRows* rows)>;

  // `header`, `report` and what the cells refer to must outlive this.
  ColumnSettling(const TableHeader& header, const ReadOptions& options,
                 bool ascii, std::vector<ColumnCells> cells,
                 TableReport* report);

  // Decides the formats and counts the votes; true when done.
  bool DecideStep();
  const CellFormat& format(size_t column) const {
    return columns_[column].decision.format;
  }
  const TypeVotes& votes(size_t column) const { return columns_[column].votes; }

  // Then adds columns and issues to the report; true when done.
  bool ReportStep(const FindRows& find);

 private:
  struct State {
    ColumnCells cells;
    FormatEvidence evidence;
    FormatDecision decision;
    TypeVotes votes;
  };
  // Where a walk over the cells of a column stands.
  struct Cursor {
    size_t pool = 0;
    uint32_t number = 0;
  };
  enum class Stage { kColumn, kInvalid, kMisfits };

  template <typename Visit>
  bool VisitSome(size_t column, Visit visit);
  template <typename IsBad>
  bool MarkSome(IsBad is_bad);
  template <typename IsBad>
  bool ReportBad(IssueCode code, FieldType type, IsBad is_bad,
                 const FindRows& find);
  FieldType TypeOf(size_t column) const;
  bool AllFit(size_t column, FieldType type) const;
  std::string_view AmbiguousCell(size_t column, FieldType type) const;
  void ReportAmbiguity(size_t column, FieldType type);
  void ReportRows(IssueCode code, FieldType type);

  const TableHeader& header_;
  const ReadOptions options_;
  const bool ascii_;
  TableReport& report_;
  std::vector<State> columns_;
  Cursor cursor_;
  bool decided_ = false;
  size_t column_ = 0;  // the one at work
  Stage stage_ = Stage::kColumn;
  bool marked_ = false;  // all bad cells are
  bool any_bad_ = false;
  BadCells bad_;
  BadRows rows_;
};

// Those of one column, whose first texts are the samples: distinct ones.
ColumnCells CellsOf(const TextColumn& column);

}  // namespace mqlab

#endif  // MQLAB_INGEST_SETTLE_COLUMNS_H_
