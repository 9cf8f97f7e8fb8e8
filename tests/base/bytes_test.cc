#include "base/bytes.h"

#include <gtest/gtest.h>

#include "base/wide.h"

namespace mqlab {
namespace {

std::string Written() {
  ByteWriter writer;
  writer.Number<uint8_t>(7);
  writer.Number<int64_t>(-3);
  writer.Number<Wide>(Wide{1} << 100);
  writer.Text("some text");
  writer.Text("");
  writer.Numbers<uint32_t>(std::vector<uint32_t>{1, 2, 70'000});
  writer.Numbers<int64_t>(std::vector<int64_t>{-5});
  return writer.Take();
}

TEST(BytesTest, AreReadAsTheyWereWritten) {
  const std::string bytes = Written();
  ByteReader reader(bytes);
  EXPECT_EQ(reader.Number<uint8_t>(), 7);
  EXPECT_EQ(reader.Number<int64_t>(), -3);
  EXPECT_TRUE(reader.Number<Wide>() == Wide{1} << 100);
  EXPECT_EQ(reader.Text(), "some text");
  EXPECT_EQ(reader.Text(), "");
  EXPECT_EQ(reader.Numbers<uint32_t>(), (std::vector<uint32_t>{1, 2, 70'000}));
  std::vector<int64_t> one(1);
  reader.Numbers<int64_t>(one);
  EXPECT_EQ(one[0], -5);
  EXPECT_TRUE(reader.done());
  EXPECT_FALSE(reader.failed());
}

TEST(BytesTest, EndWithNothingWhereTheyAreCut) {
  const std::string bytes = Written();
  for (size_t size = 0; size < bytes.size(); ++size) {
    ByteReader reader(std::string_view(bytes).substr(0, size));
    reader.Number<uint8_t>();
    reader.Number<int64_t>();
    reader.Number<Wide>();
    reader.Text();
    reader.Text();
    reader.Numbers<uint32_t>();
    EXPECT_TRUE(reader.Numbers<int64_t>().empty());
    EXPECT_TRUE(reader.failed()) << size;
    EXPECT_EQ(reader.Number<uint32_t>(), 0u);
  }
}

TEST(BytesTest, ListsMustBeAsLongAsTheirPlace) {
  ByteWriter writer;
  writer.Numbers<uint32_t>(std::vector<uint32_t>{1, 2});
  const std::string bytes = writer.Take();
  ByteReader reader(bytes);
  std::vector<uint32_t> three = {7, 7, 7};
  reader.Numbers<uint32_t>(three);
  EXPECT_TRUE(reader.failed());
  EXPECT_EQ(three, (std::vector<uint32_t>{7, 7, 7}));
}

}  // namespace
}  // namespace mqlab
