#include "base/string_pool.h"

#include <gtest/gtest.h>

#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

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

// Lengths about those where texts are kept and hashed in other ways.
TEST(StringPoolTest, FindsManyAtOnceAsOneByOne) {
  constexpr uint32_t kSeed = 16;
  std::mt19937 random(kSeed);
  std::vector<std::string> texts;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (uint32_t n = random() % 40; n > 0; --n) text += "ab\0"[random() % 3];
    texts.push_back(text);
  }
  std::string bytes;
  for (const std::string& text : texts) bytes += text + "x";
  bytes.append(StringPool::kPadding, '?');
  std::vector<std::string_view> padded;
  size_t at = 0;
  for (const std::string& text : texts) {
    padded.push_back(std::string_view(bytes).substr(at, text.size()));
    at += text.size() + 1;
  }
  StringPool singly;
  StringPool together;
  std::vector<uint32_t> numbers(texts.size());
  const size_t half = texts.size() / 2;
  together.InternAll(std::span(padded).first(half), numbers.data());
  for (size_t i = 0; i < half; ++i) {
    ASSERT_EQ(numbers[i], singly.Intern(texts[i])) << "seed " << kSeed;
  }
  ASSERT_EQ(together.size(), singly.size());
  together.FindAll(padded, numbers.data());
  for (size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(numbers[i], singly.Find(texts[i])) << "seed " << kSeed;
    if (numbers[i] == StringPool::kNone) continue;
    ASSERT_EQ(together[numbers[i]], texts[i]) << "seed " << kSeed;
  }
}

TEST(StringPoolTest, AppendsWithoutLookups) {
  StringPool pool;
  pool.Intern("a");
  pool.StopLookups();
  EXPECT_EQ(pool.Append("a"), 1u);
  EXPECT_EQ(pool.Append(std::string(100, 'x')), 2u);
  EXPECT_EQ(pool[1], "a");
  EXPECT_EQ(pool[2], std::string(100, 'x'));
  EXPECT_EQ(pool.Find("a"), StringPool::kNone);
}

// Few texts fill the slots to various degrees, many do so over blocks.
TEST(StringPoolTest, SharesAllButTheFirst) {
  for (const uint32_t size : {1, 2, 3, 4, 40, 1024, 1025, 30'000}) {
    StringPool whole;
    whole.Intern("");
    const auto text = [](uint32_t i) {
      return std::to_string(i) + (i % 3 == 0 ? "some longer text" : "");
    };
    for (uint32_t i = 1; i < size; ++i) whole.Intern(text(i));
    StringPool rest = whole.ShareAllButFirst();
    EXPECT_EQ(rest.size(), size - 1);
    EXPECT_EQ(rest.Find(""), StringPool::kNone);
    for (uint32_t i = 1; i < size; ++i) {
      ASSERT_EQ(rest[i - 1], text(i));
      ASSERT_EQ(rest[i - 1].data(), whole[i].data());
      ASSERT_EQ(rest.Find(text(i)), i - 1);
      ASSERT_EQ(rest.Intern(text(i)), i - 1);
    }
    EXPECT_EQ(rest.Intern(""), size - 1);
    EXPECT_EQ(rest.Intern("new"), size);
    EXPECT_EQ(rest[size], "new");
  }
}

}  // namespace
}  // namespace mqlab
