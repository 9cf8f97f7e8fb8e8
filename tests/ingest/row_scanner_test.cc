// Rows read in batches are those that CsvReader gives one by one.

#include "ingest/row_scanner.h"

#include <gtest/gtest.h>

#include <random>

#include "base/text.h"
#include "ingest/structure_scan.h"

namespace mqlab {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows Careful(const std::string& text, size_t width) {
  CsvReader reader(text, {});
  std::vector<std::string_view> cells;
  Rows rows;
  while (reader.Next(&cells)) {
    auto& row = rows.emplace_back(cells.begin(), cells.end());
    row.resize(width);
    for (std::string& cell : row) cell = Trim(cell);
  }
  return rows;
}

Rows Scanned(const std::string& text, size_t width) {
  TableHeader header;
  header.headers.resize(width);
  IssueList issues;
  RowScanner scanner({}, header, &issues);
  RowBatch batch(width);
  std::string bytes = text + std::string(kScanPadding, '"');
  size_t offset = 0;
  Rows rows;
  for (bool more = true; more;) {
    more = scanner.Scan(bytes.data(), text.size(), true, &offset, &batch) ==
           RowScanner::Outcome::kFull;
    for (uint32_t i = 0; i < batch.rows(); ++i) {
      auto& row = rows.emplace_back();
      for (size_t c = 0; c < width; ++c) row.emplace_back(batch.column(c)[i]);
    }
  }
  EXPECT_EQ(offset, text.size());
  return rows;
}

TEST(RowScannerTest, GivesTheRowsOfTheCarefulReader) {
  constexpr uint32_t kSeed = 1024;
  std::mt19937 random(kSeed);
  constexpr std::string_view kAlphabets[] = {"ab,\n", "a,\"\n\r ", "\"\",\n a",
                                             "ab\"\"\"\",,\n\r\t"};
  for (int round = 0; round < 20'000; ++round) {
    const std::string_view alphabet = kAlphabets[round % 4];
    std::string text;
    for (uint32_t n = random() % (round % 50 == 0 ? 9000 : 60); n > 0; --n) {
      text += alphabet[random() % alphabet.size()];
    }
    const size_t width = 1 + random() % 4;
    ASSERT_EQ(Scanned(text, width), Careful(text, width))
        << "seed " << kSeed << "\n"
        << text;
  }
  // Over the ends of blocks, with quotes and long rows.
  std::string text;
  while (text.size() < 300'000) {
    const std::string fill(random() % 40'000, 'x');
    text += "a,\"b\n" + (random() % 9 == 0 ? fill : "") + "\"\"c\",\"d\"\r\n";
  }
  ASSERT_EQ(Scanned(text, 3), Careful(text, 3));
}

TEST(StructureScanTest, FindsTheSameByWordsAndByVectors) {
  std::mt19937 random(64);
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "abc,,\"\n\r;\x80\xFF"[random() % 12];
  }
  for (size_t size = 0; size < 400; ++size) {
    const char* const at = text.data() + size;
    std::vector<uint32_t> expected;
    for (uint32_t i = 0; i < size; ++i) {
      if (std::string_view(",\"\n\r").find(at[i]) != std::string_view::npos) {
        expected.push_back(i);
      }
    }
    std::vector<uint32_t> offsets(size + kScanPadding);
    for (const bool fast : {true, false}) {
      const size_t found =
          fast ? FindStructure<FastBytes>(at, size, ',', '"', offsets.data())
               : FindStructure<PlainBytes>(at, size, ',', '"', offsets.data());
      ASSERT_EQ(std::vector(offsets.begin(), offsets.begin() + found), expected)
          << size;
    }
  }
  std::string zero(200, 'a');
  for (size_t at = 0; at < 100; ++at) {
    zero[at] = '\0';
    zero[99 - at] = '\x80';
    for (const size_t size : {size_t{0}, at, at + 1, size_t{100}}) {
      const ByteKinds fast = FindKinds<FastBytes>(zero.data(), size);
      const ByteKinds plain = FindKinds<PlainBytes>(zero.data(), size);
      const std::string_view some(zero.data(), size);
      EXPECT_EQ(fast.zero, some.find('\0') != some.npos);
      EXPECT_EQ(fast.ascii, some.find('\x80') == some.npos);
      EXPECT_EQ(plain.zero, fast.zero);
      EXPECT_EQ(plain.ascii, fast.ascii);
    }
    zero[at] = zero[99 - at] = 'a';
  }
}

}  // namespace
}  // namespace mqlab
