#include "import/mapping_file.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mqlab {
namespace {

constexpr std::string_view kWhole = R"({
  "format": "mqlab-mapping/1",
  "orphans": "leads",
  "merge_by_email": false,
  "files": [
    {"name": "contacts.csv", "kind": "leads", "encoding": "windows-1250",
     "delimiter": ";", "header_row": 3, "zone": "Europe/Warsaw",
     "date_order": "month_first", "decimal": ",",
     "columns": [{"header": "Work mail", "field": "email"},
                 {"header": "Work mail", "field": ""}],
     "types": {"Obejrzano cennik": "page_view"},
     "stages": {"Heiss": "mql"}, "statuses": {"Neu": "new"}},
    {"kind": "outcomes", "delimiter": "\t", "zone": "+02:00",
     "date_order": "day_first", "decimal": "."}
  ]
})";

Mapping Parse(std::string_view json) {
  IssueList issues;
  const auto mapping = ParseMapping(json, &issues);
  EXPECT_TRUE(issues.empty()) << IssueId(issues.issues().at(0).code) << json;
  return mapping.value_or(Mapping());
}

TEST(MappingFileTest, ReadsAllThatCanBeSaid) {
  const Mapping mapping = Parse(kWhole);
  EXPECT_TRUE(mapping.options.orphan_leads);
  EXPECT_EQ(mapping.options.merge_by_email, false);
  ASSERT_EQ(mapping.files.size(), 2U);
  EXPECT_EQ(mapping.files[0].name, "contacts.csv");
  const FileChoice& first = mapping.files[0].choice;
  EXPECT_EQ(first.kind, FileKind::kLeads);
  EXPECT_EQ(first.writing.encoding, TextEncoding::kWindows1250);
  EXPECT_EQ(first.writing.delimiter, ';');
  EXPECT_EQ(first.writing.header_row, 3U);
  EXPECT_EQ(first.zone, "Europe/Warsaw");
  EXPECT_EQ(first.date_order, DateOrder::kMonthFirst);
  EXPECT_EQ(first.decimal_comma, true);
  EXPECT_EQ(first.columns, (std::vector<std::pair<std::string, std::string>>{
                               {"Work mail", "email"}, {"Work mail", ""}}));
  EXPECT_EQ(first.types.at("Obejrzano cennik"), "page_view");
  EXPECT_EQ(first.stages.at("Heiss"), "mql");
  EXPECT_EQ(first.statuses.at("Neu"), "new");
  const FileChoice& second = mapping.files[1].choice;
  EXPECT_EQ(mapping.files[1].name, "");
  EXPECT_EQ(second.kind, FileKind::kOutcomes);
  EXPECT_EQ(second.writing.delimiter, '\t');
  EXPECT_EQ(second.date_order, DateOrder::kDayFirst);
  EXPECT_EQ(second.decimal_comma, false);
  EXPECT_FALSE(second.writing.encoding);
}

TEST(MappingFileTest, NeedsNothingButItsFormat) {
  const Mapping mapping = Parse(R"({"format": "mqlab-mapping/1"})");
  EXPECT_TRUE(mapping.files.empty());
  EXPECT_FALSE(mapping.options.orphan_leads);
  EXPECT_FALSE(mapping.options.merge_by_email);
  EXPECT_FALSE(Parse(R"({"format": "mqlab-mapping/1", "orphans": "keep"})")
                   .options.orphan_leads);
}

TEST(MappingFileTest, WritesWhatItReads) {
  const std::string written = WriteMapping(Parse(kWhole));
  EXPECT_EQ(WriteMapping(Parse(written)), written);
  const Mapping again = Parse(written);
  EXPECT_TRUE(again.options.orphan_leads);
  EXPECT_EQ(again.options.merge_by_email, false);
  ASSERT_EQ(again.files.size(), 2U);
  const FileChoice first = Parse(kWhole).files[0].choice;
  const FileChoice& same = again.files[0].choice;
  EXPECT_EQ(again.files[0].name, "contacts.csv");
  EXPECT_EQ(same.kind, first.kind);
  EXPECT_EQ(same.writing.encoding, first.writing.encoding);
  EXPECT_EQ(same.writing.delimiter, first.writing.delimiter);
  EXPECT_EQ(same.writing.header_row, first.writing.header_row);
  EXPECT_EQ(same.zone, first.zone);
  EXPECT_EQ(same.date_order, first.date_order);
  EXPECT_EQ(same.decimal_comma, first.decimal_comma);
  EXPECT_EQ(same.columns, first.columns);
  EXPECT_EQ(same.types, first.types);
  EXPECT_EQ(same.stages, first.stages);
  EXPECT_EQ(same.statuses, first.statuses);
  EXPECT_EQ(again.files[1].choice.decimal_comma, false);
  EXPECT_EQ(again.files[1].choice.writing.delimiter, '\t');
}

TEST(MappingFileTest, WritesEachTextThatAHeaderMayBe) {
  Mapping mapping;
  mapping.files.push_back({.name = "a \"b\"\\.csv", .choice = {}});
  mapping.files[0].choice.columns = {
      {"quo\"te\n\t", "email"}, {"Țară \u2028 \U0001F600", ""}, {"", "phone"}};
  const Mapping again = Parse(WriteMapping(mapping));
  EXPECT_EQ(again.files.at(0).name, mapping.files[0].name);
  EXPECT_EQ(again.files.at(0).choice.columns, mapping.files[0].choice.columns);
}

// --------------------------------------------------------------------- faults

struct Fault {
  std::string_view json;
  IssueCode code;
  std::string_view pointer;
};

TEST(MappingFileTest, TellsEachFaultAtItsPlace) {
  const std::vector<Fault> faults = {
      {R"([])", IssueCode::kWrongKind, ""},
      {R"({})", IssueCode::kMissingKey, ""},
      {R"({"format": "mqlab/1"})", IssueCode::kUnknownChoice, "/format"},
      {R"({"format": 1})", IssueCode::kWrongKind, "/format"},
      {R"({"format": "mqlab-mapping/1", "flies": []})", IssueCode::kUnknownKey,
       "/flies"},
      {R"({"format": "mqlab-mapping/1", "orphans": "drop"})",
       IssueCode::kUnknownChoice, "/orphans"},
      {R"({"format": "mqlab-mapping/1", "merge_by_email": "yes"})",
       IssueCode::kWrongKind, "/merge_by_email"},
      {R"({"format": "mqlab-mapping/1", "files": {}})", IssueCode::kWrongKind,
       "/files"},
      {R"({"format": "mqlab-mapping/1", "files": [{}, 7]})",
       IssueCode::kWrongKind, "/files/1"},
      {R"({"format": "mqlab-mapping/1", "files": [{"naem": "a"}]})",
       IssueCode::kUnknownKey, "/files/0/naem"},
      {R"({"format": "mqlab-mapping/1", "files": [{"name": 1}]})",
       IssueCode::kWrongKind, "/files/0/name"},
      {R"({"format": "mqlab-mapping/1", "files": [{"kind": "lead"}]})",
       IssueCode::kUnknownChoice, "/files/0/kind"},
      {R"({"format": "mqlab-mapping/1", "files": [{"encoding": "utf-9"}]})",
       IssueCode::kUnknownChoice, "/files/0/encoding"},
      {R"({"format": "mqlab-mapping/1", "files": [{"delimiter": "::"}]})",
       IssueCode::kUnknownChoice, "/files/0/delimiter"},
      {R"({"format": "mqlab-mapping/1", "files": [{"header_row": 0}]})",
       IssueCode::kUnknownChoice, "/files/0/header_row"},
      {R"({"format": "mqlab-mapping/1", "files": [{"header_row": 1.5}]})",
       IssueCode::kUnknownChoice, "/files/0/header_row"},
      {R"({"format": "mqlab-mapping/1", "files": [{"header_row": "2"}]})",
       IssueCode::kWrongKind, "/files/0/header_row"},
      {R"({"format": "mqlab-mapping/1", "files": [{"zone": "Mars/Base"}]})",
       IssueCode::kUnknownChoice, "/files/0/zone"},
      {R"({"format": "mqlab-mapping/1", "files": [{"date_order": "iso"}]})",
       IssueCode::kUnknownChoice, "/files/0/date_order"},
      {R"({"format": "mqlab-mapping/1", "files": [{"decimal": "'"}]})",
       IssueCode::kUnknownChoice, "/files/0/decimal"},
      {R"({"format": "mqlab-mapping/1", "files": [{"columns": {}}]})",
       IssueCode::kWrongKind, "/files/0/columns"},
      {R"({"format": "mqlab-mapping/1",
           "files": [{"columns": [{"field": "email"}]}]})",
       IssueCode::kMissingKey, "/files/0/columns/0"},
      {R"({"format": "mqlab-mapping/1",
           "files": [{"columns": [{"header": "a", "feild": "email"}]}]})",
       IssueCode::kUnknownKey, "/files/0/columns/0/feild"},
      {R"({"format": "mqlab-mapping/1", "files": [{"types": {"a": 1}}]})",
       IssueCode::kWrongKind, "/files/0/types/a"},
      {R"({"format": "mqlab-mapping/1", "files": [{"stages": []}]})",
       IssueCode::kWrongKind, "/files/0/stages"}};
  for (const Fault& fault : faults) {
    IssueList issues;
    EXPECT_FALSE(ParseMapping(fault.json, &issues)) << fault.json;
    ASSERT_FALSE(issues.empty()) << fault.json;
    const Issue& issue = issues.issues()[0];
    EXPECT_EQ(IssueId(issue.code), IssueId(fault.code)) << fault.json;
    EXPECT_EQ(issue.place.path, fault.pointer) << fault.json;
    EXPECT_GT(issue.place.line, 0) << fault.json;
  }
}

TEST(MappingFileTest, TellsWhereTextIsNoJson) {
  for (const std::string_view json : {"", "{", "{\"format\": }", "\xFF",
                                      "{\"format\": \"mqlab-mapping/1\",}"}) {
    IssueList issues;
    EXPECT_FALSE(ParseMapping(json, &issues)) << json;
    EXPECT_TRUE(issues.has_errors()) << json;
  }
}

// ----------------------------------------------------------------------- find

TEST(MappingFileTest, FindsAFileByItsName) {
  const Mapping mapping = Parse(R"({"format": "mqlab-mapping/1", "files": [
    {"name": "b.csv", "zone": "+01:00",
     "columns": [{"header": "x", "field": "email"}]},
    {"name": "folder/a.csv", "zone": "+02:00"}]})");
  const auto zone = [&](std::string_view path) -> std::string {
    const FileChoice* const found = mapping.Find(path, {});
    return found == nullptr ? "none" : found->zone;
  };
  EXPECT_EQ(zone("b.csv"), "+01:00");
  EXPECT_EQ(zone("/home/anna/b.csv"), "+01:00");
  EXPECT_EQ(zone("C:\\exports\\a.csv"), "+02:00");
  EXPECT_EQ(zone("ab.csv"), "none");
  EXPECT_EQ(zone(""), "none");
}

TEST(MappingFileTest, FindsAFileByMostOfItsHeaders) {
  const Mapping mapping = Parse(R"({"format": "mqlab-mapping/1", "files": [
    {"name": "may.csv", "zone": "+01:00",
     "columns": [{"header": "Mail", "field": "email"}]},
    {"zone": "+02:00",
     "columns": [{"header": "Mail", "field": "email"},
                 {"header": "When", "field": "at"}]},
    {"zone": "+03:00",
     "columns": [{"header": "Mail", "field": "email"},
                 {"header": "When", "field": "at"},
                 {"header": "Gone", "field": ""}]}]})");
  const auto zone =
      [&](const std::vector<std::string>& headers) -> std::string {
    const FileChoice* const found = mapping.Find("june.csv", headers);
    return found == nullptr ? "none" : found->zone;
  };
  EXPECT_EQ(zone({"When", "Mail", "Else"}), "+02:00");
  EXPECT_EQ(zone({"Mail", "Else"}), "+01:00");
  EXPECT_EQ(zone({"Gone", "Mail", "When"}), "+03:00");
  EXPECT_EQ(zone({"Else"}), "none");
  EXPECT_EQ(zone({}), "none");
  // Its name counts for more.
  EXPECT_EQ(mapping.Find("may.csv", {"Mail", "When"})->zone, "+01:00");
}

}  // namespace
}  // namespace mqlab
