#include "base/issue.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace mqlab {
namespace {

constexpr IssueCode kAllCodes[] = {
#define MQLAB_ISSUE(name, id, text, remedy) IssueCode::name,
#include "base/issue_codes.inc"
#undef MQLAB_ISSUE
};

TEST(IssueTest, EveryCodeHasItsOwnIdentifierTextAndRemedy) {
  std::set<std::string_view> ids;
  for (const IssueCode code : kAllCodes) {
    const std::string_view id = IssueId(code);
    EXPECT_TRUE(ids.insert(id).second) << id << " stands there twice";
    for (const char c : id)
      EXPECT_TRUE(std::islower(c) || std::isdigit(c) || c == '_') << id;
    EXPECT_FALSE(IssueText(code).empty()) << id;
    EXPECT_FALSE(IssueRemedy(code).empty()) << id;
  }
}

TEST(IssueTest, KeepsAFewAndCountsAll) {
  IssueList list(2);
  for (int row = 1; row <= 5; ++row) {
    list.Warn(IssueCode::kBadCell, {"x", row, 1});
  }
  list.Warn(IssueCode::kNoRows, {});
  EXPECT_EQ(list.issues().size(), 3u);
  EXPECT_EQ(list.count(IssueCode::kBadCell), 5);
  EXPECT_EQ(list.count(IssueCode::kEmptyFile), 0);
  EXPECT_FALSE(list.has_errors());
  list.Error(IssueCode::kEmptyFile, {});
  EXPECT_TRUE(list.has_errors());
}

TEST(IssueTest, AppendsWithAllCounts) {
  IssueList first(1);
  first.Error(IssueCode::kEmptyFile, {});
  first.Error(IssueCode::kEmptyFile, {});
  IssueList second;
  second.Append(first);
  EXPECT_EQ(second.issues().size(), 1u);
  EXPECT_EQ(second.count(IssueCode::kEmptyFile), 2);
  EXPECT_TRUE(second.has_errors());
}

}  // namespace
}  // namespace mqlab
