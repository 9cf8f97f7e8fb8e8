// Files that are broken, cut off, huge in one direction, or no tables at all:
// no crash, no hang, and a word where nothing can be read.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "import/exports.h"
#include "import/imported.h"
#include "import/text_table.h"
#include "import/understanding.h"
#include "scoring/comparison.h"
#include "scoring/random_source.h"
#include "slow_build.h"

namespace mqlab {
namespace {

using reference::CasesToDraw;
using reference::FirstSeed;
using reference::Random;

// All the way, as leads and as whatever it looks like.
void Survive(const std::string& bytes, const std::string& path = "file.csv") {
  const Imported seen = ImportAll({{path, bytes}});
  EXPECT_FALSE(UnderstandingJson(seen.files[0].reading).empty());
  for (const FileKind kind :
       {FileKind::kLeads, FileKind::kEvents, FileKind::kOutcomes}) {
    FileChoice choice;
    choice.kind = kind;
    ImportAll({{path, bytes, choice}}, {.orphan_leads = true});
  }
}

bool HasErrors(const std::string& bytes) {
  return Understand("file.csv", bytes).issues.has_errors();
}

TEST(HostileTest, FilesThatAreCutOff) {
  for (const char* path :
       {"marketo/activities_bulk.csv", "handmade/leads_ro.csv"}) {
    const Export& file = ExportAt(path);
    const auto places = static_cast<size_t>(CasesToDraw(100));
    for (size_t i = 0; i < places; ++i) {
      const size_t size = file.bytes.size() * i / places;
      const Imported got = ImportAll({{path, file.bytes.substr(0, size)}});
      EXPECT_LE(got.leads.rows.size(), size_t{file.expected["rows"]} + 3);
    }
  }
}

TEST(HostileTest, FilesWithNothingInThem) {
  for (const std::string_view bytes :
       {"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\n", "\r\n\r\n", " ",
        "\xEF\xBB\xBF\n", "\"", "\"\"", "sep=;", "sep=;\n", ","}) {
    SCOPED_TRACE(testing::PrintToString(bytes));
    EXPECT_FALSE(Understand("file.csv", bytes).issues.empty());
    Survive(std::string(bytes));
  }
}

TEST(HostileTest, AHeaderAlone) {
  const Understanding seen = Understand("file.csv", "Email,First Name,City\n");
  EXPECT_EQ(seen.rows, 0U);
  ASSERT_EQ(seen.columns.size(), 3U);
  EXPECT_EQ(seen.columns[0].field, "email");
  EXPECT_EQ(seen.issues.count(IssueCode::kNoRows), 1);
  Survive("Email,First Name,City\n");
  Survive("Email,First Name,City");
  Survive("Email");
}

TEST(HostileTest, FilesThatAreNoText) {
  std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  for (int i = 0; i < 4000; ++i)
    png.push_back(static_cast<char>(i * 7919 >> 3));
  EXPECT_TRUE(HasErrors(png));
  Survive(png);
  EXPECT_TRUE(HasErrors(std::string("PK\3\4\0\0\0\0", 8) + png));
  EXPECT_TRUE(HasErrors(std::string("Email,Name\na\0b,c\n", 17)));
}

TEST(HostileTest, OneGiganticCell) {
  const std::string huge(size_t{8} << 20, 'x');
  const std::string bytes =
      "Lead ID,Email,Notes\n1,a@x.example," + huge + "\n2,b@x.example,short\n";
  const Imported got = ImportAll({{"file.csv", bytes}});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2"}));
  EXPECT_EQ(got.leads.At(0, "Notes").size(), huge.size());
  EXPECT_EQ(got.leads.At(1, "Notes"), "short");
}

std::string Wide(size_t columns) {
  std::string header = "Lead ID";
  std::string row = "1";
  for (size_t i = 0; i < columns; ++i) {
    header += ",c" + std::to_string(i);
    row += "," + std::to_string(i);
  }
  return header + "\n" + row + "\n";
}

TEST(HostileTest, VeryManyColumns) {
  constexpr int kColumns = kSlowBuild ? 5000 : 20000;
  EXPECT_EQ(Understand("file.csv", Wide(kColumns)).columns.size(),
            static_cast<size_t>(kColumns) + 1);
  const Imported got = ImportAll({{"file.csv", Wide(3000)}});
  ASSERT_EQ(got.leads.header.size(), 3001U);
  EXPECT_EQ(got.leads.rows[0][3000], "2999");
}

TEST(HostileTest, RowsOfDelimitersAlone) {
  const std::string commas(kSlowBuild ? 200'000 : 1'000'000, ',');
  Survive("Lead ID,Email\n1,a@x.example\n" + commas + "\n2,b@x.example\n");
  const Imported got = ImportAll(
      {{"file.csv", "Lead ID,Email\n1,a@x.example\n2,b@x.example" + commas}});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2"}));
}

TEST(HostileTest, VeryManyBlankLines) {
  const std::string blank(kSlowBuild ? 200'000 : 1'000'000, '\n');
  const Imported got =
      ImportAll({{"file.csv", blank + "Lead ID,Email\n" + "1,a@x.example\n" +
                                  blank + "2,b@x.example\n" + blank}});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2"}));
}

TEST(HostileTest, AQuoteThatIsNeverClosed) {
  std::string bytes = "Lead ID,Email,Notes\n1,a@x.example,\"never closed\n";
  for (int i = 2; i < 2000; ++i) {
    bytes += std::to_string(i) + ",b@x.example,fine\n";
  }
  const Imported got = ImportAll({{"file.csv", bytes}});
  EXPECT_EQ(got.leads.rows.size(), 1999U);
  EXPECT_EQ(got.files[0].reading.issues.count(IssueCode::kUnclosedQuote), 1);
  Survive("\"" + bytes);
  Survive(bytes + "\"");
}

// What looks like a formula or like markup is text like any other.
TEST(HostileTest, HeadersAndCellsOfFormulasAndMarkup) {
  const std::vector<std::string> texts = {"=cmd|' /C calc'!A0",
                                          "@SUM(1+1)*cmd|' /C calc'!A0",
                                          "+1+1",
                                          "<script>alert(1)</script>",
                                          "<img src=x onerror=alert(1)>",
                                          "'; DROP TABLE leads; --",
                                          "{{constructor}}",
                                          "__proto__",
                                          "\u202Egnp.exe",
                                          "%00"};
  TextTable table;
  table.header = {"Lead ID"};
  table.rows = {{"1"}, {"2"}};
  for (const std::string& text : texts) {
    table.header.push_back(text);
    table.rows[0].push_back(text);
    table.rows[1].push_back("plain");
  }
  const Imported got = ImportAll({{"file.csv", *WriteTable(table, {})}});
  for (const std::string& text : texts) {
    EXPECT_EQ(got.leads.At(0, text), text);
    EXPECT_EQ(got.leads.At(1, text), "plain");
  }
  const Json json = Inspect("<b>.csv", *WriteTable(table, {}));
  EXPECT_EQ(json["columns"][4]["header"], texts[3]);
}

TEST(HostileTest, HeadersThatAreAllTheSame) {
  std::string bytes = "Email,Email,Email,,,\n";
  for (int i = 0; i < 30; ++i) bytes += "a@x.example,b,c,d,e,f\n";
  const Imported got = ImportAll({{"file.csv", bytes}});
  EXPECT_EQ(std::ranges::count(got.leads.rows[0], "f"), 1);
  EXPECT_EQ(std::ranges::count(got.leads.rows[0], "b"), 1);
}

TEST(HostileTest, JsonThatIsDeepOrBroken) {
  const std::string header =
      "marketoGUID,leadId,activityDate,activityTypeId,attributes\n";
  std::string deep(100000, '[');
  Survive(header + "1,7,2026-01-02,2," + deep + "\n");
  std::string nested;
  for (int i = 0; i < 50000; ++i) nested += "{\"\"a\"\":";
  Survive(header + "1,7,2026-01-02,2,\"" + nested + "\"\n");
}

// --------------------------------------------------------------------- random

TEST(HostileTest, BytesAtRandom) {
  const uint64_t first = FirstSeed(1);
  const auto cases = static_cast<uint64_t>(CasesToDraw(400));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::string bytes(static_cast<size_t>(random.Below(4096)), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.Below(256));
    ImportAll({{"file.csv", bytes}});
  }
}

// Of what makes a table, in no order.
TEST(HostileTest, PiecesOfTablesAtRandom) {
  const std::vector<std::string> pieces = {
      ",",      ";",     "\t",    "\"",           "\n",         "\r\n",
      "\r",     " ",     "Email", "Lead ID",      "Date",       "Event",
      "a@x.io", "12",    "1,5",   "2026-01-02",   "03.04.2026", "\xC4\x85",
      "\xB1",   "\xFF",  "null",  "{\"a\":1}",    "=1+1",       "\"\"",
      "won",    "Value", "sep=;", "\xEF\xBB\xBF", "WhoId",      "\xE2\x82"};
  const uint64_t first = FirstSeed(1);
  const auto cases = static_cast<uint64_t>(CasesToDraw(800));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::string bytes;
    for (int64_t n = random.Below(300); n > 0; --n) {
      bytes += random.Pick(pieces);
    }
    ImportAll({{"file.csv", bytes}}, {.orphan_leads = true});
  }
}

}  // namespace
}  // namespace mqlab
