#ifndef MQLAB_INGEST_DIALECT_H_
#define MQLAB_INGEST_DIALECT_H_

// How a delimited text is written, found by evidence in its first rows.

#include <cstdint>
#include <string_view>

namespace mqlab {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
  // Rows of the file before the header (titles, "sep=;", blank lines).
  uint32_t skipped_rows = 0;
  bool operator==(const CsvDialect&) const = default;
};

// Finds the delimiter (, ; tab |) and the header row.
CsvDialect DetectDialect(std::string_view bytes);

}  // namespace mqlab

#endif  // MQLAB_INGEST_DIALECT_H_
