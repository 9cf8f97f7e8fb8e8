#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <numeric>

namespace mqlab {
namespace {

struct CodePointRange {
  uint32_t first;
  uint32_t last;
};

// Every step-th code point from first to last moves by delta.
struct FoldRange {
  uint32_t first;
  uint32_t last;
  uint32_t step;
  int32_t delta;
};

#include "base/text_tables.inc"

constexpr uint32_t kInvalid = 0xFFFFFFFF;  // a byte that is no code point

struct CodePoint {
  uint32_t value;
  uint32_t size;  // in bytes
};

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsAsciiWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// The code point at the start of a text that is not empty.
CodePoint Decode(std::string_view text) {
  const auto byte = [&](size_t i) {
    return static_cast<uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {kInvalid, 1};
  uint32_t value = lead & (0x7Fu >> size);
  for (uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {kInvalid, 1};
    value = value << 6 | (byte(i) & 0x3F);
  }
  constexpr std::array<uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kSmallest[size] || value > 0x10FFFF ||
      (value >= 0xD800 && value <= 0xDFFF)) {
    return {kInvalid, 1};
  }
  return {value, size};
}

void Append(uint32_t value, std::string* text) {
  const auto tail = [&](int shift) {
    text->push_back(static_cast<char>(0x80 | (value >> shift & 0x3F)));
  };
  if (value < 0x80) {
    text->push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    text->push_back(static_cast<char>(0xC0 | value >> 6));
    tail(0);
  } else if (value < 0x10000) {
    text->push_back(static_cast<char>(0xE0 | value >> 12));
    tail(6);
    tail(0);
  } else {
    text->push_back(static_cast<char>(0xF0 | value >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

// The range that may hold `point`: the last one that does not begin after it.
template <typename Range, size_t n>
const Range* FindRange(const Range (&ranges)[n], uint32_t point) {
  const Range* const after = std::upper_bound(
      std::begin(ranges), std::end(ranges), point,
      [](uint32_t p, const Range& range) { return p < range.first; });
  if (after == std::begin(ranges)) return nullptr;
  return point <= std::prev(after)->last ? std::prev(after) : nullptr;
}

bool IsSpace(uint32_t point) {
  return FindRange(kSpaceRanges, point) != nullptr;
}
bool IsWord(uint32_t point) { return FindRange(kWordRanges, point) != nullptr; }

uint32_t FoldPoint(uint32_t point) {
  const FoldRange* const range = FindRange(kFoldRanges, point);
  if (range == nullptr || (point - range->first) % range->step != 0) {
    return point;
  }
  return point + static_cast<uint32_t>(range->delta);
}

// Size of the White_Space code point at the start, or end, of a text; or 0.
size_t SpaceAtStart(std::string_view text) {
  if (IsAscii(text.front())) return IsAsciiSpace(text.front()) ? 1 : 0;
  const CodePoint point = Decode(text);
  return IsSpace(point.value) ? point.size : 0;
}

size_t SpaceAtEnd(std::string_view text) {
  if (IsAscii(text.back())) return IsAsciiSpace(text.back()) ? 1 : 0;
  // No White_Space code point is longer than three bytes.
  for (size_t size = 2; size <= 3 && size <= text.size(); ++size) {
    const CodePoint point = Decode(text.substr(text.size() - size));
    if (point.size == size && IsSpace(point.value)) return size;
  }
  return 0;
}

// Size of the run at the start that consists of letters and digits, or of none.
size_t RunSize(std::string_view text, bool word) {
  size_t at = 0;
  while (at < text.size()) {
    if (IsAscii(text[at])) {
      if (IsAsciiWord(text[at]) != word) break;
      ++at;
      continue;
    }
    const CodePoint point = Decode(text.substr(at));
    if (IsWord(point.value) != word) break;
    at += point.size;
  }
  return at;
}

std::vector<uint32_t> CodePoints(std::string_view text) {
  std::vector<uint32_t> points;
  while (!text.empty()) {
    const CodePoint point = Decode(text);
    // Different bytes that are no code points must stay different.
    points.push_back(point.value != kInvalid
                         ? point.value
                         : 0x110000 + static_cast<unsigned char>(text[0]));
    text.remove_prefix(point.size);
  }
  return points;
}

// Size of the leading part that is ASCII, in whole groups of eight bytes.
size_t AsciiPrefix(std::string_view text) {
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t group = 0;
    std::memcpy(&group, text.data() + at, 8);
    if ((group & 0x8080808080808080u) != 0) break;
  }
  return at;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  while (!text.empty()) {
    const size_t space = SpaceAtStart(text);
    if (space == 0) break;
    text.remove_prefix(space);
  }
  while (!text.empty()) {
    const size_t space = SpaceAtEnd(text);
    if (space == 0) break;
    text.remove_suffix(space);
  }
  return text;
}

std::string Fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (IsAscii(c)) {
      folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
      ++at;
      continue;
    }
    const CodePoint point = Decode(text.substr(at));
    if (point.value == kInvalid) {
      folded.push_back(c);
    } else {
      Append(FoldPoint(point.value), &folded);
    }
    at += point.size;
  }
  return folded;
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  for (;;) {
    text.remove_prefix(RunSize(text, false));
    if (text.empty()) return words;
    const size_t size = RunSize(text, true);
    words.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
}

bool ContainsWords(std::string_view text,
                   const std::vector<std::string_view>& words) {
  if (words.empty()) return false;
  const std::vector<std::string_view> all = Words(text);
  return std::search(all.begin(), all.end(), words.begin(), words.end()) !=
         all.end();
}

std::string NameKey(std::string_view name) {
  const std::string folded = Fold(name);
  std::string key;
  for (const std::string_view word : Words(folded)) key += word;
  return key;
}

size_t EditDistance(std::string_view a, std::string_view b) {
  const std::vector<uint32_t> from = CodePoints(a);
  const std::vector<uint32_t> to = CodePoints(b);
  std::vector<size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < from.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < to.size(); ++j) {
      const size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

size_t CodePointCount(std::string_view text) {
  size_t count = 0;
  while (!text.empty()) {
    text.remove_prefix(Decode(text).size);
    ++count;
  }
  return count;
}

bool IsValidUtf8(std::string_view text) {
  for (;;) {
    text.remove_prefix(AsciiPrefix(text));
    // The rest of the group, and any more that is not ASCII, one by one.
    for (int i = 0; i < 8; ++i) {
      if (text.empty()) return true;
      const CodePoint point = Decode(text);
      if (point.value == kInvalid) return false;
      text.remove_prefix(point.size);
    }
  }
}

}  // namespace mqlab
