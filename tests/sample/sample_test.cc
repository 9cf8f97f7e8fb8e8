#include "sample/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sample/golden.h"

namespace mqlab {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Enough of CSV for what the generator writes: no line breaks in cells.
Rows ReadRows(std::string_view csv) {
  Rows rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      row.back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, "");
    } else {
      row.back() += c;
    }
  }
  return rows;
}

// FNV-1a, 64 bits.
uint64_t Hash(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  }
  return hash;
}

std::string FirstLines(std::string_view text, int lines) {
  size_t end = 0;
  for (; lines > 0; --lines) end = text.find('\n', end) + 1;
  return std::string(text.substr(0, end));
}

const Sample& Usual() {
  static const Sample sample = MakeSample({});
  return sample;
}

const Rows& Leads() {
  static const Rows rows = ReadRows(Usual().leads_csv);
  return rows;
}

const Rows& Events() {
  static const Rows rows = ReadRows(Usual().events_csv);
  return rows;
}

TEST(SampleTest, GivesTheSameBytesForTheSameSeed) {
  const Sample again = MakeSample({});
  EXPECT_EQ(again.leads_csv, Usual().leads_csv);
  EXPECT_EQ(again.events_csv, Usual().events_csv);
  EXPECT_EQ(again.costs_csv, Usual().costs_csv);
  EXPECT_EQ(again.truth_json, Usual().truth_json);
}

TEST(SampleTest, GivesOtherLeadsForAnotherSeed) {
  const Sample other = MakeSample({.seed = 8});
  EXPECT_NE(other.leads_csv, Usual().leads_csv);
  EXPECT_NE(other.events_csv, Usual().events_csv);
}

// The bytes that every platform and build must give. A change here changes the
// sample that all see: mean it.
TEST(SampleTest, GivesTheBytesOfEveryPlatform) {
  EXPECT_EQ(FirstLines(Usual().leads_csv, 3), kFirstLeads);
  EXPECT_EQ(FirstLines(Usual().events_csv, 3), kFirstEvents);
  EXPECT_EQ(Hash(Usual().leads_csv), kLeadsHash);
  EXPECT_EQ(Hash(Usual().events_csv), kEventsHash);
  EXPECT_EQ(Hash(Usual().costs_csv), kCostsHash);
  EXPECT_EQ(Hash(Usual().truth_json), kTruthHash);
}

TEST(SampleTest, GivesAsManyLeadsAsAskedFor) {
  EXPECT_EQ(Leads().size(), 5001u);
  for (const uint32_t count : {0u, 1u, 2u, 3u, 40u}) {
    const Sample few = MakeSample({.leads = count});
    EXPECT_EQ(ReadRows(few.leads_csv).size(), count + 1) << count;
    EXPECT_TRUE(nlohmann::json::accept(few.truth_json)) << count;
  }
}

TEST(SampleTest, FillsEveryRow) {
  for (const Rows* rows : {&Leads(), &Events()}) {
    for (const auto& row : *rows) ASSERT_EQ(row.size(), rows->front().size());
  }
  for (const auto& row : ReadRows(Usual().costs_csv)) ASSERT_EQ(row.size(), 5u);
}

TEST(SampleTest, HasDistinctLeadsAndOnlyEventsOfThem) {
  std::set<std::string> ids;
  std::set<std::string> emails;
  for (size_t i = 1; i < Leads().size(); ++i) {
    ASSERT_TRUE(ids.insert(Leads()[i][0]).second) << Leads()[i][0];
    ASSERT_TRUE(emails.insert(Leads()[i][1]).second) << Leads()[i][1];
    ASSERT_TRUE(Leads()[i][1].ends_with(".example")) << Leads()[i][1];
  }
  for (size_t i = 1; i < Events().size(); ++i) {
    ASSERT_EQ(ids.count(Events()[i][0]), 1u) << Events()[i][0];
  }
}

TEST(SampleTest, OrdersLeadsAndEventsByTime) {
  for (size_t i = 2; i < Leads().size(); ++i) {
    ASSERT_LE(Leads()[i - 1][14], Leads()[i][14]) << i;
  }
  for (size_t i = 2; i < Events().size(); ++i) {
    ASSERT_LE(Events()[i - 1][1], Events()[i][1]) << i;
  }
  EXPECT_LE(Events().back()[1], "2026-10-31T18:00:00Z");
}

TEST(SampleTest, CreatesEachLeadWithOneEventAndKnowsSomeBefore) {
  std::map<std::string, std::string> created;
  for (size_t i = 1; i < Leads().size(); ++i) {
    created[Leads()[i][0]] = Leads()[i][14];
  }
  std::map<std::string, int> creations;
  int before = 0;
  for (size_t i = 1; i < Events().size(); ++i) {
    const auto& event = Events()[i];
    if (event[2] == "lead_created") {
      ++creations[event[0]];
      ASSERT_EQ(event[1], created[event[0]]);
    }
    if (event[1] < created[event[0]]) {
      ++before;
      ASSERT_EQ(event[2], "page_view");
    }
  }
  EXPECT_EQ(creations.size(), 5000u);
  EXPECT_GT(before, 3000);
}

TEST(SampleTest, HasAboutTwelveEventsALeadWithAHeavyTail) {
  std::map<std::string, int> counts;
  for (size_t i = 1; i < Events().size(); ++i) ++counts[Events()[i][0]];
  int alone = 0;
  int most = 0;
  for (const auto& [id, count] : counts) {
    alone += count == 1;
    most = std::max(most, count);
  }
  EXPECT_GE(Events().size(), 55'000u);
  EXPECT_LE(Events().size(), 66'000u);
  EXPECT_GT(alone, 1000);
  EXPECT_LT(alone, 1400);
  EXPECT_GT(most, 80);
}

TEST(SampleTest, WinsOnlyWhatWasAnOpportunityBefore) {
  std::set<std::string> accepted;
  std::set<std::string> open;
  int won = 0;
  for (size_t i = 1; i < Events().size(); ++i) {
    const auto& event = Events()[i];
    if (event[2] == "sales_accepted") accepted.insert(event[0]);
    if (event[2] == "opportunity_created") {
      ASSERT_EQ(accepted.count(event[0]), 1u) << event[0];
      open.insert(event[0]);
    }
    if (event[2] == "opportunity_won" || event[2] == "opportunity_lost") {
      ASSERT_EQ(open.erase(event[0]), 1u) << event[0];
      won += event[2] == "opportunity_won";
      ASSERT_NE(event[6], "");
    }
  }
  EXPECT_GT(won, 80);
  EXPECT_GT(open.size(), 10u);  // not decided yet
}

TEST(SampleTest, CountsInTheTruthWhatTheEventsTell) {
  const auto truth = nlohmann::json::parse(Usual().truth_json);
  std::map<std::string, int> types;
  for (size_t i = 1; i < Events().size(); ++i) ++types[Events()[i][2]];
  for (const auto& [type, count] : truth["events"].items()) {
    EXPECT_EQ(types[type], count.get<int>()) << type;
    types.erase(type);
  }
  EXPECT_TRUE(types.empty());
  EXPECT_EQ(truth["counts"]["won"], truth["events"]["opportunity_won"]);
}

TEST(SampleTest, LetsTheTruthBeSeenInTheOutcome) {
  const auto truth = nlohmann::json::parse(Usual().truth_json);
  std::map<std::string, std::string> seniority;
  for (const auto& [name, titles] : truth["titles"].items()) {
    for (const auto& title : titles) seniority[title] = name;
  }
  std::set<std::string> won;
  std::set<std::string> asked;
  for (size_t i = 1; i < Events().size(); ++i) {
    if (Events()[i][2] == "opportunity_won") won.insert(Events()[i][0]);
    if (Events()[i][2] == "demo_request") asked.insert(Events()[i][0]);
  }
  struct Share {
    int leads = 0;
    int won = 0;
    double rate() const { return leads == 0 ? 0 : double(won) / leads; }
  };
  std::map<std::string, Share> by_seniority;
  std::map<std::string, Share> by_source;
  std::map<bool, Share> by_demo;
  const auto count = [&](Share& share, const std::string& id) {
    ++share.leads;
    share.won += static_cast<int>(won.count(id));
  };
  for (size_t i = 1; i < Leads().size(); ++i) {
    const auto& lead = Leads()[i];
    count(by_seniority[seniority[lead[4]]], lead[0]);
    count(by_source[lead[11]], lead[0]);
    count(by_demo[asked.count(lead[0]) > 0], lead[0]);
  }
  EXPECT_GT(by_seniority["executive"].rate(),
            3 * by_seniority["specialist"].rate());
  EXPECT_GT(by_seniority["director"].rate(),
            3 * by_seniority["specialist"].rate());
  EXPECT_LT(by_seniority["student"].rate(), 0.005);
  EXPECT_GT(by_source["Referral"].rate(), 2 * by_source["Paid social"].rate());
  EXPECT_LT(by_source["Content syndication"].rate(), 0.01);
  EXPECT_GT(by_demo[true].rate(), 5 * by_demo[false].rate());
}

TEST(SampleTest, LosesSomeCellsAsInLife) {
  std::map<std::string, int> missing;
  for (size_t i = 1; i < Leads().size(); ++i) {
    for (size_t j = 0; j < Leads()[i].size(); ++j) {
      missing[Leads()[0][j]] += Leads()[i][j].empty();
    }
  }
  EXPECT_EQ(missing["lead_id"], 0);
  EXPECT_EQ(missing["created_at"], 0);
  EXPECT_GT(missing["job_title"], 200);
  EXPECT_GT(missing["employees"], 400);
  EXPECT_LT(missing["employees"], 700);
}

}  // namespace
}  // namespace mqlab
