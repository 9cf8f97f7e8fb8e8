#include "scoring/reference_value.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "scoring/reference_decay.h"
#include "scoring/reference_text.h"

namespace mqlab::reference {
namespace {

TEST(ReferenceValueTest, FoldsAndSplitsText) {
  EXPECT_EQ(Fold("ÀÞŐŹÝŸ ΑΣΫς ЉЯЁ ŞŢșț"), "àþőźýÿ ασϋσ љяё șțșț");
  EXPECT_EQ(Fold("İ ß ẞ ı ſ µ × Ø Dž Ⅷ K"), "İ ß ß ı s μ × ø dž ⅷ k");
  EXPECT_EQ(Trim("\u00a0\u2003 a b\u3000\t"), "a b");
  EXPECT_EQ(Words("e\u0301 C++/Über-x2²"),
            (std::vector<std::string>{"e", "C", "Über", "x2²"}));
}

TEST(ReferenceValueTest, ReadsCells) {
  EXPECT_EQ(ReadNumber("-1.5e+2"), -150.0);
  for (const char* no : {"", "1.", ".5", "1e", "0x1", "inf", "1 0", "1,5"}) {
    EXPECT_EQ(ReadNumber(no), std::nullopt) << no;
  }
  EXPECT_EQ(ReadInstant("1970-01-02T01:30+02:00"), 84'600'000);
  EXPECT_EQ(ReadInstant("1969-12-31 23:59:59.9999"), -1);
  EXPECT_EQ(ReadInstant("2000-02-29"), 951'782'400'000);
  for (const char* no : {"2026-02-29", "2026-1-1", "2026-01-01T", "20260101"}) {
    EXPECT_EQ(ReadInstant(no), std::nullopt) << no;
  }
  EXPECT_EQ(ReadBoolean("ДА"), true);
  EXPECT_EQ(ReadBoolean("Nie"), false);
  EXPECT_EQ(ReadBoolean("yep"), std::nullopt);
  EXPECT_EQ(Thousandths("-0.0005"), -1);
  EXPECT_EQ(Thousandths("0.00049999"), 0);
  EXPECT_EQ(Thousandths("12.3455e1"), 123'455);
  EXPECT_EQ(Thousandths("5e-4"), 1);
  EXPECT_EQ(Thousandths("1000000000"), 1'000'000'000'000);
  EXPECT_EQ(Thousandths("1000000000.0001"), 0);
  EXPECT_EQ(Thousandths("1e10"), 0);
  EXPECT_EQ(Thousandths("0.0000000001e13"), 1'000'000);
}

TEST(ReferenceValueTest, FadesByAge) {
  const Decay half{Decay::Kind::kCompound, 50'000, 30, 0};
  const Decay line{Decay::Kind::kLinear, 50'000, 30, 0};
  const int ages[] = {0, 29, 30, 59, 60, 89, 90};
  const int64_t compound[] = {1'000'000, 1'000'000, 500'000, 500'000,
                              250'000,   250'000,   125'000};
  const int64_t linear[] = {1'000'000, 1'000'000, 500'000, 500'000, 0, 0, 0};
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(DecayFactor(half, ages[i]), compound[i]) << ages[i];
    EXPECT_EQ(DecayFactor(line, ages[i]), linear[i]) << ages[i];
  }
  const Decay third{Decay::Kind::kCompound, 33'000, 1, 2};
  const int64_t thirds[] = {1'000'000, 670'000, 448'900, 300'763, 201'511};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(DecayFactor(third, i + 2), thirds[i]);
  const Decay life{Decay::Kind::kHalfLife, 0, 3, 0};
  EXPECT_EQ(DecayFactor(life, 21), 7'813);
  EXPECT_EQ(DecayFactor(life, 1), 793'701);  // 2^(-1/3) = 0.79370052...
  EXPECT_EQ(DecayFactor(life, 63), 0);       // 0.4768...
  EXPECT_EQ(DecayFactor(life, 60), 1);       // 0.9536...
  const Decay expire{Decay::Kind::kExpire, 0, 5, 1};
  EXPECT_EQ(DecayFactor(expire, 5), 1'000'000);
  EXPECT_EQ(DecayFactor(expire, 6), 0);
}

}  // namespace
}  // namespace mqlab::reference
