// Reports on the sample and on random rule files, against plain computations
// from rules/measuring.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "attribution/contents.h"
#include "case_file.h"
#include "engine/engine.h"
#include "review/stage_origin.h"
#include "sales/clock.h"
#include "sales/fading.h"
#include "sales/nurture.h"
#include "sales/queue.h"
#include "scoring/comparison.h"
#include "scoring/random_case.h"

namespace mqlab {
namespace {

using Leads = std::vector<uint32_t>;

Leads AllLeads(const mqlab::Run& run) {
  Leads leads;
  for (uint32_t i = 0; i < run.table.num_leads; ++i) leads.push_back(i);
  return leads;
}

struct PlainEvent {
  Instant time;
  std::string type;
  std::string asset;
};

// The sample, whose hand-off stage is `mql`, and its events as texts.
class SampleTest : public testing::Test {
 protected:
  void SetUp() override {
    engine_.LoadSample(11, 4000);
    const RunReport report =
        engine_.Score(ReadFile("rules/b2b-sample.json"), {});
    ASSERT_TRUE(report.id);
    run_ = engine_.run(*report.id);
    const EventStore& events = run_->dataset->events;
    const auto asset =
        std::ranges::find(events.properties, "asset", &Column::name);
    const auto column = static_cast<size_t>(asset - events.properties.begin());
    for (uint32_t lead = 0; lead < run_->table.num_leads; ++lead) {
      std::vector<PlainEvent>& own = events_.emplace_back();
      const EventSpan span = events.log.Of(lead);
      for (uint32_t i = span.begin; i < span.end; ++i) {
        own.push_back(
            {span.block->time[i],
             std::string(events.types[span.block->type[i]]),
             std::string(asset->texts[span.block->properties[column][i]])});
      }
    }
  }
  Instant Reached(const char* stage, uint32_t lead) const {
    const auto index = FindStage(run_->program.source, stage);
    return run_->table.reached[static_cast<size_t>(index)][lead];
  }

  Engine engine_;
  const mqlab::Run* run_ = nullptr;
  std::vector<std::vector<PlainEvent>> events_;
};

TEST_F(SampleTest, ClocksAreThoseOfPlainLoops) {
  const std::set<std::string> touches = {
      "call",         "call_connected", "sales_email",    "sales_email_sent",
      "meeting_held", "meeting_booked", "sales_accepted", "sales_rejected"};
  const HandOff hand_off(*run_);
  const BusinessTime all_day({});
  std::map<ClockState, Leads> leads;
  std::array<uint32_t, 5> speeds{};
  for (uint32_t lead = 0; lead < events_.size(); ++lead) {
    const Instant mql = Reached("mql", lead);
    if (mql == kNever) continue;
    std::optional<int64_t> waited;
    for (const PlainEvent& event : events_[lead]) {
      if (waited || event.time < mql || !touches.contains(event.type)) continue;
      waited = event.time - mql;
    }
    constexpr int64_t kHour = 3'600'000;
    const int64_t had = waited.value_or(run_->as_of - mql);
    const ClockState state = waited && had <= 24 * kHour ? ClockState::kMet
                             : !waited && had < 24 * kHour
                                 ? ClockState::kOpen
                                 : ClockState::kMissed;
    leads[state].push_back(lead);
    if (state == ClockState::kOpen) continue;
    ++speeds[!waited             ? 4
             : had <= kHour      ? 0
             : had <= 24 * kHour ? 1
             : had <= 72 * kHour ? 2
                                 : 3];
  }
  const Scope scope = MakeScope(*run_, nullptr, hand_off.stage(), {});
  for (const ClockState state :
       {ClockState::kOpen, ClockState::kMet, ClockState::kMissed}) {
    EXPECT_EQ(LeadsOfClock(*run_, hand_off, all_day, scope, state),
              leads[state]);
  }
  EXPECT_GT(leads[ClockState::kMet].size(), 50u);
  EXPECT_GT(leads[ClockState::kMissed].size(), 50u);
  const Clock clock = MakeClock(*run_, hand_off, all_day, scope);
  for (size_t i = 0; i < speeds.size(); ++i) {
    EXPECT_EQ(clock.speeds[i].leads, speeds[i]) << i;
  }
}

TEST_F(SampleTest, QueueIsThatOfPlainLoops) {
  const int32_t mql = FindStage(run_->program.source, "mql");
  std::vector<std::tuple<Millipoints, Instant, uint32_t>> waiting;
  for (uint32_t lead = 0; lead < events_.size(); ++lead) {
    if (run_->table.stage[lead] != mql) continue;
    Instant last = kNever;
    const Explanation why = Explain(*run_->binding, run_->as_of, lead);
    for (const StageStep& step : why.history) {
      if (step.stage == mql && step.event != StageEvent::kLeft) last = step.at;
    }
    const bool marked =
        std::ranges::any_of(events_[lead], [&](const PlainEvent& event) {
          return event.time >= last && (event.type == "sales_accepted" ||
                                        event.type == "sales_rejected");
        });
    if (marked) continue;
    waiting.emplace_back(-run_->table.total[lead], -events_[lead].back().time,
                         lead);
  }
  std::ranges::sort(waiting);
  Leads leads;
  for (const auto& each : waiting) leads.push_back(std::get<2>(each));
  EXPECT_FALSE(leads.empty());
  EXPECT_EQ(MakeQueue(*run_, HandOff(*run_), nullptr).contactable, leads);
}

TEST_F(SampleTest, NurtureIsThatOfPlainLoops) {
  const Ruleset& rules = run_->program.source;
  std::vector<Condition> conditions;
  for (const NurtureTrack& track : rules.nurture->tracks) {
    conditions.push_back(track.when);
  }
  Questions questions(*run_, conditions, {});
  const auto used_before = [&](uint32_t lead, const std::string& content,
                               Instant until) {
    return std::ranges::any_of(events_[lead], [&](const PlainEvent& event) {
      return (event.type == "content_download" ||
              event.type == "webinar_attend") &&
             event.asset == content && event.time <= until;
    });
  };
  std::map<size_t, Leads> of_track;
  for (uint32_t lead = 0; lead < events_.size(); ++lead) {
    size_t track = 0;
    while (track < conditions.size() && !questions.Holds(track, lead)) ++track;
    of_track[track].push_back(lead);
  }
  // Rate with it over rate without it; -1 where it is not told.
  const auto lift = [&](size_t track, const std::string& content) {
    std::array<std::array<double, 2>, 2> counts{};
    for (const uint32_t lead : of_track[track]) {
      const Instant mql = Reached("mql", lead);
      const bool with =
          used_before(lead, content, mql == kNever ? run_->as_of : mql);
      ++counts[with][0];
      counts[with][1] += mql != kNever;
    }
    const auto& [without, with] = counts;
    if (without[0] < 20 || with[0] < 20) return -1.0;
    return with[1] / with[0] / (without[1] / without[0]);
  };
  using Key = std::tuple<size_t, uint32_t, std::string>;
  std::map<Key, Leads> expected;
  for (size_t i = 0; i < conditions.size(); ++i) {
    const NurtureTrack& track = rules.nurture->tracks[i];
    std::map<std::string, double> lifts;
    for (const auto& step : track.content) {
      for (const std::string& name : step) lifts[name] = lift(i, name);
    }
    for (const uint32_t lead : of_track[i]) {
      const int32_t stage = run_->table.stage[lead];
      if (stage == kDisqualified || stage >= FindStage(rules, "mql") ||
          Reached("customer", lead) != kNever) {
        continue;
      }
      uint32_t step = 0;
      for (uint32_t s = 0; s < 3; ++s) {
        for (const std::string& name : track.content[s]) {
          if (used_before(lead, name, run_->as_of)) step = s;
        }
      }
      std::string next;
      for (uint32_t s = step; s < 3 && next.empty(); ++s) {
        for (const std::string& name : track.content[s]) {
          if (used_before(lead, name, run_->as_of)) continue;
          if (next.empty() || lifts[name] > lifts[next]) next = name;
        }
      }
      expected[{i, step, next}].push_back(lead);
    }
  }
  const NurtureReport report = MakeNurture(
      *run_, HandOff(*run_), FindContentUses(*run_), AllLeads(*run_));
  std::map<Key, Leads> found;
  for (size_t i = 0; i < report.tracks.size(); ++i) {
    for (const NurtureSegment& segment : report.tracks[i].segments) {
      const std::string next =
          segment.next == kNoIndex
              ? ""
              : std::string(report.tracks[i].contents[segment.next]);
      found[{i, segment.step, next}] = segment.leads;
    }
  }
  EXPECT_GT(expected.size(), 15u);
  EXPECT_EQ(found, expected);
}

// A stage that all with an event reach, and sales at the last.
std::string WithAllInFunnel(const std::string& rules) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(rules);
  nlohmann::ordered_json& stages = json["stages"];
  if (stages.is_null()) stages = nlohmann::ordered_json::array();
  const auto any = nlohmann::ordered_json::parse(
      R"({"id": "any", "enter": {"event": "*"}})");
  stages.insert(stages.begin(), any);
  json["sla"] = {{"stage", stages.back()["id"]}};
  return json.dump();
}

// Calls visit(engine, rules, run) with random rule files that have no errors,
// so many days after the newest event.
template <typename Visit>
void ForRandomRuns(uint64_t first, int64_t cases, int64_t days, Visit visit) {
  for (uint64_t seed = first; cases > 0; ++seed) {
    const reference::RandomCase drawn = reference::DrawCase(seed);
    ReadOptions plain;
    plain.dialect = CsvDialect{};
    Engine engine;
    engine.Load({WriteLeads(drawn.data), plain},
                TableInput{WriteEvents(drawn.data), plain});
    if (!engine.dataset().events.newest) continue;
    const std::string rules = WithAllInFunnel(drawn.rules);
    const Instant as_of =
        *engine.dataset().events.newest + days * kMillisPerDay;
    const RunReport report = engine.Score(rules, {.as_of = as_of, .now = 0});
    if (!report.id) continue;
    SCOPED_TRACE(seed);
    visit(engine, rules, *engine.run(*report.id));
    --cases;
  }
}

TEST(RandomRunsTest, WhatFadesWasMoreWhenItsLastEventCame) {
  int64_t faded = 0;
  ForRandomRuns(
      reference::FirstSeed(40'000'000), reference::CasesToDraw(300), 30,
      [&](Engine& engine, const std::string& rules, const mqlab::Run& run) {
        const int32_t hand_off = FindRoles(run.program.source).hand_off;
        std::map<uint32_t, Millipoints> expected;
        for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
          const int32_t stage = run.table.stage[lead];
          const Instant last =
              LastEventTime(run.dataset->events.log, lead, run.as_of);
          if (stage < 0 || stage > hand_off || run.table.total[lead] <= 0 ||
              last == kNever || AgeDays(last, run.as_of) < 30) {
            continue;
          }
          const RunReport then = engine.Score(rules, {.as_of = last, .now = 0});
          if (!then.id) return;  // points that did not fit then
          const Millipoints was = engine.run(*then.id)->table.total[lead];
          if (was > run.table.total[lead]) expected[lead] = was;
          engine.Release(*then.id);
        }
        std::map<uint32_t, Millipoints> found;
        for (const FadingLead& each : FindFading(run, AllLeads(run), 0)) {
          found[each.lead] = each.was;
        }
        EXPECT_EQ(found, expected);
        faded += static_cast<int64_t>(found.size());
      });
  EXPECT_GT(faded, 5);
}

TEST(RandomRunsTest, OriginOfAStageIsThatOfHistory) {
  int64_t entered = 0;
  ForRandomRuns(
      reference::FirstSeed(50'000'000), reference::CasesToDraw(200), 0,
      [&](Engine&, const std::string&, const mqlab::Run& run) {
        for (size_t stage = 0; stage < run.table.reached.size(); ++stage) {
          StageOrigin origin(run, static_cast<int32_t>(stage));
          for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
            const Instant reached = run.table.reached[stage][lead];
            if (reached == kNever) continue;
            const EnteredBy by = origin.Of(lead);
            const Explanation why = Explain(*run.binding, run.as_of, lead);
            const auto step =
                std::ranges::find_if(why.history, [&](const StageStep& each) {
                  return each.at == reached &&
                         each.event == StageEvent::kEntered &&
                         each.stage >= static_cast<int32_t>(stage);
                });
            ASSERT_NE(step, why.history.end());
            EXPECT_EQ(by.behaviour, step->by.behaviour);
            EXPECT_EQ(by.fields, step->by.fields);
            EXPECT_EQ(by.scenarios, step->by.scenarios);
            ++entered;
          }
        }
      });
  EXPECT_GT(entered, 100);
}

}  // namespace
}  // namespace mqlab
