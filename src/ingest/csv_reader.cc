#include "ingest/csv_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/text.h"

// What becomes of quotes, by an example each (delimiter a comma, / a line end):
//
//   "a ""b"" c"     a "b" c       RFC 4180
//   "a/b",          a/b           the same, across lines
//   "a, b" ,        a, b          blanks around a quoted cell are no part of it
//   12" disk        12" disk      the cell does not begin with one
//   "a "b" c"       a "b" c       not doubled: the cell ends with the last
//                                 quote of the line before a delimiter
//   "Foo" Inc       "Foo" Inc     no such quote: the cell was not quoted
//   "Foo, Bar" Inc  Foo, Bar Inc  ... but a delimiter inside shows that it was
//   "Foo,"Bar       "Foo          ... unless the quote begins the next cell
//   "Foo            "Foo          never closed, or only too far behind: the
//                                 cell was not quoted
//   "Foo/1,"Bar     "Foo          ... nor is it when the quote that would close
//                                 it, on a later line, ends no cell: the rows
//                                 between would be swallowed
//
// All this takes one pass, however many quotes are open: a search for the
// closing quote goes beyond the cell's own run of quotes only when that run is
// odd, and ends at the next odd run, which no later search passes.

namespace mqlab {
namespace {

static_assert(std::endian::native == std::endian::little,
              "FindEnd takes the first byte of a word as its lowest");

constexpr uint64_t kOnes = 0x0101010101010101u;
constexpr uint64_t kHighs = 0x8080808080808080u;

uint64_t Repeat(char c) { return kOnes * static_cast<unsigned char>(c); }

// The high bit of the lowest zero byte is set, and of none below it.
uint64_t ZeroBytes(uint64_t word) { return (word - kOnes) & ~word & kHighs; }

bool IsBlank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return Trim(cell).empty(); });
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes, const CsvDialect& dialect)
    : bytes_(bytes), dialect_(dialect) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) offset_ = 3;
  std::vector<std::string_view> skipped;
  for (uint32_t i = 0; i < dialect_.skipped_rows; ++i) {
    if (!NextLine(&skipped)) break;
  }
}

void CsvReader::Continue(std::string_view bytes, bool last) {
  bytes_ = bytes;
  last_ = last;
  starved_ = false;
  offset_ = 0;
}

bool CsvReader::Next(std::vector<std::string_view>* cells) {
  while (NextLine(cells)) {
    if (!IsBlank(*cells)) return true;
  }
  return false;
}

bool CsvReader::NextLine(std::vector<std::string_view>* cells) {
  cells->clear();
  if (!Has(offset_)) return false;
  unquoted_.clear();
  undone_.clear();
  open_quotes_.clear();
  for (;;) {
    cells->push_back(ReadCell(cells->size()));
    if (!Has(offset_) || bytes_[offset_] != dialect_.delimiter) break;
    ++offset_;
  }
  EndRow();
  // Only now, when the buffer grows no more.
  for (const Undone& part : undone_) {
    (*cells)[part.cell] =
        std::string_view(unquoted_).substr(part.begin, part.end - part.begin);
  }
  return true;
}

bool CsvReader::InBytes(std::string_view cell) const {
  return cell.data() >= bytes_.data() &&
         cell.data() + cell.size() <= bytes_.data() + bytes_.size();
}

// Reads the cell at offset_ and leaves offset_ at its delimiter or line end.
std::string_view CsvReader::ReadCell(size_t number) {
  const size_t begin = offset_;
  const size_t open = SkipBlanks(begin);
  std::string_view cell;
  if (Has(open) && bytes_[open] == dialect_.quote &&
      ReadQuoted(open, number, &cell)) {
    return cell;
  }
  offset_ = FindEnd(begin);
  return bytes_.substr(begin, offset_ - begin);
}

// False when the cell turns out not to be a quoted one.
bool CsvReader::ReadQuoted(size_t open, size_t number, std::string_view* cell) {
  bool doubled = false;
  const size_t quote = FindSingleQuote(open, &doubled);
  if (quote == std::string_view::npos) return LeaveOpen(number);
  const size_t after = SkipBlanks(quote + 1);
  if (EndsCell(after)) {
    offset_ = after;
    *cell = doubled ? Undo(open + 1, quote, number)
                    : bytes_.substr(open + 1, quote - open - 1);
    return true;
  }
  if (HasLineEnd(open, quote)) return LeaveOpen(number);
  const size_t late = FindLateClose(quote + 1);
  if (late != std::string_view::npos) {
    offset_ = SkipBlanks(late + 1);
    *cell = Undo(open + 1, late, number);
    return true;
  }
  if (FindEnd(open + 1) >= quote) return false;
  if (StartsCell(quote)) return LeaveOpen(number);
  offset_ = FindEnd(quote);
  Undo(open + 1, quote, number);
  unquoted_.append(bytes_.substr(quote + 1, offset_ - quote - 1));
  undone_.back().end = unquoted_.size();
  return true;
}

bool CsvReader::LeaveOpen(size_t number) {
  open_quotes_.push_back(number);
  return false;
}

// The next quote after `open` that is not one of a doubled pair.
size_t CsvReader::FindSingleQuote(size_t open, bool* doubled) const {
  const std::string_view within = bytes_.substr(0, open + kLongestQuoted + 1);
  for (size_t at = open + 1;; at += 2) {
    at = within.find(dialect_.quote, at);
    if (at == std::string_view::npos) {
      Has(open + kLongestQuoted);
      return at;
    }
    const bool pair = Has(at + 1) && bytes_[at + 1] == dialect_.quote;
    if (!pair) return at;
    *doubled = true;
  }
}

// Copies with each doubled quote as one. The view is set when the row ends.
std::string_view CsvReader::Undo(size_t begin, size_t end, size_t number) {
  undone_.push_back({number, unquoted_.size(), 0});
  for (size_t at = begin; at < end; ++at) {
    unquoted_.push_back(bytes_[at]);
    const bool doubled = bytes_[at] == dialect_.quote && at + 1 < end &&
                         bytes_[at + 1] == dialect_.quote;
    if (doubled) ++at;
  }
  undone_.back().end = unquoted_.size();
  return {};
}

// The next delimiter or line end.
size_t CsvReader::FindEnd(size_t at) const {
  const uint64_t delimiters = Repeat(dialect_.delimiter);
  const uint64_t line_feeds = Repeat('\n');
  const uint64_t returns = Repeat('\r');
  for (; at + 8 <= bytes_.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes_.data() + at, 8);
    const uint64_t found = ZeroBytes(word ^ delimiters) |
                           ZeroBytes(word ^ line_feeds) |
                           ZeroBytes(word ^ returns);
    if (found != 0) {
      return at + static_cast<size_t>(std::countr_zero(found)) / 8;
    }
  }
  while (!EndsCell(at)) ++at;
  return at;
}

// The quote on the same line that ends a cell whose inner quotes are not
// doubled; npos when another cell's opening quote comes first.
size_t CsvReader::FindLateClose(size_t at) const {
  for (; Has(at) && bytes_[at] != '\n' && bytes_[at] != '\r'; ++at) {
    if (bytes_[at] != dialect_.quote) continue;
    if (StartsCell(at)) break;
    if (EndsCell(SkipBlanks(at + 1))) return at;
  }
  return std::string_view::npos;
}

bool CsvReader::HasLineEnd(size_t begin, size_t end) const {
  return bytes_.substr(begin, end - begin).find_first_of("\r\n") !=
         std::string_view::npos;
}

// True when only blanks stand between a delimiter and this byte.
bool CsvReader::StartsCell(size_t at) const {
  while (at > 0 && (bytes_[at - 1] == ' ' || bytes_[at - 1] == '\t') &&
         bytes_[at - 1] != dialect_.delimiter) {
    --at;
  }
  return at > 0 && bytes_[at - 1] == dialect_.delimiter;
}

bool CsvReader::EndsCell(size_t at) const {
  return !Has(at) || bytes_[at] == dialect_.delimiter || bytes_[at] == '\n' ||
         bytes_[at] == '\r';
}

size_t CsvReader::SkipBlanks(size_t at) const {
  while (Has(at) && (bytes_[at] == ' ' || bytes_[at] == '\t') &&
         bytes_[at] != dialect_.delimiter) {
    ++at;
  }
  return at;
}

void CsvReader::EndRow() {
  if (!Has(offset_)) return;
  const bool pair = bytes_[offset_] == '\r' && Has(offset_ + 1) &&
                    bytes_[offset_ + 1] == '\n';
  offset_ += pair ? 2 : 1;
}

}  // namespace mqlab
