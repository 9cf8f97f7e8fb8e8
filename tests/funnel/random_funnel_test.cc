// The reports of the funnel on random rules and data, and on the sample,
// against the plain ones; and sums that must hold.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "case_file.h"
#include "engine/engine.h"
#include "funnel/funnel_check.h"
#include "funnel/scored_data.h"
#include "scoring/comparison.h"
#include "scoring/random_case.h"
#include "scoring/random_source.h"
#include "slow_build.h"

namespace mqlab {
namespace {

using Rules = nlohmann::json;

// Some events become those of sales, and leads get a record of their stages.
reference::RandomCase DrawWithSales(uint64_t seed) {
  reference::RandomCase drawn = reference::DrawCase(seed);
  reference::Random random(seed);
  std::vector<std::string> times = {""};
  drawn.data.property_names.emplace_back("reason");
  for (reference::RawEvent& event : drawn.data.events) {
    times.push_back(event.time);
    if (random.Chance(20)) event.type = "demo_request";
    if (!random.Chance(20)) continue;
    event.type = "sales_rejected";
    event.properties["reason"] =
        random.Pick<std::string>({"", "No Budget", "no budget", "timing"});
  }
  const Rules rules = Rules::parse(drawn.rules);
  for (const Rules& stage : rules.value("stages", Rules::array())) {
    const std::string field = "became_" + stage["id"].get<std::string>();
    if (random.Chance(40)) continue;
    drawn.data.field_names.push_back(field);
    for (reference::RawLead& lead : drawn.data.leads) {
      lead.cells[field] = random.Pick(times);
    }
  }
  return drawn;
}

TEST(RandomFunnelTest, IsAsThePlainReportsHaveIt) {
  const uint64_t first = reference::FirstSeed(6'100'000);
  const auto cases = static_cast<uint64_t>(reference::CasesToDraw(1500));
  size_t listed = 0;
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    const reference::RandomCase drawn = DrawWithSales(seed);
    const std::string as_of =
        drawn.as_of ? FormatInstant(*drawn.as_of) : std::string();
    const ScoredData data(
        drawn.rules, WriteLeads(drawn.data),
        drawn.data.events.empty() ? "" : WriteEvents(drawn.data), as_of);
    if (!data.scored()) continue;
    FunnelCheck check(data.run(), drawn.data.field_names.empty()
                                      ? ""
                                      : drawn.data.field_names[0]);
    check.All();
    listed += check.listed();
    ASSERT_FALSE(HasFailure()) << "seed " << seed << "\n" << Describe(drawn);
  }
  EXPECT_GT(listed, 20 * cases);
}

TEST(SampleFunnelTest, IsAsThePlainReportsHaveIt) {
  Engine engine;
  engine.LoadSample(17, kSlowBuild ? 500 : 3000);
  const RunReport report = engine.Score(ReadFile("rules/b2b-sample.json"), {});
  ASSERT_TRUE(report.id);
  FunnelCheck check(*engine.run(*report.id), "lead_source");
  check.All();
  EXPECT_GT(check.listed(), 5000u);
}

}  // namespace
}  // namespace mqlab
