#include "base/string_pool.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace mqlab {
namespace {

TEST(StringPoolTest, NumbersDistinctTextsInOrder) {
  StringPool pool;
  EXPECT_EQ(pool.Find("a"), StringPool::kNone);
  EXPECT_EQ(pool.Intern("a"), 0u);
  EXPECT_EQ(pool.Intern(""), 1u);
  EXPECT_EQ(pool.Intern("a"), 0u);
  EXPECT_EQ(pool.Find(""), 1u);
  EXPECT_EQ(pool.size(), 2u);
  EXPECT_EQ(pool[0], "a");
}

TEST(StringPoolTest, KeepsViewsWhileGrowingAndMoving) {
  StringPool pool;
  pool.Intern(std::string(100'000, 'x'));  // larger than a block
  const std::string_view first = pool[0];
  for (int i = 0; i < 50'000; ++i) pool.Intern(std::to_string(i));
  const StringPool moved = std::move(pool);
  EXPECT_EQ(moved[0].data(), first.data());
  EXPECT_EQ(moved.Find("49999"), 50'000u);
  EXPECT_EQ(moved[50'000], "49999");
}

}  // namespace
}  // namespace mqlab
