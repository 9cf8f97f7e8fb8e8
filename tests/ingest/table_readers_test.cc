// Cut anywhere, a file gives the same.

#include "ingest/table_readers.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace mqlab {
namespace {

constexpr std::string_view kLeads =
    "id,name,since\nl1,\"Ana \"\"A\"\" B\",2026-01-02\r\nl2,\"x\ny\",\nl1,,3\n";
constexpr std::string_view kEvents =
    "lead_id,time,type,asset\nl1,2026-03-01T10:00,visit,/a\nl2,2026-03-02,"
    "open,\nx,2026-03-01,visit,/b\n";

TEST(TableReadersTest, ReadLeadsThatComeInPieces) {
  LeadsReader reader(ReadOptions{});
  for (const char c : kLeads) reader.Append({&c, 1});
  while (!reader.FinishStep()) {
  }
  const LeadsResult result = reader.Take();
  ASSERT_TRUE(result.leads.has_value());
  EXPECT_EQ(result.report.rows, 3u);
  EXPECT_EQ(result.leads->size(), 2u);
  EXPECT_EQ(result.leads->fields[1].cell(0), "Ana \"A\" B");
  EXPECT_EQ(result.leads->fields[1].cell(1), "x\ny");
}

TEST(TableReadersTest, ReadEventsThatComeInPieces) {
  const LeadsResult leads = ReadLeads(kLeads, {});
  EventsReader reader(*leads.leads, {});
  for (size_t at = 0; at < kEvents.size(); at += 5) {
    const std::span<char> room = reader.Prepare(64);
    const size_t size = kEvents.substr(at, 5).copy(room.data(), room.size());
    reader.Commit(size);
  }
  while (!reader.FinishStep()) {
  }
  const EventsResult result = reader.Take();
  ASSERT_TRUE(result.events.has_value());
  EXPECT_EQ(result.events->log.Of(0).size(), 1u);
  EXPECT_EQ(result.events->log.Of(1).size(), 1u);
  EXPECT_EQ(result.events->orphans.size(), 1u);
}

}  // namespace
}  // namespace mqlab
