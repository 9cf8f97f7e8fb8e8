// How the rows of one file become rows of leads and events.

#include "import/file_plan.h"

#include <gtest/gtest.h>

#include <string>

#include "import/imported.h"
#include "import/text_table.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

TEST(FilePlanTest, TakesTheLeadOfItsTouchesOnce) {
  const Imported got = ImportAll(
      {{"touches.csv",
        "Email,First Name,Company,Country,Activity,Activity Date,Value\n"
        "a@x.example,Ann,Acme,PL,Email open,2026-01-02,\n"
        "b@x.example,Bo,Brix,RO,Demo request,2026-01-03,5\n"
        "a@x.example,Ann,Acme,PL,Email click,2026-01-04,7.5\n"
        "a@x.example,Ann,Acme,PL,Phone call,2026-01-05,\n"}});
  EXPECT_EQ(got.files[0].reading.kind, FileKind::kBoth);
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"a@x.example", "b@x.example"}));
  EXPECT_EQ(got.leads.All("company"), (TextRow{"Acme", "Brix"}));
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"a@x.example", "b@x.example",
                                                "a@x.example", "a@x.example"}));
  EXPECT_EQ(got.events.All("type"),
            (TextRow{"email_open", "demo_request", "email_click", "call"}));
  EXPECT_EQ(got.events.All("value"), (TextRow{"", "5", "7.5", ""}));
}

TEST(FilePlanTest, MakesEventsOfOutcomes) {
  const Imported got = ImportAll({{"leads.csv",
                                   "Lead ID,Email\nL1,a@x.example\n"
                                   "L2,b@x.example\n"},
                                  {"deals.csv",
                                   "Lead ID;Result;Close date;Amount\n"
                                   "L1;Won;27.01.2026;27 018,25\n"
                                   "L2;Closed Lost;13.02.2026;\n"
                                   "L1;wygrana;14.02.2026;1,5\n"
                                   "L2;Negotiation;15.02.2026;2,5\n"}});
  EXPECT_EQ(got.files[1].reading.kind, FileKind::kOutcomes);
  const TextRow types = got.events.All("type");
  EXPECT_EQ(
      (TextRow{types[0], types[1], types[2]}),
      (TextRow{"opportunity_won", "opportunity_lost", "opportunity_won"}));
  EXPECT_EQ(got.events.All("name"),
            (TextRow{"Won", "Closed Lost", "wygrana", "Negotiation"}));
  EXPECT_EQ(got.events.All("value"), (TextRow{"27018.25", "", "1.5", "2.5"}));
  EXPECT_EQ(got.events.At(0, "time"), "2026-01-27T00:00:00.000Z");
}

// ------------------------------------------------------------------- products

TEST(FilePlanTest, TakesOffThePrefixesOfMeta) {
  const Imported got = ImportAll(
      {{"meta.csv",
        "id,created_time,ad_id,adset_id,form_id,form_name,is_organic,platform,"
        "your_question?,email,full_name,phone_number,zip_code,lead_status\n"
        "l:123,2026-01-02T10:00:00+02:00,ag:1,as:2,f:3,Book a demo,false,fb,"
        "p: as typed,a@x.example,Ann B,p:+48123456789,z:30-001,CREATED\n"
        "l:124,2026-01-02T10:00:00+02:00,ag:1,as:2,f:3,News,false,ig,"
        "no,<test lead: dummy data for email>,Test,p:<test lead: dummy data "
        "for phone_number>,z:0,CREATED\n"}});
  ASSERT_EQ(got.leads.rows.size(), 1U);
  ASSERT_EQ(got.events.rows.size(), 1U);
  EXPECT_EQ(got.report.tests, 1U);
  EXPECT_EQ(got.leads.At(0, "lead_id"), "123");
  EXPECT_EQ(got.leads.At(0, "phone"), "+48123456789");
  EXPECT_EQ(got.leads.At(0, "postal_code"), "30-001");
  EXPECT_EQ(got.leads.At(0, "lead_status"), "new");
  EXPECT_EQ(got.leads.At(0, "lead_status_raw"), "CREATED");
  EXPECT_EQ(got.leads.At(0, "created_at"), "2026-01-02T08:00:00.000Z");
  EXPECT_EQ(got.events.At(0, "type"), "demo_request");
  EXPECT_EQ(got.events.At(0, "asset"), "Book a demo");
  // An answer that happens to begin so is the person's own.
  EXPECT_NE(got.leads_csv.find("p: as typed"), std::string::npos);
}

TEST(FilePlanTest, ReadsTheNullsOfMarketoAsEmpty) {
  const Imported got =
      ImportAll({{"leads.csv",
                  "id,firstName,lastName,email,leadSource,leadScore,createdAt\n"
                  "1,null,Null,a@x.example,null,12,2026-01-02T10:00:00Z\n"
                  "2,Ann,null,null,Web,null,null\n"}});
  EXPECT_EQ(got.leads.All("first_name"), (TextRow{"", "Ann"}));
  EXPECT_EQ(got.leads.All("last_name"), (TextRow{"Null", ""}));
  EXPECT_EQ(got.leads.All("email"), (TextRow{"a@x.example", ""}));
  EXPECT_EQ(got.leads.All("external_score"), (TextRow{"12", ""}));
  EXPECT_EQ(got.leads.All("created_at"),
            (TextRow{"2026-01-02T10:00:00.000Z", ""}));
}

TEST(FilePlanTest, OpensTheAttributesOfMarketo) {
  const Imported got = ImportAll(
      {{"activities.csv",
        "marketoGUID,leadId,activityDate,activityTypeId,campaignId,"
        "primaryAttributeValueId,primaryAttributeValue,attributes\n"
        "1,7,2026-01-02T10:00:00Z,2,null,null,Request a Demo,"
        "\"{\"\"Referrer URL\"\":\"\"https://x.example\"\",\"\"Count\"\":3}\"\n"
        "2,7,2026-01-02T11:00:00Z,1,5,null,/pricing,"
        "\"[{\"\"name\"\":\"\"Referrer URL\"\",\"\"value\"\":\"\"r\"\"}]\"\n"
        "3,7,2026-01-02T12:00:00Z,11,5,null,Mail,null\n"
        "4,7,2026-01-02T13:00:00Z,11,5,null,Mail,\"{cut \"\"off\"\n"}});
  EXPECT_EQ(got.events.All("type"), (TextRow{"demo_request", "page_view",
                                             "email_click", "email_click"}));
  EXPECT_EQ(got.events.All("name"), (TextRow{"2", "1", "11", "11"}));
  // What is no JSON stays as it is.
  EXPECT_EQ(got.events.All("attributes"), (TextRow{"", "", "", "{cut \"off"}));
  EXPECT_EQ(got.events.All("Referrer URL"),
            (TextRow{"https://x.example", "r", "", ""}));
  EXPECT_EQ(got.events.All("Count"), (TextRow{"3", "", "", ""}));
  EXPECT_EQ(got.events.All("campaign"), (TextRow{"", "5", "5", "5"}));
  EXPECT_EQ(got.events.All("asset"),
            (TextRow{"Request a Demo", "/pricing", "Mail", "Mail"}));
}

TEST(FilePlanTest, OpensTheParametersOfGoogleAnalytics) {
  const std::string flat =
      "event_date,event_timestamp,event_name,event_params.0.key,"
      "event_params.0.value.string_value,event_params.0.value.int_value,"
      "event_params.1.key,event_params.1.value.int_value,user_pseudo_id\n"
      "20260101,1767225600000000,page_view,page_location,https://x.example/,,"
      "ga_session_id,42,v1\n"
      "20260101,1767225600000000,page_view,ga_session_id,,43,"
      "page_location,,v1\n"
      "20260101,1767225600000000,scroll,ga_session_id,,44,,,v1\n";
  const std::string json =
      "event_date,event_timestamp,event_name,event_params,user_pseudo_id\n"
      "20260101,1767225600000000,page_view,\"[{\"\"key\"\":"
      "\"\"page_location\"\",\"\"value\"\":{\"\"string_value\"\":"
      "\"\"https://x.example/\"\",\"\"int_value\"\":null}},{\"\"key\"\":"
      "\"\"ga_session_id\"\",\"\"value\"\":{\"\"string_value\"\":null,"
      "\"\"int_value\"\":\"\"42\"\"}}]\",v1\n"
      "20260101,1767225600000000,page_view,\"[{\"\"key\"\":"
      "\"\"ga_session_id\"\",\"\"value\"\":{\"\"int_value\"\":43}}]\",v1\n"
      "20260101,1767225600000000,scroll,,v1\n";
  for (const std::string& bytes : {flat, json}) {
    const Imported got = ImportAll({{"ga4.csv", bytes}});
    EXPECT_EQ(got.events.All("type"), (TextRow{"page_view", "page_view"}));
    EXPECT_EQ(got.events.All("ga_session_id"), (TextRow{"42", "43"}));
    EXPECT_EQ(got.events.All("asset"), (TextRow{"https://x.example/", ""}));
    EXPECT_EQ(got.report.ignored, 1U);
    EXPECT_EQ(got.events.At(0, "time"), "2026-01-01T00:00:00.000Z");
  }
}

TEST(FilePlanTest, JoinsTheDayAndTheHourOfPipedrive) {
  const Imported got =
      ImportAll({{"activities.csv",
                  "Activity - Subject,Activity - Type,Activity - Due date,"
                  "Activity - Due time,Activity - Done,Person - ID\n"
                  "Talk,Meeting,2026-01-02,14:30,Done,7\n"
                  "Talk,Meeting,2026-01-02,,To do,7\n"
                  "Talk,Call,2026-01-03,9:05,Done,7\n",
                  {.zone = "Europe/Warsaw"}}});
  EXPECT_EQ(got.events.All("time"),
            (TextRow{"2026-01-02T13:30:00.000Z", "2026-01-01T23:00:00.000Z",
                     "2026-01-03T08:05:00.000Z"}));
  EXPECT_EQ(got.events.All("type"),
            (TextRow{"meeting_held", "meeting_booked", "call"}));
  EXPECT_EQ(got.events.At(0, "name"), "Meeting · Done");
}

TEST(FilePlanTest, KnowsTheFilesOfMailchimpByTheirNames) {
  const std::string members =
      "Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,"
      "EUID,TAGS\n"
      "a@x.example,Ann,3,,2026-01-02 10:00:00,11,e1,\"\"\"VIP\"\",\"\"Fair, "
      "2026\"\"\"\n";
  const Imported cleaned =
      ImportAll({{"audience/cleaned_members_export_1.csv", members}});
  EXPECT_EQ(cleaned.leads.At(0, "email_invalid"), "true");
  EXPECT_EQ(cleaned.leads.At(0, "lead_id"), "11");
  EXPECT_EQ(cleaned.leads.At(0, "created_at"), "2026-01-02T10:00:00.000Z");
  EXPECT_EQ(cleaned.leads.At(0, "tags"), "VIP;Fair, 2026");
  const Imported subscribed =
      ImportAll({{"subscribed_members_export_1.csv", members}});
  EXPECT_EQ(subscribed.leads_csv.find("email_invalid"), std::string::npos);
  const Imported gone = ImportAll(
      {{"unsubscribed_members_export_1.csv",
        "Email Address,MEMBER_RATING,OPTIN_TIME,LEID,EUID,UNSUB_TIME\n"
        "a@x.example,3,2026-01-02 10:00:00,11,e1,2026-02-03 04:05:06\n"
        "b@x.example,3,2026-01-02 10:00:00,12,e2,\n"}});
  EXPECT_EQ(gone.leads.All("opted_out"), (TextRow{"true", "true"}));

  const std::string acts = "Email,Timestamp\na@x.example,2026-01-02 10:00:00\n";
  EXPECT_EQ(ImportAll({{"granular_activity/opens/spring_1.csv", acts}})
                .events.At(0, "type"),
            "email_open");
  const Imported clicks =
      ImportAll({{"granular_activity/clicks/spring_1.csv",
                  "Email,Timestamp,Url\n"
                  "a@x.example,2026-01-02 10:00:00,https://x.example\n"}});
  EXPECT_EQ(clicks.events.At(0, "type"), "email_click");
  EXPECT_EQ(clicks.events.At(0, "asset"), "https://x.example");
}

// -------------------------------------------------------------------- columns

TEST(FilePlanTest, KeepsTheRawStageBesideTheCanonicalOne) {
  const Imported got = ImportAll(
      {{"hubspot.csv",
        "Record ID,Email,Lifecycle Stage,Lead Status,Create Date\n"
        "1,a@x.example,Marketing Qualified Lead,Open Deal,2026-01-02 10:00\n"
        "2,b@x.example,1839472,Zzz,2026-01-02 10:00\n"
        "3,c@x.example,,,2026-01-02 10:00\n"}});
  EXPECT_EQ(got.leads.All("lifecycle_stage_raw"),
            (TextRow{"Marketing Qualified Lead", "1839472", ""}));
  EXPECT_EQ(got.leads.At(0, "lifecycle_stage"), "mql");
  EXPECT_EQ(got.leads.At(0, "lead_status"), "qualified");
  EXPECT_EQ(got.leads.All("lead_status_raw"),
            (TextRow{"Open Deal", "Zzz", ""}));
  EXPECT_EQ(got.leads.At(2, "lifecycle_stage"), "");
}

TEST(FilePlanTest, KeepsColumnsOfTheSameMeaningUnderTheirHeaders) {
  const Imported got =
      ImportAll({{"list.csv",
                  "Lead ID,Company,Account Name,Favourite colour,Company\n"
                  "1,Acme,Acme Ltd,red,Acme SA\n"
                  "2,,Brix,blue,\n"}});
  EXPECT_EQ(got.leads.All("Account Name"), (TextRow{"Acme Ltd", "Brix"}));
  EXPECT_EQ(got.leads.All("Favourite colour"), (TextRow{"red", "blue"}));
  EXPECT_EQ(got.leads.At(0, "company"), "Acme");
  EXPECT_NE(got.leads_csv.find("Acme SA"), std::string::npos);
}

TEST(FilePlanTest, TakesTheFirstFilledOfSeveralColumns) {
  const Imported got = ImportAll(
      {{"members.csv",
        "CONFIRM_TIME,OPTIN_TIME,Email Address,LEID,EUID,MEMBER_RATING\n"
        "2026-01-05,2026-01-02,a@x.example,1,e1,1\n"
        "2026-01-06,,b@x.example,2,e2,1\n"
        ",2026-01-03,c@x.example,3,e3,1\n"}});
  EXPECT_EQ(got.leads.All("created_at"),
            (TextRow{"2026-01-02T00:00:00.000Z", "2026-01-06T00:00:00.000Z",
                     "2026-01-03T00:00:00.000Z"}));
}

TEST(FilePlanTest, KeepsTypesThatAreNames) {
  // Types that are names already are what rules are written for.
  const Imported named = ImportAll({{"events.csv",
                                     "lead_id,event,time\n"
                                     "1,open_doc_7,2026-01-02\n"
                                     "1,email_open,2026-01-03\n"}});
  EXPECT_EQ(named.events.All("type"), (TextRow{"open_doc_7", "email_open"}));
  // What no word of a text tells keeps its text.
  const Imported spoken = ImportAll({{"events.csv",
                                      "lead_id,event,time\n"
                                      "1,Ate a sandwich,2026-01-02\n"
                                      "1,Opened an email,2026-01-03\n"}});
  EXPECT_EQ(spoken.events.All("type"),
            (TextRow{"Ate a sandwich", "email_open"}));
}

}  // namespace
}  // namespace mqlab
