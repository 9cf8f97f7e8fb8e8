#include "ingest/dialect.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

struct DialectCase {
  const char* name;
  std::string_view bytes;
  char delimiter;
  uint32_t skipped_rows;
};

constexpr DialectCase kDialectCases[] = {
    {"comma", "id,name,age\n1,Ana,30\n2,Bob,31\n", ',', 0},
    {"semicolon", "id;name;age\n1;Ana;30\n2;Bob;31\n", ';', 0},
    {"tab", "id\tname\tage\n1\tAna\t30\n", '\t', 0},
    {"pipe", "id|name|age\n1|Ana|30\n", '|', 0},
    {"one column", "email\na@x.com\nb@x.com\n", ',', 0},
    {"header alone", "id,name,age\n", ',', 0},
    {"nothing", "", ',', 0},
    {"blank only", "\n \n", ',', 0},
    // the wrong delimiter is in the cells
    {"decimal commas", "id;amount;rate\na;1,5;2,5\nb;3,5;4,5\n", ';', 0},
    {"decimal commas, two columns", "id;amount\na;1,5\nb;3,5\n", ';', 0},
    {"lists in cells", "id,tags\n1,a;b;c\n2,d;e;f\n3,g;h;i\n", ',', 0},
    {"quoted commas", "id;note\n1;\"a, b, c\"\n2;\"d, e, f\"\n", ';', 0},
    {"line breaks in quotes", "id,note\n1,\"a\nb;c\nd;e\"\n2,x\n", ',', 0},
    {"all quoted",
     "\"id\";\"name\"\n\"1\";\"Ana, Maria\"\n\"2\";\"Bob, Lee\"\n", ';', 0},
    {"ragged", "id,a,b\n1,x,y\n2,x\n3,x,y,z\n4,x,y\n", ',', 0},
    // the header is not on the first line
    {"declared", "sep=;\nid;name\n1;Ana\n", ';', 1},
    {"declared, against the evidence", "sep=|\na|b,c,d\n1|2,3,4\n", '|', 1},
    {"declared after a mark", "\xEF\xBB\xBFSEP=,\r\nid,name\r\n1,Ana\r\n", ',',
     1},
    {"blank rows first", "\n\nid,name\n1,Ana\n", ',', 2},
    {"title", "Leads of March\nid,name,age\n1,Ana,30\n2,Bob,31\n", ',', 1},
    {"title and blank", "Leads of March\n\nid,name,age\n1,Ana,30\n", ',', 2},
    {"title padded by a spreadsheet",
     "Leads of March,,\nExported,2026-03-01,\n,,\nid,name,age\n1,Ana,30\n", ',',
     3},
    {"title, semicolons",
     "Raport;;;\nid;nume;oraș;țară\n1;Ana;Iași;RO\n2;Ion;Cluj;RO\n", ';', 1},
    // the header is on the first line, whatever it looks like
    {"delimiter at the end of rows", "id,a,b\n1,x,y,\n2,x,y,\n3,x,y,\n", ',',
     0},
    {"header longer than rows", "id,a,b,c\n1,x\n2,y\n3,z\n", ',', 0},
    {"last columns mostly empty", "id,a,b,c,d\n1,x,,,\n2,y,,,\n3,z,q,r,s\n",
     ',', 0},
    {"years for headers", "id,2024,2025,2026\na,1,2,3\nb,4,5,6\n", ',', 0},
    {"rows one cell too long", "id,a\n1,x,extra\n2,y,extra\n", ',', 0},
    {"title of two cells", "Leads,March\nid,name,country\n1,Ana,RO\n", ',', 1},
    {"years for headers, words below", "id,2023,2024\na,yes,no\nb,no,yes\n",
     ',', 0},
    {"... under a title", "Report,March\nid,2023,2024\na,yes,no\n", ',', 1},
    {"known headers of rows one cell too long",
     "id,a\n1,email,extra\n2,email,extra\n", ',', 0},
    // two delimiters explain the rows as well
    {"a known header tells", "id;Name, first\nA1;Smith, John\nA2;Doe, Jane\n",
     ';', 0},
    {"... for the comma", "id,Name; first\nA1,Smith; J\n", ',', 0},
    {"a blank after it tells", "key;who, first\nA1;Smith, John\nA2;Doe, Jane\n",
     ';', 0},
    {"no header", "1,2,3\n4,5,6\n7,8,9\n", ',', 0},
    {"an empty header cell", "id,,name\n1,x,Ana\n2,y,Bob\n", ',', 0},
};

TEST(DialectTest, FindsWhatTheCasesSay) {
  for (const DialectCase& c : kDialectCases) {
    const CsvDialect dialect = DetectDialect(c.bytes);
    EXPECT_EQ(dialect.delimiter, c.delimiter) << c.name;
    EXPECT_EQ(dialect.skipped_rows, c.skipped_rows) << c.name;
  }
}

}  // namespace
}  // namespace mqlab
