#include "json/json_text.h"

#include "base/text.h"

namespace mqlab {
namespace {

constexpr size_t kWidth = 100;
constexpr size_t kBrokenLevels = 2;

// The bytes of a code point that begins here, 0 when none does.
size_t CodePointLength(std::string_view text, size_t i) {
  for (size_t length = 1; length <= 4 && i + length <= text.size(); ++length) {
    if (IsValidUtf8(text.substr(i, length))) return length;
  }
  return 0;
}

}  // namespace

std::string QuoteJson(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += "\\u00";
      quoted += kHex[byte >> 4];
      quoted += kHex[byte & 15];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

JsonText JsonText::Raw(std::string json) {
  JsonText value;
  value.scalar_ = std::move(json);
  return value;
}

JsonText JsonText::Text(std::string_view text) { return Raw(QuoteJson(text)); }

JsonText JsonText::Whole(int64_t number) { return Raw(std::to_string(number)); }

JsonText JsonText::Boolean(bool value) { return Raw(value ? "true" : "false"); }

JsonText JsonText::List() {
  JsonText value;
  value.kind_ = Kind::kList;
  return value;
}

JsonText JsonText::Object() {
  JsonText value;
  value.kind_ = Kind::kObject;
  return value;
}

void JsonText::Add(JsonText item) { parts_.emplace_back("", std::move(item)); }

void JsonText::Add(std::string_view key, JsonText value) {
  parts_.emplace_back(QuoteJson(key) + ": ", std::move(value));
}

void JsonText::AddCount(std::string_view key, uint64_t count) {
  Add(key, Whole(static_cast<int64_t>(count)));
}

std::string JsonText::OneLine() const {
  if (kind_ == Kind::kScalar) return scalar_;
  std::string line(1, kind_ == Kind::kList ? '[' : '{');
  for (const auto& [key, value] : parts_) {
    if (line.size() > 1) line += ", ";
    line += key + value.OneLine();
  }
  return line + (kind_ == Kind::kList ? ']' : '}');
}

void JsonText::PrintAt(size_t indent, size_t column, std::string& out) const {
  const bool broken = indent < 2 * kBrokenLevels && !parts_.empty();
  if (!broken) {
    const std::string line = OneLine();
    if (kind_ == Kind::kScalar || parts_.empty() ||
        column + CodePointCount(line) <= kWidth) {
      out += line;
      return;
    }
  }
  out += kind_ == Kind::kList ? '[' : '{';
  for (const auto& [key, value] : parts_) {
    out += &key == &parts_.front().first ? "\n" : ",\n";
    out.append(indent + 2, ' ');
    out += key;
    // One column is left for the comma.
    value.PrintAt(indent + 2, indent + 3 + CodePointCount(key), out);
  }
  out += '\n';
  out.append(indent, ' ');
  out += kind_ == Kind::kList ? ']' : '}';
}

std::string JsonText::Print() const {
  std::string out;
  PrintAt(0, 0, out);
  return out + '\n';
}

std::string QuoteCell(std::string_view text) {
  if (IsValidUtf8(text)) return QuoteJson(text);
  std::string mended;
  for (size_t i = 0; i < text.size();) {
    const size_t length = CodePointLength(text, i);
    if (length == 0) mended += "\xEF\xBF\xBD";
    mended += text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  return QuoteJson(mended);
}

JsonText CellToJson(std::string_view text) {
  return JsonText::Raw(QuoteCell(text));
}

}  // namespace mqlab
