#include "import/type_names.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

TEST(TypeNamesTest, AreThoseThatWereChosen) {
  const NameMap chosen = {{"Email open", "note"},
                          {"Call · Done", "call_connected"}};
  TypeNames names(nullptr, FileKind::kEvents, false, chosen);
  EXPECT_EQ(names.Of({.type = "Email open"}), "note");
  EXPECT_EQ(names.Of({.type = "Email opened"}), "email_open");
  EXPECT_EQ(names.Of({.type = "Call", .detail = "Done"}), "call_connected");
  EXPECT_EQ(names.Of({.type = "Ate"}), "other");
  EXPECT_EQ(names.Of({.type = "Web form", .asset = "Demo"}), "demo_request");
  TypeNames kept(nullptr, FileKind::kEvents, true, chosen);
  EXPECT_EQ(kept.Of({.type = "open_7", .asset = "Demo"}), "open_7");
  EXPECT_EQ(kept.Of({.type = "form_submit", .asset = "Demo"}), "form_submit");
}

TEST(TypeNamesTest, AreOfTheCampaignWhereNothingElseTells) {
  const ExportShape* members = nullptr;
  for (const ExportShape& shape : ExportShapes()) {
    if (shape.name == "campaign members") members = &shape;
  }
  ASSERT_NE(members, nullptr);
  const NameMap none;
  TypeNames names(members, FileKind::kEvents, false, none);
  EXPECT_EQ(names.Of({.type = "Registered", .campaign = "Webinar in May"}),
            "webinar_register");
  EXPECT_EQ(names.Of({.type = "Registered", .campaign = "Fair in May"}),
            "event_register");
  EXPECT_EQ(names.Of({.type = "Attended", .detail = "Webinar"}),
            "webinar_attend");
  EXPECT_EQ(names.Of({.type = "No Show"}), "event_no_show");
  EXPECT_EQ(names.Of({.type = "Visited Booth"}), "event_attend");
}

TEST(TypeNamesTest, AreWonOrLostOfOutcomes) {
  const NameMap none;
  TypeNames names(nullptr, FileKind::kOutcomes, false, none);
  EXPECT_EQ(names.Of({.type = "Closed Won"}), "opportunity_won");
  EXPECT_EQ(names.Of({.type = "lost"}), "opportunity_lost");
  EXPECT_EQ(names.Of({.type = "Negotiation"}), "other");
}

}  // namespace
}  // namespace mqlab
