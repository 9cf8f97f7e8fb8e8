#include "rules/validate.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "base/heap_sort.h"
#include "base/text.h"
#include "rules/checklists.h"

namespace mqlab {
namespace {

struct Interval {
  double from;
  double to;
};

double EndOf(const std::optional<Literal>& end, double otherwise) {
  return end ? ParseNumber(Trim(end->text)).value_or(otherwise) : otherwise;
}

Interval IntervalOf(const PointsRange& range) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return {EndOf(range.from, -kInfinity), EndOf(range.to, kInfinity)};
}

// Whether every number of `inner` is in one of the others.
bool Covered(Interval inner, std::vector<Interval> others) {
  HeapSort(others, &Interval::from);
  for (const Interval& other : others) {
    if (other.from <= inner.from) inner.from = std::max(inner.from, other.to);
  }
  return inner.from >= inner.to;
}

// What one scenario needs of others, and the score, band or stage test that it
// has itself ("" for none).
struct ScenarioUse {
  std::vector<std::string_view> uses;
  std::string_view about_scores;
};

template <typename Visit>
void VisitConditions(const Condition& condition, const Visit& visit) {
  visit(condition);
  if (const auto* combination = std::get_if<Combination>(&condition.test)) {
    for (const Condition& part : combination->of) VisitConditions(part, visit);
  }
}

ScenarioUse UseOf(const Condition& condition) {
  ScenarioUse use;
  VisitConditions(condition, [&](const Condition& part) {
    if (const auto* test = std::get_if<ScenarioTest>(&part.test)) {
      use.uses.push_back(test->scenario);
    } else if (std::holds_alternative<ScoreTest>(part.test)) {
      use.about_scores = "score";
    } else if (std::holds_alternative<BandTest>(part.test)) {
      use.about_scores = "band";
    } else if (std::holds_alternative<StageTest>(part.test)) {
      use.about_scores = "reached";
    }
  });
  return use;
}

class ScenarioGraph {
 public:
  ScenarioGraph(const Ruleset& ruleset, const std::vector<Place>& places,
                IssueList& issues)
      : ruleset_(ruleset), places_(places), issues_(issues) {
    for (const Scenario& scenario : ruleset.scenarios) {
      uses_[scenario.id] = UseOf(scenario.condition);
    }
  }

  // Depth first; a scenario met again on the way closes a cycle.
  void ReportCycles() {
    for (const Scenario& scenario : ruleset_.scenarios) Walk(scenario);
  }

  void ReportUsesInRules() {
    for (const Rule& rule : ruleset_.rules) {
      const auto* kind = std::get_if<ConditionRule>(&rule.kind);
      if (kind == nullptr) continue;
      VisitConditions(kind->when, [&](const Condition& part) {
        const auto* test = std::get_if<ScenarioTest>(&part.test);
        if (test == nullptr) return;
        std::vector<std::string_view> seen;
        const std::string_view about = AboutScores(test->scenario, seen);
        if (about.empty()) return;
        issues_.Error(IssueCode::kScenarioInRule, places_[part.node.value],
                      {test->scenario, std::string(about)});
      });
    }
  }

 private:
  struct Step {
    const Scenario* scenario;
    size_t next = 0;  // of its uses
  };

  // Without recursion: a chain of scenarios may be as long as the file.
  void Walk(const Scenario& start) {
    if (!entered_.insert({start.id, true}).second) return;
    std::vector<Step> path = {{&start}};
    while (!path.empty()) {
      const ScenarioUse& use = uses_[path.back().scenario->id];
      if (path.back().next == use.uses.size()) {
        entered_[path.back().scenario->id] = false;
        path.pop_back();
        continue;
      }
      const Scenario* used = FindScenario(use.uses[path.back().next++]);
      if (used == nullptr) continue;
      const auto [entry, is_new] = entered_.insert({used->id, true});
      if (is_new) {
        path.push_back({used});
      } else if (entry->second) {
        ReportCycle(path, *used);
      }
    }
  }

  void ReportCycle(const std::vector<Step>& path, const Scenario& start) {
    auto step = std::ranges::find(path, &start, &Step::scenario);
    std::string cycle;
    for (; step != path.end(); ++step) cycle += step->scenario->id + " > ";
    issues_.Error(IssueCode::kScenarioCycle, places_[start.node.value],
                  {cycle + start.id});
  }

  std::string_view AboutScores(std::string_view id,
                               std::vector<std::string_view>& seen) {
    std::vector<std::string_view> open = {id};
    while (!open.empty()) {
      const std::string_view next = open.back();
      open.pop_back();
      const auto use = uses_.find(next);
      if (use == uses_.end() || std::ranges::count(seen, next) > 0) continue;
      seen.push_back(next);
      if (!use->second.about_scores.empty()) return use->second.about_scores;
      open.insert(open.end(), use->second.uses.begin(), use->second.uses.end());
    }
    return "";
  }

  const Scenario* FindScenario(std::string_view id) const {
    const auto found = std::ranges::find(ruleset_.scenarios, id, &Scenario::id);
    return found == ruleset_.scenarios.end() ? nullptr : &*found;
  }

  const Ruleset& ruleset_;
  const std::vector<Place>& places_;
  IssueList& issues_;
  std::map<std::string_view, ScenarioUse> uses_;
  std::map<std::string_view, bool> entered_;  // true while on the path
};

}  // namespace

void WarnEmptyPair(const Literal& low, const Literal& high, const Place& place,
                   IssueList& issues) {
  const std::optional<double> a = ParseNumber(Trim(low.text));
  const std::optional<double> b = ParseNumber(Trim(high.text));
  if (a && b && *a > *b) {
    issues.Warn(IssueCode::kBetweenEmpty, place, {low.text, high.text});
  }
}

void ValidateBands(const std::vector<Band>& bands,
                   const std::vector<Place>& places,
                   std::optional<Millipoints> min,
                   std::optional<Millipoints> max, ValueReader& in) {
  for (size_t i = 0; i < bands.size(); ++i) {
    const std::optional<Millipoints> ge = bands[i].ge;
    const auto before = bands.begin() + static_cast<ptrdiff_t>(i);
    const auto earlier = std::find_if(
        bands.begin(), before,
        [&](const Band& band) { return !band.ge || (ge && *band.ge <= *ge); });
    if (earlier != before) {
      in.Warn(IssueCode::kBandUnreachable, places[i],
              {bands[i].label, earlier->label});
      continue;
    }
    const bool always_earlier =
        min && std::any_of(bands.begin(), before,
                           [&](const Band& band) { return *band.ge <= *min; });
    if (always_earlier || (ge && max && *ge > *max)) {
      in.Warn(IssueCode::kBandOutOfReach, places[i], {bands[i].label});
    }
  }
}

void ValidateRanges(const std::vector<PointsRange>& ranges,
                    const std::vector<Place>& places, ValueReader& in) {
  std::vector<Interval> earlier;
  for (size_t i = 0; i < ranges.size(); ++i) {
    const Interval interval = IntervalOf(ranges[i]);
    if (interval.from >= interval.to) {
      in.Error(IssueCode::kRangeEmpty, places[i],
               {ranges[i].from->text, ranges[i].to->text});
      earlier.push_back(interval);
      continue;
    }
    const auto overlap =
        std::ranges::find_if(earlier, [&](const Interval& other) {
          return std::max(other.from, interval.from) <
                 std::min(other.to, interval.to);
        });
    if (Covered(interval, earlier)) {
      in.Error(IssueCode::kRangeUnreachable, places[i]);
    } else if (overlap != earlier.end()) {
      in.Warn(IssueCode::kRangesOverlap, places[i],
              {std::to_string(overlap - earlier.begin() + 1)});
    }
    earlier.push_back(interval);
  }
}

void ValidateScenarios(const Ruleset& ruleset, const std::vector<Place>& places,
                       IssueList& issues) {
  const Ruleset with_checklists = WithChecklistScenarios(ruleset);
  ScenarioGraph graph(with_checklists, places, issues);
  graph.ReportCycles();
  graph.ReportUsesInRules();
}

}  // namespace mqlab
