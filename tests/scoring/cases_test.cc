// Rule files, leads and events with the scores that the specification gives
// them, worked out by hand: tests/cases/scoring/*/.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/text.h"
#include "ingest/read_table.h"
#include "report/score_csv.h"
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

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator("tests/cases/scoring")) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

class ScoringCase : public testing::TestWithParam<std::string> {};

TEST_P(ScoringCase, GivesTheScoresOfTheSpecification) {
  const fs::path folder = fs::path("tests/cases/scoring") / GetParam();
  const ParsedRuleset parsed = ParseRuleset(ReadFile(folder / "rules.json"));
  ASSERT_TRUE(parsed.ruleset) << Describe(parsed.issues);

  Dataset dataset;
  LeadsResult leads = ReadLeads(ReadFile(folder / "leads.csv"), {});
  ASSERT_TRUE(leads.leads) << Describe(leads.report.issues);
  dataset.leads = std::move(*leads.leads);
  if (fs::exists(folder / "events.csv")) {
    EventsResult events =
        ReadEvents(ReadFile(folder / "events.csv"), dataset.leads, {});
    ASSERT_TRUE(events.events) << Describe(events.report.issues);
    dataset.events = std::move(*events.events);
  }
  std::optional<Instant> as_of = dataset.events.newest;
  if (fs::exists(folder / "as_of.txt")) {
    as_of = ParseInstant(Trim(ReadFile(folder / "as_of.txt")));
  }
  ASSERT_TRUE(as_of);

  const CompiledProgram compiled = Compile(parsed, SchemaOf(dataset));
  ASSERT_TRUE(compiled.program) << Describe(compiled.issues);
  const ScoreResult result = ScoreLeads(*compiled.program, dataset, *as_of);
  ASSERT_TRUE(result.table) << Describe(result.issues);
  EXPECT_EQ(WriteScoreCsv(*compiled.program, dataset, *result.table),
            ReadFile(folder / "expected.csv"))
      << parsed.ruleset->description;
}

INSTANTIATE_TEST_SUITE_P(All, ScoringCase, testing::ValuesIn(CaseNames()),
                         [](const auto& name) {
                           std::string id = name.param;
                           for (char& c : id) c = c == '-' ? '_' : c;
                           return id;
                         });

}  // namespace
}  // namespace mqlab
