#ifndef MQLAB_JSON_JSON_TEXT_H_
#define MQLAB_JSON_JSON_TEXT_H_

// JSON to be written: numbers as their writing, keys in order.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mqlab {

// A text in quotes, with only what must be escaped escaped.
std::string QuoteJson(std::string_view text);

class JsonText {
 public:
  // A value that is JSON already: a number's writing, true, false.
  static JsonText Raw(std::string json);
  static JsonText Text(std::string_view text);
  static JsonText Whole(int64_t number);
  static JsonText Boolean(bool value);
  static JsonText List();
  static JsonText Object();

  // REQUIRES: a list, an object.
  void Add(JsonText item);
  void Add(std::string_view key, JsonText value);
  void AddCount(std::string_view key, uint64_t count);

  bool empty() const { return parts_.empty(); }

  // A list or object stands on one line when it fits into the width, the two
  // outermost levels excepted; else each part on its own, two spaces further
  // in. Ends with a line break.
  std::string Print() const;

 private:
  enum class Kind : uint8_t { kScalar, kList, kObject };

  std::string OneLine() const;
  void PrintAt(size_t indent, size_t column, std::string& out) const;

  Kind kind_ = Kind::kScalar;
  std::string scalar_;
  std::vector<std::pair<std::string, JsonText>> parts_;  // quoted keys
};

// Text for JSON: bytes that are no UTF-8 become U+FFFD.
JsonText CellToJson(std::string_view text);
std::string QuoteCell(std::string_view text);

}  // namespace mqlab

#endif  // MQLAB_JSON_JSON_TEXT_H_
