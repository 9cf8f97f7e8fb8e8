#include "base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace mqlab {
namespace {

TEST(DecimalTest, ReadsTheNearestDouble) {
  EXPECT_EQ(ParseNumber("10"), 10.0);
  EXPECT_EQ(ParseNumber("10.0"), 10.0);
  EXPECT_EQ(ParseNumber("+0.1"), 0.1);
  EXPECT_EQ(ParseNumber("-1e-2"), -0.01);
  EXPECT_EQ(ParseNumber("9007199254740993"), 9007199254740992.0);  // to even
  EXPECT_EQ(ParseNumber("0.1000000000000000055511151231257827"), 0.1);
  EXPECT_EQ(ParseNumber("2.2250738585072012e-308"), 2.2250738585072014e-308);
  EXPECT_EQ(ParseNumber("-0"), 0.0);
}

TEST(DecimalTest, ReadsWhatIsBeyondDoublesAsInfinityOrZero) {
  EXPECT_EQ(ParseNumber("1e400"), std::numeric_limits<double>::infinity());
  EXPECT_EQ(ParseNumber("-1e400"), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(ParseNumber("1e-400"), 0.0);
  EXPECT_EQ(ParseNumber("1e99999999999999999999"),
            std::numeric_limits<double>::infinity());
}

TEST(DecimalTest, KnowsCodesByTheirLeadingZero) {
  EXPECT_TRUE(HasLeadingZero("007"));
  EXPECT_TRUE(HasLeadingZero("-01.5"));
  EXPECT_FALSE(HasLeadingZero("0"));
  EXPECT_FALSE(HasLeadingZero("0.5"));
  EXPECT_FALSE(HasLeadingZero("10"));
  EXPECT_FALSE(HasLeadingZero(""));
}

TEST(DecimalTest, ReadsThousandthsExactly) {
  EXPECT_EQ(ParseThousandths("12.5"), 12500);
  EXPECT_EQ(ParseThousandths("-0.001"), -1);
  EXPECT_EQ(ParseThousandths("0.1230000"), 123);
  EXPECT_EQ(ParseThousandths("0.1234"), std::nullopt);
  EXPECT_EQ(ParseThousandths("1234e-3"), 1234);
  EXPECT_EQ(ParseThousandths("1.2345e1"), 12345);
  EXPECT_EQ(ParseThousandths("1e9"), 1'000'000'000'000);
  EXPECT_EQ(ParseThousandths("1000000000.001"), std::nullopt);
  EXPECT_EQ(ParseThousandths("1e10"), std::nullopt);
  EXPECT_EQ(ParseThousandths("1e-9"), std::nullopt);
  EXPECT_EQ(ParseThousandths("0e99999999999999999999"), 0);
  EXPECT_EQ(ParseThousandths("0.000"), 0);
  EXPECT_EQ(ParseThousandths("00012"), 12000);
  EXPECT_EQ(ParseThousandths(""), std::nullopt);
  EXPECT_EQ(ParseThousandths("ten"), std::nullopt);
}

struct RoundingCase {
  const char* text;
  int64_t thousandths;
  bool too_large;
};

TEST(DecimalTest, RoundsHalfAwayFromZeroByTheWriting) {
  constexpr RoundingCase kCases[] = {
      {"0.0005", 1, false},
      {"-0.0005", -1, false},
      {"0.00049999999999999999999", 0, false},
      {"1.0015", 1002, false},  // as a double it lies below
      {"2.0005", 2001, false},
      {"5e-4", 1, false},
      {"4e-4", 0, false},
      {"9e-5", 0, false},
      {"0.9995", 1000, false},
      {"1000000000", 1'000'000'000'000, false},
      {"-1000000000", -1'000'000'000'000, false},
      {"1000000000.0001", 0, true},
      {"999999999.9999", 1'000'000'000'000, false},
      {"-1e300", 0, true},
      {"1e-300", 0, false},
  };
  for (const RoundingCase& c : kCases) {
    bool too_large = !c.too_large;
    EXPECT_EQ(RoundToThousandths(c.text, &too_large), c.thousandths) << c.text;
    EXPECT_EQ(too_large, c.too_large) << c.text;
  }
  bool too_large = true;
  EXPECT_EQ(RoundToThousandths("x", &too_large), std::nullopt);
  EXPECT_FALSE(too_large);
}

TEST(DecimalTest, WritesThousandths) {
  constexpr int64_t kMin = std::numeric_limits<int64_t>::min();
  EXPECT_EQ(FormatThousandths(12500), "12.500");
  EXPECT_EQ(FormatThousandths(-1), "-0.001");
  EXPECT_EQ(FormatThousandths(0), "0.000");
  EXPECT_EQ(FormatThousandths(kMin), "-9223372036854775.808");
  EXPECT_EQ(FormatShort(12500), "12.5");
  EXPECT_EQ(FormatShort(12000), "12");
  EXPECT_EQ(FormatShort(-50), "-0.05");
  EXPECT_EQ(FormatShort(100'000), "100");
  EXPECT_EQ(FormatShort(0), "0");
  EXPECT_EQ(FormatShort(kMin), "-9223372036854775.808");
}

TEST(DecimalTest, ReadsBackWhatItWrites) {
  for (const int64_t value : {int64_t{0}, int64_t{-1}, int64_t{999},
                              int64_t{12'500}, int64_t{-1'000'000'000'000}}) {
    EXPECT_EQ(ParseThousandths(FormatThousandths(value)), value);
    EXPECT_EQ(ParseThousandths(FormatShort(value)), value);
  }
}

}  // namespace
}  // namespace mqlab
