#ifndef MQLAB_INGEST_LOAD_TABLE_H_
#define MQLAB_INGEST_LOAD_TABLE_H_

// What reading leads and reading events have in common.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "ingest/raw_table.h"
#include "ingest/read_table.h"
#include "ingest/table_header.h"

namespace mqlab {

// The file up to its first rows: enough to decide what it holds.
struct OpenedTable {
  CsvDialect dialect;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> first_rows;  // up to 20
};

// None, and an error, when the bytes hold no table.
std::optional<OpenedTable> OpenTable(std::string_view bytes,
                                     const ReadOptions& options,
                                     IssueList* issues);

struct LoadedTable {
  TableHeader header;
  RawTable raw;
};

// Reads everything; none when there is an error. `bytes` must outlive it.
std::optional<LoadedTable> LoadTable(std::string_view bytes, TableKind kind,
                                     const ReadOptions& options,
                                     TableReport* report);

}  // namespace mqlab

#endif  // MQLAB_INGEST_LOAD_TABLE_H_
