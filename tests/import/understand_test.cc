#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "import/understanding.h"

namespace mqlab {
namespace {

std::vector<std::string> Codes(const Understanding& file) {
  std::vector<std::string> codes;
  for (const Issue& issue : file.issues.issues()) {
    codes.emplace_back(IssueId(issue.code));
  }
  return codes;
}

TEST(UnderstandTest, TellsOfHeadersThatComeTwiceAlone) {
  const Understanding once =
      Understand("a.csv", "lead_id,email\n1,a@b.example\n");
  EXPECT_EQ(Codes(once), std::vector<std::string>());
  const Understanding twice =
      Understand("a.csv", "id,note,note,note\n1,a,b,c\n");
  ASSERT_EQ(twice.issues.count(IssueCode::kDuplicateHeader), 2);
  const Issue& second = twice.issues.issues()[1];
  EXPECT_EQ(second.place, (Place{"note", 0, 4}));
  EXPECT_EQ(second.args, (std::vector<std::string>{"note", "note_3"}));
}

TEST(UnderstandTest, FindsTimesUnderAnyHeader) {
  const std::string rows =
      ",Event,Moment\na@b.example,Opened e-mail,2026-01-02\n";
  EXPECT_EQ(Understand("a.csv", "Email" + rows).kind, FileKind::kEvents);
  // But not under that of another field.
  const Understanding leads = Understand(
      "a.csv", "Email,Activity,Last Modified Date\na@b.example,x,2026-01-02\n");
  EXPECT_EQ(leads.kind, FileKind::kLeads);
}

TEST(UnderstandTest, TakesNumbersAsTheyAreSaidToBeWritten) {
  FileChoice choice;
  choice.decimal_comma = true;
  const Understanding file =
      Understand("a.csv", "id;employees\n1;1.234\n2;5.678\n", choice);
  EXPECT_EQ(file.columns[1].type, FieldType::kNumber);
  EXPECT_TRUE(file.columns[1].format.decimal_comma);
  EXPECT_EQ(PlainNumber("1.234", file.columns[1].format), "1234");
}

}  // namespace
}  // namespace mqlab
