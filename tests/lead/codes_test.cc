#include "lead/codes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mqlab {
namespace {

TEST(CodesTest, KeepsEachNumberWhateverComesAfterIt) {
  Codes codes;
  const std::vector<uint32_t> numbers = {0,     1,      255,        7,  256,
                                         65535, 65'536, 4294967295, 12, 0};
  std::vector<uint32_t> widths;
  for (const uint32_t number : numbers) {
    codes.push_back(number);
    widths.push_back(codes.width());
  }
  EXPECT_EQ(widths, (std::vector<uint32_t>{1, 1, 1, 1, 2, 2, 4, 4, 4, 4}));
  ASSERT_EQ(codes.size(), numbers.size());
  for (size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(codes[i], numbers[i]);
}

TEST(CodesTest, AreSetAndWidenedInPlace) {
  Codes codes(3, 9);
  codes.Set(1, 200);
  codes.Set(2, 70'000);
  EXPECT_EQ(codes[0], 0u);
  EXPECT_EQ(codes[1], 200u);
  EXPECT_EQ(codes[2], 70'000u);
}

TEST(CodesTest, AreEqualByTheirNumbersAlone) {
  Codes narrow(2, 1);
  Codes wide(2, 70'000);
  EXPECT_EQ(narrow, wide);
  wide.Set(0, 1);
  EXPECT_FALSE(narrow == wide);
}

TEST(CodesTest, AreReadAsTheyWereWritten) {
  for (const uint32_t largest : {9u, 300u, 70'000u}) {
    Codes codes(3, 0);
    codes.Set(1, largest);
    ByteWriter writer;
    codes.Write(&writer);
    const std::string bytes = writer.Take();
    ByteReader reader(bytes);
    const Codes read = Codes::Read(&reader);
    EXPECT_EQ(read, codes);
    EXPECT_EQ(read.width(), codes.width());
    EXPECT_TRUE(reader.done() && !reader.failed());
  }
}

}  // namespace
}  // namespace mqlab
