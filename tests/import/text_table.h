#ifndef MQLAB_TESTS_IMPORT_TEXT_TABLE_H_
#define MQLAB_TESTS_IMPORT_TEXT_TABLE_H_

// Tables of texts, written as the files of many systems are, and read back
// without any code of the importer but its tables of characters.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/text_encoding.h"

namespace mqlab {

using TextRow = std::vector<std::string>;

struct TextTable {
  TextRow header;
  std::vector<TextRow> rows;

  // The column of this name; fails the test when there is none.
  size_t Column(std::string_view name) const;
  // "" where there is no such column or row.
  std::string At(size_t row, std::string_view name) const;
  // All cells of a column, from above.
  TextRow All(std::string_view name) const;
};

// How a table is written as bytes.
struct TextStyle {
  char delimiter = ',';
  bool quote_all = false;
  std::string_view line_end = "\n";
  TextEncoding encoding = TextEncoding::kUtf8;
  bool mark = false;  // a byte order mark first
  bool sep_line = false;
  std::vector<std::string> titles = {};   // lines above the header
  std::vector<std::string> remarks = {};  // lines below the data
  bool blank_lines = false;               // between rows
};

// nullopt when the encoding lacks a character.
std::optional<std::string> Encode(std::string_view utf8, TextEncoding encoding);
std::string Decode(std::string_view bytes, TextEncoding encoding);

std::optional<std::string> WriteTable(const TextTable& table,
                                      const TextStyle& style);

// By RFC 4180; lines without any text are left out.
std::vector<TextRow> ParseRows(std::string_view utf8, char delimiter);
// The first row is the header.
TextTable ParseTable(std::string_view utf8);

}  // namespace mqlab

#endif  // MQLAB_TESTS_IMPORT_TEXT_TABLE_H_
