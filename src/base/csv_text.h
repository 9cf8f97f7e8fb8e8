#ifndef MQLAB_BASE_CSV_TEXT_H_
#define MQLAB_BASE_CSV_TEXT_H_

// Texts as cells of CSV (RFC 4180): commas, line feeds, quotes where they are
// needed.

#include <span>
#include <string>
#include <string_view>

namespace mqlab {

// In quotes, those within it doubled.
void AppendQuoted(std::string_view text, std::string* csv);
void AppendCsvCell(std::string_view text, std::string* csv);
// With its line feed.
void AppendCsvRow(std::span<const std::string_view> cells, std::string* csv);

}  // namespace mqlab

#endif  // MQLAB_BASE_CSV_TEXT_H_
