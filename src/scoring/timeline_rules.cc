// The Timeline's part that knows the five kinds of rules.

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/heap_sort.h"
#include "scoring/points.h"
#include "scoring/timeline.h"

namespace mqlab {

void Timeline::AddRule(uint32_t index, std::vector<Millipoints>* sums) {
  const RuleCode& rule = program_.rules[index];
  const auto add = [&](size_t begin, size_t end, Millipoints points) {
    for (size_t i = begin; points != 0 && i < end; ++i) (*sums)[i] += points;
  };
  switch (rule.kind) {
    case RuleKind::kRanges:
    case RuleKind::kLookup: {
      const size_t born = std::min(size(), has_fields_from_);
      if (born > 0) add(0, born, binding_.FieldPoints(index, lead_, false));
      if (born < size()) {
        add(born, size(), binding_.FieldPoints(index, lead_, true));
      }
      return;
    }
    case RuleKind::kCondition: {
      const Verdict verdict = Quick(rule.node);
      if (verdict == Verdict::kYes) add(0, size(), rule.points);
      if (verdict != Verdict::kVaries) return;
      Mask& mask = Borrow();
      TruthOf(rule.node, resets_[rule.score], &mask);
      for (size_t i = 0; i < size(); ++i) {
        if (mask[i]) (*sums)[i] += rule.points;
      }
      Return();
      return;
    }
    case RuleKind::kEach:
      if (!HasEvents(rule.pattern)) return;
      if (matches_[rule.pattern].size() == 1 && GoesByStretches(rule)) {
        return AddSingle(index, sums);
      }
      WeighEach(index);
      return AddScaled(rule, sums);
    case RuleKind::kIdle:
      WeighIdle(rule);
      return AddScaled(rule, sums);
  }
}

void Timeline::AddScaled(const RuleCode& rule, std::vector<Millipoints>* sums) {
  if (weights_are_wide_) return AddPoints(rule, wide_weights_, sums);
  AddPoints(rule, weights_, sums);
}

// The points of what has been weighed. Their bounds fit.
template <typename Sum>
void Timeline::AddPoints(const RuleCode& rule, const std::vector<Sum>& weights,
                         std::vector<Millipoints>* sums) {
  Sum last_weight = 0;
  Millipoints points = 0;
  for (size_t i = 0; i < size(); ++i) {
    if (weights[i] != last_weight) {
      last_weight = weights[i];
      points =
          Cap(static_cast<Millipoints>(AmountPoints(rule, last_weight)), rule);
    }
    (*sums)[i] += points;
  }
}

Wide Timeline::Raw(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  const size_t last = size() - 1;
  if (rule.kind == RuleKind::kCondition) {
    const Verdict verdict = Quick(rule.node);
    if (verdict != Verdict::kVaries) return verdict == Verdict::kYes ? 1 : 0;
    Mask& mask = Borrow();
    TruthOf(rule.node, resets_[rule.score], &mask);
    const bool holds = mask[last];
    Return();
    return holds ? 1 : 0;
  }
  if (rule.kind == RuleKind::kEach) {
    if (!HasEvents(rule.pattern)) return 0;
    if (!rule.limited && rule.times_property == kNoIndex) {
      return PlainSum(index);
    }
    WeighEach(index);
  } else {
    WeighIdle(rule);
  }
  return weights_are_wide_ ? wide_weights_[last] : weights_[last];
}

// Of a rule without limits or factors, at the last instant.
int64_t Timeline::PlainSum(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  const size_t last = size() - 1;
  DecayTable& decay = decays_.Of(index);
  const uint32_t from = From(resets_[rule.score], last);
  int64_t sum = 0;
  for (const uint32_t position : matches_[rule.pattern]) {
    const int64_t age = Age(position, last);
    if (position < from) continue;
    if (rule.within_days > 0 && age >= rule.within_days) continue;
    sum += decay.Factor(age);
  }
  return sum * 1000;
}

// How long each event counts: until it is too old for the window, a reset
// passes it, or the limit takes it out.
void Timeline::FindStays(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  const Resets& from = resets_[rule.score];
  stays_.clear();
  size_t reset = 0;
  size_t aged = 0;
  for (const uint32_t position : matches_[rule.pattern]) {
    Stay stay{position, arrival_[position], static_cast<uint32_t>(size())};
    if (!from.empty()) {
      while (reset < size() && from[reset] <= position) ++reset;
      stay.end = static_cast<uint32_t>(reset);
    }
    if (rule.within_days > 0) {
      aged = std::max<size_t>(aged, stay.begin);
      while (aged < size() && Age(position, aged) < rule.within_days) ++aged;
      stay.end = std::min(stay.end, static_cast<uint32_t>(aged));
    }
    stays_.push_back(stay);
  }
  if (rule.limited) LimitStays(index);
}

// Of the events that stand in a bucket at an instant, the first from - 1 never
// count, nor do those that at_most others follow. So the x-th event of a bucket
// counts from its coming until the at_most-th after it comes, or until so many
// have gone that it is among the first. Resets empty the buckets.
void Timeline::LimitStays(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  using Key = std::tuple<size_t, int64_t, uint32_t>;
  const std::vector<uint32_t> no_resets;
  const std::vector<uint32_t>& resets =
      resets_[rule.score].empty()
          ? no_resets
          : matches_[program_.scores[rule.score].reset_by];
  std::vector<std::pair<Key, uint32_t>> order;
  for (uint32_t i = 0; i < stays_.size(); ++i) {
    const uint32_t position = stays_[i].position;
    const auto segment = static_cast<size_t>(
        std::ranges::lower_bound(resets, position) - resets.begin());
    const int64_t stretch =
        rule.per_days == 0
            ? 0
            : FloorDiv(int64_t{event_day_[position]} + 3, rule.per_days);
    const uint32_t value =
        binding_.Bucket(index, {events_.block, events_.begin + position});
    order.push_back({{segment, stretch, value}, i});
  }
  if (!std::ranges::is_sorted(order)) HeapSort(order);
  const std::vector<Stay> all = stays_;
  for (size_t begin = 0; begin < order.size();) {
    size_t end = begin;
    while (end < order.size() && order[end].first == order[begin].first) ++end;
    const auto in_bucket = [&](size_t x) -> const Stay& {
      return all[order[begin + x].second];
    };
    for (size_t x = 0; x < end - begin; ++x) {
      Stay& stay = stays_[order[begin + x].second];
      const auto place = static_cast<int64_t>(x) + 1;
      const auto size_of_bucket = static_cast<int64_t>(end - begin);
      if (place < rule.from) {
        stay.end = stay.begin;
        continue;
      }
      const auto ahead = static_cast<size_t>(place - rule.from);
      stay.end = std::min(stay.end, in_bucket(ahead).end);
      if (place + rule.at_most <= size_of_bucket) {
        stay.end = std::min(
            stay.end, in_bucket(x + static_cast<size_t>(rule.at_most)).begin);
      }
    }
    begin = end;
  }
}

void Timeline::WeighEach(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  const std::vector<uint32_t>& matches = matches_[rule.pattern];
  weights_are_wide_ = rule.times_property != kNoIndex;
  const bool few =
      matches.size() * size() < kFewSums * (matches.size() + size());
  if (few && GoesByStretches(rule)) {
    weights_.assign(size(), 0);
    for (const uint32_t position : matches) {
      AddStretches(index, position);
    }
    return;
  }
  FindStays(index);
  if (weights_are_wide_) {
    wide_weights_.assign(size(), 0);
    SumStays(index, &wide_weights_);
  } else {
    weights_.assign(size(), 0);
    SumStays(index, &weights_);
  }
}

// Whether events, once there, only fade.
bool Timeline::GoesByStretches(const RuleCode& rule) const {
  return !rule.limited && rule.within_days == 0 &&
         rule.times_property == kNoIndex && resets_[rule.score].empty() &&
         AgeDays(instants_.front(), instants_.back()) < DecayTable::kLongest;
}

// Calls add(stretch, begin, end) for the instants of each stretch of an event's
// decay but a last one of nothing.
template <typename Add>
void Timeline::ForStretches(uint32_t index, uint32_t position, Add add) {
  const Instant time = events_.times()[position];
  const std::vector<DecayTable::Stretch>& stretches =
      decays_.Of(index).Stretches();
  size_t stretch = 0;
  for (size_t i = arrival_[position]; i < size();) {
    const size_t begin = i;
    while (stretches[stretch].until <= instants_[begin] - time) ++stretch;
    if (stretch + 1 < stretches.size()) {
      const Instant until = time + stretches[stretch].until;
      while (i < size() && instants_[i] < until) ++i;
    } else if (stretches[stretch].factor == 0) {
      return;
    } else {
      i = size();
    }
    add(stretch, begin, i);
  }
}

void Timeline::AddStretches(uint32_t index, uint32_t position) {
  const std::vector<DecayTable::Stretch>& stretches =
      decays_.Of(index).Stretches();
  ForStretches(index, position, [&](size_t stretch, size_t begin, size_t end) {
    const int64_t weight = stretches[stretch].factor * 1000;
    for (size_t i = begin; i < end; ++i) weights_[i] += weight;
  });
}

// A rule with one event gives, stretch by stretch, what is known beforehand.
void Timeline::AddSingle(uint32_t index, std::vector<Millipoints>* sums) {
  std::vector<Millipoints>& points = single_points_[index];
  if (points.empty()) {
    const RuleCode& rule = program_.rules[index];
    for (const auto& stretch : decays_.Of(index).Stretches()) {
      const Wide scaled = AmountPoints(rule, Wide{stretch.factor} * 1000);
      points.push_back(Cap(static_cast<Millipoints>(scaled), rule));
    }
  }
  ForStretches(index, matches_[program_.rules[index].pattern].front(),
               [&](size_t stretch, size_t begin, size_t end) {
                 for (size_t i = begin; i < end; ++i) {
                   (*sums)[i] += points[stretch];
                 }
               });
}

// Each event at each instant of its stay where those are few, else by the steps
// of the decay.
template <typename Sum>
void Timeline::SumStays(uint32_t index, std::vector<Sum>* sums) {
  size_t work = 0;
  for (const Stay& stay : stays_) {
    if (stay.begin < stay.end) work += stay.end - stay.begin;
  }
  if (work > kFewSums * (stays_.size() + size())) {
    return SumByStep(index, sums);
  }
  DecayTable& decay = decays_.Of(index);
  for (const Stay& stay : stays_) {
    if (stay.begin >= stay.end) continue;
    const int64_t times =
        binding_.Times(index, {events_.block, events_.begin + stay.position});
    const int32_t day = event_day_[stay.position];
    const int32_t millis = event_millis_[stay.position];
    for (size_t i = stay.begin; i < stay.end; ++i) {
      const int32_t age =
          instant_day_[i] - day - (instant_millis_[i] < millis ? 1 : 0);
      (*sums)[i] += Sum{decay.Factor(age)} * times;
    }
  }
}

// As changes from one instant to the next: an event comes, passes a step of the
// decay, goes. For one step the instants at which events pass it are in the
// order of the events.
template <typename Sum>
void Timeline::SumByStep(uint32_t index, std::vector<Sum>* sums) {
  DecayTable& decay = decays_.Of(index);
  std::vector<Sum>& changes = *sums;
  std::vector<Sum> carried;  // what each event adds up to
  for (const Stay& stay : stays_) {
    const Sum full =
        Sum{decay.Factor(0)} *
        binding_.Times(index, {events_.block, events_.begin + stay.position});
    const bool counts = stay.begin < stay.end;
    carried.push_back(counts ? full : 0);
    if (counts) changes[stay.begin] += full;
  }
  const int64_t oldest = Age(stays_.front().position, size() - 1);
  int64_t factor = decay.Factor(0);
  for (const int64_t age :
       decay.Changes(0, oldest, std::numeric_limits<size_t>::max())) {
    const int64_t next = decay.Factor(age);
    size_t instant = 0;
    for (size_t i = 0; i < stays_.size(); ++i) {
      const Stay& stay = stays_[i];
      instant = std::max<size_t>(instant, stay.begin);
      while (instant < size() && Age(stay.position, instant) < age) ++instant;
      if (instant == size()) break;
      if (instant >= stay.end) continue;
      const Sum change =
          Sum{next - factor} *
          binding_.Times(index, {events_.block, events_.begin + stay.position});
      changes[instant] += change;
      carried[i] += change;
    }
    factor = next;
  }
  for (size_t i = 0; i < stays_.size(); ++i) {
    if (stays_[i].end < size()) changes[stays_[i].end] -= carried[i];
  }
  for (size_t i = 1; i < size(); ++i) changes[i] += changes[i - 1];
}

void Timeline::WeighIdle(const RuleCode& rule) {
  const std::vector<uint32_t>& matches = matches_[rule.pattern];
  const Resets& from = resets_[rule.score];
  const std::span<const Instant> times = events_.times();
  weights_are_wide_ = false;
  weights_.assign(size(), 0);
  if (matches.empty() && from.empty() && has_fields_from_ >= size()) return;
  if (matches.empty() && from.empty() && created_ == kNever) return;
  const auto silences = [&](Instant begin, Instant end) {
    return AgeDays(begin, end) / rule.idle_days;
  };
  // Silences between the matching events up to each.
  std::vector<int64_t> between;
  if (rule.past) {
    for (size_t x = 0; x < matches.size(); ++x) {
      between.push_back(x == 0
                            ? 0
                            : between.back() + silences(times[matches[x - 1]],
                                                        times[matches[x]]));
    }
  }
  size_t end = 0;
  size_t begin = 0;
  for (size_t i = 0; i < size(); ++i) {
    const uint32_t counts_from = From(from, i);
    while (end < matches.size() && matches[end] < visible_[i]) ++end;
    while (begin < end && matches[begin] < counts_from) ++begin;
    // kNever is the least instant, so the later of the two is the known one.
    const Instant start =
        std::max(i >= has_fields_from_ ? created_ : kNever,
                 counts_from == 0 ? kNever : times[counts_from - 1]);
    if (begin == end) {
      if (start != kNever) weights_[i] = silences(start, instants_[i]);
      continue;
    }
    weights_[i] = silences(times[matches[end - 1]], instants_[i]);
    if (rule.past) {
      const Instant earliest = times[matches[begin]];
      if (start != kNever && start < earliest) {
        weights_[i] += silences(start, earliest);
      }
      weights_[i] += between[end - 1] - between[begin];
    }
  }
}

}  // namespace mqlab
