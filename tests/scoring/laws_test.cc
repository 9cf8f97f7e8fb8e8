#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "rules/write.h"
#include "scoring/comparison.h"
#include "scoring/random_source.h"
#include "scoring/reference_text.h"

// What holds for every rule file and all data, on the random cases.

namespace mqlab::reference {
namespace {

template <typename Check>
void ForEachCase(const Check& check) {
  const uint64_t first = FirstSeed(9'000'001);
  const auto cases = static_cast<uint64_t>(CasesToDraw(500));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    const RandomCase drawn = DrawCase(seed);
    const EngineRun run(drawn);
    ASSERT_EQ(run.rejected, "") << Describe(drawn);
    check(drawn, run);
    if (testing::Test::HasFailure()) FAIL() << Describe(drawn);
  }
}

// Rows in another order, in which those of the same lead keep theirs.
template <typename Row, typename IdOf>
std::vector<Row> Interleave(Random* random, const std::vector<Row>& rows,
                            const IdOf& id_of) {
  std::map<std::string, std::vector<Row>> by_id;
  std::vector<std::string> turns;
  for (const Row& row : rows) {
    turns.push_back(Trim(id_of(row)));
    by_id[turns.back()].push_back(row);
  }
  for (size_t i = turns.size(); i > 1; --i) {
    std::swap(
        turns[i - 1],
        turns[static_cast<size_t>(random->Below(static_cast<int64_t>(i)))]);
  }
  std::vector<Row> shuffled;
  std::map<std::string, size_t> taken;
  for (const std::string& id : turns) {
    shuffled.push_back(by_id[id][taken[id]++]);
  }
  return shuffled;
}

// All columns of one lead as text.
std::string Columns(const EngineRun& run, uint32_t lead) {
  const ScoreTable& table = *run.result.table;
  std::string text = Grade(*run.compiled.program, table, lead);
  const auto add = [&text](int64_t number) {
    text += " " + std::to_string(number);
  };
  for (const auto& column : table.scores) add(column[lead]);
  add(table.total[lead]);
  for (const auto& column : table.bands) add(column[lead]);
  add(table.stage[lead]);
  for (uint32_t r = table.reason_offsets[lead];
       r < table.reason_offsets[lead + 1]; ++r) {
    add(table.reasons[r]);
  }
  for (const auto& column : table.reached) add(column[lead]);
  for (const auto& column : table.entries) add(column[lead]);
  add(table.recycles[lead]);
  add(table.since[lead]);
  return text;
}

std::map<std::string, std::string> ColumnsById(const EngineRun& run) {
  std::map<std::string, std::string> columns;
  for (uint32_t i = 0; i < run.result.table->num_leads; ++i) {
    columns[std::string(run.dataset.leads.ids[i])] = Columns(run, i);
  }
  return columns;
}

TEST(LawsTest, OrderOfLeadsDoesNotMatter) {
  ForEachCase([](const RandomCase& drawn, const EngineRun& run) {
    RandomCase shuffled = drawn;
    Random random(drawn.seed);
    shuffled.data.leads = Interleave(
        &random, drawn.data.leads, [](const RawLead& lead) { return lead.id; });
    shuffled.data.events =
        Interleave(&random, drawn.data.events,
                   [](const RawEvent& event) { return event.lead_id; });
    const EngineRun other(shuffled);
    ASSERT_EQ(run.result.table.has_value(), other.result.table.has_value());
    if (!run.result.table.has_value()) return;
    EXPECT_EQ(ColumnsById(run), ColumnsById(other));
  });
}

TEST(LawsTest, WritingARuleFileChangesNothing) {
  ForEachCase([](const RandomCase& drawn, const EngineRun& run) {
    RandomCase written = drawn;
    written.rules = WriteRuleset(*run.parsed.ruleset);
    const EngineRun other(written);
    ASSERT_EQ(other.rejected, "") << written.rules;
    EXPECT_EQ(*run.parsed.ruleset, *other.parsed.ruleset) << written.rules;
    EXPECT_EQ(WriteRuleset(*other.parsed.ruleset), written.rules);
    EXPECT_EQ(run.result.table, other.result.table);
  });
}

TEST(LawsTest, ScoringTwiceGivesTheSame) {
  ForEachCase([](const RandomCase&, const EngineRun& run) {
    if (!run.result.table.has_value()) return;
    const ScoreResult again =
        ScoreLeads(*run.compiled.program, run.dataset, run.result.table->as_of);
    EXPECT_EQ(run.result.table, again.table);
  });
}

}  // namespace
}  // namespace mqlab::reference
