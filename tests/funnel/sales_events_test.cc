#include "funnel/sales_events.h"

#include <gtest/gtest.h>

namespace mqlab {
namespace {

using Texts = std::vector<std::string>;

TEST(SalesEventsTest, HasWhatIsGivenWhereTheRulesSayNothing) {
  Ruleset ruleset;
  for (int round = 0; round < 2; ++round) {
    const SalesEvents sales = ResolveSla(ruleset);
    EXPECT_EQ(sales.touch.types,
              (Texts{"call", "call_connected", "sales_email",
                     "sales_email_sent", "meeting_booked", "meeting_held",
                     "sales_accepted", "sales_rejected"}));
    EXPECT_EQ(sales.accept.types, Texts{"sales_accepted"});
    EXPECT_EQ(sales.reject.types, Texts{"sales_rejected"});
    EXPECT_EQ(sales.reason, "reason");
    EXPECT_EQ(sales.hours, 24);
    EXPECT_EQ(sales.contact, (Texts{"email", "phone"}));
    ruleset.sla.emplace();  // empty
  }
}

TEST(SalesEventsTest, HasWhatTheRulesSay) {
  Ruleset ruleset;
  Sla& sla = ruleset.sla.emplace();
  const auto pattern = [](std::string type) {
    return EventPattern{.types = {std::move(type)}, .where = {}, .node = {}};
  };
  sla.touch = pattern("visit");
  sla.accept = pattern("yes");
  sla.reject = pattern("no");
  sla.reason = "why";
  sla.hours = 4;
  sla.contact = Texts{};
  const SalesEvents sales = ResolveSla(ruleset);
  EXPECT_EQ(sales.touch, pattern("visit"));
  EXPECT_EQ(sales.accept, pattern("yes"));
  EXPECT_EQ(sales.reject, pattern("no"));
  EXPECT_EQ(sales.reason, "why");
  EXPECT_EQ(sales.hours, 4);
  EXPECT_EQ(sales.contact, Texts{});
}

}  // namespace
}  // namespace mqlab
