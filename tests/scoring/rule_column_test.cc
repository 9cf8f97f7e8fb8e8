#include "scoring/rule_column.h"

#include <gtest/gtest.h>

#include <vector>

#include "scoring/passes.h"
#include "scoring/scoring_fixture.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

TEST(AmountIndexTest, NumbersAmountsInTheOrderOfTheirComing) {
  AmountIndex index;
  EXPECT_EQ(index.Number(0), 0u);
  const Wide wide = Wide{1} << 90;
  EXPECT_EQ(index.Number(wide), 1u);
  EXPECT_EQ(index.Number(-5), 2u);
  for (int i = 1; i <= 1000; ++i) {
    EXPECT_EQ(index.Number(i), static_cast<uint32_t>(i) + 2);
  }
  EXPECT_EQ(index.Number(wide), 1u);
  EXPECT_EQ(index.Number(-5), 2u);
  EXPECT_EQ(index.Number(700), 702u);
  EXPECT_EQ(index.TakeAmounts().size(), 1003u);
}

TEST(RuleColumnTest, JoinsPartsAsOneWouldHaveCountedThem) {
  std::vector<RuleColumn> parts(2);
  parts[0].amounts = {0, 7, 9};
  for (const uint32_t code : {1, 0, 2}) parts[0].codes.push_back(code);
  parts[1].amounts = {0, 9, 4};
  for (const uint32_t code : {2, 1, 1}) parts[1].codes.push_back(code);
  const RuleColumn joined = JoinColumns(std::move(parts));
  EXPECT_EQ(joined.amounts, (std::vector<Wide>{0, 7, 9, 4}));
  std::vector<uint32_t> codes;
  for (size_t i = 0; i < joined.codes.size(); ++i) {
    codes.push_back(joined.codes[i]);
  }
  EXPECT_EQ(codes, (std::vector<uint32_t>{1, 0, 2, 3, 2, 2}));
  EXPECT_EQ(joined.counts, (std::vector<uint32_t>{1, 1, 3, 1}));
}

constexpr std::string_view kRules = R"({
  "format": "mqlab/1", "scores": {"s": {}},
  "properties": {"n": {"type": "number"}, "none": {"type": "number"}},
  "rules": [
    {"id": "a", "score": "s", "each": {"event": "x"}, "points": 1},
    {"id": "b", "score": "s", "each": {"event": "x"}, "points": 2,
     "max_points": 9, "label": "B"},
    {"id": "c", "score": "s", "each": {"event": "x"}, "points": 1,
     "times_property": "n"},
    {"id": "d", "score": "s", "each": {"event": "x"}, "points": 1,
     "times_property": "none"},
    {"id": "e", "score": "s", "each": {"event": "x"}, "points": 1,
     "decay": {"kind": "expire", "every_days": 5}},
    {"id": "f", "score": "s", "when": {"event": "x"}, "points": 1},
    {"id": "g", "score": "s", "when": {"event": "x", "count": {"ge": 2}},
     "points": 1}
  ]})";

TEST(SignatureTest, IsOfWhatIsCountedAlone) {
  const auto scored =
      Prepare(kRules, "id\n1\n", "lead_id,time,type,n\n1,2026-01-01,x,3\n");
  ASSERT_TRUE(scored->compiled.program);
  const Program& program = *scored->compiled.program;
  // Points, caps and labels are not counted; all else makes a difference.
  EXPECT_EQ(CountSignature(program, 0), CountSignature(program, 1));
  EXPECT_NE(PointsSignature(program, 0), PointsSignature(program, 1));
  for (uint32_t rule = 2; rule < program.rules.size(); ++rule) {
    for (uint32_t other = 0; other < rule; ++other) {
      EXPECT_NE(CountSignature(program, rule), CountSignature(program, other))
          << rule << " " << other;
    }
  }
}

}  // namespace
}  // namespace mqlab
