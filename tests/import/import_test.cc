#include "import/import.h"

#include <gtest/gtest.h>

#include <vector>

#include "import/imported.h"
#include "import/text_table.h"

namespace mqlab {
namespace {

// ---------------------------------------------------------------------- joins

TEST(ImportTest, JoinsById) {
  const Imported got = ImportAll({kThreeLeads,
                                  {"events.csv",
                                   "Lead ID,Date,Event\n"
                                   "L2,2026-01-02,Email open\n"
                                   " L3 ,2026-01-03,Email click\n"
                                   "l1,2026-01-04,Email open\n"}});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"L1", "L2", "L3"}));
  // Ids are compared exactly, after trimming.
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"L2", "L3", "l1"}));
  EXPECT_EQ(got.report.by_id, 2U);
  EXPECT_EQ(got.report.orphans, 1U);
  EXPECT_EQ(got.events.All("type"),
            (TextRow{"email_open", "email_click", "email_open"}));
  EXPECT_EQ(got.events.All("name"),
            (TextRow{"Email open", "Email click", "Email open"}));
  EXPECT_EQ(got.events.At(0, "time"), "2026-01-02T00:00:00.000Z");
}

TEST(ImportTest, JoinsByEmailInAnyCase) {
  const Imported got = ImportAll({kThreeLeads,
                                  {"events.csv",
                                   "Email,Date,Event\n"
                                   "ANNA@EXAMPLE.COM,2026-01-02,Email open\n"
                                   "Bo@Example.Com,2026-01-03,Email open\n"
                                   "zed@example.com,2026-01-03,Email open\n"}});
  EXPECT_EQ(got.events.All("lead_id"),
            (TextRow{"L1", "L2", "zed@example.com"}));
  EXPECT_EQ(got.report.by_email, 2U);
  EXPECT_EQ(got.report.orphans, 1U);
}

TEST(ImportTest, JoinsByEmailWhereTheIdIsUnknown) {
  const Imported got =
      ImportAll({kThreeLeads,
                 {"events.csv",
                  "Lead ID,Email,Date,Event\n"
                  "L2,anna@example.com,2026-01-02,Email open\n"
                  "X9,anna@example.com,2026-01-03,Email open\n"
                  ",anna@example.com,2026-01-04,Email open\n"}});
  // The id is the first to be asked.
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"L2", "L1", "L1"}));
  EXPECT_EQ(got.report.by_id, 1U);
  EXPECT_EQ(got.report.by_email, 2U);
}

// Reports give 15 characters, in which case tells; the rest gives 18.
TEST(ImportTest, JoinsSalesforceIdsOfBothLengths) {
  const Imported got =
      ImportAll({{"leads.csv",
                  "Id,IsDeleted,LastName,Company,Status,SystemModstamp\n"
                  "00Q5e00001AbCdEEAV,false,Nowak,Acme,Open,2026-01-01\n"
                  "00Q5e00001XyZaB,false,Weiss,Acme,Open,2026-01-01\n"},
                 {"tasks.csv",
                  "Id,WhoId,Subject,ActivityDate,TaskSubtype\n"
                  "00T000000000001,00Q5e00001AbCdEEAV,Hi,2026-01-02,Call\n"
                  "00T000000000002,00Q5e00001AbCdE,Hi,2026-01-02,Call\n"
                  "00T000000000003,00Q5e00001XyZaB,Hi,2026-01-02,Call\n"
                  "00T000000000004,00Q5e00001XyZaBEAV,Hi,2026-01-02,Call\n"
                  "00T000000000005,00Q5e00001XYzaB,Hi,2026-01-02,Call\n"}});
  EXPECT_EQ(got.events.All("lead_id"),
            (TextRow{"00Q5e00001AbCdEEAV", "00Q5e00001AbCdEEAV",
                     "00Q5e00001XyZaB", "00Q5e00001XyZaB", "00Q5e00001XYzaB"}));
  EXPECT_EQ(got.report.by_id, 2U);
  EXPECT_EQ(got.report.by_other_id, 2U);
  EXPECT_EQ(got.report.orphans, 1U);
}

TEST(ImportTest, CreditsWhatAVisitorDidBefore) {
  const NamedFile visits = {
      "visits.csv",
      "event_timestamp,event_name,user_id,user_pseudo_id\n"
      "1767225600000000,page_view,,v1\n"
      "1767225700000000,page_view,,v2\n"
      "1767225800000000,form_submit,L1,v1\n"
      "1767225900000000,page_view,,v1\n"};
  for (const std::vector<NamedFile>& files :
       {std::vector{kThreeLeads, visits}, std::vector{visits, kThreeLeads}}) {
    const Imported got = ImportAll(files);
    EXPECT_EQ(got.events.All("lead_id"), (TextRow{"L1", "v2", "L1", "L1"}));
    EXPECT_EQ(got.report.by_visitor, 2U);
    EXPECT_EQ(got.report.by_id, 1U);
    EXPECT_EQ(got.report.orphans, 1U);
    EXPECT_EQ(got.events.At(0, "time"), "2026-01-01T00:00:00.000Z");
  }
}

TEST(ImportTest, LeavesAVisitorWithTheFirstOfTwoLeads) {
  const Imported got =
      ImportAll({kThreeLeads,
                 {"visits.csv",
                  "event_timestamp,event_name,user_id,user_pseudo_id\n"
                  "1767225600000000,page_view,,v1\n"
                  "1767225700000000,login,L2,v1\n"
                  "1767225800000000,login,L1,v1\n"}});
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"L2", "L2", "L1"}));
}

// -------------------------------------------------------------------- orphans

TEST(ImportTest, KeepsOrphansApart) {
  const Imported got = ImportAll({kThreeLeads, kStrangers});
  EXPECT_EQ(got.leads.rows.size(), 3U);
  EXPECT_EQ(got.events.rows.size(), 4U);
  EXPECT_EQ(got.report.orphans, 3U);
  EXPECT_EQ(got.report.orphan_leads, 0U);
}

TEST(ImportTest, MakesLeadsOfOrphans) {
  const Imported got =
      ImportAll({kThreeLeads, kStrangers}, {.orphan_leads = true});
  // One lead a person, in whatever case the address is.
  ASSERT_EQ(got.leads.rows.size(), 5U);
  EXPECT_EQ(got.leads.At(3, "lead_id"), "x@example.com");
  EXPECT_EQ(got.leads.At(3, "email"), "x@example.com");
  EXPECT_EQ(got.leads.At(4, "lead_id"), "y@example.com");
  EXPECT_EQ(got.report.orphan_leads, 2U);
  EXPECT_EQ(got.report.orphans, 3U);
  EXPECT_EQ(got.events.All("lead_id"),
            (TextRow{"x@example.com", "x@example.com", "", "y@example.com"}));
  EXPECT_FALSE(got.report.leads.Find(4));
}

TEST(ImportTest, MakesLeadsOfVisitorsWithoutAnyName) {
  const Imported got = ImportAll({{"visits.csv",
                                   "event_timestamp,event_name,user_pseudo_id\n"
                                   "1767225600000000,page_view,v1\n"
                                   "1767225700000000,page_view,v2\n"
                                   "1767225700000000,page_view,v1\n"}},
                                 {.orphan_leads = true});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"v1", "v2"}));
}

TEST(ImportTest, MakesOneLeadOfAVisitorWhoIsNamedLater) {
  const Imported got =
      ImportAll({{"visits.csv",
                  "event_timestamp,event_name,user_id,user_pseudo_id\n"
                  "1767225600000000,page_view,,v1\n"
                  "1767225700000000,page_view,,v2\n"
                  "1767225800000000,form_submit,U1,v1\n"}},
                {.orphan_leads = true});
  EXPECT_EQ(got.leads.All("lead_id"), (TextRow{"U1", "v2"}));
  EXPECT_EQ(got.events.All("lead_id"), (TextRow{"U1", "v2", "U1"}));
}

// ---------------------------------------------------------------------- costs

TEST(ImportTest, WritesCostsAsATableOfTheirOwn) {
  const Imported got =
      ImportAll({kThreeLeads,
                 {"budget.csv",
                  "Channel;Month;Cost\n"
                  "Google Ads;01.2024;1470,50\n"
                  "LinkedIn;13.2024;857,50\n"
                  ";;\n"
                  "Fair;2024-02;\n"},
                 {"ads.csv",
                  "Month,Campaign,Channel,Spend,Currency\n"
                  "2024-03-05,Brand,Search,\"$1,200.50\",USD\n"}});
  EXPECT_EQ(got.costs_csv,
            "month,channel,campaign,cost,currency\n"
            "2024-01,Google Ads,,1470.50,\n"
            "13.2024,LinkedIn,,857.50,\n"
            "2024-02,Fair,,,\n"
            "2024-03,Search,Brand,1200.50,USD\n");
  ASSERT_EQ(got.report.costs.rows(), 4u);
  EXPECT_EQ(got.report.costs.Find(4)->file, 2u);
  EXPECT_EQ(got.leads.rows.size(), 3u);
}

}  // namespace
}  // namespace mqlab
