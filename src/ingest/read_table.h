#ifndef MQLAB_INGEST_READ_TABLE_H_
#define MQLAB_INGEST_READ_TABLE_H_

// A delimited text to leads or events. Bad cells become missing and are
// reported by row, column and text; rows that cannot be used are left out,
// counted and reported. Nothing is silently dropped or guessed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "ingest/csv_reader.h"
#include "lead/event_log.h"
#include "lead/lead_table.h"

namespace mqlab {

enum class TableKind : uint8_t { kLeads, kEvents };

struct ReadOptions {
  // Canonical name -> header: overrides what the headers say ("lead_id",
  // "time", "type", or any field). A header no column has is an error; an
  // empty one says that no column is that.
  std::vector<std::pair<std::string, std::string>> map = {};
  int32_t zone_minutes = 0;  // of times without a zone, east of UTC
  std::optional<CsvDialect> dialect = {};    // none: detected
  std::optional<DateOrder> date_order = {};  // none: decided by the column
  // A table in the engine's own writing, which nothing is guessed of: commas,
  // headers that are the names, instants as ISO 8601, numbers with a point.
  bool canonical = false;
  // Of such a table: what its columns are called where they come from.
  std::vector<std::string> headers = {};
};

struct ColumnReport {
  std::string header;
  std::string name;  // what rules call it; "lead_id", "time", "type" for those
  FieldType type = FieldType::kText;  // by vote over all cells
  TypeVotes votes;
  CellFormat format;
  std::vector<std::string> samples;  // up to three distinct cells
};

struct TableReport {
  TableKind kind = TableKind::kLeads;
  CsvDialect dialect;
  uint32_t rows = 0;        // data rows
  uint32_t kept = 0;        // leads (distinct) or events
  uint32_t left_out = 0;    // rows without id, type or readable time
  uint32_t duplicates = 0;  // rows merged into an earlier lead
  bool numbered = false;    // no id column: a lead's id is its row number
  std::vector<ColumnReport> columns;
  IssueList issues;
};

struct LeadsResult {
  std::optional<LeadTable> leads;  // none iff there is a kError issue
  TableReport report;
};
LeadsResult ReadLeads(std::string_view bytes, const ReadOptions& options);

struct EventsResult {
  std::optional<EventStore> events;  // none iff there is a kError issue
  TableReport report;
};
// Joined to the leads: those of an unknown lead are kept apart.
EventsResult ReadEvents(std::string_view bytes, const LeadTable& leads,
                        const ReadOptions& options);

}  // namespace mqlab

#endif  // MQLAB_INGEST_READ_TABLE_H_
