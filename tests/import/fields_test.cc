#include "import/fields.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace mqlab {
namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

TEST(FieldsTest, KnowsStageDates) {
  for (const auto& [header, field] :
       Pairs{{"Became a Marketing Qualified Lead Date", "became_mql"},
             {"Became a Lead Date", "became_lead"},
             {"Became an Opportunity Date", "became_opportunity"},
             {"Became a Customer Date", "became_customer"},
             {"hs_lifecyclestage_marketingqualifiedlead_date", "became_mql"},
             {"hs_lifecyclestage_salesqualifiedlead_date", "became_sql"},
             {"hs_v2_date_entered_customer", "became_customer"},
             {"property_hs_lifecyclestage_lead_date", "became_lead"},
             {"Date entered \"Marketing Qualified Lead (Lifecycle Stage "
              "Pipeline)\"",
              "became_mql"},
             {"MQL date", "became_mql"},
             {"SQL on", "became_sql"}}) {
    EXPECT_EQ(LeadFieldOf(header).field, field) << header;
  }
  // Dates of other things.
  for (const std::string_view header :
       {"Lead date", "Customer since", "Date", "Stage", "Became happy on"}) {
    EXPECT_FALSE(LeadFieldOf(header).field.starts_with("became_")) << header;
  }
}

TEST(FieldsTest, KnowsCounters) {
  for (const auto& [header, field] :
       Pairs{{"Number of Pageviews", "pageviews"},
             {"hs_analytics_num_page_views", "pageviews"},
             {"Number of Sessions", "sessions"},
             {"Number of Form Submissions", "form_submissions"},
             {"Number of Unique Forms Submitted", "unique_forms_submitted"},
             {"Marketing emails delivered", "emails_delivered"},
             {"Marketing emails opened", "emails_opened"},
             {"hs_email_open", "emails_opened"},
             {"Marketing emails clicked", "emails_clicked"},
             {"hs_email_click", "emails_clicked"},
             {"Sends Since Last Engagement", "sends_since_last_engagement"}}) {
    EXPECT_EQ(LeadFieldOf(header).field, field) << header;
  }
}

TEST(FieldsTest, KnowsRolesOfEvents) {
  for (const auto& [header, field] : Pairs{{"lead_id", "lead_id"},
                                           {"Lead ID", "lead_id"},
                                           {"E-mail", "email"},
                                           {"visitor_id", "visitor_id"},
                                           {"Timestamp", "at"},
                                           {"Activity Date", "at"},
                                           {"Data", "at"},
                                           {"Дата", "at"},
                                           {"Datum", "at"},
                                           {"Event", "type"},
                                           {"Activity", "type"},
                                           {"Aktywność", "type"},
                                           {"Događaj", "type"},
                                           {"Действие", "type"},
                                           {"Eveniment", "type"},
                                           {"Asset Name", "asset"},
                                           {"Campaign Name", "campaign"},
                                           {"Amount", "value"},
                                           {"Wartość", "value"}}) {
    EXPECT_EQ(EventFieldOf(header).field, field) << header;
  }
  EXPECT_EQ(EventFieldOf("Favourite colour").field, "");
}

TEST(FieldsTest, IsLessSureOfVagueHeaders) {
  EXPECT_EQ(LeadFieldOf("email").confidence, 100);
  EXPECT_EQ(LeadFieldOf("company").confidence, 100);
  EXPECT_GT(LeadFieldOf("Email Address").confidence,
            LeadFieldOf("Status").confidence);
  EXPECT_GT(LeadFieldOf("Company Name").confidence,
            LeadFieldOf("Title").confidence);
  EXPECT_EQ(LeadFieldOf("Favourite colour").field, "");
  EXPECT_EQ(LeadFieldOf("").field, "");
}

TEST(FieldsTest, RecognisesCells) {
  for (const std::string_view cell :
       {"a@b.co", "anna.kowalska+x@mail.example.com", "ż@ż.pl"}) {
    EXPECT_TRUE(LooksLikeEmail(cell)) << cell;
  }
  for (const std::string_view cell :
       {"", "@", "a@b", "@b.co", "a@.co", "a@b.", "a@b@c.co", "a b@c.co",
        "Anna <a@b.co>", "a@b.co,c@d.co", "@anna"}) {
    EXPECT_FALSE(LooksLikeEmail(cell)) << cell;
  }
  for (const std::string_view cell :
       {"+48 123 456 789", "0048123456789", "+1 (555) 010-9999"}) {
    EXPECT_TRUE(LooksLikePhone(cell)) << cell;
  }
  for (const std::string_view cell :
       {"", "+", "12345678", "+48", "+48 123 456 abc", "2026-01-02",
        "+1234567890123456"}) {
    EXPECT_FALSE(LooksLikePhone(cell)) << cell;
  }
  for (const std::string_view cell :
       {"https://x.example", "http://x", "www.x.example/a?b"}) {
    EXPECT_TRUE(LooksLikeWebsite(cell)) << cell;
  }
  for (const std::string_view cell : {"", "x.example", "https://x y", "wwwx"}) {
    EXPECT_FALSE(LooksLikeWebsite(cell)) << cell;
  }
}

TEST(FieldsTest, KnowsCostsAndOutcomes) {
  for (const auto& [header, field] : Pairs{{"Amount spent", "cost"},
                                           {"Koszt", "cost"},
                                           {"Расходы", "cost"},
                                           {"Month", "month"},
                                           {"Miesiąc", "month"},
                                           {"Channel", "channel"},
                                           {"Kanał", "channel"},
                                           {"Waluta", "currency"},
                                           {"Email", ""}}) {
    EXPECT_EQ(CostFieldOf(header), field) << header;
  }
  for (const auto& [header, field] : Pairs{{"Outcome", "type"},
                                           {"Deal stage", "type"},
                                           {"Close date", "at"},
                                           {"Data zamknięcia", "at"},
                                           {"Deal amount", "value"},
                                           {"Kwota", "value"},
                                           {"Company", ""}}) {
    EXPECT_EQ(OutcomeFieldOf(header), field) << header;
  }
}

}  // namespace
}  // namespace mqlab
