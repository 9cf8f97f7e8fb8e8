#include <gtest/gtest.h>

#include "import/exports.h"

namespace mqlab {
namespace {

// Each export as it is documented: see tests/imports/README.md.
TEST(ImportsTest, EachExportIsUnderstoodWithoutAClick) {
  EXPECT_GE(Exports().size(), 74U);
  for (const Export& file : Exports()) {
    SCOPED_TRACE(file.path);
    ExpectReading(file.expected, Inspect(file.path, file.bytes));
  }
}

}  // namespace
}  // namespace mqlab
