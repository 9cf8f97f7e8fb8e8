// Rows that others have packed give what they give when read in order.

#include "ingest/parallel_reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>

#include "ingest/open_table.h"
#include "ingest/print_tables.h"
#include "ingest/row_packer.h"
#include "ingest/structure_scan.h"
#include "slow_build.h"

namespace mqlab {
namespace {

using Random = std::mt19937;

std::unique_ptr<LeadsReader> NewReader(TableKind kind, LeadsReader*,
                                       uint32_t = 1) {
  EXPECT_EQ(kind, TableKind::kLeads);
  return std::make_unique<LeadsReader>(ReadOptions{});
}
std::unique_ptr<EventsReader> NewReader(TableKind, EventsReader*,
                                        uint32_t threads = 1) {
  return std::make_unique<EventsReader>(SomeLeads(), ReadOptions{}, threads);
}

template <typename Reader>
std::string Finish(Reader* reader) {
  while (!reader->FinishStep()) {
  }
  return Print(reader->Take());
}

struct Packing {
  std::string printed;
  int taken = 0;
};

// All that follows the head is packed, in pieces that end with the line feeds
// at `ends`.
template <typename Reader>
Packing ReadPacked(std::string_view text, TableKind kind,
                   const std::vector<size_t>& ends) {
  const auto reader = NewReader(kind, static_cast<Reader*>(nullptr));
  const std::string_view head = text.substr(0, kHeadBytes);
  RowPacker packer(kind, {}, head);
  Packing result;
  reader->Append(head);
  size_t at = head.size();
  for (const size_t end : ends) {
    const std::string_view rows = text.substr(at, end - at);
    std::string copy = std::string(rows) + std::string(kScanPadding, '\0');
    const std::optional<std::string> packed =
        packer.Pack(std::span(copy).first(rows.size()));
    if (packed && reader->TakesPacked()) {
      reader->TakePacked(*packed);
      ++result.taken;
    } else {
      reader->Append(rows);
    }
    at = end;
  }
  reader->Append(text.substr(at));
  result.printed = Finish(reader.get());
  return result;
}

// Behind the line feeds that follow the head.
std::vector<size_t> LineEnds(std::string_view text) {
  std::vector<size_t> ends;
  for (size_t at = text.find('\n', kHeadBytes); at != text.npos;
       at = text.find('\n', at + 1)) {
    ends.push_back(at + 1);
  }
  return ends;
}

const std::string kHeader = "lead_id,time,type,detail\n";
const std::string kRow =
    "l1,2026-01-02T03:04:05Z,visit,some words to fill the sample\n";

template <typename Reader>
void ExpectTheSame(const std::string& text, TableKind kind,
                   const std::vector<size_t>& ends, int least_taken) {
  const auto whole = NewReader(kind, static_cast<Reader*>(nullptr));
  whole->Append(text);
  const Packing packed = ReadPacked<Reader>(text, kind, ends);
  ASSERT_EQ(packed.printed, Finish(whole.get()));
  EXPECT_GE(packed.taken, least_taken);
}

TEST(ParallelReadingTest, OddRowsAreLeftToTheReader) {
  std::string rows;
  for (int i = 0; i < 3; ++i) rows += kRow + std::string(kOddEvents) + "\n";
  const std::string text = BehindTheSample(kHeader, kRow, rows + kRow);
  const std::vector<size_t> all = LineEnds(text);
  ExpectTheSame<EventsReader>(text, TableKind::kEvents, all, 5);
  ExpectTheSame<LeadsReader>(text, TableKind::kLeads, all, 5);
  const std::string whole =
      ReadPacked<EventsReader>(text, TableKind::kEvents, {}).printed;
  for (const size_t end : all) {
    const std::vector<size_t> ends = {end, text.size()};
    ASSERT_EQ(ReadPacked<EventsReader>(text, TableKind::kEvents, ends).printed,
              whole);
  }
}

// A cell, sometimes with all that makes rows hard to tell apart.
std::string Cell(Random* random, int row, int column) {
  const auto pick = [&](int below) {
    return static_cast<int>((*random)() % static_cast<uint32_t>(below));
  };
  const int kind = pick(400);
  if (kind == 0) return "\"a\nb,\n\"";
  if (kind == 1) return "\"say \"\"so\"\"\"";
  if (kind == 2) return " x \xC3\xA4 ";
  if (kind == 3) return pick(20) == 0 ? "loose \" quote" : "";
  switch (column) {
    case 0:
      return pick(3) == 0 ? "l" + std::to_string(pick(4)) : "17";
    case 1:
      if (pick(50) == 0) return "17" + std::to_string(60000000 + pick(999999));
      return "2026-0" + std::to_string(1 + pick(9)) + "-1" +
             std::to_string(pick(10)) + "T10:11:12Z";
    case 2:
      return "type " + std::to_string(pick(5));
    default:
      return "s" + std::to_string(row);  // distinct
  }
}

// More rows than TextColumn::kTrialRows.
std::string RandomTable(uint32_t seed) {
  Random random(seed);
  std::string text = kHeader;
  const bool returns = random() % 2 == 0;
  for (int row = 0; row < 80'000; ++row) {
    for (int column = 0; column < 4; ++column) {
      if (column > 0) text += ',';
      // The first rows are plain: behind a sample with quotes that do not
      // close, another delimiter may be seen.
      text += row < 30'000 && column == 3 ? "s" + std::to_string(row)
                                          : Cell(&random, row, column);
    }
    text += returns ? "\r\n" : "\n";
  }
  return text;
}

TEST(ParallelReadingTest, RandomPiecesGiveTheSame) {
  for (uint32_t seed = 1; seed <= (kSlowBuild ? 2 : 4); ++seed) {
    const std::string text = RandomTable(seed);
    Random random(seed);
    const std::vector<size_t> all = LineEnds(text);
    std::vector<size_t> ends;
    std::ranges::copy_if(all, std::back_inserter(ends),
                         [&](size_t) { return random() % 150 == 0; });
    ExpectTheSame<EventsReader>(text, TableKind::kEvents, ends, 10);
    ExpectTheSame<LeadsReader>(text, TableKind::kLeads, ends, 10);
  }
}

// The lead of the events is decided by all of their rows.
TEST(ParallelReadingTest, NothingIsTakenBeforeTheLeadIsKnown) {
  const std::string header = "id,time,type,email\n";
  std::string text = header;
  for (int i = 0; i < 60'000; ++i) {
    text += std::to_string(i) + ",2026-01-01,visit,a@x.org\n";
  }
  const std::vector<size_t> ends = LineEnds(text);
  const std::vector<size_t> some = {ends[1000], ends[2000], ends.back()};
  ExpectTheSame<EventsReader>(text, TableKind::kEvents, some, 0);
  EXPECT_EQ(ReadPacked<EventsReader>(text, TableKind::kEvents, some).taken, 0);
}

template <typename Reader>
std::string ReadWith(uint32_t threads, std::string_view text, TableKind kind) {
  const auto reader = NewReader(kind, static_cast<Reader*>(nullptr), threads);
  const size_t head = std::min(text.size(), kHeadBytes);
  std::string_view rest = text.substr(head);
  const NextBytes next = [&](std::span<char> room) {
    const std::string_view some = rest.substr(0, room.size());
    rest.remove_prefix(some.size());
    some.copy(room.data(), room.size());
    return some.size();
  };
  ReadAll(reader.get(), {}, text.substr(0, head), next, threads);
  return Finish(reader.get());
}

TEST(ParallelReadingTest, ThreadsChangeNothing) {
  std::string text = RandomTable(9);
  const std::string rows = text.substr(kHeader.size());
  for (int i = 0; i < (kSlowBuild ? 1 : 4); ++i) text += rows;
  const std::string events =
      ReadWith<EventsReader>(1, text, TableKind::kEvents);
  const std::string leads = ReadWith<LeadsReader>(1, text, TableKind::kLeads);
  for (const uint32_t threads : {2, 3}) {
    EXPECT_EQ(ReadWith<EventsReader>(threads, text, TableKind::kEvents),
              events);
    EXPECT_EQ(ReadWith<LeadsReader>(threads, text, TableKind::kLeads), leads);
  }
  // Less than a sample, no rows, nothing.
  for (const std::string& small : {kHeader + kRow, kHeader, std::string()}) {
    EXPECT_EQ(ReadWith<EventsReader>(2, small, TableKind::kEvents),
              ReadWith<EventsReader>(1, small, TableKind::kEvents));
  }
}

}  // namespace
}  // namespace mqlab
