#include <gtest/gtest.h>

#include "ingest/print_tables.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

LeadTable Leads(const LeadsResult& result) {
  EXPECT_TRUE(result.leads.has_value());
  LeadTable leads;
  if (!result.leads) return leads;
  leads.rows = result.leads->rows;
  for (uint32_t i = 0; i < result.leads->size(); ++i) {
    leads.ids.Intern(result.leads->ids[i]);
  }
  return leads;
}

// One lead a line: id, then its cells by name.
std::string Dump(const LeadsResult& result) {
  if (!result.leads) return "none";
  std::string text;
  for (uint32_t i = 0; i < result.leads->size(); ++i) {
    text += result.leads->ids[i];
    for (const Column& column : result.leads->fields) {
      text += " " + column.name + "=" + std::string(column.cell(i));
    }
    text += "\n";
  }
  return text;
}

TEST(ReadLeadsTest, AnEmptyHeaderSaysThatNoColumnIsThat) {
  ReadOptions options;
  options.map = {{"lead_id", ""}, {"job_title", ""}};
  const LeadsResult result = ReadLeads("id,Title\nx,CTO\n", options);
  EXPECT_TRUE(result.report.numbered);
  EXPECT_EQ(Dump(result), "1 id=x Title=CTO\n");
}

TEST(ReadLeadsTest, KeepsOrderAndTrimsCells) {
  const LeadsResult result =
      ReadLeads("id, Job Title ,x\n b ,\u00A0CTO , 1\na,,\n", {});
  EXPECT_EQ(Dump(result),
            "b lead_id=b job_title=CTO x=1\na lead_id=a job_title= x=\n");
  EXPECT_EQ(Dump(result.report.issues), "");
  EXPECT_EQ(result.leads->fields[1].header, "Job Title");
  EXPECT_EQ(result.leads->fields[1].codes[1], Column::kMissing);
  EXPECT_EQ(result.report.rows, 2u);
  EXPECT_EQ(result.report.kept, 2u);
}

TEST(ReadLeadsTest, MergesRowsOfTheSameId) {
  const LeadsResult result =
      ReadLeads("id,a,b\nx,1,1\ny,2,2\nx,,3\nx,4,\nX,5,5\n", {});
  EXPECT_EQ(Dump(result),
            "x lead_id=x a=4 b=3\ny lead_id=y a=2 b=2\nX lead_id=X a=5 b=5\n");
  EXPECT_EQ(result.report.duplicates, 2u);
  EXPECT_EQ(Dump(result.report.issues),
            "duplicate_lead 3:1 [x] [1]\nduplicate_lead 4:1 [x] [1]\n");
}

TEST(ReadLeadsTest, LeavesOutLeadsWithoutId) {
  const LeadsResult result = ReadLeads("id,a\n,1\nx,2\n  ,3\n", {});
  EXPECT_EQ(Dump(result), "x lead_id=x a=2\n");
  EXPECT_EQ(result.report.rows, 3u);
  EXPECT_EQ(result.report.kept, 1u);
  EXPECT_EQ(result.report.left_out, 2u);
  EXPECT_EQ(Dump(result.report.issues),
            "lead_without_id 1:1\nlead_without_id 3:1\n");
  // ... but votes are over all rows of the file.
  EXPECT_EQ(result.leads->fields[1].votes.cells, 3u);
}

TEST(ReadLeadsTest, NumbersLeadsOfAFileWithoutIds) {
  const LeadsResult result = ReadLeads("age,job\n30,a\n\n31,b\n", {});
  EXPECT_TRUE(result.report.numbered);
  EXPECT_EQ(Dump(result), "1 age=30 job=a\n2 age=31 job=b\n");
  EXPECT_EQ(Dump(result.report.issues), "");
}

TEST(ReadLeadsTest, SaysHowToUseEmailsAsIds) {
  const LeadsResult numbered = ReadLeads("E-mail,job\na@x,CTO\n", {});
  EXPECT_TRUE(numbered.report.numbered);
  EXPECT_EQ(Dump(numbered.report.issues), "numbered_leads 0:1 [E-mail]\n");

  const LeadsResult mapped =
      ReadLeads("E-mail,job\na@x,CTO\n", {.map = {{"lead_id", "e-mail"}}});
  EXPECT_FALSE(mapped.report.numbered);
  EXPECT_EQ(Dump(mapped), "a@x email=a@x job=CTO\n");
}

TEST(ReadLeadsTest, NamesColumnsByWhatTheyMeanBest) {
  const LeadsResult result = ReadLeads(
      "Contact ID,Id,Status,Lead Status,Source,Lead Source,email,Work Email\n"
      "c,i,s,ls,o,lo,e,w\n",
      {});
  EXPECT_EQ(Dump(result),
            "c lead_id=c Id=i Status=s lead_status=ls Source=o lead_source=lo "
            "email=e Work Email=w\n");
}

TEST(ReadLeadsTest, GivesEveryColumnAName) {
  const LeadsResult result = ReadLeads("id,x,,x,column_3,X\n1,2,3,4,5,6\n", {});
  EXPECT_EQ(Dump(result),
            "1 lead_id=1 x=2 column_3=3 x_2=4 column_3_2=5 X=6\n");
  EXPECT_EQ(Dump(result.report.issues),
            "empty_header 0:3 [3] [column_3]\n"
            "duplicate_header 0:4 [x] [x_2]\n"
            "duplicate_header 0:5 [column_3] [column_3_2]\n");
}

TEST(ReadLeadsTest, MapsColumnsAsTold) {
  const ReadOptions options = {
      .map = {{"lead_id", "KEY"}, {"country", "land"}, {"Land", "Land"}}};
  const LeadsResult result =
      ReadLeads("key,id,Land,land,country\nk,i,L,l,c\n", options);
  EXPECT_EQ(Dump(result), "k lead_id=k id=i Land=L country=l country_2=c\n");
}

TEST(ReadLeadsTest, RefusesToMapHeadersThatAreNotThere) {
  const LeadsResult result = ReadLeads(
      "id,Country\n1,RO\n", {.map = {{"country", "Contry"}, {"x", "Idd"}}});
  EXPECT_FALSE(result.leads.has_value());
  EXPECT_EQ(Dump(result.report.issues),
            "unknown_header 0:0 [Contry] [Country]\n"
            "unknown_header 0:0 [Idd] [id]\n");
}

TEST(ReadLeadsTest, KnowsTheIdByItsOtherNames) {
  const LeadsResult result =
      ReadLeads("Kunde,id\nk,1\n", {.map = {{"id", "Kunde"}}});
  EXPECT_EQ(Dump(result), "k lead_id=k id=1\n");
  // ... but other names are those that the rules use.
  const LeadsResult title =
      ReadLeads("id,Role\nk,CTO\n", {.map = {{"title", "Role"}}});
  EXPECT_EQ(Dump(title), "k lead_id=k title=CTO\n");
}

TEST(ReadLeadsTest, RefusesTwoNamesForAColumn) {
  const LeadsResult result =
      ReadLeads("id,n\n1,2\n", {.map = {{"m", "n"}, {"k", "N"}}});
  EXPECT_FALSE(result.leads.has_value());
  EXPECT_EQ(Dump(result.report.issues),
            "column_mapped_twice 0:2 [n] [m] [k]\n");
}

TEST(ReadLeadsTest, RefusesTwoColumnsForAName) {
  const LeadsResult result =
      ReadLeads("A,B\n1,2\n", {.map = {{"lead_id", "A"}, {"id", "B"}}});
  EXPECT_FALSE(result.leads.has_value());
  EXPECT_EQ(Dump(result.report.issues),
            "name_mapped_twice 0:2 [lead_id] [A] [B]\n");
}

TEST(ReadLeadsTest, TakesAnIdThatIsAlsoTheEmail) {
  for (const auto& [first, second] :
       {std::pair("lead_id", "email"), std::pair("email", "lead_id")}) {
    const LeadsResult result = ReadLeads(
        "E-mail,x\na@x,1\n", {.map = {{first, "E-mail"}, {second, "E-mail"}}});
    EXPECT_EQ(Dump(result), "a@x email=a@x x=1\n");
    EXPECT_FALSE(result.report.numbered);
    EXPECT_EQ(Dump(result.report.issues), "");
  }
}

TEST(ReadLeadsTest, TakesAMappingTwiceTheSame) {
  const LeadsResult result =
      ReadLeads("id,n\n1,2\n", {.map = {{"m", "n"}, {"m", "n"}}});
  EXPECT_EQ(Dump(result), "1 lead_id=1 m=2\n");
}

TEST(ReadLeadsTest, TellsOfRaggedRows) {
  const LeadsResult result =
      ReadLeads("id,a,b\n1,2,3,4\n5\n6,7,8,,\n9,10,11\n", {});
  EXPECT_EQ(Dump(result),
            "1 lead_id=1 a=2 b=3\n5 lead_id=5 a= b=\n6 lead_id=6 a=7 b=8\n"
            "9 lead_id=9 a=10 b=11\n");
  EXPECT_EQ(Dump(result.report.issues),
            "extra_cells 1:0 [4] [3]\nshort_row 2:0 [1] [3]\n");
}

TEST(ReadLeadsTest, TellsOfCellsThatDoNotFitTheirColumn) {
  std::string text = "id,n,when,yes\n";
  for (int i = 1; i <= 40; ++i) {
    text += std::to_string(i) + "," + (i == 7 ? "n/a" : "12") + "," +
            (i == 9 ? "soon" : "2026-03-01") + "," +
            (i == 11 ? "maybe" : "no") + "\n";
  }
  const LeadsResult result = ReadLeads(text, {});
  EXPECT_EQ(Dump(result.report.issues),
            "bad_cell 7:2 [n/a] [number]\nbad_cell 9:3 [soon] [instant]\n"
            "bad_cell 11:4 [maybe] [boolean]\n");
  // The text stays: whether it is missing depends on the rule that reads it.
  EXPECT_EQ(result.leads->fields[1].cell(6), "n/a");
  EXPECT_EQ(result.report.columns[1].type, FieldType::kNumber);
}

TEST(ReadLeadsTest, TakesIdsAndEmailsForTextsWhateverMostOfThemAre) {
  std::string text = "id,zip,email\nX1,A5,a@x\n";
  for (int i = 2; i <= 39; ++i) {
    const std::string number = std::to_string(i);
    text += number + "," + number + "," + number + "\n";
  }
  const LeadsResult result = ReadLeads(text, {});
  EXPECT_EQ(Dump(result.report.issues), "bad_cell 1:2 [A5] [number]\n");
  EXPECT_EQ(result.report.columns[0].type, FieldType::kText);
  EXPECT_EQ(result.report.columns[2].type, FieldType::kText);
}

TEST(ReadLeadsTest, ReadsUnixTimesWhateverTheHeaderSays) {
  const LeadsResult result =
      ReadLeads("id,last_seen,seen_at\n1,1700000000,1700000000\n", {});
  for (const size_t column : {size_t{1}, size_t{2}}) {
    EXPECT_EQ(result.leads->fields[column].format.unix_time,
              UnixTime::kSeconds);
    EXPECT_EQ(result.leads->fields[column].votes.numbers, 1u);
    EXPECT_EQ(result.leads->fields[column].votes.instants, 1u);
  }
  EXPECT_EQ(result.report.columns[1].type, FieldType::kNumber);
  EXPECT_EQ(result.report.columns[2].type, FieldType::kInstant);
}

TEST(ReadLeadsTest, ReportsColumnsWithTypeFormatAndSamples) {
  const LeadsResult result = ReadLeads(
      "id;suma;data utworzenia\n1;1.234,50;13.02.2026\n2;7,5;01.03.2026 "
      "10:00\n3;7,5;\n4;8;02.03.2026\n",
      {.zone_minutes = 60});
  ASSERT_EQ(result.report.columns.size(), 3u);
  const ColumnReport& sum = result.report.columns[1];
  EXPECT_EQ(sum.type, FieldType::kNumber);
  EXPECT_TRUE(sum.format.decimal_comma);
  EXPECT_EQ(sum.format.group, '.');
  EXPECT_EQ(sum.samples, (std::vector<std::string>{"1.234,50", "7,5", "8"}));
  const ColumnReport& created = result.report.columns[2];
  EXPECT_EQ(created.name, "created_at");
  EXPECT_EQ(created.type, FieldType::kInstant);
  EXPECT_EQ(created.format.date_order, DateOrder::kDayFirst);
  EXPECT_EQ(created.format.zone_minutes, 60);
  EXPECT_EQ(created.votes.cells, 3u);
  EXPECT_EQ(result.leads->fields[2].format, created.format);
  EXPECT_EQ(Dump(result.report.issues), "");
}

TEST(ReadLeadsTest, WarnsOfTwoReadings) {
  const LeadsResult result = ReadLeads(
      "id,registered,sum\n1,03/04/2026,\"1,234\"\n2,05/06/2026,\"5,678\"\n",
      {});
  EXPECT_EQ(Dump(result.report.issues),
            "ambiguous_dates 0:2 [03/04/2026]\n"
            "ambiguous_numbers 0:3 [1,234] [1234]\n");
  const LeadsResult chosen = ReadLeads("id,registered\n1,03/04/2026\n",
                                       {.date_order = DateOrder::kMonthFirst});
  EXPECT_EQ(Dump(chosen.report.issues), "");
  EXPECT_EQ(chosen.leads->fields[1].format.date_order, DateOrder::kMonthFirst);
}

TEST(ReadLeadsTest, SettlesTwoReadingsByTheOtherColumns) {
  const LeadsResult result = ReadLeads(
      "id;first;second;sum;rate\n1;03/04/2026;03/14/2026;1,234;1,5\n", {});
  EXPECT_EQ(Dump(result.report.issues), "");
  EXPECT_EQ(result.leads->fields[1].format.date_order, DateOrder::kMonthFirst);
  EXPECT_TRUE(result.leads->fields[3].format.decimal_comma);
}

TEST(ReadLeadsTest, KeepsAndReportsInvalidUtf8) {
  const LeadsResult result = ReadLeads("id,name\n1,Ana\n2,St\xEAphane\n", {});
  EXPECT_EQ(result.leads->fields[1].cell(1), "St\xEAphane");
  EXPECT_EQ(Dump(result.report.issues), "invalid_utf8 2:2 [St\uFFFDphane]\n");
}

TEST(ReadLeadsTest, TellsOfAQuoteThatIsNeverClosed) {
  const LeadsResult result = ReadLeads("id,name\n1,a\n2,\"b\n3,c\n", {});
  EXPECT_EQ(Leads(result).size(), 3u);
  EXPECT_EQ(Dump(result.report.issues), "unclosed_quote 2:2\n");
}

TEST(ReadLeadsTest, LosesNoLeadToAnUnclosedQuote) {
  const LeadsResult result =
      ReadLeads("id,note,city\n1,\"hello,Rome\n2,\"bye\",Oslo\n3,x,Bonn\n", {});
  EXPECT_EQ(Dump(result),
            "1 lead_id=1 note=\"hello city=Rome\n"
            "2 lead_id=2 note=bye city=Oslo\n3 lead_id=3 note=x city=Bonn\n");
  EXPECT_EQ(Dump(result.report.issues), "unclosed_quote 1:2\n");
  EXPECT_EQ(result.report.issues.issues()[0].place.path, "note");
}

TEST(ReadLeadsTest, TellsOfAnUnclosedQuoteInTheHeader) {
  const LeadsResult result = ReadLeads("id,\"name\n1,a\n", {});
  EXPECT_EQ(Dump(result), "1 lead_id=1 full_name=a\n");
  EXPECT_EQ(Dump(result.report.issues), "unclosed_quote 0:2\n");
}

TEST(ReadLeadsTest, TellsOfLinesBeforeTheHeader) {
  const LeadsResult result =
      ReadLeads("Report of March\n\nid,name,age\n1,Ana,30\n", {});
  EXPECT_EQ(result.report.dialect.skipped_rows, 2u);
  EXPECT_EQ(Dump(result.report.issues),
            "lines_before_header 0:0 [3] [Report of March]\n");
  EXPECT_EQ(Dump(ReadLeads("sep=;\nid;a\n1;2\n", {}).report.issues), "");
}

TEST(ReadLeadsTest, TellsOfAMissingHeader) {
  const LeadsResult result =
      ReadLeads("17,2026-01-01,5\n18,2026-01-02,6\n", {});
  EXPECT_EQ(result.report.issues.count(IssueCode::kHeaderLooksLikeData), 1);
}

TEST(ReadLeadsTest, RefusesWhatIsNoTable) {
  EXPECT_EQ(Dump(ReadLeads("", {}).report.issues), "empty_file 0:0\n");
  EXPECT_EQ(Dump(ReadLeads("\xEF\xBB\xBF \n,,\n", {}).report.issues),
            "empty_file 0:0\n");
  const std::string binary("PK\x03\x04\0\0", 6);
  const LeadsResult result = ReadLeads(binary, {});
  EXPECT_EQ(Dump(result.report.issues), "not_text 0:0 [5]\n");
  EXPECT_FALSE(result.leads.has_value());
}

TEST(ReadLeadsTest, TakesAHeaderAloneAsNoLeads) {
  const LeadsResult result = ReadLeads("id,name\n", {});
  EXPECT_EQ(Leads(result).size(), 0u);
  EXPECT_EQ(Dump(result.report.issues), "no_rows 0:0\n");
}

TEST(ReadLeadsTest, CountsWhatItDoesNotKeep) {
  std::string text = "id,a\n";
  for (int i = 0; i < 5000; ++i) text += ",1\n";
  const LeadsResult result = ReadLeads(text, {});
  EXPECT_EQ(result.report.issues.count(IssueCode::kLeadWithoutId), 5000);
  EXPECT_EQ(result.report.issues.issues().size(), 1000u);
}

}  // namespace
}  // namespace mqlab
