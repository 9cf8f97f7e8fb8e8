#include "base/csv_text.h"

namespace mqlab {

void AppendQuoted(std::string_view text, std::string* csv) {
  *csv += '"';
  for (const char c : text) {
    if (c == '"') *csv += '"';
    *csv += c;
  }
  *csv += '"';
}

void AppendCsvCell(std::string_view text, std::string* csv) {
  if (text.find_first_of(",\"\r\n") == text.npos) {
    *csv += text;
  } else {
    AppendQuoted(text, csv);
  }
}

void AppendCsvRow(std::span<const std::string_view> cells, std::string* csv) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) *csv += ',';
    AppendCsvCell(cells[i], csv);
  }
  // A row of one empty cell would be a blank line.
  if (cells.size() == 1 && cells[0].empty()) *csv += "\"\"";
  *csv += '\n';
}

}  // namespace mqlab
