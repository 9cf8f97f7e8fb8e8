// Leads and events of more files than one, and where their rows are from.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "import/import.h"
#include "import/imported.h"
#include "import/text_table.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

const std::vector<NamedFile> kTwoLists = {
    {"a.csv", "Lead ID,Email,Country\n1,a@example.com,PL\n2,b@example.com,\n"},
    {"b.csv",
     "Lead ID,Email,City\n77,A@Example.com,Gdynia\n78,c@example.com,Rome\n"}};

TEST(SeveralFilesTest, MergesLeadsOfTwoFilesByEmail) {
  const Imported got = ImportAll(kTwoLists);
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2", "1", "78"}));
  EXPECT_EQ(got.report.merged, 1U);
  const LeadsResult read = ReadLeads(
      got.leads_csv, {.canonical = true, .headers = got.lead_headers});
  ASSERT_TRUE(read.leads);
  EXPECT_EQ(read.leads->size(), 3U);
  EXPECT_EQ(read.report.duplicates, 1U);
}

// An id that another one stands for is not lost.
TEST(SeveralFilesTest, KeepsTheIdsThatWereMerged) {
  std::vector<NamedFile> files = kTwoLists;
  files.push_back({"events.csv",
                   "Lead ID,Email,Date,Event\n"
                   "E9,B@example.com,2026-01-02,Email open\n"
                   "1,,2026-01-03,Email open\n"});
  const Imported got = ImportAll(files);
  EXPECT_EQ(got.leads.All("lead_id_raw"), (TextRow{"", "", "77", ""}));
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"2", "1"}));
  EXPECT_EQ(got.events.All("lead_id_raw"), (TextRow{"E9", ""}));
}

// Of more names in JSON than can be columns, the cells themselves are kept.
TEST(SeveralFilesTest, KeepsCellsOfJsonWithTooManyNames) {
  std::string rows =
      "marketoGUID,leadId,activityDate,activityTypeId,attributes\n";
  for (int i = 0; i < 250; ++i) {
    rows += "g,1,2026-01-02T10:00:00Z,1,\"{\"\"name " + std::to_string(i) +
            "\"\":\"\"v\"\"}\"\n";
  }
  const Imported got = ImportAll({{"activities.csv", rows}});
  EXPECT_EQ(got.events.All("name 0")[0], "v");
  EXPECT_EQ(got.events.All("attributes")[249], "{\"name 249\":\"v\"}");
}

TEST(SeveralFilesTest, LeavesThemApartWhenToldSo) {
  const Imported got = ImportAll(kTwoLists, {.merge_by_email = false});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2", "77", "78"}));
  EXPECT_EQ(got.report.merged, 0U);
}

TEST(SeveralFilesTest, JoinsEventsOfTheIdThatWasMerged) {
  std::vector<NamedFile> files = kTwoLists;
  files.push_back({"events.csv",
                   "Lead ID,Date,Event\n77,2026-01-02,Email open\n"
                   "1,2026-01-03,Email open\n"});
  const Imported got = ImportAll(files);
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"1", "1"}));
  EXPECT_EQ(got.report.orphans, 0U);
}

TEST(SeveralFilesTest, KeepsTwoIdsOfOneListApart) {
  const Imported got = ImportAll(
      {{"a.csv", "Lead ID,Email\n1,a@example.com\n2,a@example.com\n"}});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"1", "2"}));
}

TEST(SeveralFilesTest, LetsLaterCellsOfALeadWin) {
  const Imported got = ImportAll({{"a.csv",
                                   "Lead ID,Email,Country,City\n"
                                   "1,a@example.com,PL,Gdynia\n"
                                   "2,b@example.com,RO,Iași\n"
                                   "1,,DE,\n"}});
  const LeadsResult read = ReadLeads(
      got.leads_csv, {.canonical = true, .headers = got.lead_headers});
  ASSERT_TRUE(read.leads);
  ASSERT_EQ(read.leads->size(), 2U);
  const auto cell = [&](std::string_view name, uint32_t lead) {
    for (const Column& column : read.leads->fields) {
      if (column.name == name) return std::string(column.cell(lead));
    }
    return std::string("none");
  };
  EXPECT_EQ(cell("country", 0), "DE");
  EXPECT_EQ(cell("city", 0), "Gdynia");
  EXPECT_EQ(cell("email", 0), "a@example.com");
  EXPECT_EQ(cell("country", 1), "RO");
}

TEST(SeveralFilesTest, JoinsAlikeInAnyOrderOfFiles) {
  std::vector<NamedFile> files = {
      kThreeLeads,
      {"more.csv", "Lead ID,Email,City\nL9,z@example.com,Rome\n"},
      kStrangers,
      {"ids.csv",
       "Lead ID,Date,Event\nL9,2026-02-02,Email click\n"
       "L1,2026-02-03,Email click\n"}};
  std::vector<size_t> order = {0, 1, 2, 3};
  const auto joined = [&] {
    std::vector<NamedFile> arranged;
    for (const size_t i : order) arranged.push_back(files[i]);
    const Imported got = ImportAll(arranged);
    TextRow pairs;
    for (size_t i = 0; i < got.events.rows.size(); ++i) {
      pairs.push_back(got.events.At(i, "time") + got.events.At(i, "lead_id"));
    }
    std::ranges::sort(pairs);
    return pairs;
  };
  const TextRow first = joined();
  EXPECT_EQ(first.size(), 6U);
  while (std::ranges::next_permutation(order).found) {
    EXPECT_EQ(joined(), first);
  }
}

TEST(SeveralFilesTest, GivesTheSameHoweverTheBytesAreCut) {
  const std::vector<NamedFile> files = {kThreeLeads, kStrangers};
  const Imported whole = ImportAll(files);
  for (const size_t piece : {size_t{1}, size_t{2}, size_t{7}}) {
    const Imported cut = ImportAll(files, {}, piece);
    EXPECT_EQ(cut.leads_csv, whole.leads_csv);
    EXPECT_EQ(cut.events_csv, whole.events_csv);
  }
}

TEST(SeveralFilesTest, TellsTheFileAndRowOfEachRow) {
  const Imported got = ImportAll({kStrangers, kThreeLeads, kTwoLists[1]});
  EXPECT_EQ(got.leads.At(got.LeadOf(1, 2), "first_name"), "Bo");
  EXPECT_EQ(got.leads.At(got.LeadOf(2, 2), "city"), "Rome");
  EXPECT_EQ(got.events.At(got.EventOf(0, 4), "lead_id"), "y@example.com");
  EXPECT_FALSE(got.report.leads.Find(0));
  EXPECT_FALSE(got.report.leads.Find(6));
}

// A row that is empty but for a cell too many is none of the table.
TEST(SeveralFilesTest, TellsTheRowBehindOneThatSaysNothing) {
  const Imported got = ImportAll({{"a.csv",
                                   "Lead ID,Email,City\n"
                                   "L1,a@x.example,Rome\n"
                                   ",,,stray\n"
                                   "L3,c@x.example,Iași\n"}});
  EXPECT_EQ(got.leads.At(got.LeadOf(0, 3), "city"), "Iași");
  EXPECT_EQ(got.leads.rows.size(), 2U);
  EXPECT_EQ(got.report.ignored, 1U);
  EXPECT_EQ(got.files[0].reading.issues.count(IssueCode::kExtraCells), 1);
}

TEST(SeveralFilesTest, NumbersLeadsThatHaveNeitherIdNorEmail) {
  const NamedFile list = {"a.csv", "First Name,Last Name,City\nA,B,C\nD,E,F\n"};
  EXPECT_EQ(ImportAll({list}).leads.All("lead_id"), (TextRow{"1", "2"}));
  const Imported two = ImportAll({list, kTwoLists[0]});
  EXPECT_EQ(two.leads.All("lead_id"),
            (TextRow{"a.csv:1", "a.csv:2", "1", "2"}));
}

}  // namespace
}  // namespace mqlab
