#include "import/csv_text.h"

namespace mqlab {

void AppendCell(std::string_view cell, bool first, std::string* text) {
  if (!first) text->push_back(',');
  if (cell.find_first_of(",\"\r\n") == cell.npos) {
    text->append(cell);
    return;
  }
  text->push_back('"');
  for (const char c : cell) {
    if (c == '"') text->push_back('"');
    text->push_back(c);
  }
  text->push_back('"');
}

void AppendRow(std::span<const std::string_view> cells, std::string* text) {
  for (size_t i = 0; i < cells.size(); ++i) {
    AppendCell(cells[i], i == 0, text);
  }
  // A row of one empty cell would be a blank line.
  if (cells.size() == 1 && cells[0].empty()) text->append("\"\"");
  text->push_back('\n');
}

}  // namespace mqlab
