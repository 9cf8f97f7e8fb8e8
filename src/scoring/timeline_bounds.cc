// The Timeline's part that tells without looking at each instant: a condition
// that cannot change in a lead's life, the least and the most that a score can
// be. Most leads never come near a threshold, and their scores need not be
// computed at all.

#include <algorithm>
#include <limits>

#include "scoring/points.h"
#include "scoring/timeline.h"

namespace mqlab {
namespace {

using Verdict = Timeline::Verdict;

Verdict VerdictOf(bool holds) { return holds ? Verdict::kYes : Verdict::kNo; }

// Whether lo <= x <= hi passes a score test, for all, none or some such x.
Verdict CompareBounds(const Node& node, Wide lo, Wide hi) {
  const PassingRange passing = PassingValues(node);
  if (passing.least <= lo && hi <= passing.most) return Verdict::kYes;
  if (hi < passing.least || passing.most < lo) return Verdict::kNo;
  return Verdict::kVaries;
}

}  // namespace

Verdict Timeline::Quick(uint32_t index) {
  const Node& node = program_.nodes[index];
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone: {
      // `all` fails by one part that never holds, the others by one that does.
      const bool all = node.kind == NodeKind::kAll;
      const Verdict decides = all ? Verdict::kNo : Verdict::kYes;
      Verdict verdict = VerdictOf(node.kind != NodeKind::kAny);
      for (const uint32_t child : node.children) {
        const Verdict part = Quick(child);
        if (part == decides) {
          return VerdictOf(node.kind == NodeKind::kAny);
        }
        if (part == Verdict::kVaries) verdict = Verdict::kVaries;
      }
      return verdict;
    }
    case NodeKind::kAtLeast: {
      int64_t least = 0;
      int64_t most = 0;
      for (const uint32_t child : node.children) {
        const Verdict part = Quick(child);
        if (part != Verdict::kNo) ++most;
        if (part == Verdict::kYes) ++least;
      }
      if (least >= node.low) return Verdict::kYes;
      return most < node.low ? Verdict::kNo : Verdict::kVaries;
    }
    case NodeKind::kField:
      if (binding_.IsAge(node.a)) return Verdict::kVaries;
      if (has_fields_from_ > 0 && has_fields_from_ < size()) {
        return Verdict::kVaries;
      }
      return VerdictOf(
          binding_.FieldHolds(node.a, lead_, has_fields_from_ == 0, as_of_));
    case NodeKind::kEvent: {
      const auto count = static_cast<int64_t>(matches_[node.a].size());
      if (count < node.low) return Verdict::kNo;
      return node.low <= 0 && count <= node.high ? Verdict::kYes
                                                 : Verdict::kVaries;
    }
    case NodeKind::kIdle:
      return HasEvents(node.a) ? Verdict::kVaries : Verdict::kYes;
    case NodeKind::kSequence:
      return std::ranges::all_of(node.steps,
                                 [&](uint32_t step) { return HasEvents(step); })
                 ? Verdict::kVaries
                 : Verdict::kNo;
    case NodeKind::kScore: {
      const Bounds bounds =
          node.a == kNoIndex ? TotalBounds() : ScoreBounds(node.a);
      return CompareBounds(node, bounds.least, bounds.most);
    }
    case NodeKind::kBand: {
      // The values of one band have no gap.
      const Bounds bounds = ScoreBounds(node.a);
      const ScoreCode& score = program_.scores[node.a];
      const uint16_t band =
          BandOf(score, static_cast<Millipoints>(bounds.least));
      if (band != BandOf(score, static_cast<Millipoints>(bounds.most))) {
        return Verdict::kVaries;
      }
      return VerdictOf(std::ranges::count(node.steps, band) > 0);
    }
    case NodeKind::kScenario:
      return Quick(program_.scenarios[node.a]);
    case NodeKind::kStage:
      return Verdict::kVaries;
  }
  return Verdict::kVaries;
}

void Timeline::AddBounds(uint32_t index, Bounds* bounds) {
  const RuleCode& rule = program_.rules[index];
  Wide least = 0;
  Wide most = 0;
  const auto widen = [&](Wide points) {
    least = std::min(least, points);
    most = std::max(most, points);
  };
  switch (rule.kind) {
    case RuleKind::kRanges:
    case RuleKind::kLookup:
      if (has_fields_from_ < size()) {
        least = most = binding_.FieldPoints(index, lead_, true);
      }
      if (has_fields_from_ > 0) {
        widen(binding_.FieldPoints(index, lead_, false));
      }
      break;
    case RuleKind::kCondition: {
      const Verdict verdict = Quick(rule.node);
      if (verdict == Verdict::kNo) return;
      widen(rule.points);
      if (verdict == Verdict::kYes) least = most = rule.points;
      break;
    }
    case RuleKind::kEach: {
      if (!HasEvents(rule.pattern)) return;
      Wide sum = Wide{rule.points} *
                 static_cast<int64_t>(matches_[rule.pattern].size());
      // A factor has either sign, and at most kMaxMagnitude.
      if (rule.times_property != kNoIndex) {
        sum *= kMaxMagnitude;
        widen(-sum);
      }
      widen(sum);
      break;
    }
    case RuleKind::kIdle: {
      Instant start = has_fields_from_ < size() ? created_ : kNever;
      if (num_events_ > 0 && (start == kNever || events_.times()[0] < start)) {
        start = events_.times()[0];
      }
      if (start == kNever) return;
      widen(Wide{rule.points} * (AgeDays(start, as_of_) / rule.idle_days));
      break;
    }
  }
  failed_ = failed_ || most > kRoom || least < -kRoom;
  if (rule.max_points) {
    least = std::max<Wide>(least, -*rule.max_points);
    most = std::min<Wide>(most, *rule.max_points);
  }
  bounds->least += least;
  bounds->most += most;
  // Partial sums may be larger than what they end in.
  failed_ = failed_ || bounds->most > kRoom || bounds->least < -kRoom;
}

Timeline::Bounds Timeline::ScoreBounds(uint32_t score) {
  if (bounds_known_[score]) return bounds_[score];
  const ScoreCode& code = program_.scores[score];
  Bounds bounds{code.start, code.start};
  const auto add_rules = [&](const std::vector<uint32_t>& rules, size_t slot,
                             Bounds* sum) {
    if (UsesConstants()) {
      sum->least += constants_[slot];
      sum->most += constants_[slot];
    }
    for (const uint32_t rule : rules) {
      if (!IsConstant(rule)) AddBounds(rule, sum);
    }
  };
  add_rules(code.rules, score, &bounds);
  for (const uint32_t group : code.groups) {
    const GroupCode& limits = program_.groups[group];
    Bounds sum;
    add_rules(program_.group_rules[group], program_.scores.size() + group,
              &sum);
    bounds.least += Clamp(sum.least, limits.min, limits.max);
    bounds.most += Clamp(sum.most, limits.min, limits.max);
  }
  failed_ = failed_ || bounds.most > kRoom || bounds.least < -kRoom;
  bounds.least = Clamp(bounds.least, code.min, code.max);
  bounds.most = Clamp(bounds.most, code.min, code.max);
  bounds_known_[score] = true;
  bounds_[score] = bounds;
  return bounds;
}

Timeline::Bounds Timeline::TotalBounds() {
  Bounds total;
  for (uint32_t score = 0; score < program_.scores.size(); ++score) {
    const Bounds bounds = ScoreBounds(score);
    const int64_t weight = program_.scores[score].weight;
    const Bounds part{WeightedPart(bounds.least, weight),
                      WeightedPart(bounds.most, weight)};
    failed_ = failed_ || part.most > kRoom || part.least < -kRoom;
    total.least += part.least;
    total.most += part.most;
  }
  failed_ = failed_ || total.most > kRoom || total.least < -kRoom;
  return total;
}

ScoreReach Timeline::ReachOf(uint32_t score) {
  Bounds bounds;
  const bool known = score == kNoIndex ? total_known_ : score_known_[score];
  if (known) {
    const auto [least, most] =
        std::ranges::minmax(score == kNoIndex ? totals_ : scores_[score]);
    bounds = {least, most};
  } else {
    bounds = score == kNoIndex ? TotalBounds() : ScoreBounds(score);
  }
  constexpr Wide kLeast = std::numeric_limits<int32_t>::min();
  constexpr Wide kMost = std::numeric_limits<int32_t>::max();
  const auto whole = [&](Wide points) {
    return static_cast<int32_t>(std::clamp(points, kLeast, kMost));
  };
  // Outwards, whatever the sign.
  return {whole(bounds.least / 1000 - 1), whole(bounds.most / 1000 + 1)};
}

Verdict Timeline::Compare(const Node& node, const ScoreReach& reach) {
  const bool no_least = reach.least == std::numeric_limits<int32_t>::min();
  const bool no_most = reach.most == std::numeric_limits<int32_t>::max();
  return CompareBounds(node, no_least ? INT64_MIN : int64_t{reach.least} * 1000,
                       no_most ? INT64_MAX : int64_t{reach.most} * 1000);
}

}  // namespace mqlab
