// The exports of tests/imports as other people have them: with other columns,
// in another order, with headers spelled otherwise, translated, rewritten.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/exports.h"
#include "import/text_table.h"

namespace mqlab {
namespace {

// ------------------------------------------------------------------- columns

// The table with the columns of these numbers alone, in this order.
TextTable Arranged(const TextTable& table, const std::vector<size_t>& order) {
  TextTable arranged;
  for (const size_t i : order) arranged.header.push_back(table.header[i]);
  for (const TextRow& row : table.rows) {
    TextRow cells;
    for (const size_t i : order) {
      cells.push_back(i < row.size() ? row[i] : "");
    }
    arranged.rows.push_back(std::move(cells));
  }
  return arranged;
}

Json Arranged(const Json& expected, const std::vector<size_t>& order) {
  Json arranged = expected;
  arranged["columns"] = Json::array();
  for (const size_t i : order) {
    arranged["columns"].push_back(expected["columns"][i]);
  }
  return arranged;
}

// A rewritten file is plain UTF-8 with commas, its header in line 1.
Json AsPlain(Json expected) {
  expected["encoding"] = "utf-8";
  expected["bom"] = false;
  expected["delimiter"] = ",";
  expected["header_row"] = 1;
  return expected;
}

std::vector<size_t> AllColumns(const TextTable& table) {
  std::vector<size_t> columns(table.header.size());
  std::iota(columns.begin(), columns.end(), size_t{0});
  return columns;
}

void ExpectArranged(const Export& file, const TextTable& table,
                    const std::vector<size_t>& order) {
  const std::string bytes = *WriteTable(Arranged(table, order), {});
  ExpectReading(AsPlain(Arranged(file.expected, order)),
                Inspect(file.path, bytes));
}

TEST(VariantsTest, ReversedColumnsMeanTheSame) {
  for (const Export& file : Exports()) {
    SCOPED_TRACE(file.path);
    const TextTable table = file.Table();
    std::vector<size_t> order = AllColumns(table);
    std::ranges::reverse(order);
    ExpectArranged(file, table, order);
  }
}

TEST(VariantsTest, ShuffledColumnsMeanTheSame) {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    for (const Export& file : Exports()) {
      SCOPED_TRACE(file.path + ", seed " + std::to_string(seed));
      const TextTable table = file.Table();
      std::vector<size_t> order = AllColumns(table);
      std::mt19937 random(seed);
      for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
      }
      ExpectArranged(file, table, order);
    }
  }
}

// Columns without which a row is no event, or a cost is of nothing.
bool IsNeeded(const Export& file, const std::string& header) {
  if (!file.expected["source"].is_null()) return false;
  if (file.expected["kind"] == "costs") return header != "Month";
  if (file.expected["kind"] == "leads") return false;
  const std::set<std::string> roles = {"lead_id", "email", "at", "type"};
  for (const Json& column : file.expected["columns"]) {
    if (column["header"] != header || !column["field"].is_string()) continue;
    return IsOpen(column["field"]) ||
           roles.contains(column["field"].get<std::string>());
  }
  return false;
}

// Columns by which a product, or the kind of its export, is known at all.
const std::set<std::pair<std::string, std::string>> kTelling = {
    {"activecampaign/contacts.csv", "Date Created"},
    {"activecampaign/contacts.csv", "Tags"},
    {"ga4/events_flat.csv", "event_name"},
    {"ga4/events_flattened_params.csv", "event_name"},
    {"hubspot/contacts_date_entered.csv", "Record ID"},
    {"hubspot/contacts_stage_dates.csv", "Record ID"},
    {"hubspot/email_events.csv", "email_campaign_id"},
    {"hubspot/form_submissions.csv", "contact_id"},
    {"mailchimp/granular_activity/clicks/spring-offer_7f3a91c2d0.csv", "Email"},
    {"mailchimp/granular_activity/clicks/spring-offer_7f3a91c2d0.csv",
     "Timestamp"},
    {"mailchimp/granular_activity/opens/spring-offer_7f3a91c2d0.csv", "Email"},
    {"mailchimp/granular_activity/opens/spring-offer_7f3a91c2d0.csv",
     "Timestamp"},
    {"marketo/activities_warehouse.csv", "activity_type_id"},
    {"marketo/program_members.csv", "Member Date"},
    {"mautic/point_log.csv", "action_name"},
    {"mautic/timeline.csv", "event"},
    {"salesforce/tasks_api.csv", "WhoId"},
    {"systeme_io/contacts.csv", "Date registered"}};

// What took the place of a column: the visitor that of the lead, the time of
// the copy that of the event.
const std::set<std::pair<std::string, std::string>> kStandIns = {
    {"user_id", "user_pseudo_id"},      {"prospect_id", "visitor_id"},
    {"prospectId", "visitorId"},        {"created", "_fivetran_synced"},
    {"created_at", "_fivetran_synced"}, {"timestamp", "_fivetran_synced"}};

void ExpectTheRest(const Json& expected, const Json& found,
                   const std::string& out) {
  for (const char* key : {"source", "kind"}) {
    if (IsOpen(expected[key])) continue;
    EXPECT_EQ(found[key], expected[key]) << key;
  }
  ASSERT_EQ(found["columns"].size(), expected["columns"].size());
  for (size_t i = 0; i < expected["columns"].size(); ++i) {
    const Json& column = expected["columns"][i];
    const std::string header = column["header"];
    if (IsOpen(column["field"]) || kStandIns.contains({out, header})) continue;
    EXPECT_EQ(found["columns"][i]["field"], column["field"]) << header;
  }
}

TEST(VariantsTest, WithoutAColumnTheOthersMeanTheSame) {
  int sources = 0;
  int kept = 0;
  for (const Export& file : Exports()) {
    const TextTable table = file.Table();
    for (size_t out = 0; out < table.header.size(); ++out) {
      const std::string& header = table.header[out];
      SCOPED_TRACE(file.path + " without " + header);
      std::vector<size_t> order = AllColumns(table);
      order.erase(order.begin() + static_cast<std::ptrdiff_t>(out));
      const std::string bytes = *WriteTable(Arranged(table, order), {});
      const Json found = Inspect(file.path, bytes);
      const Json expected = Arranged(file.expected, order);
      if (expected["source"].is_string() && !IsOpen(expected["source"])) {
        ++sources;
        if (found["source"] == expected["source"]) ++kept;
      }
      if (IsNeeded(file, header) || kTelling.contains({file.path, header})) {
        continue;
      }
      ExpectTheRest(expected, found, header);
    }
  }
  EXPECT_GT(sources, 750);
  EXPECT_GE(kept * 1000, sources * 975) << kept << " of " << sources;
}

// ------------------------------------------------------------------- headers

std::string Upper(std::string header) {
  for (char& c : header) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return header;
}

std::string Underscored(std::string header) {
  std::ranges::replace(header, ' ', '_');
  return header;
}

std::string HardSpaced(const std::string& header) {
  std::string spelled;
  for (const char c : header) c == ' ' ? spelled += "\u00A0" : spelled += c;
  return "\u00A0" + spelled + " \u00A0";
}

std::string Spaced(const std::string& header) { return "  " + header + " \t"; }

void ExpectSameWithHeaders(
    const std::function<std::string(const std::string&)>& spell,
    const std::set<std::string>& known_by_spelling) {
  for (const Export& file : Exports()) {
    SCOPED_TRACE(file.path);
    TextTable table = file.Table();
    for (std::string& header : table.header) header = spell(header);
    Json expected = file.expected;
    if (known_by_spelling.contains(file.path)) expected["source"] = "?";
    ExpectTheRest(expected, Inspect(file.path, *WriteTable(table, {})), "");
  }
}

TEST(VariantsTest, HeadersInAnyCaseMeanTheSame) {
  // Its headers are those of others but for their capitals.
  const std::set<std::string> by_spelling = {"marketo/leads_bulk.csv"};
  ExpectSameWithHeaders(Fold, by_spelling);
  ExpectSameWithHeaders(Upper, by_spelling);
}

TEST(VariantsTest, HeadersWithOtherSpacesMeanTheSame) {
  ExpectSameWithHeaders(Underscored, {});
  ExpectSameWithHeaders(HardSpaced, {});
  ExpectSameWithHeaders(Spaced, {});
}

}  // namespace
}  // namespace mqlab
