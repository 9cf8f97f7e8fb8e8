// What one rule gives the loaded lead at the instant: the Evaluator's part that
// knows the five kinds of rules.

#include <algorithm>

#include "scoring/evaluator.h"
#include "scoring/points.h"

namespace mqlab {

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
  bucket_size_.resize(
      std::max<size_t>(bucket_size_.size(), binding_.NumBuckets(index)));
  bucket_seen_.resize(bucket_size_.size());
  const auto stretch = [&](uint32_t position) {
    return rule.per_days == 0
               ? 0
               : FloorDiv(EpochDay(times_[position]) + 3, rule.per_days);
  };
  const auto bucket = [&](uint32_t position) {
    return binding_.Bucket(index, event(position));
  };
  for (const uint32_t* run = matches.begin; run != matches.end;) {
    const int64_t days = stretch(*run);
    const uint32_t* end = run;
    while (end != matches.end && stretch(*end) == days) {
      ++bucket_size_[bucket(*end++)];
    }
    for (const uint32_t* at = run; at != end; ++at) {
      const uint32_t number = bucket(*at);
      const int64_t place = ++bucket_seen_[number];
      if (place >= rule.from && place > bucket_size_[number] - rule.at_most) {
        counted->push_back(*at);
      }
    }
    for (; run != end; ++run) {
      bucket_size_[bucket(*run)] = 0;
      bucket_seen_[bucket(*run)] = 0;
    }
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
