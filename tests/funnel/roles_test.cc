#include "funnel/roles.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "scoring/score.h"

namespace mqlab {
namespace {

Ruleset Stages(std::initializer_list<const char*> ids) {
  Ruleset ruleset;
  for (const char* id : ids) ruleset.stages.emplace_back().id = id;
  return ruleset;
}

TEST(RolesTest, AreThoseOfTheStagesIds) {
  const Roles roles = FindRoles(
      Stages({"lead", "mql", "sal", "sql", "opportunity", "customer"}));
  EXPECT_EQ(roles.mql, 1);
  EXPECT_EQ(roles.sal, 2);
  EXPECT_EQ(roles.sql, 3);
  EXPECT_EQ(roles.opportunity, 4);
  EXPECT_EQ(roles.customer, 5);
  EXPECT_EQ(roles.hand_off, 1);
}

TEST(RolesTest, AreFoundWithoutSuchIds) {
  const Roles three = FindRoles(Stages({"new", "ready", "student"}));
  EXPECT_EQ(three.mql, 1);
  EXPECT_EQ(three.customer, 2);
  EXPECT_EQ(three.sal, kNoStage);
  const Roles one = FindRoles(Stages({"ready"}));
  EXPECT_EQ(one.mql, 0);
  EXPECT_EQ(one.customer, 0);
  const Roles none = FindRoles({});
  EXPECT_EQ(none.mql, kNoStage);
  EXPECT_EQ(none.customer, kNoStage);
}

TEST(RolesTest, AreAsTheRuleFileSays) {
  Ruleset ruleset = Stages({"lead", "mql", "talk", "student"});
  ruleset.economics.emplace().stages = {
      {"customer", "student"}, {"sal", "talk"}, {"sql", "nowhere"}};
  ruleset.sla.emplace().stage = "talk";
  const Roles roles = FindRoles(ruleset);
  EXPECT_EQ(roles.customer, 3);
  EXPECT_EQ(roles.sal, 2);
  EXPECT_EQ(roles.sql, kNoStage);
  EXPECT_EQ(roles.hand_off, 2);
}

}  // namespace
}  // namespace mqlab
