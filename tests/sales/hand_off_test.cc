// The clock, the queue and what is told of a lead in it, worked out by hand.

#include "sales/hand_off.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <numeric>
#include <string>

#include "attribution/loaded_run.h"
#include "sales/clock.h"
#include "sales/lead_card.h"
#include "sales/queue.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;
using Leads = std::vector<uint32_t>;

constexpr std::string_view kRules =
    R"({"fields": {"employees": {"type": "number"}},
        "properties": {"asset": {"type": "text"}},
        "scores": {"fit": {}, "engagement": {}},
        "rules": [
          {"id": "size", "label": "Large", "score": "fit", "field": "employees",
           "ranges": [{"from": 100, "points": 5}]},
          {"id": "boss", "score": "fit", "points": 3,
           "when": {"all": [{"field": "region", "is_set": false},
                            {"field": "job_title", "has_word": "director"}]}},
          {"id": "no", "score": "fit", "points": -2,
           "when": {"field": "country", "eq": "Nowhere"}},
          {"id": "prices", "label": "Looks at prices", "score": "engagement",
           "each": {"event": "page", "where": [{"field": "asset", "eq": "/p"}]},
           "points": 4},
          {"id": "pages", "score": "engagement", "each": {"event": "page"},
           "points": 1},
          {"id": "asks", "score": "engagement", "points": 9,
           "when": {"event": "ask"}},
          {"id": "reads", "score": "engagement", "points": 1,
           "when": {"event": ["page", "ask"]}}],
        "scenarios": {"hot": {"event": "ask"}},
        "sla": {"stage": "ready", "hours": 8},
        "stages": [
          {"id": "known", "enter": {"event": "*"}},
          {"id": "ready", "enter": {"scenario": "hot"},
           "leave": {"event": "sales_rejected", "within_days": 1}},
          {"id": "sql", "enter": {"event": "meeting_held"}}]})";
// a: touched in time; b: too late, and accepted; c: not yet; d: no longer;
// e: rejected, and ready again after a day; f: back to nurture; g: no contact;
// h, i: below, of no contact, i hot; j: below, with one; k: straight to sql.
constexpr std::string_view kLeads =
    "lead_id,email,phone,employees,job_title,country\n"
    "a,a@x.example,,500,Sales Director,\nb,b@x.example,1,,,\n"
    "c,,2,,,Nowhere\nd,d@x.example,,,,\ne,e@x.example,,,,\nf,f@x.example,,,,\n"
    "g,,,,,\nh,,,,,\ni,,,,,\nj,j@x.example,,,,\nk,k@x.example,,,,\n";
constexpr std::string_view kEvents =
    "lead_id,time,type,asset\n"
    "a,2026-01-05 08:00,page,/p\na,2026-01-05 09:00,page,/p\n"
    "a,2026-01-05 10:00,ask,Form\na,2026-01-05 18:00,call,\n"
    "b,2026-01-05 10:00,ask,Form\nb,2026-01-05 18:01,call,\n"
    "b,2026-01-05 18:02,sales_accepted,\n"
    "c,2026-01-09 10:00,ask,Form\n"
    "d,2026-01-08 10:00,ask,Form\nd,2026-01-08 09:59,call,\n"
    "e,2026-01-05 10:00,ask,Form\ne,2026-01-05 11:00,sales_rejected,\n"
    "e,2026-01-07 10:00,page,/q\n"
    "f,2026-01-05 10:00,ask,Form\nf,2026-01-05 10:00,call,\n"
    "f,2026-01-05 12:00,sent_to_nurture,\n"
    "g,2026-01-05 10:00,ask,Form\n"
    "h,2026-01-05 10:00,page,/q\n"
    "i,2026-01-05 10:00,page,/p\ni,2026-01-05 10:01,page,/p\n"
    "i,2026-01-05 10:02,page,/p\n"
    "j,2026-01-05 10:00,page,/p\nj,2026-01-05 10:01,page,/p\n"
    "j,2026-01-05 10:02,page,/p\n"
    "k,2026-01-05 10:00,meeting_held,\nk,2026-01-09 12:00,page,/q\n";

class HandOffTest : public testing::Test {
 protected:
  const LoadedRun run_{kRules, kLeads, kEvents};
  const HandOff hand_off_{*run_};
  const BusinessTime time_{{}};
};

TEST_F(HandOffTest, TellsWhatSalesDidAndSaidLast) {
  const auto since_reached = [&](uint32_t lead) {
    return hand_off_.Since(hand_off_.reached(lead), lead);
  };
  EXPECT_EQ(hand_off_.stage(), 1);
  EXPECT_EQ(since_reached(0).mark, Mark::kNone);
  EXPECT_EQ(since_reached(1).mark, Mark::kAccepted);
  EXPECT_EQ(since_reached(3).touched, kNever);  // the call came before
  EXPECT_EQ(since_reached(4).mark, Mark::kRejected);
  EXPECT_EQ(hand_off_.MarkOf(4), Mark::kNone);  // since it is ready again
  EXPECT_EQ(hand_off_.MarkOf(5), Mark::kToNurture);
  // A touch of the very instant counts.
  EXPECT_EQ(since_reached(5).touched, hand_off_.reached(5));
}

TEST_F(HandOffTest, QueuesTheHottestFirst) {
  const Queue queue = MakeQueue(*run_, hand_off_, nullptr);
  // Totals of 28, 11, 10 and 8.
  EXPECT_EQ(queue.contactable, (Leads{0, 4, 3, 2}));
  // The median of these and of g's 10 is 10: i has 16, h 2.
  EXPECT_EQ(queue.anonymous, (Leads{8, 6}));

  const Leads some = {2, 6, 8};
  const Queue of_some = MakeQueue(*run_, hand_off_, &some);
  EXPECT_EQ(of_some.contactable, Leads{2});
  EXPECT_EQ(of_some.anonymous, (Leads{8, 6}));
  const Leads nobody = {8};
  EXPECT_TRUE(MakeQueue(*run_, hand_off_, &nobody).anonymous.empty());
}

TEST_F(HandOffTest, CountsTheClocks) {
  const Scope scope = MakeScope(*run_, nullptr, hand_off_.stage(), {});
  const Clock clock = MakeClock(*run_, hand_off_, time_, scope);
  const auto of = [&](ClockState state) {
    return LeadsOfClock(*run_, hand_off_, time_, scope, state);
  };
  EXPECT_EQ(of(ClockState::kMet), (Leads{0, 4, 5, 10}));
  EXPECT_EQ(of(ClockState::kMissed), (Leads{1, 3, 6}));
  EXPECT_EQ(of(ClockState::kOpen), Leads{2});
  EXPECT_EQ(clock.leads, (std::array<uint32_t, 3>{1, 4, 3}));
  // After 8:00 and 8:01 hours, 1 hour, and at once twice.
  EXPECT_EQ(clock.median_hours, 1);
  const Json json = Json::parse(WriteClock(clock).Print());
  EXPECT_EQ(json["hours"], 8);
  const std::array<Json, 5> hours = {1, 24, 72, nullptr, nullptr};
  const std::array<int, 5> leads = {3, 2, 0, 0, 2};
  for (size_t i = 0; i < hours.size(); ++i) {
    EXPECT_EQ(json["speeds"][i]["upToHours"], hours[i]) << i;
    EXPECT_EQ(json["speeds"][i]["leads"], leads[i]) << i;
    EXPECT_EQ(json["speeds"][i]["qualified"]["count"], i == 0 ? 1 : 0) << i;
  }
}

TEST_F(HandOffTest, ClockStandsStillOutsideTheHours) {
  // 2026-01-05 was a Monday; a and b get eight hours from 10:00 on.
  const BusinessTime time(BusinessHours{{0, 4}, 9 * 60, 17 * 60, ""});
  const Scope scope = MakeScope(*run_, nullptr, hand_off_.stage(), {});
  EXPECT_EQ(LeadsOfClock(*run_, hand_off_, time, scope, ClockState::kMissed),
            (Leads{6}));
  const LeadCard card = MakeLeadCard(*run_, hand_off_, time, 0);
  EXPECT_EQ(FormatInstant(card.clock->due), "2026-01-09T10:00:00.000Z");
}

TEST_F(HandOffTest, TellsTheStoryOfALead) {
  const LeadCard card = MakeLeadCard(*run_, hand_off_, time_, 0);
  const Json row = Json::parse(WriteLeadCard(*run_, card).Print());
  EXPECT_EQ(row, Json::parse(R"({
    "lead": 0, "id": "a", "total": 28000, "grade": "",
    "since": 1767607200000,
    "by": {"behaviour": false, "fields": false, "scenarios": ["hot"]},
    "lastEvent": 1767636000000,
    "contact": [{"field": "email", "value": "a@x.example"}],
    "facts": [{"field": "job_title", "value": "Sales Director"},
              {"field": "employees", "value": "500"}],
    "clock": {"state": "met", "due": 1767636000000, "touched": 1767636000000},
    "acts": [
      {"rule": "asks", "label": "", "points": 9000, "count": 1,
       "first": 1767607200000, "last": 1767607200000, "type": "ask",
       "asset": "Form"},
      {"rule": "prices", "label": "Looks at prices", "points": 8000, "count": 2,
       "first": 1767600000000, "last": 1767603600000, "type": "page",
       "asset": "/p"},
      {"rule": "pages", "label": "", "points": 2000, "count": 2,
       "first": 1767600000000, "last": 1767603600000, "type": "page",
       "asset": "/p"}],
    "traits": [
      {"rule": "size", "label": "Large", "points": 5000, "field": "employees",
       "value": "500"},
      {"rule": "boss", "label": "", "points": 3000, "field": "job_title",
       "value": "Sales Director"}]})"));

  // Of one that was never handed over there is neither clock nor entry.
  const Json below = Json::parse(
      WriteLeadCard(*run_, MakeLeadCard(*run_, hand_off_, time_, 9)).Print());
  EXPECT_EQ(below["since"], nullptr);
  EXPECT_EQ(below["clock"], nullptr);
  // What brought it further says what brought it here.
  const LeadCard passed = MakeLeadCard(*run_, hand_off_, time_, 10);
  EXPECT_TRUE(passed.by.behaviour);
  EXPECT_TRUE(passed.by.scenarios.empty());
  // The last time that it came, and the clock of the first.
  const LeadCard again = MakeLeadCard(*run_, hand_off_, time_, 4);
  EXPECT_EQ(FormatInstant(again.since), "2026-01-07T10:00:00.000Z");
  EXPECT_EQ(FormatInstant(again.clock->due), "2026-01-05T18:00:00.000Z");
}

TEST_F(HandOffTest, WritesTheRowsThatAreAskedFor) {
  const Queue queue = MakeQueue(*run_, hand_off_, nullptr);
  const Json json =
      Json::parse(WriteQueue(*run_, hand_off_, time_, queue.contactable,
                             queue.anonymous.size(), 1, 3)
                      .Print());
  EXPECT_EQ(json["count"], 4);
  EXPECT_EQ(json["others"], 2);
  ASSERT_EQ(json["rows"].size(), 2u);
  EXPECT_EQ(json["rows"][0]["id"], "e");
  EXPECT_EQ(json["rows"][1]["id"], "d");
}

TEST(HandOffOfLittleTest, HasNoQueueWithoutStages) {
  const LoadedRun run(R"({"scores": {"s": {}}})", "lead_id,email\na,\n",
                      "lead_id,time,type\na,2026-01-01,page\n");
  const HandOff hand_off(*run);
  EXPECT_EQ(hand_off.stage(), kNoStage);
  const Queue queue = MakeQueue(*run, hand_off, nullptr);
  EXPECT_TRUE(queue.contactable.empty());
  EXPECT_TRUE(queue.anonymous.empty());
}

TEST(HandOffOfLittleTest, NobodyIsAnonymousWhereTheDataHasNoContacts) {
  const LoadedRun run(
      R"({"scores": {"s": {}},
          "stages": [{"id": "mql", "enter": {"event": "page"}}]})",
      "lead_id\na\nb\n", "lead_id,time,type\na,2026-01-01,page\n");
  const Queue queue = MakeQueue(*run, HandOff(*run), nullptr);
  EXPECT_EQ(queue.contactable, Leads{0});
  EXPECT_TRUE(queue.anonymous.empty());
}

}  // namespace
}  // namespace mqlab
