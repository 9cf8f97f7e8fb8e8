#ifndef MQLAB_INGEST_EVENT_COLLECTOR_H_
#define MQLAB_INGEST_EVENT_COLLECTOR_H_

// The rows of a file of events while it is read: joined to leads, coded, and
// kept for sorting. Which of them can be used is known only when all are read.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "base/string_pool.h"
#include "ingest/packed_rows.h"
#include "ingest/row_scanner.h"
#include "ingest/settle_columns.h"
#include "ingest/table_header.h"
#include "ingest/text_column.h"
#include "lead/event_log.h"

namespace mqlab {

class EventCollector {
 public:
  // `leads`: the ids; must outlive this.
  EventCollector(const StringPool& leads, int32_t zone_minutes)
      : leads_(leads), zone_minutes_(zone_minutes) {}

  // `loose`: the file has an error that keeps its events from use; its columns
  // are looked at all the same.
  void Open(const TableHeader& header, bool loose);
  void Take(const RowBatch& batch, uint32_t first);
  // REQUIRES: knows_lead()
  void Take(PackedRows* packed, uint32_t first);
  bool knows_lead() const { return lead_.has_value(); }
  // Settles which column names the leads, if the cells have to tell; `header`
  // is changed if it is the e-mail.
  void DecideLead(uint32_t rows, TableHeader* header);

  // Counts the events of each lead where the ids may be more than texts; some
  // of them a call, true when done.
  bool CountLeads(bool ascii);
  std::vector<ColumnCells> Cells() const;
  // A step of the work of ColumnSettling::FindRows.
  bool FindRows(size_t column, const BadCells& bad, size_t most, BadRows* rows);

  // Then, when nothing of Cells is needed more:
  void NameColumns(const TableHeader& header, const ColumnSettling& settled);
  // The times that are not ISO 8601, in the format of their column; kNever.
  std::vector<Instant> WaitingTimes(const CellFormat& format) const;

  // What a row lacks.
  enum Fault : uint8_t { kNoLead = 1, kNoType = 2, kNoTime = 4 };
  struct RowFault {
    uint32_t row = 0;
    uint8_t faults = 0;
  };

 private:
  friend class EventSorter;

  static constexpr size_t kMost = RowBatch::kMost;
  static constexpr size_t kListed = 1000;  // rows of each kind of fault
  using Numbers = std::array<uint32_t, kMost>;

  void SetStored();
  void ReadTimes(std::span<const std::string_view> cells);
  void TakeTimes(PackedColumn* column, uint32_t from, uint32_t rows);
  void WaitForTime(size_t i, std::string_view cell);
  void FindLeads(std::span<const std::string_view> cells);
  uint32_t AddOrphan(std::string_view id);
  EventRows RowsOf(const Numbers& owners, uint32_t rows);
  void Keep(uint32_t rows);
  void KeepLoose(uint32_t rows);
  void NoteFault(uint32_t i, bool has_id);
  void Decide(bool by_email);

  const StringPool& leads_;
  const int32_t zone_minutes_;

  // The roles of columns. While there is no lead, rows are kept loose.
  bool loose_ = false;  // to the end
  std::optional<size_t> lead_;
  std::optional<size_t> email_;  // that may be the lead
  std::optional<size_t> id_;     // while it is undecided
  std::optional<size_t> time_;
  std::optional<size_t> type_;
  std::vector<size_t> stored_;  // columns whose codes are kept with each row

  std::vector<TextColumn> columns_;  // of the time, and of the lead: empty
  StringPool waiting_;               // times that are not ISO 8601
  std::vector<uint32_t> waiting_counts_;
  uint64_t iso_times_ = 0;
  std::vector<std::string> time_samples_;
  size_t other_times_ = 0;  // taken of a packed column

  std::vector<std::string> lead_samples_;
  StringPool orphans_;
  std::vector<uint32_t> orphan_counts_;
  std::vector<uint32_t> lead_counts_;  // empty: not needed
  size_t counted_parts_ = 0;
  bool counts_leads_ = false;

  // The rows of the batch.
  Numbers lead_of_{};
  Numbers orphan_of_{};
  Numbers rows_{};
  Numbers types_{};
  std::array<Instant, kMost> times_{};
  std::vector<Numbers> codes_;  // by column of the file
  std::vector<const uint32_t*> code_columns_;

  std::optional<EventLogBuilder> log_;
  std::optional<EventLogBuilder> orphan_log_;
  std::optional<EventLogBuilder> rest_;  // without a lead's id, or loose

  std::vector<RowFault> faults_;  // the first of each kind
  std::array<uint64_t, 3> fault_counts_{};
  uint64_t unusable_ = 0;

  // Where FindRows stands.
  size_t find_log_ = 0;
  size_t find_part_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_EVENT_COLLECTOR_H_
