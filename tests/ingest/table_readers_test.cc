// Cut anywhere, a file gives the same.

#include "ingest/table_readers.h"

#include <gtest/gtest.h>

#include <memory>

#include "case_file.h"
#include "ingest/print_tables.h"

namespace mqlab {
namespace {

// The pieces end at `cuts`.
std::string ReadPieces(std::string_view bytes, TableKind kind,
                       const std::vector<size_t>& cuts) {
  const auto read = [&](auto reader) {
    size_t at = 0;
    for (const size_t cut : cuts) {
      reader->Append(bytes.substr(at, cut - at));
      at = cut;
    }
    reader->Append(bytes.substr(at));
    while (!reader->FinishStep()) {
    }
    return Print(reader->Take());
  };
  if (kind == TableKind::kLeads) {
    return read(std::make_unique<LeadsReader>(ReadOptions{}));
  }
  return read(std::make_unique<EventsReader>(SomeLeads(), ReadOptions{}));
}

TEST(TableReadersTest, GiveTheSameWhereverTheBytesAreCut) {
  // Few long rows fill the sample, as it is read for each cut.
  const std::string row =
      "l1,2026-01-02T03:04:05Z,visit," + std::string(4000, 'w') + "\n";
  const std::string text =
      BehindTheSample("lead_id,time,type,detail\n", row, kOddEvents);
  const std::string whole = ReadPieces(text, TableKind::kEvents, {});
  EXPECT_NE(whole.find("unclosed_quote"), std::string::npos);
  EXPECT_NE(whole.find("unreadable_time"), std::string::npos);
  const size_t first = text.size() - kOddEvents.size();
  for (size_t cut = first - 70; cut < text.size(); ++cut) {
    ASSERT_EQ(ReadPieces(text, TableKind::kEvents, {cut}), whole) << cut;
  }
  for (const size_t size : {1, 2, 3, 7, 31}) {
    std::vector<size_t> cuts;
    for (size_t cut = first - 100; cut < text.size(); cut += size) {
      cuts.push_back(cut);
    }
    ASSERT_EQ(ReadPieces(text, TableKind::kEvents, cuts), whole) << size;
    ASSERT_EQ(ReadPieces(text, TableKind::kLeads, cuts),
              ReadPieces(text, TableKind::kLeads, {}))
        << size;
  }
}

TEST(TableReadersTest, GiveTheSameOfSamplesInPieces) {
  for (const char* name :
       {"hubspot_contact_data", "marketo_lead_data", "pardot_prospect_data",
        "hubspot_email_event_data", "marketo_activity_click_email_data",
        "pardot_visitor_activity_data"}) {
    const std::string bytes =
        ReadFile(std::string("tests/ingest/samples/") + name + ".csv");
    for (const TableKind kind : {TableKind::kLeads, TableKind::kEvents}) {
      std::vector<size_t> cuts;
      for (size_t cut = 0; cut < bytes.size(); cut += 1 + cut % 97) {
        cuts.push_back(cut);
      }
      EXPECT_EQ(ReadPieces(bytes, kind, cuts), ReadPieces(bytes, kind, {}))
          << name;
    }
  }
}

// The lead of an event is its "id" until it is seen that none comes twice.
TEST(TableReadersTest, DecideWhoseIdItIsByAllRows) {
  std::string rows;
  for (int i = 0; i < 3000; ++i) {
    rows += std::to_string(i) + ",2026-01-01,visit,a@x.org\n";
  }
  const std::string header = "id,time,type,email\n";
  const EventsResult once = ReadEvents(header + rows, SomeLeads(), {});
  EXPECT_EQ(once.report.columns[0].name, "id");
  EXPECT_EQ(once.events->log.Of(3).size(), 3000u);
  EXPECT_EQ(once.events->properties[0].texts.size(), 3001u);
  const EventsResult twice = ReadEvents(
      header + rows + "17,2026-01-02,visit,a@x.org\n", SomeLeads(), {});
  EXPECT_EQ(twice.report.columns[0].name, "lead_id");
  EXPECT_EQ(twice.report.columns[0].votes.numbers, 3001u);
  EXPECT_EQ(twice.report.columns[0].samples,
            (std::vector<std::string>{"0", "1", "2"}));
  EXPECT_EQ(twice.events->log.Of(2).size(), 2u);
  EXPECT_EQ(twice.events->orphans.size(), 2999u);
}

// What cannot be used takes part in no numbering.
TEST(TableReadersTest, NumberOnlyWhatIsUsed) {
  const EventsResult result = ReadEvents(
      "lead_id,time,type\nx,never,odd\ny,3.4.2026,open\nx,2026-01-01,visit\n"
      ",2026-01-01,lost\nz,soon,lost\nl1,2026-01-01,open\n",
      SomeLeads(), {});
  ASSERT_TRUE(result.events.has_value());
  EXPECT_EQ(result.report.left_out, 3u);
  EXPECT_EQ(result.events->types.size(), 2u);
  EXPECT_EQ(result.events->types[0], "open");
  EXPECT_EQ(result.events->type_counts, (std::vector<uint64_t>{2, 1}));
  EXPECT_EQ(result.events->orphan_ids.size(), 2u);
  EXPECT_EQ(result.events->orphan_ids[0], "y");
  EXPECT_EQ(result.events->orphans.Of(1).block->type[1], 1u);
}

TEST(TableReadersTest, FindAZeroByteAnywhere) {
  std::string text = BehindTheSample("id,a\n", "1,some more text here\n", "");
  text[text.size() - 3] = '\0';
  const LeadsResult result = ReadLeads(text, {});
  EXPECT_FALSE(result.leads.has_value());
  EXPECT_EQ(result.report.rows, 0u);
  ASSERT_EQ(result.report.issues.issues().size(), 1u);
  EXPECT_EQ(result.report.issues.issues()[0].args[0],
            std::to_string(text.size() - 2));
}

TEST(TableReadersTest, TakeNoQuotedCellThatIsTooLong) {
  for (const bool longer : {false, true}) {
    const std::string cell(CsvReader::kLongestQuoted - (longer ? 0 : 1), 'x');
    const std::string text = "id,a\n1,\"" + cell + "\"\n2,b\n";
    const LeadsResult result = ReadLeads(text, {});
    ASSERT_EQ(result.leads->size(), 2u);
    EXPECT_EQ(result.leads->fields[1].cell(0),
              longer ? "\"" + cell + "\"" : cell);
    EXPECT_EQ(result.report.issues.count(IssueCode::kUnclosedQuote),
              longer ? 1 : 0);
  }
}

}  // namespace
}  // namespace mqlab
