#include "report/overshadowed.h"

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace mqlab {
namespace {

using Leads = std::vector<uint32_t>;

// Each rule gives what the cell of its own field says.
class OvershadowedTest : public testing::Test {
 protected:
  Leads Of(std::string_view rule, const std::string& limits,
           const std::string& of_group) {
    engine_.Load({"lead_id,a,b,c\nx,5,5,0\ny,5,0,5\nz,0,5,5\nw,-5,5,0\n", {}},
                 std::nullopt);
    const auto rule_of = [](const std::string& field, const char* target) {
      return R"({"id": ")" + field + R"(", )" + target + R"(, "field": ")" +
             field + R"(", "points_for": {"5": 5, "-5": -5}})";
    };
    const RunReport report = engine_.Score(
        R"({"scores": {"s": {)" + limits +
            R"(}}, "groups": {"g": {"score": "s")" + of_group +
            R"(}}, "rules": [)" + rule_of("a", R"("group": "g")") + ", " +
            rule_of("b", R"("group": "g")") + ", " +
            rule_of("c", R"("score": "s")") + "]}",
        {});
    EXPECT_TRUE(report.id);
    return FindOvershadowed(*engine_.run(*report.id), rule);
  }

 private:
  Engine engine_;
};

TEST_F(OvershadowedTest, IsEmptyWithoutLimits) {
  for (const char* rule : {"a", "b", "c", "nobody"}) {
    EXPECT_EQ(Of(rule, "", ""), Leads{});
  }
}

TEST_F(OvershadowedTest, HasLeadsWhoseGroupIsFullWithoutTheRule) {
  EXPECT_EQ(Of("a", "", R"(, "max": 5)"), Leads{0});
  EXPECT_EQ(Of("a", "", R"(, "max": 7)"), Leads{});  // two points remain
  EXPECT_EQ(Of("c", "", R"(, "max": 5)"), Leads{});
}

TEST_F(OvershadowedTest, HasLeadsWhoseScoreIsFullWithoutTheRule) {
  EXPECT_EQ(Of("a", R"("max": 5)", ""), (Leads{0, 1}));
  EXPECT_EQ(Of("c", R"("max": 5)", ""), (Leads{1, 2}));
  EXPECT_EQ(Of("c", R"("max": 6)", ""), Leads{});
}

TEST_F(OvershadowedTest, HasLeadsThatALowerLimitHolds) {
  EXPECT_EQ(Of("a", R"("min": 5)", ""), Leads{3});
  EXPECT_EQ(Of("a", "", R"(, "min": 5)"), (Leads{1, 3}));
}

}  // namespace
}  // namespace mqlab
