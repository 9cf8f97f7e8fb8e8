#include "scoring/remedies.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

#include "base/heap_sort.h"
#include "scoring/asked.h"
#include "scoring/asked_changes.h"
#include "scoring/changed_lead.h"
#include "scoring/evaluator.h"
#include "scoring/life.h"
#include "scoring/points.h"

namespace mqlab {
namespace {

constexpr size_t kMostRemedies = 3;
// Changes that are tried: as many as take about as long for a lead of many
// events as for one of few.
constexpr size_t kMostChanges = 600;
constexpr size_t kFewestChanges = 60;
constexpr size_t kMostEvents = 100'000;  // of all changed leads

// How many points more would do.
class Points {
 public:
  Points(Evaluator& evaluator, Instant as_of, const LifeState& before,
         int32_t next)
      : evaluator_(evaluator),
        program_(evaluator.program()),
        as_of_(as_of),
        before_(before),
        next_(next) {}

  // In the total first, so that of two scores that need as many it stands.
  std::optional<Remedy> Find(const Asked& asked) {
    std::optional<Remedy> least;
    const auto try_score = [&](uint32_t score) {
      const auto points = LeastOf(score);
      if (!points || (least && *points >= least->points)) return;
      least.emplace();
      least->score = score;
      least->points = *points;
    };
    if (asked.total()) try_score(kNoIndex);
    for (uint32_t score = 0; score < program_.scores.size(); ++score) {
      if (asked.score(score)) try_score(score);
    }
    return least;
  }

 private:
  // A condition changes only where a score crosses a number that some test
  // compares it with, so just these are tried.
  std::optional<Millipoints> LeastOf(uint32_t score) {
    std::vector<Wide> steps;
    evaluator_.Grant(score, 0);
    evaluator_.MoveTo(as_of_);
    for (const Node& node : program_.nodes) AddSteps(node, score, &steps);
    HeapSort(steps);
    const auto repeated = std::ranges::unique(steps);
    steps.erase(repeated.begin(), repeated.end());
    for (const Wide step : steps) {
      if (step <= 0) continue;
      if (step > std::numeric_limits<Millipoints>::max() / 2) break;
      const auto points = static_cast<Millipoints>(step);
      if (Does(score, points)) return points;
    }
    return std::nullopt;
  }

  bool Does(uint32_t score, Millipoints points) {
    evaluator_.Grant(score, points);
    LifeState state = before_;
    Life(evaluator_).Step(as_of_, &state);
    return state.standing() >= next_;
  }

  void AddSteps(const Node& node, uint32_t score, std::vector<Wide>* steps) {
    if (node.kind == NodeKind::kScore) {
      const PassingRange passing = PassingValues(node);
      for (const Wide bound : {Wide{passing.least}, Wide{passing.most} + 1}) {
        AddStep(node.a, bound, score, steps);
      }
    } else if (node.kind == NodeKind::kBand) {
      for (const Band& band : program_.scores[node.a].bands) {
        if (band.ge) AddStep(node.a, *band.ge, score, steps);
      }
    }
  }

  // The least that, given to `score`, brings `tested` to the bound.
  void AddStep(uint32_t tested, Wide bound, uint32_t score,
               std::vector<Wide>* steps) {
    if (tested == score) {
      const Wide value =
          score == kNoIndex ? evaluator_.Total() : evaluator_.ScoreValue(score);
      steps->push_back(bound - value);
    } else if (tested == kNoIndex && program_.scores[score].weight > 0) {
      steps->push_back(StepOfTotal(bound, score));
    }
  }

  Wide StepOfTotal(Wide bound, uint32_t score) {
    const int64_t weight = program_.scores[score].weight;
    const Wide value = evaluator_.ScoreValue(score);
    const Wide part = bound - evaluator_.Total() + evaluator_.Weighted(score);
    const auto reaches = [&](Wide step) {
      return WeightedPart<Wide>(value + step, weight) >= part;
    };
    Wide low = 0;  // does not reach it, or nothing is needed
    Wide high = (bound - evaluator_.Total() + 1) * 100;
    if (reaches(low)) return 0;
    while (high - low > 1) {
      const Wide middle = low + (high - low) / 2;
      (reaches(middle) ? high : low) = middle;
    }
    return high;
  }

  Evaluator& evaluator_;
  const Program& program_;
  Instant as_of_;
  const LifeState& before_;
  int32_t next_;
};

Remedy RemedyOf(const Binding& binding, uint32_t lead, const LeadChange& change,
                Millipoints gives) {
  const Program& program = binding.program();
  const Dataset& dataset = binding.dataset();
  Remedy remedy;
  remedy.gives = gives;
  if (change.event.empty()) {
    const auto& [use, value] = change.cells.front();
    remedy.kind = Remedy::Kind::kField;
    remedy.field = dataset.leads.fields[program.fields[use].column].name;
    remedy.value = value;
    remedy.from = binding.Cell(use, lead);
    return remedy;
  }
  remedy.kind = Remedy::Kind::kEvent;
  remedy.event = change.event;
  remedy.times = change.times;
  for (const auto& [use, value] : change.cells) {
    const uint32_t column = program.properties[use].column;
    remedy.properties.push_back(
        {dataset.events.properties[column].name, value});
  }
  return remedy;
}

// Those of the changes that do, the nearest first; of an event the fewest.
std::vector<Remedy> Proven(const Binding& binding, Instant as_of, uint32_t lead,
                           int32_t next,
                           const std::vector<LeadChange>& changes) {
  std::vector<Remedy> proven;
  const auto table = ScoreChanges(binding, as_of, lead, changes);
  if (!table) return proven;
  std::vector<std::pair<Millipoints, size_t>> order;
  for (size_t i = 0; i < changes.size(); ++i) {
    const Wide gives = Wide{table->total[i + 1]} - table->total[0];
    if (table->stage[i + 1] < next || gives < 0 ||
        gives > std::numeric_limits<Millipoints>::max()) {
      continue;
    }
    if (!order.empty()) {
      LeadChange fewer = changes[order.back().second];
      fewer.times = changes[i].times;
      if (fewer == changes[i]) continue;
    }
    order.emplace_back(static_cast<Millipoints>(gives), i);
  }
  HeapSort(order);
  for (const auto& [gives, i] : order) {
    proven.push_back(RemedyOf(binding, lead, changes[i], gives));
  }
  return proven;
}

// As many as there is room for, each of its own type of event or field where
// there are enough.
void Choose(const std::vector<Remedy>& proven, std::vector<Remedy>* chosen) {
  const size_t room = kMostRemedies - chosen->size();
  std::vector<size_t> taken;
  const auto alike = [&](const Remedy& a, const Remedy& b) {
    return a.event == b.event && a.field == b.field;
  };
  for (const bool again : {false, true}) {
    for (size_t i = 0; i < proven.size() && taken.size() < room; ++i) {
      size_t same = 0;
      bool new_change = true;
      for (const size_t other : taken) {
        if (!alike(proven[i], proven[other])) continue;
        ++same;
        new_change = new_change && proven[i].gives != proven[other].gives;
      }
      if (same == 0 || (again && same == 1 && new_change)) taken.push_back(i);
    }
  }
  HeapSort(taken);
  for (const size_t i : taken) chosen->push_back(proven[i]);
}

}  // namespace

std::vector<Remedy> FindRemedies(const Binding& binding, Instant as_of,
                                 uint32_t lead) {
  const Program& program = binding.program();
  std::vector<Remedy> remedies;
  if (program.stages.empty()) return remedies;
  Evaluator evaluator(binding);
  evaluator.Load(lead, as_of);
  Life life(evaluator);
  LifeState before;
  life.LiveBefore(as_of, &before);
  LifeState now = before;
  life.Step(as_of, &now);
  const int32_t next = now.stage + 1;
  if (next == static_cast<int32_t>(program.stages.size())) return remedies;

  Asked asked(program);
  asked.AddStage(static_cast<uint32_t>(next), now.disqualified);
  if (auto points = Points(evaluator, as_of, before, next).Find(asked)) {
    remedies.push_back(std::move(*points));
  }
  const size_t most = std::clamp(kMostEvents / (evaluator.num_events() + 1),
                                 kFewestChanges, kMostChanges);
  Choose(Proven(binding, as_of, lead, next,
                AskedChanges(binding, as_of, lead, asked, most)),
         &remedies);
  return remedies;
}

}  // namespace mqlab
