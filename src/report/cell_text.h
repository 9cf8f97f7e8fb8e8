#ifndef MQLAB_REPORT_CELL_TEXT_H_
#define MQLAB_REPORT_CELL_TEXT_H_

// One cell as CSV, as JSON and as HTML.

#include <string>
#include <string_view>

#include "lead/field.h"

namespace mqlab {

// The text as no spreadsheet takes it for a formula: with an apostrophe before
// each place where a cell may begin, in whatever way the file is cut into
// cells, and = + - @ or their full-width forms follow, spaces and quotes aside;
// and before a tab or line break at its start.
std::string Disarm(std::string_view text);

// The text of a <td>, on one line.
void AppendHtml(std::string_view text, std::string* to);

// As JSON of the type; null for an empty cell. What does not fit the type, or
// has more digits than a double keeps, is text.
std::string TypedJson(std::string_view cell, FieldType type,
                      const CellFormat& format);

}  // namespace mqlab

#endif  // MQLAB_REPORT_CELL_TEXT_H_
