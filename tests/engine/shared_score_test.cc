// Several engines that score one dataset together, against one that is alone.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/load_case.h"
#include "scoring/comparison.h"
#include "scoring/random_case.h"
#include "scoring/random_edit.h"
#include "scoring/reference_text.h"

namespace mqlab {
namespace {

constexpr uint32_t kBlock = EventLog::kOwnersABlock;

using reference::CasesToDraw;
using reference::DrawCase;
using reference::EditRules;
using reference::FirstSeed;
using reference::RandomCase;
using reference::RawData;
using Random = std::mt19937_64;

size_t Below(Random* random, size_t n) {
  return static_cast<size_t>((*random)() % n);
}

// The leads of a case over and over, each with the cells of some other one and
// some of its events, so that they fill several blocks.
RawData Multiply(const RawData& data, size_t copies, Random* random) {
  RawData many = data;
  many.leads.clear();
  many.events.clear();
  const auto renamed = [](const std::string& id, size_t copy) {
    const std::string name = reference::Trim(id);
    return name.empty() ? name : name + "-" + std::to_string(copy);
  };
  for (size_t copy = 0; copy < copies; ++copy) {
    for (const reference::RawLead& lead : data.leads) {
      const size_t other = Below(random, data.leads.size());
      many.leads.push_back({renamed(lead.id, copy), data.leads[other].cells});
    }
    if (copy % 100 < 20) continue;
    for (const reference::RawEvent& event : data.events) {
      if (Below(random, 3) == 0) continue;
      many.events.push_back(event);
      many.events.back().lead_id = renamed(event.lead_id, copy);
    }
  }
  return many;
}

// What a result is to a page.
struct Result {
  bool scored = false;
  std::vector<Issue> issues;
  std::vector<Issue> data_issues;
  std::optional<ScoreTable> table;
  std::vector<uint32_t> rule_leads;
  Histogram histogram;
  Funnel funnel;
  bool operator==(const Result&) const = default;
};

Result ResultOf(const RunReport& report, const Engine& engine) {
  Result result{report.id.has_value(),
                report.issues.issues(),
                report.data_issues.issues(),
                {},
                {},
                {},
                {}};
  if (!report.id) return result;
  const mqlab::Run& run = *engine.run(*report.id);
  result.table = run.table;
  result.rule_leads = run.rule_leads;
  result.histogram = run.histogram;
  result.funnel = run.funnel;
  return result;
}

// An engine as a worker holds it: with one run, the last.
struct Worker {
  RunReport Begin(const std::string& rules, const RunOptions& options) {
    has_given_counts = false;
    has_given_stages = false;
    done = false;
    return engine.BeginScore(rules, options);
  }
  void Step(uint32_t leads) {
    if (done) return;
    done = engine.ScoreStep(leads) == ScorePhase::kDone;
    if (done) End();
  }
  void End() {
    report = engine.EndScore();
    if (!report.id) return;
    if (last) engine.Release(*last);
    last = report.id;
  }

  Engine engine;
  bool done = false;
  RunReport report;
  std::optional<RunId> last;
  // Of a score of several.
  bool has_given_counts = false;
  bool has_given_stages = false;
};

// The first has all leads, the others shares of them.
class Workers {
 public:
  Workers(size_t others, Random* random) : random_(*random), others_(others) {}

  Worker& first() { return first_; }
  int64_t waits_for_counts = 0;
  int64_t waits_for_stages = 0;

  void Share() {
    const auto engines = static_cast<uint32_t>(others_.size() + 1);
    cuts_ = first_.engine.Cuts(engines);
    // Any cuts between blocks will do.
    for (size_t i = 1; i < engines && Below(&random_, 2) == 0; ++i) {
      const size_t blocks = Below(&random_, cuts_.back() / kBlock + 1);
      cuts_[i] = static_cast<uint32_t>(blocks * kBlock);
    }
    std::ranges::sort(cuts_);
    for (size_t i = 0; i < others_.size(); ++i) {
      first_.engine.BeginShare(cuts_[i + 1], cuts_[i + 2]);
      std::string piece;
      while (!(piece = first_.engine.WriteShare(50'000)).empty()) {
        others_[i].engine.AppendShare(piece);
      }
      ASSERT_TRUE(others_[i].engine.EndShare());
    }
  }

  // Some of them score something, and do not come to an end with it.
  void BeginAndDrop(const std::string& rules, const RunOptions& options) {
    first_.engine.SetOwnLeads(cuts_[1]);
    const auto some_steps = [&](Worker& worker) {
      if (Below(&random_, 2) == 0) return;
      worker.Begin(rules, options);
      for (size_t n = Below(&random_, 40); n > 0; --n) worker.Step(100);
    };
    some_steps(first_);
    for (Worker& other : others_) some_steps(other);
  }

  RunReport Score(const std::string& rules, const RunOptions& options) {
    first_.engine.SetOwnLeads(cuts_[1]);
    const RunReport begun = first_.Begin(rules, options);
    const mqlab::Run* const run = first_.engine.scoring();
    if (run == nullptr) return begun;
    for (Worker& other : others_) {
      other.Begin(rules, {.as_of = run->as_of, .now = 0});
    }
    const std::vector<uint32_t> awaited = first_.engine.AwaitedRules();
    while (!first_.done) {
      const size_t next = Below(&random_, others_.size() + 1);
      const uint32_t leads = Below(&random_, 2) == 0 ? 100 : 3000;
      if (next == others_.size()) {
        CountWaits();
        first_.Step(leads);
      } else {
        others_[next].Step(leads);
        Give(next, awaited);
      }
    }
    return first_.report;
  }

  // As when another does not answer: all leads by itself.
  RunReport ScoreAlone(const std::string& rules, const RunOptions& options) {
    first_.engine.SetOwnLeads(UINT32_MAX);
    first_.Begin(rules, options);
    EXPECT_TRUE(first_.engine.AwaitedRules().empty());
    while (!first_.done) {
      EXPECT_FALSE(first_.engine.WaitsForOthers());
      first_.Step(1000);
    }
    return first_.report;
  }

 private:
  void CountWaits() {
    if (!first_.engine.WaitsForOthers()) return;
    (first_.engine.AwaitedRules().empty() ? waits_for_stages
                                          : waits_for_counts)++;
  }
  void Give(size_t next, const std::vector<uint32_t>& awaited) {
    Worker& other = others_[next];
    const uint32_t begin = cuts_[next + 1];
    const std::string counts = other.engine.Counts(awaited);
    if (!awaited.empty() && !counts.empty() && !other.has_given_counts &&
        Below(&random_, 3) == 0) {
      const bool wanted = first_.engine.AddCounts(begin, counts);
      EXPECT_TRUE(wanted || begin == cuts_[next + 2]);  // of some leads
      other.has_given_counts = true;
    }
    const std::string stages = other.engine.Stages();
    if (!stages.empty() && !other.has_given_stages) {
      first_.engine.AddStages(begin, stages);
      other.has_given_stages = true;
    }
  }

  Random& random_;
  Worker first_;
  std::vector<Worker> others_;
  std::vector<uint32_t> cuts_;
};

TEST(SharedScoreTest, GivesWhatOneEngineGives) {
  const uint64_t first = FirstSeed(8'000'000);
  int64_t scored = 0;
  int64_t shared = 0;
  int64_t waits_for_counts = 0;
  int64_t waits_for_stages = 0;
  const int64_t cases = CasesToDraw(120);
  for (uint64_t seed = first; scored < cases * 4; ++seed) {
    Random random(seed);
    const RandomCase drawn = DrawCase(seed);
    const size_t copies = Below(&random, 4) == 0 ? 20 : 600;
    const RawData data = Multiply(drawn.data, copies, &random);
    Worker lone;
    Workers workers(1 + seed % 3, &random);
    if (!LoadCase(data, &lone.engine)) continue;
    ASSERT_TRUE(LoadCase(data, &workers.first().engine));
    workers.Share();
    const RunOptions options{.as_of = drawn.as_of, .now = 0};
    std::string rules = drawn.rules;
    for (int edit = 0; edit < 5; ++edit) {
      if (Below(&random, 4) == 0) {
        workers.BeginAndDrop(EditRules(rules, &random), options);
      }
      lone.Begin(rules, options);
      while (!lone.done) lone.Step(100'000);
      const bool alone = Below(&random, 6) == 0;
      const RunReport report = alone ? workers.ScoreAlone(rules, options)
                                     : workers.Score(rules, options);
      const Result expected = ResultOf(lone.report, lone.engine);
      ASSERT_TRUE(ResultOf(report, workers.first().engine) == expected)
          << "seed " << seed << ", edit " << edit;
      if (expected.scored && !alone) ++shared;
      ++scored;
      rules = edit == 2 ? DrawCase(seed + 1).rules : EditRules(rules, &random);
    }
    waits_for_counts += workers.waits_for_counts;
    waits_for_stages += workers.waits_for_stages;
  }
  EXPECT_GT(shared, scored / 3);
  EXPECT_GT(waits_for_counts, cases / 2);
  EXPECT_GT(waits_for_stages, cases / 2);
}

// Points that do not fit 64 bits, at as-of or at some instant before it.
TEST(SharedScoreTest, TellsOfAllOverflowsInTheOrderOfLeads) {
  for (const bool is_reset : {false, true}) {
    RawData data;
    data.property_names = {"n"};
    for (uint32_t i = 0; i < 4 * kBlock; ++i) {
      const std::string id = "L" + std::to_string(i);
      data.leads.push_back({id, {}});
      const bool huge = i % 300 == 7;
      for (const char* time : {"2026-01-01", "2026-01-02", "2026-01-03"}) {
        data.events.push_back({id, time, "v", {{"n", huge ? "9000000" : "2"}}});
      }
      data.events.push_back({id, "2026-01-04", is_reset ? "r" : "x", {}});
    }
    const std::string rules =
        R"({"scores": {"s": {"reset_by": {"event": "r"}}}, "rules": [
              {"id": "v", "score": "s", "each": {"event": "v"},
               "points": 1000000000, "times_property": "n"}],
            "stages": [{"id": "t", "enter": {"score": "s", "ge": 1}}]})";
    Random random(1);
    Worker lone;
    Workers workers(3, &random);
    ASSERT_TRUE(LoadCase(data, &lone.engine));
    ASSERT_TRUE(LoadCase(data, &workers.first().engine));
    workers.Share();
    for (int n = 0; n < 3; ++n) {
      lone.Begin(rules, {});
      while (!lone.done) lone.Step(100'000);
      const RunReport report = workers.Score(rules, {});
      EXPECT_FALSE(report.id);
      EXPECT_EQ(report.data_issues.count(IssueCode::kPointsOverflow), 7);
      EXPECT_TRUE(report.data_issues.issues() ==
                  lone.report.data_issues.issues());
    }
    EXPECT_EQ(workers.waits_for_stages > 0, is_reset);
  }
}

}  // namespace
}  // namespace mqlab
