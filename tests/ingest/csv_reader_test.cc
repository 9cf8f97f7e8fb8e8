#include "ingest/csv_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace mqlab {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows ReadAll(std::string_view bytes, const CsvDialect& dialect = {}) {
  CsvReader reader(bytes, dialect);
  std::vector<std::string_view> cells;
  Rows rows;
  while (reader.Next(&cells)) rows.emplace_back(cells.begin(), cells.end());
  return rows;
}

struct CsvCase {
  const char* name;
  std::string_view bytes;
  Rows rows;
};

const CsvCase kCsvCases[] = {
    // RFC 4180
    {"plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
    {"no final newline", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
    {"CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
    {"quoted", "\"a\",\"b, c\"\n", {{"a", "b, c"}}},
    {"doubled quotes", "\"a \"\"b\"\" c\",\"\"\"\"\n", {{"a \"b\" c", "\""}}},
    {"line breaks in cells",
     "\"a\nb\",\"c\r\nd\",\"e\rf\"\n",
     {{"a\nb", "c\r\nd", "e\rf"}}},
    {"empty cells", ",a,,\n\"\",x,,\n", {{"", "a", "", ""}, {"", "x", "", ""}}},
    // bends
    {"byte order mark", "\xEF\xBB\xBF\"a\",b\n", {{"a", "b"}}},
    {"lone CR", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
    {"mixed line ends", "a\nb\r\nc\rd", {{"a"}, {"b"}, {"c"}, {"d"}}},
    {"blank rows", "\n\na,b\n\r\n  \t\n,,\nc,d\n\n", {{"a", "b"}, {"c", "d"}}},
    {"ragged rows", "a,b\nc\nd,e,f\n", {{"a", "b"}, {"c"}, {"d", "e", "f"}}},
    {"nothing", "", {}},
    {"only a mark", "\xEF\xBB\xBF", {}},
    {"blanks are kept", " a , b \n", {{" a ", " b "}}},
    // quotes that are not as they should be
    {"inside an unquoted cell",
     "12\" disk,a\"b\"\n",
     {{"12\" disk", "a\"b\""}}},
    {"blanks around quotes", "a, \"b, c\" ,d\n", {{"a", "b, c", "d"}}},
    {"inner ones not doubled", "\"a \"b\" c\",d\n", {{"a \"b\" c", "d"}}},
    {"inner ones, last cell",
     "x,\"a \"b\" c\"\ny,z\n",
     {{"x", "a \"b\" c"}, {"y", "z"}}},
    {"begins with a quoted word",
     "\"Foo\" Inc,\"Bar\"\n",
     {{"\"Foo\" Inc", "Bar"}}},
    {"... at the end of a row",
     "x,\"Foo\" Inc\ny,z\n",
     {{"x", "\"Foo\" Inc"}, {"y", "z"}}},
    {"text after a true quote",
     "\"Foo, Bar\" Inc,x\n",
     {{"Foo, Bar Inc", "x"}}},
    {"two texts after true quotes",
     "\"a,\"\"b\" c,\"d,e\" f\n",
     {{"a,\"b c", "d,e f"}}},
    {"never closed", "a,\"b\nc,d\n", {{"a", "\"b"}, {"c", "d"}}},
    {"a quote alone at the end", "a,\"", {{"a", "\""}}},
    {"never closed, and again in the next row",
     "1,\"a\n2,\"b\n3,c\n",
     {{"1", "\"a"}, {"2", "\"b"}, {"3", "c"}}},
    {"... before a row with a quoted cell",
     "1,\"hello,Rome\n2,\"bye\",Oslo\n3,x,Bonn\n",
     {{"1", "\"hello", "Rome"}, {"2", "bye", "Oslo"}, {"3", "x", "Bonn"}}},
    {"... with a doubled one inside, row after row",
     "1,\"x\"\"y\n2,\"x\"\"y\n3,\"x\"\"y\n4,\"x\"\"y\n",
     {{"1", "\"x\"\"y"},
      {"2", "\"x\"\"y"},
      {"3", "\"x\"\"y"},
      {"4", "\"x\"\"y"}}},
    {"... in two cells of a row",
     "1,\"a,\"b\n2,c,d\n",
     {{"1", "\"a", "\"b"}, {"2", "c", "d"}}},
    {"closed on a later line, but text comes after",
     "1,\"a\nb\" c,d\n2,x\n",
     {{"1", "\"a"}, {"b\" c", "d"}, {"2", "x"}}},
    {"closed at the very end", "1,\"a\nb\"", {{"1", "a\nb"}}},
    {"blanks before the next cell's quote",
     "\"a\" b, \"c\"\n",
     {{"\"a\" b", "c"}}},
};

TEST(CsvReaderTest, ReadsAsTheCasesSay) {
  for (const CsvCase& c : kCsvCases)
    EXPECT_EQ(ReadAll(c.bytes), c.rows) << c.name;
}

TEST(CsvReaderTest, SplitsAtTheDelimiterOfTheDialect) {
  EXPECT_EQ(ReadAll("a;b,c\n", {.delimiter = ';'}), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(ReadAll("a\tb \t\tc\n", {.delimiter = '\t'}),
            (Rows{{"a", "b ", "", "c"}}));
  EXPECT_EQ(ReadAll("a|\"b|c\"\n", {.delimiter = '|'}), (Rows{{"a", "b|c"}}));
}

TEST(CsvReaderTest, PassesOverTheRowsBeforeTheHeader) {
  EXPECT_EQ(ReadAll("Title\n\n\"two\nlines\"\na,b\n1,2\n", {.skipped_rows = 3}),
            (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(ReadAll("a\n", {.skipped_rows = 5}), Rows{});
}

TEST(CsvReaderTest, TellsWhichCellsHaveAnUnclosedQuote) {
  using Numbers = std::vector<size_t>;
  CsvReader reader("a\nx,\"b,\"c\n\"d,y\n\"f\n", {});
  std::vector<std::string_view> cells;
  for (const Numbers& open : {Numbers{}, {1, 2}, {0}, {0}}) {
    ASSERT_TRUE(reader.Next(&cells));
    EXPECT_EQ(reader.open_quotes(), open) << cells[0];
  }
}

// Each of these, read to the end of the file or row again for every cell, would
// take hours.
TEST(CsvReaderTest, GetsThroughManyOpenQuotesInOnePass) {
  for (const std::string_view part :
       {"i,\"x\"\"y\n", "i,\"\"\"\n", "i,\"\"\"\"a\n", "i,\"a\n", ", \"\"a",
        ",\"\"a", ",\"a \"b", "\"", "\"\n"}) {
    std::string text;
    while (text.size() < 3'000'000) text += part;
    CsvReader reader(text, {});
    std::vector<std::string_view> cells;
    while (reader.NextLine(&cells)) {
    }
    EXPECT_EQ(reader.offset(), text.size());
  }
}

TEST(CsvReaderTest, KnowsWhichCellsAreInTheBytes) {
  CsvReader reader("plain,\"quoted\",\"un\"\"done\"\n", {});
  std::vector<std::string_view> cells;
  ASSERT_TRUE(reader.Next(&cells));
  EXPECT_TRUE(reader.InBytes(cells[0]));
  EXPECT_TRUE(reader.InBytes(cells[1]));
  EXPECT_FALSE(reader.InBytes(cells[2]));
}

// The law: what is written by RFC 4180 reads back, whatever the cells are.
TEST(CsvReaderTest, ReadsBackRandomCells) {
  constexpr uint32_t kSeed = 4180;
  std::mt19937 random(kSeed);
  constexpr std::string_view kAlphabet = "ab,;\"\n\r x\xC3\xA4";
  for (int round = 0; round < 2000; ++round) {
    Rows rows;
    std::string text;
    for (uint32_t r = 0; r < 1 + random() % 4; ++r) {
      std::vector<std::string> row = {"id"};  // so that no row is blank
      text += "id";
      for (uint32_t c = 0; c < random() % 4; ++c) {
        std::string cell;
        for (uint32_t n = random() % 12; n > 0; --n) {
          cell += kAlphabet[random() % kAlphabet.size()];
        }
        text += ",\"";
        for (const char ch : cell) text += ch == '"' ? "\"\"" : std::string{ch};
        text += '"';
        row.push_back(cell);
      }
      text += random() % 2 == 0 ? "\n" : "\r\n";
      rows.push_back(row);
    }
    ASSERT_EQ(ReadAll(text), rows) << "seed " << kSeed << "\n" << text;
  }
}

// Nothing a file may hold makes the reader stop short, loop or overrun.
TEST(CsvReaderTest, GetsThroughRandomBytes) {
  std::mt19937 random(7);
  constexpr std::string_view kAlphabet = "a,\"\"\n\r ";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (uint32_t n = random() % 24; n > 0; --n) {
      text += kAlphabet[random() % kAlphabet.size()];
    }
    CsvReader reader(text, {});
    std::vector<std::string_view> cells;
    size_t rows = 0;
    while (reader.NextLine(&cells)) ASSERT_LE(++rows, text.size()) << text;
    ASSERT_EQ(reader.offset(), text.size()) << text;
  }
}

}  // namespace
}  // namespace mqlab
