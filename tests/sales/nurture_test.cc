// Tracks, steps and what is sent next, worked out by hand; leads that fade.

#include "sales/nurture.h"

#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>

#include "attribution/loaded_run.h"
#include "sales/fading.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;
using Leads = std::vector<uint32_t>;

Leads All(const Run& run) {
  Leads leads(run.table.num_leads);
  std::iota(leads.begin(), leads.end(), 0);
  return leads;
}

constexpr std::string_view kNurtureRules =
    R"({"scores": {"s": {}},
        "nurture": {"tracks": [
          {"id": "north", "label": "North",
           "when": {"field": "region", "eq": "north"},
           "content": {"awareness": ["Rare", "Weak", "Strong"],
                       "decision": ["Prices"]}},
          {"id": "any", "when": {"field": "region", "is_set": true},
           "content": {"consideration": ["Webinar"]}}]},
        "stages": [{"id": "mql", "enter": {"event": "ask"},
                    "leave": {"event": "gone"}},
                   {"id": "customer", "enter": {"event": "bought"}}],
        "disqualify": [{"when": {"event": "out"}, "reason": "Out"}]})";

class NurtureTest : public testing::Test {
 protected:
  // Leads of the north of whom so many used a content before they asked, and
  // so many did not ask.
  void Add(std::string_view content, int asked, int did_not) {
    for (int i = 0; i < asked + did_not; ++i) {
      const uint32_t lead = AddLead("north");
      if (!content.empty()) Use(lead, content);
      if (i < asked) Event(lead, "2026-01-02", "ask");
    }
  }
  uint32_t AddLead(std::string_view region, std::string_view email = "x") {
    leads_ += std::to_string(++count_) + "," + std::string(region) + "," +
              std::string(email) + "\n";
    return count_ - 1;
  }
  void Use(uint32_t lead, std::string_view content) {
    Event(lead, "2026-01-01", "content_download", content);
  }
  void Event(uint32_t lead, std::string_view time, std::string_view type,
             std::string_view asset = "") {
    events_ += std::to_string(lead + 1) + "," + std::string(time) + "," +
               std::string(type) + "," + std::string(asset) + "\n";
  }

  uint32_t count_ = 0;
  std::string leads_ = "lead_id,region,email\n";
  std::string events_ = "lead_id,time,type,asset\n";
};

TEST_F(NurtureTest, SendsTheContentOfTheStepThatDoesMost) {
  Add("Weak", 10, 20);
  Add("Strong", 20, 10);
  Add("Rare", 9, 1);  // too few to tell
  Add("", 5, 35);
  // Before or after: whoever was ready, and is no longer, comes back.
  const uint32_t back = AddLead("north");
  Event(back, "2026-01-02", "ask");
  Event(back, "2026-01-03", "gone");
  const uint32_t sent_back = AddLead("north");
  Event(sent_back, "2026-01-02", "ask");
  Event(sent_back, "2026-01-03", "sent_to_nurture");
  const uint32_t all_used = AddLead("north");
  Use(all_used, "prices");  // as `eq` compares
  const uint32_t one_step = AddLead("north");
  for (const char* content : {"Rare", "Weak", "Strong"}) Use(one_step, content);
  // Of other tracks, of none, and of those who are left alone.
  const uint32_t south = AddLead("south");
  AddLead("");
  AddLead("north", "");
  Event(AddLead("north"), "2026-01-02", "out");
  const uint32_t customer = AddLead("north");
  Event(customer, "2026-01-02", "bought");
  Event(customer, "2026-01-03", "gone");

  const LoadedRun run(kNurtureRules, leads_, events_);
  const NurtureReport report =
      MakeNurture(*run, HandOff(*run), FindContentUses(*run), All(*run));
  EXPECT_EQ(report.not_ready, 20 + 10 + 1 + 35 + 4 + 2);
  EXPECT_EQ(report.without_track.size(), 1u);
  ASSERT_EQ(report.tracks.size(), 2u);
  const TrackReport& north = report.tracks[0];
  EXPECT_EQ(north.leads, 70u);
  const auto leads_of = [&](std::string_view track, std::string_view step,
                            std::optional<std::string_view> next) {
    const NurtureSegment* segment =
        FindSegment(*run, report, track, step, next);
    return segment == nullptr ? Leads{} : segment->leads;
  };
  // Who used none of it, or another content of the step, is sent Strong; who
  // used that Weak, since Rare cannot be told.
  EXPECT_EQ(leads_of("north", "awareness", "Strong").size(), 20u + 1 + 35 + 2);
  EXPECT_EQ(leads_of("north", "awareness", "Weak").size(), 10u);
  EXPECT_EQ(leads_of("north", "awareness", "Prices"), Leads{one_step});
  EXPECT_EQ(leads_of("north", "decision", std::nullopt), Leads{all_used});
  EXPECT_EQ(leads_of("any", "awareness", "Webinar"), Leads{south});
  EXPECT_TRUE(leads_of("north", "awareness", std::nullopt).empty());
  EXPECT_TRUE(leads_of("none", "awareness", "Strong").empty());

  const Json json = Json::parse(WriteNurture(*run, report).Print());
  EXPECT_EQ(json["notReady"], 72);
  const Json& track = json["tracks"][0];
  EXPECT_EQ(track["label"], "North");
  ASSERT_EQ(track["segments"].size(), 4u);
  EXPECT_EQ(track["segments"][0]["next"], "Weak");
  EXPECT_EQ(track["segments"][1]["next"], "Strong");
  // Of all leads of the track, ready or not.
  EXPECT_EQ(track["segments"][1]["lift"]["with"]["of"], 31);
  EXPECT_EQ(track["segments"][1]["lift"]["with"]["count"], 20);
  EXPECT_EQ(track["segments"][3]["step"], "decision");
  EXPECT_EQ(track["segments"][3]["next"], nullptr);
  EXPECT_EQ(track["segments"][3]["lift"], nullptr);
}

TEST(FadingTest, FindsTheLeadsThatLoseWhatTheyHad) {
  constexpr std::string_view kFadingRules =
      R"({"created_field": "born", "properties": {"asset": {"type": "text"}},
          "scores": {"fit": {"weight": 50}, "engagement": {"max": 30,
            "decay": {"kind": "linear", "lose_percent": 10, "every_days": 1}}},
          "rules": [
            {"id": "page", "score": "engagement", "each": {"event": "page"},
             "points": 20},
            {"id": "size", "score": "fit", "points": 8,
             "when": {"field": "size", "eq": "5"}}],
          "nurture": {"silent_days": 4},
          "stages": [
            {"id": "lead", "enter": {"event": "*"}},
            {"id": "mql", "enter": {"score": "engagement", "ge": 20},
             "leave": {"score": "total", "le": 6}},
            {"id": "sql", "enter": {"event": "meeting"}}]})";
  // T is 2026-01-10. a: 20 and 4, now 12 and 4, falls on the 15th with 2 and 4;
  // b: 40 kept to 30, now 16; c: yesterday; d: nothing left; e: sql; f: no
  // event; g: never any points of events; h: 4 only since it was created after
  // its page; i: stays at 30 although it fades beneath.
  const LoadedRun run(
      kFadingRules,
      "lead_id,size,born\na,5,\nb,,\nc,5,\nd,,\ne,5,\nf,5,\ng,5,\n"
      "h,5,2026-01-07\ni,5,\nt,,\n",
      "lead_id,time,type\na,2026-01-06,page\nb,2026-01-04,page\n"
      "b,2026-01-04,page\nc,2026-01-09,page\nd,2025-12-01,page\n"
      "e,2026-01-05,page\ne,2026-01-05,meeting\ng,2026-01-01,call\n"
      "h,2026-01-06,page\n"
      "i,2026-01-06,page\ni,2026-01-06,page\ni,2026-01-06,page\n"
      "t,2026-01-10,call\n");
  const std::vector<FadingLead> fading = FindFading(*run, All(*run), 10);
  ASSERT_EQ(fading.size(), 3u);
  // All have 16 now. h had 20: its fit was not known then.
  const std::array<uint32_t, 3> leads = {0, 1, 7};
  const std::array<Millipoints, 3> were = {24'000, 30'000, 20'000};
  for (size_t i = 0; i < leads.size(); ++i) {
    EXPECT_EQ(fading[i].lead, leads[i]);
    EXPECT_EQ(fading[i].was, were[i]);
  }
  const Json json = Json::parse(WriteFading(*run, fading, 0, 2).Print());
  EXPECT_EQ(json["count"], 3);
  ASSERT_EQ(json["rows"].size(), 2u);
  EXPECT_EQ(json["rows"][0], Json::parse(R"({
    "lead": 0, "id": "a", "total": 16000, "was": 24000, "silentDays": 4,
    "lastEvent": 1767657600000, "stage": 1,
    "falls": {"at": 1768435200000, "stage": 0}})"));
}

}  // namespace
}  // namespace mqlab
