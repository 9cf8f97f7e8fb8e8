#include <gtest/gtest.h>

#include <string>

#include "scoring/comparison.h"

// The engine against the judge on random cases. MQLAB_RANDOM_CASES says how
// many, MQLAB_RANDOM_SEED where they start.

namespace mqlab::reference {
namespace {

// What the judge met, both ways: it held and it did not, or it took something
// away and it did not.
void ExpectCovered(const Tally& tally) {
  for (const char* what : {"eq",
                           "ne",
                           "in",
                           "not_in",
                           "contains",
                           "starts_with",
                           "ends_with",
                           "has_word",
                           "lt",
                           "le",
                           "gt",
                           "ge",
                           "between",
                           "is_set",
                           "is_true",
                           "within_days",
                           "older_than_days",
                           "where",
                           "event test",
                           "event test with count",
                           "event test with window",
                           "idle test",
                           "sequence",
                           "sequence with window",
                           "all",
                           "any",
                           "none",
                           "at_least",
                           "scenario",
                           "checklist",
                           "score test",
                           "total test",
                           "band test",
                           "stage test",
                           "condition rule",
                           "each rule",
                           "idle rule",
                           "ranges rule",
                           "lookup rule",
                           "window takes away",
                           "at_most takes away",
                           "max_points takes away",
                           "decay compound",
                           "decay linear",
                           "decay half_life",
                           "decay expire",
                           "silence",
                           "past silences",
                           "reset",
                           "group clamps",
                           "score clamps",
                           "disqualified",
                           "leave",
                           "falls to none",
                           "passes over stages",
                           "enters again",
                           "enter holds but leave too",
                           "before creation",
                           "faults",
                           "overflow"}) {
    EXPECT_GE(tally.Happened(what), 5) << what;
    EXPECT_GE(tally.Missed(what), 5) << what;
  }
}

TEST(ReferenceTest, AgreesWithTheEngineOnRandomCases) {
  const uint64_t seed = FirstSeed(20'260'101);
  constexpr int64_t kCases = 5000;
  const int64_t cases = CasesToDraw(kCases);
  Tally tally;
  for (int64_t i = 0; i < cases; ++i) {
    const RandomCase drawn = DrawCase(seed + static_cast<uint64_t>(i));
    const Comparison comparison = Compare(drawn);
    ASSERT_EQ(comparison.rejected, "") << Describe(drawn);
    if (!comparison.difference.empty()) {
      const RandomCase smaller = Shrink(drawn);
      FAIL() << Describe(drawn) << comparison.difference << "\nshrunk:\n"
             << Describe(smaller) << Compare(smaller).difference;
    }
    tally.Add(comparison.judged.tally);
    tally.Count("faults", !comparison.judged.faults.empty());
    tally.Count("overflow", comparison.judged.overflow);
  }
  // Fewer cases may lack what is rare.
  if (cases >= kCases) ExpectCovered(tally);
}

}  // namespace
}  // namespace mqlab::reference
