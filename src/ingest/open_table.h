#ifndef MQLAB_INGEST_OPEN_TABLE_H_
#define MQLAB_INGEST_OPEN_TABLE_H_

// What the first rows of a file tell of it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "ingest/read_table.h"
#include "ingest/table_header.h"

namespace mqlab {

// All that is decided before the rows are read, is by so many bytes at most.
inline constexpr size_t kSampleBytes = size_t{1} << 20;
// So many bytes tell that there are no more of it.
inline constexpr size_t kHeadBytes = kSampleBytes + 1;

// Enough of a file to decide what it holds.
struct OpenedTable {
  CsvDialect dialect;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> first_rows;  // up to 20
};

// Looks at the rows that end within kSampleBytes. None, and an error, when
// there is no table.
std::optional<OpenedTable> OpenTable(std::string_view bytes,
                                     const ReadOptions& options,
                                     IssueList* issues);

// The names of the columns. Reports what the file has before its header, what
// is odd about that, and columns that events must have.
TableHeader ReadHeader(std::string_view bytes, const OpenedTable& opened,
                       TableKind kind, const ReadOptions& options,
                       IssueList* issues);

// A cell as an argument of an issue: valid UTF-8, and not too long.
std::string Excerpt(std::string_view cell);

}  // namespace mqlab

#endif  // MQLAB_INGEST_OPEN_TABLE_H_
