#include "attribution/contents.h"

#include <gtest/gtest.h>

#include <ranges>
#include <string>

#include "attribution/loaded_run.h"

namespace mqlab {
namespace {

constexpr std::string_view kNoStages = R"({"scores": {"s": {}}})";

std::string Describe(const ContentUses& uses, uint32_t lead) {
  std::string text;
  for (const auto i :
       std::views::iota(uses.offsets[lead], uses.offsets[lead + 1])) {
    text += uses.names[uses.contents[i]] + " " +
            FormatInstant(uses.first[i]).substr(8, 2) + ";";
  }
  return text;
}

TEST(ContentsTest, HasTheFirstUseOfEach) {
  const LoadedRun run(kNoStages, "lead_id\nx\ny\nz\n",
                      "lead_id,time,type,asset\n"
                      "x,2026-01-03,content_download,Price list\n"
                      "x,2026-01-01,ebook_download,Guide\n"
                      "x,2026-01-04,content_download,price LIST\n"
                      "x,2026-01-05,page_view,Home\n"
                      "x,2026-01-06,content_download,\n"
                      "z,2026-01-07,webinar_attend,Guide\n"
                      "nobody,2026-01-08,content_download,Other\n");
  const ContentUses uses = FindContentUses(*run);
  EXPECT_EQ(uses.names, (std::vector<std::string>{"Guide", "Price list"}));
  EXPECT_EQ(Describe(uses, 0), "Guide 01;Price list 03;");
  EXPECT_EQ(Describe(uses, 1), "");
  EXPECT_EQ(Describe(uses, 2), "Guide 07;");
  EXPECT_EQ(uses.Of(0).size(), 2U);
  EXPECT_EQ(uses.FirstOf(2).size(), 1U);
  EXPECT_EQ(uses.Find(" PRICE list"), 1U);
  EXPECT_EQ(uses.Find("Home"), kNoIndex);
}

TEST(ContentsTest, FollowsTheRuleFile) {
  const LoadedRun run(R"({"scores": {"s": {}}, "economics": {"content":
                          {"property": "file", "event": "download"}}})",
                      "lead_id\nx\n",
                      "lead_id,time,type,asset,file\n"
                      "x,2026-01-01,download,a,b\n"
                      "x,2026-01-02,content_download,c,d\n");
  EXPECT_EQ(FindContentUses(*run).names, std::vector<std::string>{"b"});
}

TEST(ContentsTest, IsEmptyWithoutEventsOrProperty) {
  EXPECT_EQ(FindContentUses(*LoadedRun(kNoStages, "lead_id\nx\n",
                                       "lead_id,time,type\n"
                                       "x,2026-01-01,content_download\n"))
                .offsets,
            (std::vector<uint32_t>{0, 0}));
}

}  // namespace
}  // namespace mqlab
