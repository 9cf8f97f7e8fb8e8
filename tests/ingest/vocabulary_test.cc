#include "ingest/vocabulary.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

struct HeaderCase {
  const char* header;
  const char* name;
};

TEST(VocabularyTest, KnowsHeadersOfLeads) {
  constexpr HeaderCase kCases[] = {
      {"lead_id", "lead_id"},
      {"Record ID", "lead_id"},
      {"leadId", "lead_id"},
      {"Id", "lead_id"},
      {"E-mail", "email"},
      {"EMAIL ADDRESS", "email"},
      {"Job Title", "job_title"},
      {"jobtitle", "job_title"},
      {"Company / Account", "company"},
      {"No. of Employees", "employees"},
      {"Country/Region", "country"},
      {"State/Province", "region"},
      {"Lifecycle Stage", "lifecycle_stage"},
      {"HasOptedOutOfEmail", "opted_out"},
      {"createdate", "created_at"},
      {"property_createdate", "created_at"},
      {"PROPERTY_CREATEDATE", "created_at"},
      {"utm_source", "utm_source"},
      {"UTM Source", "utm_source"},
      {"Funcţie", "job_title"},
      {"Функция", ""},
      {"Должность", "job_title"},
      {"IMIĘ", "first_name"},
      {"Država", "country"},
      {"favourite colour", ""},
      {"", ""},
  };
  for (const HeaderCase& c : kCases) {
    EXPECT_EQ(CanonicalName(c.header, TableKind::kLeads), c.name) << c.header;
  }
}

TEST(VocabularyTest, KnowsHeadersOfEvents) {
  constexpr HeaderCase kCases[] = {
      {"Timestamp", "time"},
      {"activityDate", "time"},
      {"occurred_at", "time"},
      {"created", "time"},
      {"Event", "type"},
      {"event_name", "type"},
      {"activity_type_id", "type"},
      {"prospect_id", "lead_id"},
      {"recipient", "lead_id"},
      {"Email", "email"},
      {"Campaign Name", "campaign"},
      {"Job Title", ""},
      {"Zdarzenie", "type"},
      {"Дата", "time"},
  };
  for (const HeaderCase& c : kCases) {
    EXPECT_EQ(CanonicalName(c.header, TableKind::kEvents), c.name) << c.header;
  }
}

TEST(VocabularyTest, RanksWhatMeansTheSame) {
  const auto rank = [](std::string_view header) {
    return MeaningOf(header, TableKind::kEvents).rank;
  };
  EXPECT_EQ(rank("lead_id"), 0u);
  EXPECT_LT(rank("prospect_id"), rank("id"));
  EXPECT_LT(rank("recipient"), rank("id"));
  EXPECT_LT(rank("timestamp"), rank("created_at"));
  EXPECT_LT(rank("event_type"), rank("type_name"));
}

TEST(VocabularyTest, KnowsItsOwnNames) {
  EXPECT_TRUE(IsCanonicalName("job_title", TableKind::kLeads));
  EXPECT_FALSE(IsCanonicalName("Job Title", TableKind::kLeads));
  EXPECT_FALSE(IsCanonicalName("", TableKind::kLeads));
}

}  // namespace
}  // namespace mqlab
