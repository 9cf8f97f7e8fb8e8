#include <gtest/gtest.h>

#include <map>

#include "ingest/print_tables.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

// One event a line: row lead time type, then its properties; in file order.
std::string Dump(const EventsResult& result) {
  if (!result.events) return "none";
  const EventStore& events = *result.events;
  EXPECT_EQ(events.log.size(), 0u);  // read without leads
  std::map<uint32_t, std::string> lines;
  for (uint32_t owner = 0; owner < events.orphan_ids.size(); ++owner) {
    const EventSpan span = events.orphans.Of(owner);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      std::string& line = lines[span.block->row[i]];
      line = std::to_string(span.block->row[i]) + " " +
             std::string(events.orphan_ids[owner]) + " " +
             FormatInstant(span.block->time[i]) + " " +
             std::string(events.types[span.block->type[i]]);
      for (size_t column = 0; column < events.properties.size(); ++column) {
        const Column& property = events.properties[column];
        line += " " + property.name + "=" +
                std::string(property.texts[span.block->properties[column][i]]);
      }
    }
  }
  std::string text;
  for (const auto& [row, line] : lines) text += line + "\n";
  return text;
}

EventsResult ReadAlone(std::string_view bytes, const ReadOptions& options) {
  return ReadEvents(bytes, {}, options);
}

TEST(ReadEventsTest, ReadsLeadTimeTypeAndProperties) {
  const EventsResult result = ReadAlone(
      "lead_id,time,type,asset\n"
      "b,2026-03-01T10:00Z,open,news\n"
      "a,2026-03-01,click,\n",
      {});
  EXPECT_EQ(Dump(result),
            "1 b 2026-03-01T10:00:00.000Z open asset=news\n"
            "2 a 2026-03-01T00:00:00.000Z click asset=\n");
  EXPECT_EQ(Dump(result.report.issues), "");
  EXPECT_EQ(result.report.kept, 2u);
  EXPECT_EQ(result.report.columns[1].name, "time");
  EXPECT_EQ(result.report.columns[1].type, FieldType::kInstant);
  EXPECT_EQ(result.report.columns[1].votes.instants, 2u);
}

TEST(ReadEventsTest, LeavesOutAndReportsWhatCannotBeUsed) {
  const EventsResult result = ReadAlone(
      "id,timestamp,event,p\n"
      "a,2026-03-01,x,1\n"
      ",2026-03-01,x,2\n"
      "a,2026-03-01,,3\n"
      "a,,x,4\n"
      "a,yesterday,x,5\n"
      ",\"a \"\"b\"\"\",,6\n"
      "b,2026-03-02,y,7\n",
      {});
  EXPECT_EQ(Dump(result),
            "1 a 2026-03-01T00:00:00.000Z x p=1\n"
            "7 b 2026-03-02T00:00:00.000Z y p=7\n");
  EXPECT_EQ(result.report.rows, 7u);
  EXPECT_EQ(result.report.kept, 2u);
  EXPECT_EQ(result.report.left_out, 5u);
  EXPECT_EQ(Dump(result.report.issues),
            "event_without_lead 2:1\n"
            "event_without_type 3:3\n"
            "event_without_time 4:2\n"
            "unreadable_time 5:2 [yesterday]\n"
            "event_without_lead 6:1\n"
            "event_without_type 6:3\n"
            "unreadable_time 6:2 [a \"b\"]\n");
  EXPECT_EQ(result.events->properties[0].votes.cells, 7u);
}

TEST(ReadEventsTest, SettlesTheWritingOfTimesByTheWholeColumn) {
  const auto first = [](const std::string& times) {
    std::string text = "lead_id;time;type\n";
    size_t at = 0;
    while (at < times.size()) {
      const size_t end = std::min(times.find('|', at), times.size());
      text += "a;" + times.substr(at, end - at) + ";x\n";
      at = end + 1;
    }
    const EventsResult result = ReadAlone(text, {});
    if (!result.events || result.events->size() == 0)
      return std::string("none");
    const EventSpan span = result.events->orphans.Of(0);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (span.block->row[i] == 1) return FormatInstant(span.block->time[i]);
    }
    return std::string("none");
  };
  EXPECT_EQ(first("03/04/2026|03/14/2026"), "2026-03-04T00:00:00.000Z");
  EXPECT_EQ(first("03/04/2026|14/03/2026"), "2026-04-03T00:00:00.000Z");
  EXPECT_EQ(first("03.04.2026 10:00"), "2026-04-03T10:00:00.000Z");
  EXPECT_EQ(first("1700000000"), "2023-11-14T22:13:20.000Z");
  EXPECT_EQ(first("1700000000123"), "2023-11-14T22:13:20.123Z");
  EXPECT_EQ(first("2026-03-01 10:00 UTC"), "2026-03-01T10:00:00.000Z");
  EXPECT_EQ(first("12"), "none");
}

TEST(ReadEventsTest, TakesTimesWithoutAZoneInThatOfTheFile) {
  const EventsResult result = ReadAlone(
      "lead_id,time,type\na,2026-03-01 10:00,x\na,2026-03-01T10:00Z,x\n"
      "a,01.03.2026,x\n",
      {.zone_minutes = 120});
  EXPECT_EQ(Dump(result),
            "1 a 2026-03-01T08:00:00.000Z x\n2 a 2026-03-01T10:00:00.000Z x\n"
            "3 a 2026-02-28T22:00:00.000Z x\n");
}

TEST(ReadEventsTest, WarnsWhenDatesHaveTwoReadings) {
  const EventsResult result =
      ReadAlone("lead_id,time,type\na,03/04/2026,x\n", {});
  EXPECT_EQ(Dump(result), "1 a 2026-04-03T00:00:00.000Z x\n");
  EXPECT_EQ(Dump(result.report.issues), "ambiguous_dates 0:2 [03/04/2026]\n");
}

struct RoleCase {
  const char* name;
  const char* text;
  const char* events;
};

TEST(ReadEventsTest, FindsTheColumnsThatMatter) {
  constexpr RoleCase kCases[] = {
      {"an id beside a better one is the event's own",
       "id,prospect_id,created_at,type\n9,p,2026-03-01,x\n",
       "1 p 2026-03-01T00:00:00.000Z x id=9\n"},
      {"an id alone is the lead's", "ID,Date,Event\na,2026-03-01,x\n",
       "1 a 2026-03-01T00:00:00.000Z x\n"},
      {"an e-mail alone is the lead's", "Email,Date,Event\na@x,2026-03-01,x\n",
       "1 a@x 2026-03-01T00:00:00.000Z x\n"},
      {"ids that never repeat while e-mails do are the events'",
       "id,email,time,type\n1,a@x,2026-03-01,x\n2,a@x,2026-03-01,y\n",
       "1 a@x 2026-03-01T00:00:00.000Z x id=1\n"
       "2 a@x 2026-03-01T00:00:00.000Z y id=2\n"},
      {"ids that repeat are the leads'",
       "id,email,time,type\n1,a@x,2026-03-01,x\n1,a@x,2026-03-01,y\n",
       "1 1 2026-03-01T00:00:00.000Z x email=a@x\n"
       "2 1 2026-03-01T00:00:00.000Z y email=a@x\n"},
      {"the column that holds times",
       "lead_id,time,date,type\na,09:30,2026-03-01,x\n",
       "1 a 2026-03-01T00:00:00.000Z x time_2=09:30\n"},
      {"Marketo's spelling",
       "marketoGUID,leadId,activityDate,activityTypeId,campaignId\n"
       "g,7,2026-03-01T10:00:00Z,10,c\n",
       "1 7 2026-03-01T10:00:00.000Z 10 marketoGUID=g campaignId=c\n"},
      {"a type before its name",
       "prospect_id,created_at,type,type_name\np,2026-03-01,1,Email\n",
       "1 p 2026-03-01T00:00:00.000Z 1 type_name=Email\n"},
  };
  for (const RoleCase& c : kCases) {
    EXPECT_EQ(Dump(ReadAlone(c.text, {})), c.events) << c.name;
  }
}

TEST(ReadEventsTest, MapsColumnsAsTold) {
  const EventsResult result = ReadAlone(
      "id,email,time,day,kind,type\n1,a@x,2026-01-01,2026-03-01,k,t\n",
      {.map = {{"lead_id", "email"}, {"time", "Day"}, {"type", "kind"}}});
  EXPECT_EQ(Dump(result),
            "1 a@x 2026-03-01T00:00:00.000Z k id=1 time_2=2026-01-01 "
            "type_2=t\n");
}

TEST(ReadEventsTest, NamesEveryColumnThatIsMissing) {
  const EventsResult result = ReadAlone("asset,value\na,1\n", {});
  EXPECT_FALSE(result.events.has_value());
  EXPECT_EQ(Dump(result.report.issues),
            "missing_column 0:0 [lead_id] [asset, value]\n"
            "missing_column 0:0 [time] [asset, value]\n"
            "missing_column 0:0 [type] [asset, value]\n");
  EXPECT_EQ(result.report.columns.size(), 2u);
}

TEST(ReadEventsTest, RefusesWhatIsNoTable) {
  EXPECT_FALSE(ReadAlone("", {}).events.has_value());
  EXPECT_FALSE(ReadAlone(std::string_view("a\0b", 3), {}).events.has_value());
}

TEST(ReadEventsTest, TakesAHeaderAloneAsNoEvents) {
  const EventsResult result = ReadAlone("lead_id,time,type\n", {});
  ASSERT_TRUE(result.events.has_value());
  EXPECT_EQ(result.events->size(), 0u);
  EXPECT_EQ(Dump(result.report.issues), "no_rows 0:0\n");
}

}  // namespace
}  // namespace mqlab
