#ifndef MQLAB_INGEST_TABLE_HEADER_H_
#define MQLAB_INGEST_TABLE_HEADER_H_

// What the columns of a file are called, and which of them is the lead's id,
// the time and the type.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "ingest/read_table.h"

namespace mqlab {

struct TableHeader {
  std::vector<std::string> headers;  // as the file spells them, trimmed
  std::vector<std::string> names;    // as rules call them; no two the same
  // Numbers of columns. In leads only the id is looked for.
  std::optional<size_t> lead_id;
  std::optional<size_t> time;
  std::optional<size_t> type;
  // The lead's id is a column headed just "id" while an e-mail column might be
  // meant: the cells decide (see UseEmail).
  std::optional<size_t> email;
};

// `samples` are the first data rows: among several headers that may mean the
// time, the cells decide. Names each column by, in this order: options.map, a
// header that is a canonical name, the header that means one best, itself.
TableHeader NameColumns(const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& samples,
                        TableKind kind, const ReadOptions& options,
                        IssueList* issues);

// Makes the e-mail column the lead's id, and "id" the event's own.
void UseEmail(TableHeader* header);

// The number of the header that a mapping means: the one spelled so, else in
// other case.
std::optional<size_t> FindHeader(const std::vector<std::string>& headers,
                                 std::string_view wanted);

// The header spelled most alike; "" when there is none.
std::string NearestHeader(const std::vector<std::string>& headers,
                          std::string_view wanted);

// The name that a mapping means: that of a role ("lead_id", "time", "type") for
// any of its headers ("id"), else the name itself, as rules spell it.
std::string_view MappedName(std::string_view name, TableKind kind);

Place ColumnPlace(const TableHeader& header, size_t column, int64_t row = 0);

}  // namespace mqlab

#endif  // MQLAB_INGEST_TABLE_HEADER_H_
