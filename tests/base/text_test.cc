#include "base/text.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace mqlab {
namespace {

using Texts = std::vector<std::string_view>;

std::string Join(const Texts& words) {
  std::string text;
  for (const std::string_view word : words) {
    text += text.empty() ? "" : "|";
    text += word;
  }
  return text;
}

TEST(TextTest, FoldsAsTheCasesSay) {
  for (const auto& row : ReadCases("tests/cases/folding.csv")) {
    EXPECT_EQ(Fold(row[0]), row[1]) << row[2];
    EXPECT_EQ(Fold(row[1]), row[1]) << "folding twice: " << row[2];
  }
}

TEST(TextTest, SplitsIntoWordsAsTheCasesSay) {
  for (const auto& row : ReadCases("tests/cases/words.csv")) {
    EXPECT_EQ(Join(Words(row[0])), row[1]) << row[0] << ": " << row[2];
  }
}

TEST(TextTest, KeepsBytesThatAreNoCodePoint) {
  const std::string bad = "A\xC3(\xE2\x82Z\xFF\xED\xA0\x80\xF5\xC0\xAF";
  EXPECT_EQ(Fold(bad), "a\xC3(\xE2\x82z\xFF\xED\xA0\x80\xF5\xC0\xAF");
  EXPECT_EQ(Join(Words(bad)), "A|Z");
  EXPECT_EQ(Trim("\xA0 x \x80"), "\xA0 x \x80");
  EXPECT_EQ(CodePointCount("\xC3(ä"), 3u);
}

TEST(TextTest, TrimsWhiteSpaceOfUnicode) {
  EXPECT_EQ(Trim("  \t\r\n\v\f x y \n"), "x y");
  EXPECT_EQ(Trim("\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000\u0085x"
                 "\u3000\u00A0\u0085"),
            "x");
  EXPECT_EQ(Trim("\u200Bx\uFEFF"), "\u200Bx\uFEFF");  // no White_Space
  EXPECT_EQ(Trim("\u00A0"), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("à"), "à");  // ends with the byte 0xA0
}

TEST(TextTest, FindsWordsInARow) {
  EXPECT_FALSE(ContainsWords("director", {"cto"}));
  EXPECT_TRUE(ContainsWords("deputy cto, emea", {"cto"}));
  EXPECT_TRUE(ContainsWords("vice president of sales", {"of", "sales"}));
  EXPECT_TRUE(ContainsWords("head-of/sales", {"head", "of", "sales"}));
  EXPECT_FALSE(ContainsWords("head of our sales", {"of", "sales"}));
  EXPECT_FALSE(ContainsWords("head", {}));
  EXPECT_FALSE(ContainsWords("", {"head"}));
}

TEST(TextTest, ReducesNamesToLettersAndDigits) {
  EXPECT_EQ(NameKey("Company / Account"), "companyaccount");
  EXPECT_EQ(NameKey("Person - E-Mail.1"), "personemail1");
  EXPECT_EQ(NameKey("Ţară"), NameKey("ȚARĂ"));
  EXPECT_EQ(NameKey("--"), "");
}

TEST(TextTest, MeasuresDistanceInCodePoints) {
  EXPECT_EQ(EditDistance("", "abc"), 3u);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3u);
  EXPECT_EQ(EditDistance("țară", "tara"), 2u);
  EXPECT_EQ(EditDistance("same", "same"), 0u);
  EXPECT_EQ(EditDistance("a\xFF", "a\xFE"), 1u);
}

TEST(TextTest, KnowsValidUtf8) {
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8("plain ASCII, and more than eight bytes"));
  EXPECT_TRUE(IsValidUtf8("zażółć gęślą jaźń, 12345678 𐐀"));
  EXPECT_FALSE(IsValidUtf8("12345678\xC3"));
  EXPECT_FALSE(IsValidUtf8("1234567890123\x80"));
  EXPECT_FALSE(IsValidUtf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(IsValidUtf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(IsValidUtf8("\xF4\x90\x80\x80"));  // beyond the last
  EXPECT_TRUE(IsValidUtf8("\xF4\x8F\xBF\xBF"));
}

}  // namespace
}  // namespace mqlab
