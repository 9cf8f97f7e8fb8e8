// Real files of three products: tests/ingest/samples/ORIGIN.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "case_file.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

const std::string kFolder = "tests/ingest/samples/";

using Counts = std::map<std::string, int>;

struct EventFile {
  const char* name;
  uint32_t leads;  // distinct
  size_t properties;
  Counts types;
  const char* newest;
};

const EventFile kEventFiles[] = {
    {"hubspot_email_event_data.csv",
     19,
     12,
     {{"OPEN", 90}, {"SENT", 4}, {"DELIVERED", 3}, {"PROCESSED", 3}},
     "2020-05-24T20:57:24.023Z"},
    {"marketo_activity_open_email_data.csv",
     98,
     12,
     {{"10", 100}},
     "2020-05-14T04:56:31.000Z"},
    {"marketo_activity_click_email_data.csv",
     6,
     13,
     {{"11", 100}},
     "2020-04-30T16:52:18.000Z"},
    {"pardot_visitor_activity_data.csv",
     100,
     20,
     {{"12", 39},
      {"8", 33},
      {"10", 10},
      {"9", 9},
      {"36", 5},
      {"35", 3},
      {"14", 1}},
     "2020-02-25T10:56:28.000Z"},
};

TEST(SamplesTest, EventFilesLoadWithoutAnyHelp) {
  for (const EventFile& file : kEventFiles) {
    const std::string bytes = ReadFile(kFolder + file.name);
    const EventsResult result = ReadEvents(bytes, {}, {});
    ASSERT_TRUE(result.events.has_value()) << file.name;
    const EventStore& events = *result.events;
    EXPECT_EQ(events.size(), 100u) << file.name;
    EXPECT_EQ(result.report.left_out, 0u) << file.name;
    EXPECT_TRUE(result.report.issues.empty()) << file.name;
    EXPECT_EQ(events.orphan_ids.size(), file.leads) << file.name;
    EXPECT_EQ(events.properties.size(), file.properties) << file.name;
    Counts types;
    for (uint32_t type = 0; type < events.types.size(); ++type) {
      types[std::string(events.types[type])] = events.type_counts[type];
    }
    EXPECT_EQ(types, file.types) << file.name;
    EXPECT_EQ(FormatInstant(*events.newest), file.newest) << file.name;
  }
}

struct LeadFile {
  const char* name;
  uint32_t leads;
  const char* first_id;
  std::vector<std::string> names;  // some of those the columns must have
};

const LeadFile kLeadFiles[] = {
    {"hubspot_contact_data.csv",
     22,
     "78971951",
     {"lead_id", "email", "first_name", "last_name", "company", "job_title",
      "annual_revenue", "created_at"}},
    {"marketo_lead_data.csv",
     100,
     "1031229",
     {"lead_id", "email", "first_name", "last_name", "created_at",
      "updated_at"}},
    {"pardot_prospect_data.csv",
     100,
     "403097399",
     {"lead_id", "email", "first_name", "job_title", "industry", "employees",
      "external_score", "grade", "opted_out", "created_at",
      "last_activity_at"}},
};

TEST(SamplesTest, LeadFilesLoadWithoutAnyHelp) {
  for (const LeadFile& file : kLeadFiles) {
    const std::string bytes = ReadFile(kFolder + file.name);
    const LeadsResult result = ReadLeads(bytes, {});
    ASSERT_TRUE(result.leads.has_value()) << file.name;
    EXPECT_EQ(result.leads->size(), file.leads) << file.name;
    EXPECT_EQ(result.leads->ids[0], file.first_id) << file.name;
    EXPECT_TRUE(result.report.issues.empty()) << file.name;
    EXPECT_FALSE(result.report.numbered) << file.name;
    for (const std::string& name : file.names) {
      EXPECT_TRUE(std::any_of(
          result.leads->fields.begin(), result.leads->fields.end(),
          [&](const Column& column) { return column.name == name; }))
          << file.name << " has no " << name;
    }
  }
}

}  // namespace
}  // namespace mqlab
