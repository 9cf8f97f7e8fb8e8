#ifndef MQLAB_INGEST_CSV_READER_H_
#define MQLAB_INGEST_CSV_READER_H_

// Bytes of a delimited text (RFC 4180 and its real-world bends) to rows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace mqlab {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
  // Rows of the file before the header (titles, "sep=;", blank lines).
  uint32_t skipped_rows = 0;
  bool operator==(const CsvDialect&) const = default;
};

// Finds the delimiter (, ; tab |) and the header row by evidence.
CsvDialect DetectDialect(std::string_view bytes);

// Reads row by row; cells are untrimmed, quotes undone. A BOM, CRLF, lone CR,
// line breaks inside quotes and a missing final newline are understood; a quote
// inside an unquoted cell is kept as it stands. Rows that are wholly blank are
// passed over.
class CsvReader {
 public:
  CsvReader(std::string_view bytes, const CsvDialect& dialect);

  // The next row, or false at the end. Views hold until the next call.
  bool Next(std::vector<std::string_view>* cells);
  // Byte offset of the next row, for progress.
  size_t offset() const { return offset_; }
  // True when the text ended inside a quoted cell.
  bool unterminated_quote() const { return unterminated_quote_; }

 private:
  bool ReadRow(std::vector<std::string_view>* cells);

  std::string_view bytes_;
  CsvDialect dialect_;
  size_t offset_ = 0;
  bool unterminated_quote_ = false;
  std::string unquoted_;  // cells whose quotes had to be undone
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_CSV_READER_H_
