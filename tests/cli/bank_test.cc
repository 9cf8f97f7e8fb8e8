// rules/bank-term-deposit.json on real contacts; see data/ATTRIBUTION.md.

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run_cli.h"

namespace mqlab {
namespace {

std::vector<std::string> LinesAfterHeader(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) lines.push_back(line);
  return lines;
}

struct Contacts {
  int all = 0;
  int bought = 0;
  double rate() const { return double(bought) / all; }
};

TEST(BankTest, FindsContactsThatBoughtFiveTimesAsOften) {
  const std::string root = std::filesystem::current_path();
  ASSERT_TRUE(RunShell("gzip -dc '" + root +
                       "/tests/cli/data/bank-full.csv.gz' >bank-full.csv"));
  const CliResult result =
      RunCli("score --leads bank-full.csv --as-of 2010-11-30 --rules '" + root +
             "/rules/bank-term-deposit.json'");
  ASSERT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.err, "");
  const auto contacts = LinesAfterHeader(ReadText("bank-full.csv"));
  const auto scored = LinesAfterHeader(result.out);
  ASSERT_EQ(contacts.size(), 45'211u);
  ASSERT_EQ(scored.size(), contacts.size());

  std::array<Contacts, 2> by_stage;
  std::array<Contacts, 2> unseen;  // the contacts the points were not made of
  for (size_t i = 0; i < scored.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    ASSERT_TRUE(scored[i].starts_with(number + ",")) << scored[i];
    const bool mql = scored[i].find(",mql,") != std::string::npos;
    const bool none = scored[i].ends_with(",,,");
    ASSERT_NE(mql, none) << scored[i];
    const int bought = contacts[i].ends_with("\"yes\"") ? 1 : 0;
    Contacts& group = by_stage[mql ? 1 : 0];
    ++group.all;
    group.bought += bought;
    if (i % 2 != 0) continue;
    ++unseen[mql ? 1 : 0].all;
    unseen[mql ? 1 : 0].bought += bought;
  }
  EXPECT_EQ(by_stage[1].all, 6652);
  EXPECT_EQ(by_stage[1].bought + by_stage[0].bought, 5289);
  RecordProperty(
      "lift_in_hundredths",
      static_cast<int>(100 * by_stage[1].rate() / by_stage[0].rate()));
  EXPECT_GT(by_stage[1].rate(), 5.5 * by_stage[0].rate());
  EXPECT_GT(unseen[1].rate(), 5.5 * unseen[0].rate());
}

}  // namespace
}  // namespace mqlab
