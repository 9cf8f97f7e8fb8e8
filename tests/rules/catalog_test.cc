#include "rules/catalog.h"

#include <gtest/gtest.h>

#include <string>

namespace mqlab {
namespace {

TEST(CatalogTest, ListsOperatorsInTheOrderOfOp) {
  for (size_t i = 0; i < Operators().size(); ++i) {
    EXPECT_EQ(static_cast<size_t>(Operators()[i].op), i);
  }
  EXPECT_EQ(Operators().back().op, Op::kOlderThanDays);
}

TEST(CatalogTest, FindsOperatorsByName) {
  for (const Operator& entry : Operators()) {
    EXPECT_EQ(ParseOp(entry.name), entry.op);
    EXPECT_EQ(OpName(entry.op), entry.name);
  }
  EXPECT_FALSE(ParseOp("EQ").has_value());
  EXPECT_FALSE(ParseOp("").has_value());
}

// A row a type, a column an operator in the order of Op.
TEST(CatalogTest, KnowsWhichTypesHaveWhichOperators) {
  struct {
    FieldType type;
    std::string_view ops;
  } const rows[] = {
      {FieldType::kText,
       "eq ne in not_in contains starts_with ends_with "
       "has_word is_set"},
      {FieldType::kNumber, "eq ne in not_in lt le gt ge between is_set"},
      {FieldType::kBoolean, "eq ne in not_in is_set is_true"},
      {FieldType::kInstant,
       "eq ne in not_in lt le gt ge between is_set "
       "within_days older_than_days"},
      {FieldType::kList,
       "eq ne in not_in contains starts_with ends_with "
       "has_word is_set"},
  };
  for (const auto& row : rows) {
    std::string ops;
    for (const Operator& entry : Operators()) {
      if (!HasOp(row.type, entry.op)) continue;
      if (!ops.empty()) ops += ' ';
      ops += entry.name;
    }
    EXPECT_EQ(ops, row.ops) << FieldTypeName(row.type);
  }
}

}  // namespace
}  // namespace mqlab
