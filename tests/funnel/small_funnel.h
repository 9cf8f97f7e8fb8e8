#ifndef MQLAB_TESTS_FUNNEL_SMALL_FUNNEL_H_
#define MQLAB_TESTS_FUNNEL_SMALL_FUNNEL_H_

// Seven leads in four stages, with all that can become of them.

#include "funnel/scored_data.h"

namespace mqlab {

inline constexpr std::string_view kFunnelRules = R"({
  "created_field": "born",
  "fields": {"became_sql": {"type": "text"}},
  "scores": {"fit": {}},
  "disqualify": [
    {"when": {"field": "city", "eq": "Tuzla"}, "reason": "far"},
    {"when": {"event": "spam"}, "reason": "spam"},
    {"when": {"event": "spam", "count": {"ge": 1}}, "reason": "spam"}
  ],
  "stages": [
    {"id": "lead", "enter": {"event": "*"}},
    {"id": "mql", "enter": {"event": "ask"}, "leave": {"event": "cold"}},
    {"id": "sql", "enter": {"event": "deal"}},
    {"id": "customer", "enter": {"event": "won"}}
  ]})";

// a goes on to sql; b becomes mql and falls; c passes to mql late; d is
// disqualified as a lead; e always was; nothing is known of f; g buys at once.
inline constexpr std::string_view kFunnelLeads =
    "lead_id,born,city,became_mql,became_sql\n"
    "a,2026-01-01,Iași,2026-01-05T12:00,2026-01-10\n"
    "b,2026-01-01,iaşi,2026-01-10,\n"
    "c,2026-01-01,Sofia,2026-01-01,\n"
    "d,2026-01-03,Sofia,2026-01-09,\n"
    "e,2026-01-01,Tuzla,2026-02-15,\n"
    "f,,,,\n"
    "g,2026-01-01,Sofia,,\n";

inline constexpr std::string_view kFunnelEvents =
    "lead_id,time,type,reason\n"
    "a,2026-01-02,visit,\n"
    "a,2026-01-05,ask,\n"
    "a,2026-01-10,deal,\n"
    "a,2026-01-12,sales_rejected,no budget\n"
    "b,2026-01-01,visit,\n"
    "b,2026-01-04,ask,\n"
    "b,2026-01-05,sales_rejected,no time\n"
    "b,2026-01-06,cold,\n"
    "b,2026-01-07,sales_rejected,No Budget\n"
    "b,2026-02-07,sales_rejected,after all\n"
    "c,2026-01-10,demo_request,\n"
    "c,2026-01-11,ask,\n"
    "d,2026-01-03,visit,\n"
    "d,2026-01-08,spam,\n"
    "d,2026-01-09,sales_rejected,\n"
    "g,2026-01-20,won,\n";

class SmallFunnelTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(data_.scored()); }
  const mqlab::Run& run() const { return data_.run(); }

  ScoredData data_{kFunnelRules, kFunnelLeads, kFunnelEvents, "2026-01-31"};
};

}  // namespace mqlab

#endif  // MQLAB_TESTS_FUNNEL_SMALL_FUNNEL_H_
