#include "report/column_values.h"

#include <gtest/gtest.h>

#include "engine/engine.h"
#include "ingest/text_column.h"

namespace mqlab {
namespace {

using Values = std::vector<ColumnValue>;

TEST(ColumnValuesTest, AreTheCommonestThatContainASearch) {
  Engine engine;
  engine.Load({"lead_id,city\na,Iași\nb,Tuzla\nc,tuzla\nd,Tuzla\ne,\nf,Łódź\n"
               "g,Iași\n",
               {}},
              TableInput{"lead_id,time,type,asset\na,2026-01-01,page,/b\n"
                         "a,2026-01-02,page,/a\nb,2026-01-01,page,/b\n"
                         "nobody,2026-01-01,page,/c\nb,2026-01-02,page,\n",
                         {}});
  const Dataset& data = engine.dataset();
  EXPECT_EQ(FieldValues(data, "city", "", 9),
            (Values{{"Iași", 2}, {"Tuzla", 2}, {"tuzla", 1}, {"Łódź", 1}}));
  EXPECT_EQ(FieldValues(data, "city", "", 1), (Values{{"Iași", 2}}));
  EXPECT_EQ(FieldValues(data, "city", "", 0), Values{});
  EXPECT_EQ(FieldValues(data, "city", " UZ ", 9),
            (Values{{"Tuzla", 2}, {"tuzla", 1}}));
  EXPECT_EQ(FieldValues(data, "city", "iaşi", 9),  // with the cedilla
            (Values{{"Iași", 2}}));
  EXPECT_EQ(FieldValues(data, "town", "", 9), Values{});
  EXPECT_EQ(PropertyValues(data, "asset", "", 9),
            (Values{{"/b", 2}, {"/a", 1}}));
  EXPECT_EQ(PropertyValues(data, "city", "", 9), Values{});
}

// Where equal texts are not known to be equal.
TEST(ColumnValuesTest, AddUpOverColumnsOfMostlyDistinctTexts) {
  std::string leads = "lead_id,city\n";
  for (uint32_t i = 0; i < TextColumn::kTrialRows; ++i) {
    leads += "f" + std::to_string(i) + ",c" + std::to_string(i) + "\n";
  }
  leads += "x,Tuzla\ny,Tuzla\nz,c7\n";
  Engine engine;
  engine.Load({leads, {}}, std::nullopt);
  EXPECT_EQ(FieldValues(engine.dataset(), "city", "", 3),
            (Values{{"Tuzla", 2}, {"c7", 2}, {"c0", 1}}));
}

}  // namespace
}  // namespace mqlab
