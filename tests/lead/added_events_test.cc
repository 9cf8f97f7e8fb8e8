#include "lead/added_events.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "ingest/read_table.h"
#include "lead/read_dataset.h"

namespace mqlab {
namespace {

// Each event of a lead with its type and all its properties by name.
std::string Dump(const Dataset& dataset, std::string_view id) {
  const EventStore& events = dataset.events;
  const EventSpan span = events.log.Of(dataset.leads.ids.Find(id));
  std::string text;
  for (uint32_t i = span.begin; i < span.end; ++i) {
    text += FormatInstant(span.block->time[i]) + " ";
    text += events.types[span.block->type[i]];
    for (size_t p = 0; p < events.properties.size(); ++p) {
      const Column& column = events.properties[p];
      const std::string_view cell = column.texts[span.block->properties[p][i]];
      if (cell.empty()) continue;
      text += " " + column.name + "=" + std::string(cell);
    }
    text += "\n";
  }
  return text;
}

constexpr const char* kLeads = "lead_id,email\na,a@x\nb,b@x\nc,\n";

TEST(AddedEventsTest, StandInTheirOrder) {
  const auto base =
      ReadDataset(kLeads,
                  "lead_id,time,type,asset\na,2026-01-02,visit,/p\n"
                  "a,2026-01-04,open,\nb,2026-01-03,visit,/q\n");
  const auto added =
      ReadEvents(
          "lead_id,time,type,reason,asset\na,2026-01-04,sales_rejected,No "
          "budget,\na,2026-01-03,visit,,/q\nx,2026-01-09,visit,,\n"
          "c,2026-01-05,open,,\n",
          base->leads, {})
          .events;
  const auto all = WithAdded(*base, *added);
  EXPECT_EQ(Dump(*all, "a"),
            "2026-01-02T00:00:00.000Z visit asset=/p\n"
            "2026-01-03T00:00:00.000Z visit asset=/q\n"
            "2026-01-04T00:00:00.000Z open\n"
            "2026-01-04T00:00:00.000Z sales_rejected reason=No budget\n");
  EXPECT_EQ(Dump(*all, "b"), Dump(*base, "b"));
  EXPECT_EQ(Dump(*all, "c"), "2026-01-05T00:00:00.000Z open\n");
  EXPECT_EQ(all->events.log.size(), 6u);
  EXPECT_EQ(all->events.orphans.size(), 0u);
  EXPECT_EQ(all->events.types.size(), 3u);
  EXPECT_EQ(all->events.type_counts, (std::vector<uint64_t>{3, 2, 1}));
  EXPECT_EQ(all->leads.fields[1].cell(1), "b@x");
  EXPECT_EQ(all->leads.ids.Find("c"), 2u);
}

TEST(AddedEventsTest, LeaveTheDatasetAsItWas) {
  const auto base =
      ReadDataset(kLeads, "lead_id,time,type,asset\na,2026-01-02,visit,/p\n");
  const std::string before = Dump(*base, "a");
  const auto first = ReadEvents(
      "lead_id,time,type,asset\na,2026-01-01,one,A long text of the first\n",
      base->leads, {});
  const auto second = ReadEvents(
      "lead_id,time,type,asset\na,2026-01-01,two,A long text of the second\n",
      base->leads, {});
  const auto with_first = WithAdded(*base, *first.events);
  const auto with_second = WithAdded(*base, *second.events);
  EXPECT_EQ(Dump(*base, "a"), before);
  EXPECT_EQ(
      Dump(*with_first, "a"),
      "2026-01-01T00:00:00.000Z one asset=A long text of the first\n" + before);
  EXPECT_EQ(Dump(*with_second, "a"),
            "2026-01-01T00:00:00.000Z two asset=A long text of the second\n" +
                before);
}

// Reading both files as one gives the same, but for the rows.
TEST(AddedEventsTest, AreAsIfReadWithTheOthers) {
  std::mt19937 random(20);
  const auto pick = [&](uint32_t n) { return std::to_string(random() % n); };
  for (int round = 0; round < 20; ++round) {
    const uint32_t leads = 1 + random() % 1300;
    std::string leads_csv = "lead_id\n";
    for (uint32_t i = 0; i < leads; ++i) {
      leads_csv += "L" + std::to_string(i) + "\n";
    }
    const auto rows = [&](uint32_t count) {
      std::string text;
      for (uint32_t i = 0; i < count; ++i) {
        text += "L" + pick(leads) + ",2026-01-0" +
                std::to_string(1 + random() % 9) + ",type" + pick(6) + "," +
                (random() % 3 == 0 ? "" : "text number " + pick(900)) + "\n";
      }
      return text;
    };
    const std::string header = "lead_id,time,type,asset\n";
    const std::string known = rows(random() % 3000);
    const std::string more = rows(random() % 50);
    const auto base = ReadDataset(leads_csv, header + known);
    const auto whole = ReadDataset(leads_csv, header + known + more);
    const auto added = ReadEvents(header + more, base->leads, {});
    const auto all = WithAdded(*base, *added.events);
    ASSERT_EQ(all->events.log.size(), whole->events.log.size());
    ASSERT_EQ(all->events.newest, whole->events.newest);
    for (uint32_t i = 0; i < leads; ++i) {
      const std::string id = "L" + std::to_string(i);
      ASSERT_EQ(Dump(*all, id), Dump(*whole, id));
    }
  }
}

}  // namespace
}  // namespace mqlab
