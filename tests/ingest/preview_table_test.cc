#include <gtest/gtest.h>

#include "ingest/read_table.h"

namespace mqlab {
namespace {

TEST(PreviewTableTest, TellsLeadsFromEvents) {
  const auto kind = [](std::string_view text) {
    return PreviewTable(text, {}).report.kind;
  };
  EXPECT_EQ(kind("lead_id,time,type\na,2026-03-01,x\n"), TableKind::kEvents);
  EXPECT_EQ(kind("Email,Timestamp,Event\na,2026-03-01,x\n"),
            TableKind::kEvents);
  EXPECT_EQ(kind("id,name,company\n1,Ana,Acme\n"), TableKind::kLeads);
  EXPECT_EQ(kind("id,first_name,company,created_at,type\n"
                 "1,Ana,Acme,2026-03-01,customer\n"),
            TableKind::kLeads);
  EXPECT_EQ(kind("timestamp,form_id,contact_id\n2026-03-01,1,2\n"),
            TableKind::kLeads);
}

TEST(PreviewTableTest, TakesTheKindAndTheMapAsTold) {
  const std::string_view text =
      "timestamp,form_id,contact_id\n2026-03-01,f,c\n";
  const TableReport told =
      PreviewTable(text, {.kind = TableKind::kEvents}).report;
  EXPECT_EQ(told.issues.count(IssueCode::kMissingColumn), 1);
  const TableReport mapped =
      PreviewTable(text, {.map = {{"type", "form_id"}}}).report;
  EXPECT_EQ(mapped.kind, TableKind::kEvents);
  EXPECT_EQ(mapped.kept, 1u);
}

TEST(PreviewTableTest, ShowsTheFirstRowsAsTheyStand) {
  std::string text = "id,a\n";
  for (int i = 0; i < 50; ++i) text += std::to_string(i) + ", x ,extra\n";
  const TablePreview preview = PreviewTable(text, {});
  ASSERT_EQ(preview.rows.size(), 20u);
  EXPECT_EQ(preview.rows[19], (std::vector<std::string>{"19", " x ", "extra"}));
  EXPECT_EQ(preview.report.rows, 50u);
}

TEST(PreviewTableTest, ReadsOnlyTheFirstPartOfALargeFile) {
  std::string text = "id,a\n";
  while (text.size() < kPreviewBytes) text += "1234567,some more text\n";
  const TableReport whole =
      PreviewTable(text.substr(0, kPreviewBytes / 2), {}).report;
  EXPECT_FALSE(whole.partial);
  const auto rows = static_cast<uint32_t>((kPreviewBytes - 5) / 23);
  const TableReport part = PreviewTable(text + text, {}).report;
  EXPECT_TRUE(part.partial);
  EXPECT_EQ(part.rows, rows);
  EXPECT_TRUE(part.issues.count(IssueCode::kShortRow) == 0);
}

TEST(PreviewTableTest, SaysWhatIsWrong) {
  const TablePreview preview = PreviewTable("", {});
  EXPECT_TRUE(preview.rows.empty());
  EXPECT_EQ(preview.report.issues.count(IssueCode::kEmptyFile), 1);
}

}  // namespace
}  // namespace mqlab
