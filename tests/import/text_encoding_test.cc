#include "import/text_encoding.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "case_file.h"

namespace mqlab {
namespace {

const std::filesystem::path kFolder = "tests/imports/encodings";

std::string Decoded(std::string_view bytes, TextEncoding encoding,
                    size_t piece) {
  if (encoding == TextEncoding::kUtf8) return std::string(bytes);
  Utf8Decoder decoder(encoding);
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += piece) {
    decoder.Append(bytes.substr(at, piece), &text);
  }
  decoder.Finish(&text);
  return text;
}

// Files of one text a language: LANGUAGE.ENCODING.csv.
TEST(TextEncodingTest, IsFoundInFilesOfFiveLanguagesAndTheirNeighbours) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string stem = entry.path().stem().string();
    const std::string label = stem.substr(stem.find('.') + 1);
    const std::string bytes = ReadFile(entry.path().string());
    const DetectedEncoding found = DetectEncoding(bytes);
    EXPECT_GT(found.confidence, 20) << stem;
    const std::string expected =
        ReadFile((kFolder / (stem.substr(0, 2) + ".utf-8.csv")).string());
    for (const size_t piece : {size_t{1}, size_t{3}, bytes.size()}) {
      EXPECT_EQ(Decoded(bytes, found.encoding, piece), expected) << stem;
    }
    // By half of the rows, too; code pages may read a text alike.
    const DetectedEncoding half =
        DetectEncoding(std::string_view(bytes).substr(0, bytes.size() / 4 * 2));
    EXPECT_EQ(Decoded(bytes, half.encoding, bytes.size()), expected) << stem;
    if (stem != "de.windows-1252" && stem != "ro.iso-8859-2") {
      EXPECT_EQ(EncodingLabel(found.encoding), label);
    }
    ++files;
  }
  EXPECT_EQ(files, 20);
}

TEST(TextEncodingTest, GoesByAMarkFirst) {
  using enum TextEncoding;
  const auto marked = [](std::string_view bytes, TextEncoding encoding) {
    const DetectedEncoding expected = {.encoding = encoding,
                                       .byte_order_mark = true};
    EXPECT_EQ(DetectEncoding(bytes), expected);
  };
  marked("\xEF\xBB\xBF\xB1", kUtf8);
  marked({"\xFF\xFE"
          "a\0",
          4},
         kUtf16Le);
  marked({"\xFE\xFF"
          "\0a",
          4},
         kUtf16Be);
  EXPECT_EQ(Decoded({"\xFF\xFE"
                     "a\0",
                     4},
                    kUtf16Le, 1),
            "a");
}

TEST(TextEncodingTest, TakesValidUtf8ForItselfWhereverItIsCut) {
  const std::string text = "a,b\nŁódź,Пётр 😀";
  for (size_t size = 0; size <= text.size(); ++size) {
    EXPECT_EQ(DetectEncoding(std::string_view(text).substr(0, size)),
              DetectedEncoding())
        << size;
  }
}

TEST(TextEncodingTest, TakesDamagedUtf8ForItself) {
  const DetectedEncoding found =
      DetectEncoding("Pozna\xF1, Łódź, Kraków, Gdańsk, Wrocław");
  EXPECT_EQ(found.encoding, TextEncoding::kUtf8);
  EXPECT_EQ(found.confidence, 85);
}

TEST(TextEncodingTest, DecodesPairsOfUnitsAndMarksHalfOnes) {
  using enum TextEncoding;
  // U+1F600 is D83D DE00.
  EXPECT_EQ(Decoded({"\x3D\xD8\x00\xDE", 4}, kUtf16Le, 1), "\U0001F600");
  EXPECT_EQ(Decoded({"\xD8\x3D\xDE\x00", 4}, kUtf16Be, 1), "\U0001F600");
  EXPECT_EQ(Decoded({"\x3D\xD8"
                     "a\0",
                     4},
                    kUtf16Le, 1),
            "\uFFFDa");
  EXPECT_EQ(Decoded({"\x00\xDE"
                     "a\0",
                     4},
                    kUtf16Le, 1),
            "\uFFFDa");
  EXPECT_EQ(Decoded({"a\0b", 3}, kUtf16Le, 1), "a\uFFFD");
  EXPECT_EQ(Decoded({"\x3D\xD8", 2}, kUtf16Le, 1), "\uFFFD");
}

TEST(TextEncodingTest, HasALabelForEach) {
  for (const TextEncoding encoding : kTextEncodings) {
    EXPECT_EQ(EncodingOfLabel(EncodingLabel(encoding)), encoding);
  }
  EXPECT_EQ(EncodingOfLabel("latin1"), std::nullopt);
}

}  // namespace
}  // namespace mqlab
