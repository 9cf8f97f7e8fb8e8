#ifndef MQLAB_INGEST_RAW_TABLE_H_
#define MQLAB_INGEST_RAW_TABLE_H_

// All data rows of a file as columns of trimmed text, before it is known what
// they mean.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "base/string_pool.h"
#include "ingest/csv_reader.h"
#include "ingest/table_header.h"
#include "lead/column.h"

namespace mqlab {

struct RawColumn {
  void Append(std::string_view cell);

  Column column;                       // codes: one a data row
  std::vector<uint32_t> counts = {0};  // how often each code occurs
  uint32_t last = Column::kMissing;    // the code of the row before
};

// The times of events, read at once where they are ISO 8601: few of them occur
// twice, so keeping their texts apart would cost more memory than the file.
struct TimeColumn {
  struct OtherCell {
    uint32_t row;  // from 0
    std::string_view text;
  };

  std::vector<Instant> at;        // kNever: missing, or not (yet) readable
  std::vector<OtherCell> others;  // cells that are not ISO 8601
  StringPool copies;              // of cells that are no part of the bytes
  uint64_t missing = 0;
  std::vector<std::string> samples;
};

struct RawTable {
  uint32_t rows = 0;
  std::vector<RawColumn> columns;  // that of the time is left empty
  std::optional<TimeColumn> time;
};

// Reads the rows after the header, which has been read already. `bytes` must
// outlive the result.
RawTable ReadRows(CsvReader* reader, const TableHeader& header,
                  int32_t zone_minutes, IssueList* issues);

// A cell as an argument of an issue: valid UTF-8, and not too long.
std::string Excerpt(std::string_view cell);

}  // namespace mqlab

#endif  // MQLAB_INGEST_RAW_TABLE_H_
