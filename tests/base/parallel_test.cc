#include "base/parallel.h"

#include <gtest/gtest.h>

#include <vector>

namespace mqlab {
namespace {

TEST(ParallelTest, CallsEachPartOnceAndWaitsForAll) {
  for (const size_t count : {0, 1, 2, 7}) {
    std::vector<int> calls(count);
    InParallel(count, [&](size_t i) { ++calls[i]; });
    EXPECT_EQ(calls, std::vector<int>(count, 1));
  }
}

}  // namespace
}  // namespace mqlab
