#include "import/stages.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/exports.h"
#include "import/text_table.h"

namespace mqlab {
namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

TEST(StagesTest, KnowsTheStagesOfAllProducts) {
  const Pairs stages = {{"subscriber", "subscriber"},
                        {"Newsletter", "subscriber"},
                        {"lead", "lead"},
                        {"New lead", "lead"},
                        {"raw_lead", "lead"},
                        {"Inquiry", "lead"},
                        {"MQL", "mql"},
                        {"marketingqualifiedlead", "mql"},
                        {"Marketing Qualified Lead", "mql"},
                        {"Marketing Qualified", "mql"},
                        {"marketing accepted", "mql"},
                        {"Warm", "mql"},
                        {"sql", "sql"},
                        {"salesqualifiedlead", "sql"},
                        {"Sales Accepted", "sql"},
                        {"SAL", "sql"},
                        {"Qualified", "sql"},
                        {"opportunity", "opportunity"},
                        {"Opp", "opportunity"},
                        {"Open deal", "opportunity"},
                        {"PROPOSAL", "opportunity"},
                        {"customer", "customer"},
                        {"Won", "customer"},
                        {"client", "customer"},
                        {"Closed won", "customer"},
                        {"Closed - Converted", "customer"},
                        {"evangelist", "evangelist"},
                        {"Promoter", "evangelist"},
                        {"disqualified", "disqualified"},
                        {"Unqualified", "disqualified"},
                        {"Junk Lead", "disqualified"},
                        {"Lost Lead", "disqualified"},
                        {"Not Qualified", "disqualified"},
                        {"Closed - Not Converted", "disqualified"},
                        {"Cleaned", "disqualified"},
                        {"recycled", "recycled"},
                        {"Nurture", "recycled"},
                        {"nurturing", "recycled"},
                        {"Contact in Future", "recycled"},
                        {"BAD_TIMING", "recycled"}};
  for (const auto& [text, stage] : stages) {
    EXPECT_EQ(CanonicalStage(text), stage) << text;
  }
  for (const std::string_view text : {"", "Other", "1839472", "Lead magnet"}) {
    EXPECT_EQ(CanonicalStage(text), "other") << text;
  }
}

TEST(StagesTest, KnowsTheStatesOfAllProducts) {
  const Pairs states = {{"NEW", "new"},
                        {"New", "new"},
                        {"Open - Not Contacted", "new"},
                        {"Not Contacted", "new"},
                        {"CREATED", "new"},
                        {"OPEN", "open"},
                        {"Open", "open"},
                        {"ATTEMPTED_TO_CONTACT", "attempting"},
                        {"Attempted to Contact", "attempting"},
                        {"IN_PROGRESS", "working"},
                        {"Working - Contacted", "working"},
                        {"Working", "working"},
                        {"Contacted", "working"},
                        {"CONNECTED", "working"},
                        {"Pre-Qualified", "qualified"},
                        {"Qualified", "qualified"},
                        {"OPEN_DEAL", "qualified"},
                        {"UNQUALIFIED", "unqualified"},
                        {"Not Qualified", "unqualified"},
                        {"Closed - Not Converted", "unqualified"},
                        {"Junk Lead", "unqualified"},
                        {"Lost Lead", "unqualified"},
                        {"BAD_TIMING", "nurture"},
                        {"Contact in Future", "nurture"},
                        {"Nurturing", "nurture"},
                        {"Closed - Converted", "converted"}};
  for (const auto& [text, state] : states) {
    EXPECT_EQ(CanonicalStatus(text), state) << text;
  }
  for (const std::string_view text : {"", "Zzz", "Opened", "42"}) {
    EXPECT_EQ(CanonicalStatus(text), "other") << text;
  }
}

TEST(StagesTest, KnowsHowDealsEnd) {
  for (const std::string_view text :
       {"won", "Closed Won", "closedwon", "WON", "câștigat", "wygrana",
        "выиграна", "dobijeno"}) {
    EXPECT_EQ(OutcomeType(text), "opportunity_won") << text;
  }
  for (const std::string_view text :
       {"lost", "Closed Lost", "closed_lost", "pierdut", "przegrana",
        "проиграна", "izgubljeno"}) {
    EXPECT_EQ(OutcomeType(text), "opportunity_lost") << text;
  }
  for (const std::string_view text : {"", "open", "Negotiation", "wonderful"}) {
    EXPECT_EQ(OutcomeType(text), "") << text;
  }
}

// Labels and internal names of the stages and states of HubSpot.
const std::map<std::string, std::string> kInternal = {
    {"Subscriber", "subscriber"},
    {"Lead", "lead"},
    {"Marketing Qualified Lead", "marketingqualifiedlead"},
    {"Sales Qualified Lead", "salesqualifiedlead"},
    {"Opportunity", "opportunity"},
    {"Customer", "customer"},
    {"Evangelist", "evangelist"},
    {"Other", "other"},
    {"New", "NEW"},
    {"Open", "OPEN"},
    {"In Progress", "IN_PROGRESS"},
    {"Open Deal", "OPEN_DEAL"},
    {"Unqualified", "UNQUALIFIED"},
    {"Attempted to Contact", "ATTEMPTED_TO_CONTACT"},
    {"Connected", "CONNECTED"},
    {"Bad Timing", "BAD_TIMING"}};

TEST(StagesTest, LabelsAndInternalNamesAreTheSameStages) {
  const std::map<std::string, std::string> stages = {
      {"Subscriber", "subscriber"},        {"Lead", "lead"},
      {"Marketing Qualified Lead", "mql"}, {"Sales Qualified Lead", "sql"},
      {"Opportunity", "opportunity"},      {"Customer", "customer"},
      {"Evangelist", "evangelist"},        {"Other", "other"}};
  const std::map<std::string, std::string> statuses = {
      {"New", "new"},
      {"Open", "open"},
      {"In Progress", "working"},
      {"Open Deal", "qualified"},
      {"Unqualified", "unqualified"},
      {"Attempted to Contact", "attempting"},
      {"Connected", "working"},
      {"Bad Timing", "nurture"}};
  const Export& file = ExportAt("hubspot/contacts_ui.csv");
  const TextTable labels = file.Table();
  TextTable names = labels;
  std::map<std::string, int> expected_stages;
  std::map<std::string, int> expected_statuses;
  for (TextRow& row : names.rows) {
    std::string& stage = row[labels.Column("Lifecycle Stage")];
    std::string& status = row[labels.Column("Lead Status")];
    if (!stage.empty()) {
      ++expected_stages[stages.at(stage)];
      stage = kInternal.at(stage);
    }
    if (!status.empty()) {
      ++expected_statuses[statuses.at(status)];
      status = kInternal.at(status);
    }
  }
  EXPECT_GE(expected_stages.size(), 6U);
  EXPECT_GE(expected_statuses.size(), 5U);
  for (const TextTable& table : {labels, names}) {
    const Json found = Inspect(file.path, *WriteTable(table, {}));
    EXPECT_EQ(found["stages"], Json(expected_stages));
    EXPECT_EQ(found["statuses"], Json(expected_statuses));
  }
}

}  // namespace
}  // namespace mqlab
