// What one rule gives the loaded lead at the instant: the Evaluator's part that
// knows the five kinds of rules.

#include <algorithm>
#include <limits>

#include "scoring/evaluator.h"
#include "scoring/points.h"

namespace mqlab {
namespace {

// Of the stretch of so many days, the first of all on a Monday, that t is in;
// without days all time is one.
Instant EndOfStretch(Instant t, int64_t days) {
  if (days == 0) return std::numeric_limits<Instant>::max();
  const int64_t number = FloorDiv(EpochDay(t) + 3, days);
  return ((number + 1) * days - 3) * kMillisPerDay;
}

}  // namespace

Millipoints Evaluator::RulePoints(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  Wide sum = 0;
  switch (rule.kind) {
    case RuleKind::kCondition:
      return Holds(rule.node, From(rule.score)) ? rule.points : 0;
    case RuleKind::kRanges:
    case RuleKind::kLookup:
      return binding_.FieldPoints(index, lead_, HasFields());
    case RuleKind::kEach:
      sum = EachPoints(index);
      break;
    case RuleKind::kIdle:
      sum = IdlePoints(index);
      break;
  }
  return Cap(Fit(sum, program_.source.rules[rule.source].id), rule);
}

Wide Evaluator::EachPoints(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  Span span = Matches(rule.pattern, From(rule.score), rule.within_days);
  if (rule.limited) {
    ApplyLimit(index, span, &counted_);
    span = {counted_.data(), counted_.data() + counted_.size()};
  }
  return ScalePoints(rule.points, WeightSum(index, span, true));
}

int64_t Evaluator::EventWeight(uint32_t rule, uint32_t position, bool decayed) {
  const int64_t times = binding_.Times(rule, event(position));
  const int64_t factor =
      decayed ? decay(rule).Factor(AgeDays(times_[position], now_))
              : kFullFactor;
  return factor * times;  // at most 10^6 * 10^12
}

Wide Evaluator::WeightSum(uint32_t rule, Span positions, bool decayed) {
  Wide sum = 0;
  for (const uint32_t* at = positions.begin; at != positions.end; ++at) {
    sum += EventWeight(rule, *at, decayed);
  }
  return sum;
}

// Events come in order of time, so the events of one stretch of days stand
// together; within it they are told apart by the number of their value.
void Evaluator::ApplyLimit(uint32_t index, Span matches,
                           std::vector<uint32_t>* counted) {
  const RuleCode& rule = program_.rules[index];
  counted->clear();
  buckets_.resize(
      std::max<size_t>(buckets_.size(), binding_.NumBuckets(index)));
  for (const uint32_t* run = matches.begin; run != matches.end;) {
    const Instant until = EndOfStretch(times_[*run], rule.per_days);
    bucket_of_.clear();
    const uint32_t* end = run;
    for (; end != matches.end && times_[*end] < until; ++end) {
      bucket_of_.push_back(binding_.Bucket(index, event(*end)));
      ++buckets_[bucket_of_.back()].size;
    }
    for (const uint32_t number : bucket_of_) {
      Bucket& bucket = buckets_[number];
      const int64_t place = ++bucket.seen;
      if (place >= rule.from && place > bucket.size - rule.at_most) {
        counted->push_back(*run);
      }
      ++run;
    }
    for (const uint32_t number : bucket_of_) buckets_[number] = {};
  }
}

Instant Evaluator::IdleStart(uint32_t score) {
  const Instant created =
      created_ != kNever && created_ <= now_ ? created_ : kNever;
  const uint32_t from = From(score);
  // kNever is the least instant, so the later of the two is the known one.
  return std::max(created, from == 0 ? kNever : times_[from - 1]);
}

Wide Evaluator::IdlePoints(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  const Span span = Matches(rule.pattern, From(rule.score), 0);
  const Instant start = IdleStart(rule.score);
  Wide silences = 0;
  const auto add = [&](Instant begin, Instant end) {
    silences += AgeDays(begin, end) / rule.idle_days;
  };
  if (span.size() == 0) {
    if (start != kNever) add(start, now_);
  } else {
    add(times_[span.end[-1]], now_);
    if (rule.past) {
      const Instant first = times_[*span.begin];
      if (start != kNever && start < first) add(start, first);
      for (const uint32_t* at = span.begin + 1; at != span.end; ++at) {
        add(times_[at[-1]], times_[*at]);
      }
    }
  }
  return silences * rule.points;
}

}  // namespace mqlab
