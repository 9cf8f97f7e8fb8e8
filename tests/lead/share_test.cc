#include "lead/share.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "ingest/read_table.h"
#include "lead/read_dataset.h"

namespace mqlab {
namespace {

constexpr uint32_t kBlock = EventLog::kOwnersABlock;

// Leads of which some have several rows, and many have no event; cells of few
// texts, of more than a byte can number, long ones and missing ones.
std::shared_ptr<const Dataset> Draw(uint32_t leads) {
  std::mt19937_64 random(leads);
  const auto below = [&](uint64_t n) { return random() % n; };
  const auto number = [&](uint64_t n) { return std::to_string(below(n)); };
  std::string lead_rows = "lead_id,size,city,about\n";
  for (uint32_t i = 0; i < leads; ++i) {
    for (uint64_t rows = below(9) == 0 ? 3 : 1; rows > 0; --rows) {
      const uint64_t lead = rows > 1 ? below(i + 1) : i;
      lead_rows += "L" + std::to_string(lead) + "," + number(7) + ",";
      lead_rows += below(3) == 0 ? "," : "city " + number(900) + ",";
      lead_rows += std::string(below(40), 'x') + number(1'000'000) + "\n";
    }
  }
  std::string events = "lead_id,time,type,page,price\n";
  for (uint32_t i = 0; i < leads * 5; ++i) {
    // Lead 1000 has as many events as all the others.
    const uint64_t lead = below(2) == 0 ? 1000 : below(leads + 5) / 3 * 3;
    events += "L" + std::to_string(lead) + ",2026-01-" +
              std::to_string(10 + below(20)) + ",type" + number(5) + ",/page" +
              number(400) + "," + (below(2) == 0 ? "" : number(9)) + "\n";
  }
  return ReadDataset(lead_rows, events);
}

// Writes the leads in pieces of so many bytes and reads them again.
Dataset Share(const std::shared_ptr<const Dataset>& dataset, uint32_t begin,
              uint32_t end, size_t bytes) {
  ShareWriter writer(dataset, begin, end);
  ShareReader reader;
  EXPECT_FALSE(reader.complete());
  size_t pieces = 0;
  for (std::string piece; !(piece = writer.Next(bytes)).empty(); ++pieces) {
    EXPECT_LE(reader.complete(), begin == end);
    reader.Append(piece);
  }
  EXPECT_GT(pieces, bytes > 1'000'000 ? 0u : 1u);
  EXPECT_TRUE(reader.complete());
  return reader.Take();
}

void ExpectColumn(const Column& column, const Column& share) {
  EXPECT_EQ(share.name, column.name);
  EXPECT_EQ(share.header, column.header);
  EXPECT_EQ(share.number, column.number);
  EXPECT_EQ(share.format, column.format);
  EXPECT_EQ(share.votes, column.votes);
}

void ExpectCells(const Column& field, const Column& share, uint32_t begin,
                 uint32_t end) {
  ASSERT_EQ(share.codes.size(), end - begin);
  for (uint32_t lead = begin; lead < end; ++lead) {
    ASSERT_EQ(share.cell(lead - begin), field.cell(lead));
    ASSERT_EQ(share.codes[lead - begin] == Column::kMissing,
              field.codes[lead] == Column::kMissing);
  }
  size_t next = 0;
  for (const Column::Merged& cell : field.merged) {
    if (cell.lead < begin || cell.lead >= end) continue;
    ASSERT_LT(next, share.merged.size());
    const Column::Merged& of_share = share.merged[next++];
    ASSERT_EQ(of_share.lead + begin, cell.lead);
    ASSERT_EQ(of_share.row, cell.row);
    ASSERT_EQ(share.texts[of_share.code], field.texts[cell.code]);
  }
  EXPECT_EQ(share.merged.size(), next);
}

void ExpectEvents(const Dataset& dataset, const Dataset& share, uint32_t begin,
                  uint32_t end) {
  for (uint32_t lead = begin; lead < end; ++lead) {
    const EventSpan events = dataset.events.log.Of(lead);
    const EventSpan of_share = share.events.log.Of(lead - begin);
    ASSERT_EQ(of_share.size(), events.size());
    for (uint32_t i = 0; i < events.size(); ++i) {
      const uint32_t at = events.begin + i;
      const uint32_t to = of_share.begin + i;
      ASSERT_EQ(of_share.times()[i], events.times()[i]);
      ASSERT_EQ(of_share.block->row[to], events.block->row[at]);
      ASSERT_EQ(of_share.block->type[to], events.block->type[at]);
      for (size_t p = 0; p < dataset.events.properties.size(); ++p) {
        ASSERT_EQ(
            share.events.properties[p].texts[of_share.block->properties[p][to]],
            dataset.events.properties[p]
                .texts[events.block->properties[p][at]]);
      }
    }
  }
}

void ExpectShare(const Dataset& dataset, const Dataset& share, uint32_t begin,
                 uint32_t end) {
  ASSERT_EQ(share.leads.size(), end - begin);
  for (uint32_t lead = begin; lead < end; ++lead) {
    ASSERT_EQ(share.leads.rows[lead - begin], dataset.leads.rows[lead]);
  }
  ASSERT_EQ(share.leads.fields.size(), dataset.leads.fields.size());
  for (size_t i = 0; i < share.leads.fields.size(); ++i) {
    ExpectColumn(dataset.leads.fields[i], share.leads.fields[i]);
    ExpectCells(dataset.leads.fields[i], share.leads.fields[i], begin, end);
  }
  ASSERT_EQ(share.events.properties.size(), dataset.events.properties.size());
  for (size_t i = 0; i < share.events.properties.size(); ++i) {
    ExpectColumn(dataset.events.properties[i], share.events.properties[i]);
  }
  ASSERT_EQ(share.events.types.size(), dataset.events.types.size());
  for (uint32_t i = 0; i < share.events.types.size(); ++i) {
    EXPECT_EQ(share.events.types[i], dataset.events.types[i]);
  }
  EXPECT_EQ(share.events.type_counts, dataset.events.type_counts);
  EXPECT_EQ(share.events.newest, dataset.events.newest);
  ExpectEvents(dataset, share, begin, end);
}

TEST(ShareTest, HasTheLeadsTheirCellsAndTheirEvents) {
  const uint32_t leads = 6 * kBlock + 100;
  const auto dataset = Draw(leads);
  for (const size_t bytes : {size_t{1}, size_t{20'000}, size_t{100'000'000}}) {
    uint32_t begin = 0;
    for (const uint32_t end : {kBlock, 4 * kBlock, leads}) {
      SCOPED_TRACE(end);
      ExpectShare(*dataset, Share(dataset, begin, end, bytes), begin, end);
      begin = end;
    }
  }
}

// Each text of a share is there once, and none that no lead of it has.
TEST(ShareTest, HasOnlyTheTextsOfItsLeads) {
  std::string rows = "lead_id,city\n";
  for (uint32_t i = 0; i < 3 * kBlock; ++i) {
    rows += std::to_string(i) + ",city " + std::to_string(i / kBlock) + "\n";
  }
  const Dataset share = Share(ReadDataset(rows, ""), kBlock, 3 * kBlock, 1000);
  const StringPool& cities = share.leads.fields[1].texts;
  ASSERT_EQ(cities.size(), 3u);
  EXPECT_EQ(cities[0], "");
  EXPECT_EQ(cities[1], "city 1");
  EXPECT_EQ(cities[2], "city 2");
  EXPECT_EQ(share.leads.fields[0].texts.size(), 1 + 2 * kBlock);
  EXPECT_EQ(share.events.newest, std::nullopt);
}

TEST(ShareTest, MayBeEmptyOrSmallerThanABlock) {
  const auto dataset = ReadDataset("lead_id,a\nx,1\ny,2\n",
                                   "lead_id,time,type\ny,2026-01-01,page\n");
  ExpectShare(*dataset, Share(dataset, 0, 2, 100'000'000), 0, 2);
  ExpectShare(*dataset, Share(dataset, 2, 2, 100'000'000), 2, 2);
  ExpectShare(*dataset, Share(dataset, 0, 0, 100'000'000), 0, 0);
}

TEST(ShareTest, IsNotCompleteWithoutAllPieces) {
  const auto dataset = Draw(2 * kBlock);
  ShareWriter writer(dataset, 0, 2 * kBlock);
  std::vector<std::string> pieces;
  for (std::string piece; !(piece = writer.Next(10'000)).empty();) {
    pieces.push_back(piece);
  }
  ShareReader without_first;
  ShareReader without_last;
  ShareReader cut;
  for (const std::string& piece : pieces) {
    if (&piece != &pieces.front()) without_first.Append(piece);
    if (&piece != &pieces.back()) without_last.Append(piece);
    cut.Append(std::string_view(piece).substr(0, piece.size() - 1));
  }
  EXPECT_FALSE(without_first.complete());
  EXPECT_FALSE(without_last.complete());
  EXPECT_FALSE(cut.complete());
}

TEST(ShareTest, BeginsAnewWithTheFirstPieceOfAnother) {
  const auto dataset = Draw(3 * kBlock);
  ShareWriter half(dataset, 0, kBlock);
  ShareReader reader;
  reader.Append(half.Next(1));
  reader.Append("no piece");
  ShareWriter writer(dataset, kBlock, 3 * kBlock);
  reader.Append(writer.Next(100'000'000));
  ASSERT_TRUE(reader.complete());
  ExpectShare(*dataset, reader.Take(), kBlock, 3 * kBlock);
}

// A lead takes as long as four events; here one has half of all that is to do.
TEST(ShareTest, CutsIntoRangesThatTakeAsLong) {
  std::string leads = "lead_id\n";
  std::string events = "lead_id,time,type\n";
  for (uint32_t i = 0; i < 8 * kBlock; ++i) {
    leads += std::to_string(i) + "\n";
    for (int n = 0; n < 4; ++n) events += "0,2026-01-01,page\n";
  }
  const auto dataset = ReadDataset(leads, events);
  EXPECT_EQ(CutLeads(*dataset, 2),
            (std::vector<uint32_t>{0, kBlock, 8 * kBlock}));
  EXPECT_EQ(CutLeads(*dataset, 4),
            (std::vector<uint32_t>{0, kBlock, kBlock, 4 * kBlock, 8 * kBlock}));
}

TEST(ShareTest, CutsFewLeadsIntoEmptyRangesToo) {
  const auto few = ReadDataset("lead_id\nx\ny\n", "");
  EXPECT_EQ(CutLeads(*few, 1), (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(CutLeads(*few, 3), (std::vector<uint32_t>{0, 2, 2, 2}));
  EXPECT_EQ(CutLeads(Dataset(), 2), (std::vector<uint32_t>{0, 0, 0}));
}

}  // namespace
}  // namespace mqlab
