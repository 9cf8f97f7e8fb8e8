#include "import/row_map.h"

#include <gtest/gtest.h>

#include <vector>

namespace mqlab {
namespace {

TEST(RowMapTest, FindsWhereEachRowIsFrom) {
  const std::vector<RowMap::Source> sources = {{0, 1}, {0, 2}, {0, 4}, {1, 1},
                                               {0, 5}, {0, 6}, {1, 2}, {1, 2},
                                               {2, 1}, {2, 3}};
  RowMap rows;
  for (const RowMap::Source& source : sources) rows.Add(source);
  EXPECT_EQ(rows.rows(), sources.size());
  for (uint32_t row = 1; row <= sources.size(); ++row) {
    const auto found = rows.Find(row);
    ASSERT_TRUE(found) << row;
    EXPECT_EQ(found->file, sources[row - 1].file) << row;
    EXPECT_EQ(found->row, sources[row - 1].row) << row;
  }
  EXPECT_FALSE(rows.Find(0));
  EXPECT_FALSE(rows.Find(11));
  EXPECT_FALSE(RowMap().Find(1));
}

}  // namespace
}  // namespace mqlab
