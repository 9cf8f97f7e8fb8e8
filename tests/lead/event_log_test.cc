#include "lead/event_log.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

namespace mqlab {
namespace {

using Numbers = std::vector<uint32_t>;

LeadTable Leads(const std::vector<std::string>& ids) {
  LeadTable leads;
  for (const std::string& id : ids) leads.ids.Intern(id);
  return leads;
}

void AddEvent(std::string_view lead, Instant time, std::string_view type,
              EventTable* events) {
  events->lead.push_back(events->lead_ids.Intern(lead));
  events->time.push_back(time);
  events->type.push_back(events->types.Intern(type));
  events->row.push_back(static_cast<uint32_t>(events->time.size()));
}

TEST(EventLogTest, GroupsByLeadAndOrdersByTime) {
  EventTable events;
  AddEvent("b", 30, "open", &events);
  AddEvent("a", 20, "open", &events);
  AddEvent("b", 10, "click", &events);
  AddEvent("a", 25, "click", &events);
  const EventLog log = JoinEvents(Leads({"a", "none", "b"}), events);
  EXPECT_EQ(log.offsets, (Numbers{0, 2, 2, 4}));
  EXPECT_EQ(log.index, (Numbers{1, 3, 2, 0}));
  EXPECT_EQ(log.time, (std::vector<Instant>{20, 25, 10, 30}));
  EXPECT_EQ(log.type, (Numbers{0, 1, 1, 0}));
  EXPECT_TRUE(log.orphans.empty());
  EXPECT_EQ(log.newest, 30);
}

TEST(EventLogTest, KeepsTheOrderOfEqualTimes) {
  EventTable events;
  for (const Instant time : {5, 9, 5, 1, 9, 5}) {
    AddEvent("a", time, "x", &events);
  }
  EXPECT_EQ(JoinEvents(Leads({"a"}), events).index,
            (Numbers{3, 0, 2, 5, 1, 4}));
}

TEST(EventLogTest, KeepsOrphansApartInFileOrder) {
  EventTable events;
  AddEvent("ghost", 50, "x", &events);
  AddEvent("a", 10, "x", &events);
  AddEvent("A", 40, "x", &events);  // ids are compared exactly
  const EventLog log = JoinEvents(Leads({"a"}), events);
  EXPECT_EQ(log.orphans, (Numbers{0, 2}));
  EXPECT_EQ(log.index, Numbers{1});
  EXPECT_EQ(log.newest, 50);
}

TEST(EventLogTest, HoldsNothingOfNothing) {
  const EventLog log = JoinEvents(LeadTable(), EventTable());
  EXPECT_EQ(log.offsets, Numbers{0});
  EXPECT_EQ(log.newest, std::nullopt);
}

TEST(EventLogTest, OrdersAsAPlainStableSortDoes) {
  constexpr uint32_t kSeed = 20260301;
  std::mt19937 random(kSeed);
  EventTable events;
  std::vector<std::tuple<uint32_t, Instant, uint32_t>> plain;
  for (uint32_t i = 0; i < 5000; ++i) {
    const uint32_t lead = random() % 50;
    const Instant time = random() % 40;
    AddEvent(std::to_string(lead), time, "x", &events);
    if (lead < 40) plain.emplace_back(lead, time, i);
  }
  std::sort(plain.begin(), plain.end());
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) ids.push_back(std::to_string(i));
  const EventLog log = JoinEvents(Leads(ids), events);
  ASSERT_EQ(log.size(), plain.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    ASSERT_EQ(log.index[i], std::get<2>(plain[i])) << "seed " << kSeed;
  }
  EXPECT_EQ(log.size() + log.orphans.size(), events.size());
}

}  // namespace
}  // namespace mqlab
