// The rule files of tests/cases/rulesets: what is said of each stands beside it
// in a file .issues (none: nothing). MQLAB_WRITE_GOLDEN=1 writes these files.
// tests/web/ruleset-schema.test.ts holds the JSON Schema to the same folders.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "rules/parse.h"
#include "rules/rule_files.h"
#include "rules/write.h"

namespace mqlab {
namespace {

constexpr const char* kCases = "tests/cases/rulesets/";

std::string GoldenOf(const std::string& path) {
  return path.substr(0, path.size() - 4) + "issues";
}

void ExpectIssues(const std::string& path, const ParsedRuleset& parsed) {
  const std::string lines = IssueLines(parsed.issues);
  const std::string golden = GoldenOf(path);
  if (std::getenv("MQLAB_WRITE_GOLDEN") != nullptr) {
    std::filesystem::remove(golden);
    if (!lines.empty()) std::ofstream(golden, std::ios::binary) << lines;
  }
  EXPECT_EQ(lines, ReadFile(golden)) << path;
}

// A name that GoogleTest takes: trailing_comma.
std::string CaseName(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

class ValidCases : public testing::TestWithParam<std::string> {};

TEST_P(ValidCases, AreAccepted) {
  const ParsedRuleset parsed = ParseRuleset(ReadFile(GetParam()));
  EXPECT_TRUE(parsed.ruleset.has_value());
  ExpectIssues(GetParam(), parsed);
}

TEST_P(ValidCases, StayTheSameWhenWrittenAndRead) {
  const ParsedRuleset parsed = ParseRuleset(ReadFile(GetParam()));
  ASSERT_TRUE(parsed.ruleset.has_value());
  const std::string written = WriteRuleset(*parsed.ruleset);
  const ParsedRuleset again = ParseRuleset(written);
  ASSERT_TRUE(again.ruleset.has_value()) << written;
  EXPECT_EQ(*again.ruleset, *parsed.ruleset) << written;
  EXPECT_EQ(WriteRuleset(*again.ruleset), written);
}

INSTANTIATE_TEST_SUITE_P(Cases, ValidCases,
                         testing::ValuesIn(RuleFilesIn(std::string(kCases) +
                                                       "valid")),
                         CaseName);
INSTANTIATE_TEST_SUITE_P(Shipped, ValidCases,
                         testing::ValuesIn(RuleFilesIn("rules")), CaseName);
INSTANTIATE_TEST_SUITE_P(Presets, ValidCases,
                         testing::ValuesIn(RuleFilesIn("rules/presets")),
                         CaseName);

class InvalidCases : public testing::TestWithParam<std::string> {};

TEST_P(InvalidCases, AreRefusedForTheseFaults) {
  const ParsedRuleset parsed = ParseRuleset(ReadFile(GetParam()));
  EXPECT_FALSE(parsed.ruleset.has_value());
  EXPECT_TRUE(parsed.issues.has_errors());
  ExpectIssues(GetParam(), parsed);
}

INSTANTIATE_TEST_SUITE_P(Json, InvalidCases,
                         testing::ValuesIn(RuleFilesIn(std::string(kCases) +
                                                       "invalid/json")),
                         CaseName);
INSTANTIATE_TEST_SUITE_P(Shape, InvalidCases,
                         testing::ValuesIn(RuleFilesIn(std::string(kCases) +
                                                       "invalid/shape")),
                         CaseName);
INSTANTIATE_TEST_SUITE_P(Meaning, InvalidCases,
                         testing::ValuesIn(RuleFilesIn(std::string(kCases) +
                                                       "invalid/meaning")),
                         CaseName);

// The examples of the specification are rule files without a fault.
TEST(ReadmeTest, ExamplesAreSound) {
  constexpr std::string_view kFence = "```json\n";
  const std::string text = ReadFile("rules/README.md");
  int examples = 0;
  for (size_t at = text.find(kFence); at != std::string::npos;
       at = text.find(kFence, at + 1)) {
    const size_t start = at + kFence.size();
    const std::string json =
        text.substr(start, text.find("```", start) - start);
    EXPECT_EQ(IssueLines(ParseRuleset(json).issues), "") << json;
    ++examples;
  }
  EXPECT_GT(examples, 0);
}

}  // namespace
}  // namespace mqlab
