#include "report/score_csv.h"

#include <gtest/gtest.h>

#include "scoring/scoring_fixture.h"

namespace mqlab {
namespace {

constexpr std::string_view kRules =
    R"({"scores": {"fit": {"start": -1.5}},
        "disqualify": [
          {"when": {"field": "note", "is_set": true}, "reason": "+ \"quoted\""},
          {"when": {"field": "note", "is_set": true}, "reason": "two"}]})";
constexpr std::string_view kLeads =
    "lead_id,note\n\"a,1\",@cmd\n-b,\n\"c\"\"d\",-12\n";

std::string Csv(const ScoreCsvOptions& options) {
  const auto scored = Prepare(kRules, kLeads, "", "2026-01-01");
  return WriteScoreCsv(scored->program(), scored->dataset, scored->Table(),
                       options);
}

TEST(ScoreCsvTest, QuotesWhatRfc4180AsksFor) {
  EXPECT_EQ(
      Csv({}),
      "lead_id,fit,total,grade,stage,disqualified\n"
      "\"a,1\",-1.500,-1.500,,disqualified,\"+ \"\"quoted\"\";two\"\n"
      "-b,-1.500,-1.500,,,\n"
      "\"c\"\"d\",-1.500,-1.500,,disqualified,\"+ \"\"quoted\"\";two\"\n");
}

TEST(ScoreCsvTest, DisarmsTextButNotNumbers) {
  EXPECT_EQ(
      Csv({.spreadsheet_safe = true, .fields = true}),
      "lead_id,fit,total,grade,stage,disqualified,note\n"
      "\"a,1\",-1.500,-1.500,,disqualified,\"'+ "
      "\"\"quoted\"\";two\",\"'@cmd\"\n"
      "\"'-b\",-1.500,-1.500,,,,\n"
      "\"c\"\"d\",-1.500,-1.500,,disqualified,\"'+ \"\"quoted\"\";two\",-12\n");
}

}  // namespace
}  // namespace mqlab
