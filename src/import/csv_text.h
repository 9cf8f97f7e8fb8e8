#ifndef MQLAB_IMPORT_CSV_TEXT_H_
#define MQLAB_IMPORT_CSV_TEXT_H_

// Rows as CSV: commas, line feeds, quotes where they are needed.

#include <span>
#include <string>
#include <string_view>

namespace mqlab {

// `first`: no comma before it.
void AppendCell(std::string_view cell, bool first, std::string* text);
void AppendRow(std::span<const std::string_view> cells, std::string* text);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_CSV_TEXT_H_
