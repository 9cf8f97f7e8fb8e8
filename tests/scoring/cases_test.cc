// Rule files, leads and events with the scores that the specification gives
// them, worked out by hand: tests/cases/scoring/*/. And those that the sources
// of rules/presets/*.json give, a lead a figure: tests/cases/presets/*/.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/text.h"
#include "ingest/csv_reader.h"
#include "ingest/read_table.h"
#include "report/score_rows.h"
#include "rules/parse.h"
#include "scoring/score.h"

namespace mqlab {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string Describe(const IssueList& issues) {
  std::string text;
  for (const Issue& issue : issues.issues()) {
    text += std::string(IssueId(issue.code)) + " at " + issue.place.path + "\n";
  }
  return text;
}

// The names of what is in a folder, without their extensions.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

// A name that GoogleTest takes.
std::string CaseName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

struct ScoredCase {
  std::string csv;     // empty when something is faulty
  std::string issues;  // of rules, data and both together
  std::string about;   // the description of the rules
};

ScoredCase ScoreCase(const fs::path& rules, const fs::path& folder) {
  ScoredCase scored;
  const ParsedRuleset parsed = ParseRuleset(ReadFile(rules));
  scored.issues = Describe(parsed.issues);
  if (!parsed.ruleset) return scored;
  scored.about = parsed.ruleset->description;

  Dataset dataset;
  LeadsResult leads = ReadLeads(ReadFile(folder / "leads.csv"), {});
  scored.issues += Describe(leads.report.issues);
  if (!leads.leads) return scored;
  dataset.leads = std::move(*leads.leads);
  if (fs::exists(folder / "events.csv")) {
    EventsResult events =
        ReadEvents(ReadFile(folder / "events.csv"), dataset.leads, {});
    scored.issues += Describe(events.report.issues);
    if (!events.events) return scored;
    dataset.events = std::move(*events.events);
  }
  std::optional<Instant> as_of = dataset.events.newest;
  if (fs::exists(folder / "as_of.txt")) {
    as_of = ParseInstant(Trim(ReadFile(folder / "as_of.txt")));
  }
  if (!as_of) return scored;

  const CompiledProgram compiled = Compile(parsed, SchemaOf(dataset));
  scored.issues += Describe(compiled.issues);
  if (!compiled.program) return scored;
  const ScoreResult result = ScoreLeads(*compiled.program, dataset, *as_of);
  scored.issues += Describe(result.issues);
  if (!result.table) return scored;
  scored.csv = WriteScoreRows(*compiled.program, dataset, *result.table);
  return scored;
}

class ScoringCase : public testing::TestWithParam<std::string> {};

TEST_P(ScoringCase, GivesTheScoresOfTheSpecification) {
  const fs::path folder = fs::path("tests/cases/scoring") / GetParam();
  const ScoredCase scored = ScoreCase(folder / "rules.json", folder);
  EXPECT_EQ(scored.csv, ReadFile(folder / "expected.csv"))
      << scored.about << "\n"
      << scored.issues;
}

INSTANTIATE_TEST_SUITE_P(All, ScoringCase,
                         testing::ValuesIn(NamesIn("tests/cases/scoring")),
                         CaseName);

using Rows = std::vector<std::vector<std::string>>;

Rows RowsOf(const std::string& csv) {
  CsvReader reader(csv, {});
  std::vector<std::string_view> cells;
  Rows rows;
  while (reader.Next(&cells)) rows.emplace_back(cells.begin(), cells.end());
  return rows;
}

// The columns that the header names, in its order.
Rows Columns(const Rows& rows, const std::vector<std::string>& header) {
  Rows picked(rows.size());
  for (const std::string& name : header) {
    const auto column = std::ranges::find(rows.at(0), name);
    if (column == rows[0].end()) continue;
    for (size_t i = 0; i < rows.size(); ++i) {
      picked[i].push_back(rows[i].at(column - rows[0].begin()));
    }
  }
  return picked;
}

constexpr const char* kPresetCases = "tests/cases/presets";

class PresetCase : public testing::TestWithParam<std::string> {};

TEST_P(PresetCase, GivesTheFiguresOfItsSource) {
  const fs::path folder = fs::path(kPresetCases) / GetParam();
  ASSERT_TRUE(fs::exists(folder)) << "a preset without a case";
  const ScoredCase scored =
      ScoreCase("rules/presets/" + GetParam() + ".json", folder);
  EXPECT_EQ(scored.issues, "");
  ASSERT_NE(scored.csv, "");
  const Rows expected = RowsOf(ReadFile(folder / "expected.csv"));
  ASSERT_GT(expected.size(), 1U);
  const Rows rows = Columns(RowsOf(scored.csv), expected[0]);
  ASSERT_EQ(rows.size(), expected.size());
  for (size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i], expected[i]);
}

TEST_P(PresetCase, SaysWhatItIs) {
  const ParsedRuleset parsed =
      ParseRuleset(ReadFile("rules/presets/" + GetParam() + ".json"));
  ASSERT_TRUE(parsed.ruleset);
  EXPECT_NE(parsed.ruleset->name, "");
  EXPECT_NE(parsed.ruleset->description, "");
  EXPECT_NE(parsed.ruleset->source, "");
  EXPECT_FALSE(parsed.ruleset->left_out.empty());
  for (const Rule& rule : parsed.ruleset->rules) {
    EXPECT_NE(rule.label, "") << rule.id;
  }
}

INSTANTIATE_TEST_SUITE_P(All, PresetCase,
                         testing::ValuesIn(NamesIn("rules/presets")), CaseName);

TEST(PresetCases, AreOfPresets) {
  EXPECT_EQ(NamesIn(kPresetCases), NamesIn("rules/presets"));
}

}  // namespace
}  // namespace mqlab
