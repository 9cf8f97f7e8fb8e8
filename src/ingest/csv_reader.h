#ifndef MQLAB_INGEST_CSV_READER_H_
#define MQLAB_INGEST_CSV_READER_H_

// Bytes of a delimited text (RFC 4180 and its real-world bends) to rows.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dialect.h"

namespace mqlab {

// Reads row by row; cells are untrimmed, quotes undone. A BOM, CRLF, lone CR,
// line breaks inside quotes and a missing final newline are understood; a quote
// inside an unquoted cell is kept as it stands, and so is one that is never
// closed. Linear in the bytes. The rows that the dialect skips are passed over
// at once.
class CsvReader {
 public:
  // A quoted cell longer than this counts as never closed: the search for its
  // end must not need the whole file.
  static constexpr size_t kLongestQuoted = size_t{1} << 20;

  CsvReader(std::string_view bytes, const CsvDialect& dialect);

  // For a text that comes in pieces: nothing yet, then again and again the
  // bytes from the start of some row on. `last`: no more will come.
  explicit CsvReader(const CsvDialect& dialect) : dialect_(dialect) {}
  void Continue(std::string_view bytes, bool last);
  // Whether more bytes may change what the calls since Continue gave.
  bool starved() const { return starved_ && !last_; }

  // The next row that is not wholly blank, or false at the end. Views hold
  // until the next call.
  bool Next(std::vector<std::string_view>* cells);
  // The same, blank or not.
  bool NextLine(std::vector<std::string_view>* cells);

  // True when the view is one into the bytes, which holds as long as they do.
  bool InBytes(std::string_view cell) const;
  // Byte offset of the next row, for progress.
  size_t offset() const { return offset_; }
  // The numbers, from 0, of the cells of the last row that begin with a quote
  // which nothing closes; they end with their line.
  const std::vector<size_t>& open_quotes() const { return open_quotes_; }

 private:
  // A cell whose quotes had to be undone: [begin, end) of unquoted_.
  struct Undone {
    size_t cell;
    size_t begin;
    size_t end;
  };

  std::string_view ReadCell(size_t number);
  bool ReadQuoted(size_t open, size_t number, std::string_view* cell);
  bool LeaveOpen(size_t number);
  size_t FindSingleQuote(size_t open, bool* doubled) const;
  std::string_view Undo(size_t begin, size_t end, size_t number);
  size_t FindEnd(size_t at) const;
  size_t FindLateClose(size_t at) const;
  bool HasLineEnd(size_t begin, size_t end) const;
  bool StartsCell(size_t at) const;
  bool EndsCell(size_t at) const;
  size_t SkipBlanks(size_t at) const;
  void EndRow();
  // Whether there is a byte at this offset.
  bool Has(size_t at) const {
    starved_ |= at >= bytes_.size();
    return at < bytes_.size();
  }

  std::string_view bytes_;
  CsvDialect dialect_;
  bool last_ = true;
  mutable bool starved_ = false;  // a byte behind the end was asked for
  size_t offset_ = 0;
  std::string unquoted_;
  std::vector<Undone> undone_;
  std::vector<size_t> open_quotes_;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_CSV_READER_H_
