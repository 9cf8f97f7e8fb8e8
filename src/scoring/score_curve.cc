#include "scoring/score_curve.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/heap_sort.h"
#include "scoring/evaluator.h"
#include "scoring/fallback.h"
#include "scoring/life.h"
#include "scoring/turning_points.h"

namespace mqlab {
namespace {

constexpr int64_t kDaysAhead = 90;
constexpr size_t kMostTried = 10 * kMostCurvePoints;

// The scores at one instant, the total last.
struct Point {
  Instant at;
  std::vector<Millipoints> numbers;
};

Point PointAt(Evaluator& evaluator, Instant t) {
  evaluator.MoveTo(t);
  Point point{t, {}};
  for (uint32_t score = 0; score < evaluator.program().scores.size(); ++score) {
    point.numbers.push_back(evaluator.ScoreValue(score));
  }
  point.numbers.push_back(evaluator.Total());
  return point;
}

Instant EndOf(Evaluator& evaluator, Instant as_of) {
  LifeState state;
  Life(evaluator).Live(as_of, &state);
  const std::optional<Fallback> fallback =
      FindFallback(evaluator, as_of, state.standing());
  return fallback ? fallback->at : as_of + kDaysAhead * kMillisPerDay;
}

void SortOnce(std::vector<Instant>* instants) {
  HeapSort(*instants);
  const auto repeated = std::ranges::unique(*instants);
  instants->erase(repeated.begin(), repeated.end());
}

// `most` of them, evenly by their number.
std::vector<Instant> Spread(const std::vector<Instant>& instants, size_t most) {
  if (instants.size() <= most) return instants;
  std::vector<Instant> some;
  for (size_t i = 0; i < most; ++i) {
    some.push_back(instants[i * instants.size() / most]);
  }
  return some;
}

// The ends and as-of, and the lowest and the highest total of each run of the
// others. `points` are in order.
std::vector<Point> Thin(std::vector<Point> points, Instant as_of) {
  if (points.size() <= kMostCurvePoints) return points;
  constexpr size_t kRuns = (kMostCurvePoints - 3) / 2;
  const auto total = [](const Point& point) { return point.numbers.back(); };
  std::vector<bool> keep(points.size());
  keep.front() = keep.back() = true;
  for (size_t run = 0; run < kRuns; ++run) {
    const auto begin =
        points.begin() + static_cast<ptrdiff_t>(points.size() * run / kRuns);
    const auto end = points.begin() +
                     static_cast<ptrdiff_t>(points.size() * (run + 1) / kRuns);
    const auto [low, high] = std::ranges::minmax_element(begin, end, {}, total);
    for (const auto at : {low, high}) {
      keep[static_cast<size_t>(at - points.begin())] = true;
    }
  }
  std::vector<Point> kept;
  for (size_t i = 0; i < points.size(); ++i) {
    if (keep[i] || points[i].at == as_of) kept.push_back(std::move(points[i]));
  }
  return kept;
}

}  // namespace

ScoreCurve MakeScoreCurve(const Binding& binding, Instant as_of,
                          uint32_t lead) {
  Evaluator evaluator(binding);
  evaluator.Load(lead, as_of);
  const Instant end = EndOf(evaluator, as_of);
  // What is there even where no score changes.
  std::vector<Instant> marks = {as_of, end};
  for (uint32_t i = 0; i < evaluator.num_events(); ++i) {
    marks.push_back(evaluator.time(i));
  }
  if (evaluator.created() != kNever && evaluator.created() < end) {
    marks.push_back(evaluator.created());
  }
  SortOnce(&marks);
  std::vector<Instant> instants = TurningPoints(evaluator, marks.front(), end);
  SortOnce(&instants);
  instants = Spread(instants, kMostTried);
  const std::vector<Instant> some = Spread(marks, kMostTried);
  instants.insert(instants.end(), some.begin(), some.end());
  instants.insert(instants.end(), {as_of, end});
  SortOnce(&instants);

  std::vector<Point> points;
  for (const Instant t : instants) {
    Point point = PointAt(evaluator, t);
    if (std::ranges::binary_search(marks, t) ||
        point.numbers != points.back().numbers) {
      points.push_back(std::move(point));
    }
  }
  points = Thin(std::move(points), as_of);

  ScoreCurve curve;
  curve.scores.resize(binding.program().scores.size());
  for (const Point& point : points) {
    if (point.at == as_of) curve.as_of = curve.at.size();
    curve.at.push_back(point.at);
    for (size_t score = 0; score < curve.scores.size(); ++score) {
      curve.scores[score].push_back(point.numbers[score]);
    }
    curve.total.push_back(point.numbers.back());
  }
  return curve;
}

}  // namespace mqlab
