#include "import/text_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace mqlab {
namespace {

// The code points of a text that is valid UTF-8.
std::vector<uint32_t> CodePoints(std::string_view utf8) {
  std::vector<uint32_t> points;
  for (const char c : utf8) {
    const auto byte = static_cast<uint8_t>(c);
    if ((byte & 0xC0) == 0x80) {
      points.back() = points.back() << 6 | (byte & 0x3F);
    } else {
      points.push_back(byte < 0x80   ? byte
                       : byte < 0xE0 ? byte & 0x1F
                       : byte < 0xF0 ? byte & 0x0F
                                     : byte & 0x07);
    }
  }
  return points;
}

const std::map<uint32_t, char>& PageOf(TextEncoding encoding) {
  static std::map<TextEncoding, std::map<uint32_t, char>> pages;
  std::map<uint32_t, char>& page = pages[encoding];
  if (!page.empty()) return page;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    page.emplace(CodePoints(Decode({&c, 1}, encoding)).at(0), c);
  }
  return page;
}

void AppendUnit(uint32_t unit, TextEncoding encoding, std::string* bytes) {
  const char low = static_cast<char>(unit & 0xFF);
  const char high = static_cast<char>(unit >> 8);
  const bool little = encoding == TextEncoding::kUtf16Le;
  bytes->push_back(little ? low : high);
  bytes->push_back(little ? high : low);
}

bool IsUtf16(TextEncoding encoding) {
  return encoding == TextEncoding::kUtf16Le ||
         encoding == TextEncoding::kUtf16Be;
}

void AppendStyled(std::string_view cell, const TextStyle& style,
                  std::string* text) {
  const bool needed = cell.find_first_of("\"\r\n") != cell.npos ||
                      cell.find(style.delimiter) != cell.npos ||
                      cell.starts_with(' ') || cell.ends_with(' ');
  if (!style.quote_all && !needed) {
    text->append(cell);
    return;
  }
  text->push_back('"');
  for (const char c : cell) text->append(c == '"' ? 2 : 1, c);
  text->push_back('"');
}

void AppendStyledRow(const TextRow& row, const TextStyle& style,
                     std::string* text) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text->push_back(style.delimiter);
    AppendStyled(row[i], style, text);
  }
  text->append(style.line_end);
}

}  // namespace

size_t TextTable::Column(std::string_view name) const {
  const auto found = std::ranges::find(header, name);
  EXPECT_NE(found, header.end()) << "no column " << name;
  return static_cast<size_t>(found - header.begin());
}

std::string TextTable::At(size_t row, std::string_view name) const {
  const size_t column = Column(name);
  EXPECT_LT(row, rows.size());
  if (row >= rows.size() || column >= rows[row].size()) return "";
  return rows[row][column];
}

TextRow TextTable::All(std::string_view name) const {
  TextRow cells;
  for (size_t row = 0; row < rows.size(); ++row) cells.push_back(At(row, name));
  return cells;
}

std::optional<std::string> Encode(std::string_view utf8,
                                  TextEncoding encoding) {
  if (encoding == TextEncoding::kUtf8) return std::string(utf8);
  std::string bytes;
  for (const uint32_t point : CodePoints(utf8)) {
    if (IsUtf16(encoding)) {
      if (point < 0x10000) {
        AppendUnit(point, encoding, &bytes);
      } else {
        AppendUnit(0xD800 + ((point - 0x10000) >> 10), encoding, &bytes);
        AppendUnit(0xDC00 + ((point - 0x10000) & 0x3FF), encoding, &bytes);
      }
      continue;
    }
    const auto& page = PageOf(encoding);
    const auto found = page.find(point);
    if (found == page.end() || point == 0xFFFD) return std::nullopt;
    bytes.push_back(found->second);
  }
  return bytes;
}

std::string Decode(std::string_view bytes, TextEncoding encoding) {
  if (encoding == TextEncoding::kUtf8) return std::string(bytes);
  Utf8Decoder decoder(encoding);
  std::string utf8;
  decoder.Append(bytes, &utf8);
  decoder.Finish(&utf8);
  return utf8;
}

std::optional<std::string> WriteTable(const TextTable& table,
                                      const TextStyle& style) {
  std::string text = style.mark ? "\uFEFF" : "";
  if (style.sep_line) {
    text.append("sep=").append(1, style.delimiter).append(style.line_end);
  }
  for (const std::string& title : style.titles) {
    AppendStyledRow({title}, style, &text);
  }
  AppendStyledRow(table.header, style, &text);
  for (const TextRow& row : table.rows) {
    if (style.blank_lines) text.append(style.line_end);
    AppendStyledRow(row, style, &text);
  }
  for (const std::string& remark : style.remarks) {
    AppendStyledRow({remark}, style, &text);
  }
  return Encode(text, style.encoding);
}

std::vector<TextRow> ParseRows(std::string_view utf8, char delimiter) {
  if (utf8.starts_with("\uFEFF")) utf8.remove_prefix(3);
  std::vector<TextRow> rows;
  TextRow row(1);
  bool quoted = false;
  const auto end_row = [&] {
    const bool blank = std::ranges::all_of(
        row, [](const std::string& cell) { return cell.empty(); });
    if (!blank) rows.push_back(row);
    row.assign(1, "");
  };
  for (size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (quoted && c == '"' && i + 1 < utf8.size() && utf8[i + 1] == '"') {
      row.back() += utf8[i++];
    } else if (c == '"' && (quoted || row.back().empty())) {
      quoted = !quoted;
    } else if (quoted) {
      row.back() += c;
    } else if (c == delimiter) {
      row.emplace_back();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      row.back() += c;
    }
  }
  end_row();
  return rows;
}

TextTable ParseTable(std::string_view utf8) {
  std::vector<TextRow> rows = ParseRows(utf8, ',');
  TextTable table;
  if (rows.empty()) return table;
  table.header = rows.front();
  table.rows.assign(rows.begin() + 1, rows.end());
  return table;
}

}  // namespace mqlab
