// The sample is drawn from a known truth, which the reports must bring out:
// truth.json of `mqlab sample`.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "attribution/channels.h"
#include "attribution/content_report.h"
#include "engine/engine.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

class SampleTruthTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    engine_ = new Engine;
    engine_->LoadSample(7, 5000);
    std::ifstream file("rules/b2b-sample.json");
    const std::string rules{std::istreambuf_iterator<char>(file), {}};
    const RunReport report = engine_->Score(rules, {});
    ASSERT_TRUE(report.id);
    run_ = engine_->run(*report.id);
  }
  static void TearDownTestSuite() {
    delete engine_;
    engine_ = nullptr;
  }

  static Scope All() { return MakeScope(*run_, nullptr, kNoStage, {}); }

  static inline Engine* engine_ = nullptr;
  static inline const mqlab::Run* run_ = nullptr;
};

double RateOf(const ChannelRow& row) {
  return static_cast<double>(row.customers) / static_cast<double>(row.leads);
}

TEST_F(SampleTruthTest, ReferralsAreBestAndSyndicatedLeadsWorst) {
  const Channels channels =
      FindChannels(*run_, All(),
                   {.by = TouchedBy::kChannel,
                    .period = {},
                    .conversion = FindRoles(run_->program.source).customer},
                   nullptr);
  const std::vector<std::string>& names = channels.groups.names;
  size_t best = 0;
  size_t worst = 0;
  for (size_t i = 0; i < names.size(); ++i) {
    if (RateOf(channels.rows[i]) > RateOf(channels.rows[best])) best = i;
    if (RateOf(channels.rows[i]) < RateOf(channels.rows[worst])) worst = i;
  }
  EXPECT_EQ(names[best], "Referral");
  EXPECT_EQ(names[worst], "Content syndication");
}

TEST_F(SampleTruthTest, TheComparisonIsTheBestContent) {
  const std::vector<ContentRow> rows = FindContents(*run_, All());
  const ContentRow* best = &rows.front();
  for (const ContentRow& row : rows) {
    if (row.mql.is_told() && row.mql.IsHigherThan(best->mql)) best = &row;
  }
  EXPECT_EQ(best->content, "Comparison of planning tools");
}

}  // namespace
}  // namespace mqlab
