#ifndef MQLAB_IMPORT_TEXT_ENCODING_H_
#define MQLAB_IMPORT_TEXT_ENCODING_H_

// How the characters of a file are written as bytes, found by evidence, and
// the same text as UTF-8.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mqlab {

enum class TextEncoding : uint8_t {
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kWindows1250,  // Polish, Romanian, Bosnian Windows
  kWindows1251,  // Russian Windows
  kWindows1252,  // Western Windows; ISO-8859-1 is a part of it
  kIso88592,
  kKoi8R,
  kCp866,
};
inline constexpr std::array kTextEncodings = {
    TextEncoding::kUtf8,        TextEncoding::kUtf16Le,
    TextEncoding::kUtf16Be,     TextEncoding::kWindows1250,
    TextEncoding::kWindows1251, TextEncoding::kWindows1252,
    TextEncoding::kIso88592,    TextEncoding::kKoi8R,
    TextEncoding::kCp866};

// The label of the WHATWG Encoding Standard: "utf-8", "windows-1250".
std::string_view EncodingLabel(TextEncoding encoding);
std::optional<TextEncoding> EncodingOfLabel(std::string_view label);

struct DetectedEncoding {
  TextEncoding encoding = TextEncoding::kUtf8;
  bool byte_order_mark = false;
  // 0 to 100: by a mark or by being valid UTF-8 100; else how far the letters
  // speak more for this code page than for the next one that reads otherwise.
  int confidence = 100;
  bool operator==(const DetectedEncoding&) const = default;
};

// In this order: a byte order mark; the zero bytes of UTF-16; UTF-8 that is
// valid but for a few bytes (the sample may cut the last character); the code
// page in which the words are most like words of the languages that it is used
// for.
DetectedEncoding DetectEncoding(std::string_view sample);

// A text as UTF-8, byte by byte as it comes. A byte order mark is left out;
// what is no character becomes U+FFFD, as the WHATWG decoders do.
class Utf8Decoder {
 public:
  // REQUIRES: encoding != TextEncoding::kUtf8
  explicit Utf8Decoder(TextEncoding encoding) : encoding_(encoding) {}

  void Append(std::string_view bytes, std::string* utf8);
  // No more bytes will come.
  void Finish(std::string* utf8);

 private:
  void AppendUnit(uint32_t unit, std::string* utf8);

  const TextEncoding encoding_;
  bool begun_ = false;
  std::optional<uint8_t> odd_;    // the first byte of a unit of UTF-16
  std::optional<uint32_t> high_;  // the first half of a pair of units
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_TEXT_ENCODING_H_
