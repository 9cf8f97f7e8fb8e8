#include "funnel/sales_events.h"

#include <utility>

namespace mqlab {
namespace {

EventPattern AnyOf(std::vector<std::string> types) {
  return {.types = std::move(types), .where = {}, .node = {}};
}

}  // namespace

SalesEvents ResolveSla(const Ruleset& ruleset) {
  SalesEvents sales = {
      .touch = AnyOf({"call", "call_connected", "sales_email",
                      "sales_email_sent", "meeting_booked", "meeting_held",
                      "sales_accepted", "sales_rejected"}),
      .accept = AnyOf({"sales_accepted"}),
      .reject = AnyOf({"sales_rejected"}),
      .reason = "reason",
      .hours = 24,
      .contact = {"email", "phone"}};
  if (!ruleset.sla) return sales;
  const Sla& sla = *ruleset.sla;
  if (sla.touch) sales.touch = *sla.touch;
  if (sla.accept) sales.accept = *sla.accept;
  if (sla.reject) sales.reject = *sla.reject;
  if (!sla.reason.empty()) sales.reason = sla.reason;
  if (sla.hours) sales.hours = *sla.hours;
  if (sla.contact) sales.contact = *sla.contact;
  return sales;
}

EventPattern DemoRequest() { return AnyOf({"demo_request"}); }

}  // namespace mqlab
