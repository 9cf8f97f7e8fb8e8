// Random data against a plain reference, and sums that must hold.

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "attribution/channels.h"
#include "attribution/economics.h"
#include "attribution/loaded_run.h"
#include "attribution/reference_channels.h"
#include "base/decimal.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

constexpr std::string_view kRandomStages = R"("scores": {"s": {}}, "stages": [
    {"id": "lead", "enter": {"event": "*"}},
    {"id": "mql", "enter": {"event": "mql"}},
    {"id": "sql", "enter": {"event": "sql"}},
    {"id": "opportunity", "enter": {"event": "opportunity"}},
    {"id": "customer", "enter": {"event": "opportunity_won"},
     "leave": {"event": "lost"}}])";

class Draw {
 public:
  explicit Draw(uint32_t seed) : random_(seed) {}

  uint32_t Below(uint32_t end) { return random_() % end; }
  // "" now and then.
  std::string Name(const char* stem, uint32_t end) {
    const uint32_t number = Below(end + 2);
    return number >= end ? "" : stem + std::to_string(number);
  }
  Instant Time() {
    return *ParseInstant("2026-01-20") +
           int64_t{Below(160)} * kMillisPerDay / 2;
  }

  reference::Case Case() {
    reference::Case drawn;
    const uint32_t leads = 1 + Below(40);
    drawn.leads.resize(leads);
    const uint32_t events = Below(leads * 12);
    const std::vector<std::string> types = {
        "page_view", "page_view",   "content_download", "mql",
        "sql",       "opportunity", "opportunity_won",  "lost"};
    for (uint32_t i = 0; i < events; ++i) {
      reference::EventRow event = {.lead = Below(leads), .time = Time()};
      event.type = types[Below(static_cast<uint32_t>(types.size()))];
      if (Below(3) > 0) event.channel = Name("ch", 6);
      event.campaign = Name("ca", 9);
      event.asset = Name("co", 5);
      if (event.type == "opportunity_won") event.value = Below(5'000'000);
      drawn.events.push_back(std::move(event));
    }
    for (uint32_t i = 0; i < Below(20); ++i) {
      drawn.costs.push_back({.month = MonthOf(Time()),
                             .channel = Name("ch", 7),
                             .campaign = Name("ca", 10),
                             .cost = Below(900'000)});
    }
    drawn.half_life_days = 1 + Below(40);
    drawn.margin_percent = Below(4) == 0 ? 0 : 30 + Below(71);
    return drawn;
  }

 private:
  std::mt19937 random_;
};

std::string LeadsOf(const reference::Case& drawn) {
  std::string text = "lead_id\n";
  for (size_t i = 0; i < drawn.leads.size(); ++i) {
    text += "l" + std::to_string(i) + "\n";
  }
  return text;
}

std::string EventsOf(const reference::Case& drawn) {
  std::string text =
      "lead_id,time,type,channel,campaign,asset,value\n"
      "stranger,2026-01-20,page_view,ch0,ca0,co0,1\n";
  for (const reference::EventRow& event : drawn.events) {
    text += "l" + std::to_string(event.lead) + "," + FormatInstant(event.time) +
            "," + event.type + "," + event.channel + "," + event.campaign +
            "," + event.asset + "," +
            (event.value == 0 ? "" : FormatThousandths(event.value)) + "\n";
  }
  return text;
}

std::string CostsOf(const reference::Case& drawn) {
  std::string text = "month,channel,campaign,cost\n";
  for (const reference::CostRow& cost : drawn.costs) {
    text += FormatInstant(cost.month).substr(0, 7) + "," + cost.channel + "," +
            cost.campaign + "," + FormatThousandths(cost.cost) + "\n";
  }
  return text;
}

// Everything in a row, to be compared and to be read.
std::string Describe(const ChannelRow& row) {
  std::string text = std::to_string(row.leads) + " " + std::to_string(row.mql) +
                     " " + std::to_string(row.sql) + " " +
                     std::to_string(row.customers);
  for (const auto* credit :
       {&row.credit, &row.mql_credit, &row.customer_credit}) {
    text += " |";
    for (const int64_t part : *credit) text += " " + std::to_string(part);
  }
  text += " |";
  for (const Wide part : row.revenue) text += " " + FormatShort(part);
  text += " | " + (row.cost ? FormatShort(*row.cost) : "-") + " " +
          (row.payback ? FormatInstant(*row.payback) : "-");
  return text;
}

void CheckSums(const Channels& channels) {
  ByModel<int64_t> credit{};
  ByModel<Wide> revenue{};
  Wide cost = channels.costs_without_group;
  for (const ChannelRow& row : channels.rows) {
    for (size_t model = 0; model < kNumModels; ++model) {
      credit[model] += row.credit[model];
      revenue[model] += row.revenue[model];
    }
    cost += row.cost.value_or(0);
  }
  for (size_t model = 0; model < kNumModels; ++model) {
    ASSERT_EQ(credit[model], channels.conversions * kConversion);
    ASSERT_TRUE(revenue[model] == channels.revenue);
  }
  ASSERT_TRUE(cost == channels.cost);
}

TEST(RandomChannelsTest, AreAsThePageSays) {
  for (uint32_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    reference::Case drawn = draw.Case();
    const LoadedRun run("{" + std::string(kRandomStages) +
                            R"(, "economics": {"half_life_days": )" +
                            std::to_string(drawn.half_life_days) +
                            R"(, "margin_percent": )" +
                            std::to_string(drawn.margin_percent) + "}}",
                        LeadsOf(drawn), EventsOf(drawn));
    const CostsResult costs = ReadCosts(CostsOf(drawn), {.canonical = true});
    const Scope scope = MakeScope(*run, nullptr, kNoStage, {});
    const auto stage = static_cast<int32_t>(
        draw.Below(static_cast<uint32_t>(run->program.source.stages.size())));
    drawn.as_of = run->as_of;
    for (uint32_t lead = 0; lead < drawn.leads.size(); ++lead) {
      const auto reached = [&](int32_t of) {
        return run->table.reached[static_cast<size_t>(of)][lead];
      };
      drawn.leads[lead] = {scope.entries[lead], reached(stage), reached(1),
                           reached(2),          reached(3),     reached(4)};
    }
    for (const TouchedBy by :
         {TouchedBy::kChannel, TouchedBy::kCampaign, TouchedBy::kContent}) {
      const Channels channels = FindChannels(
          *run, scope, {.by = by, .period = {}, .conversion = stage},
          &*costs.costs);
      CheckSums(channels);
      const reference::Rows rows = reference::FindChannels(drawn, by);
      const TouchGroups& groups = channels.groups;
      ASSERT_EQ(groups.others, kNoIndex);
      ASSERT_EQ(groups.size(), rows.size());
      for (uint32_t group = 0; group < groups.size(); ++group) {
        const std::string name = group < groups.names.size()
                                     ? groups.names[group]
                                 : group == groups.missing ? "-"
                                                           : "?";
        SCOPED_TRACE(name);
        const auto row = rows.find(name);
        ASSERT_NE(row, rows.end());
        ASSERT_EQ(Describe(channels.rows[group]), Describe(row->second));
      }
    }
  }
}

// More of them than have rows of their own.
TEST(RandomChannelsTest, PutTheSmallerOnesTogether) {
  reference::Case drawn;
  std::map<std::string, uint32_t> leads;
  Draw draw(1);
  for (uint32_t lead = 0; lead < 300; ++lead) {
    const uint32_t channel = std::min(draw.Below(20), draw.Below(20));
    const std::string name = "ch" + std::to_string(channel);
    ++leads[name];
    drawn.leads.emplace_back();
    drawn.events.push_back(
        {.lead = lead, .time = draw.Time(), .type = "mql", .channel = name});
  }
  const LoadedRun run("{" + std::string(kRandomStages) + "}", LeadsOf(drawn),
                      EventsOf(drawn));
  const Scope scope = MakeScope(*run, nullptr, kNoStage, {});
  const Channels channels = FindChannels(
      *run, scope, {.by = TouchedBy::kChannel, .period = {}, .conversion = 1},
      nullptr);
  CheckSums(channels);
  ASSERT_EQ(channels.groups.names.size(), 12U);
  ASSERT_EQ(channels.groups.others, 12U);
  uint32_t others = 300;
  uint32_t least = 300;
  for (size_t i = 0; i < 12; ++i) {
    const uint32_t count = leads[channels.groups.names[i]];
    EXPECT_EQ(channels.rows[i].leads, count);
    EXPECT_LE(count, least);
    least = count;
    others -= count;
    leads.erase(channels.groups.names[i]);
  }
  for (const auto& [name, count] : leads) EXPECT_LE(count, least);
  EXPECT_EQ(channels.rows[12].leads, others);
  EXPECT_EQ(channels.rows[12].credit[0], others * kConversion);
}

}  // namespace
}  // namespace mqlab
