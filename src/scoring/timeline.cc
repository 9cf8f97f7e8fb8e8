#include "scoring/timeline.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <memory>

namespace mqlab {

void Mask::SetRange(size_t begin, size_t end) {
  for (size_t word = begin / 64; word < words_.size() && word * 64 < end;
       ++word) {
    uint64_t bits = ~uint64_t{0};
    if (begin > word * 64) bits &= ~uint64_t{0} << (begin - word * 64);
    if (end < word * 64 + 64) bits &= ~(~uint64_t{0} << (end - word * 64));
    words_[word] |= bits;
  }
}

bool Mask::None() const {
  return std::ranges::all_of(words_, [](uint64_t word) { return word == 0; });
}

size_t Mask::Next(size_t from, size_t size) const {
  for (size_t word = from / 64; word < words_.size(); ++word) {
    uint64_t bits = words_[word];
    if (word == from / 64) bits &= ~uint64_t{0} << from % 64;
    if (bits != 0) {
      return std::min(size,
                      word * 64 + static_cast<size_t>(std::countr_zero(bits)));
    }
  }
  return size;
}

void Mask::And(const Mask& other) {
  for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void Mask::Or(const Mask& other) {
  for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void Mask::AndNot(const Mask& other) {
  for (size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

void Mask::Invert() {
  for (uint64_t& word : words_) word = ~word;
}

namespace {

// Whole days since 1970, and the rest in milliseconds. The quotient of two
// whole numbers below 2^53 is rounded far more finely than a millisecond's part
// of a day, so flooring it is exact.
void SplitDay(Instant t, int32_t* day, int32_t* millis) {
  auto days = static_cast<int64_t>(static_cast<double>(t) /
                                   static_cast<double>(kMillisPerDay));
  if (days * kMillisPerDay > t) --days;
  *day = static_cast<int32_t>(days);
  *millis = static_cast<int32_t>(t - days * kMillisPerDay);
}

}  // namespace

Timeline::Timeline(const Binding& binding)
    : binding_(binding),
      program_(binding.program()),
      matches_(program_.patterns.size()),
      resets_(program_.scores.size()),
      scores_(program_.scores.size()) {
  std::vector<Decay> known;
  for (const RuleCode& rule : program_.rules) {
    const auto found = std::ranges::find(known, rule.decay);
    rule_decay_.push_back(static_cast<uint32_t>(found - known.begin()));
    if (found == known.end()) {
      known.push_back(rule.decay);
      decays_.emplace_back(rule.decay);
    }
  }
}

void Timeline::AddInstant(Instant t) {
  int32_t day = 0;
  int32_t millis = 0;
  SplitDay(t, &day, &millis);
  instants_.push_back(t);
  instant_day_.push_back(day);
  instant_millis_.push_back(millis);
}

void Timeline::Load(uint32_t lead, Instant as_of, Extent extent) {
  lead_ = lead;
  as_of_ = as_of;
  created_ = binding_.Created(lead);
  events_ = binding_.dataset().events.log.Of(lead);
  const std::span<const Instant> times = events_.times();
  num_events_ = events_.size();
  if (num_events_ > 0 && times.back() > as_of) {
    num_events_ = static_cast<uint32_t>(std::ranges::upper_bound(times, as_of) -
                                        times.begin());
  }
  event_day_.resize(num_events_);
  event_millis_.resize(num_events_);
  for (uint32_t i = 0; i < num_events_; ++i) {
    SplitDay(times[i], &event_day_[i], &event_millis_[i]);
  }
  instants_.clear();
  instant_day_.clear();
  instant_millis_.clear();
  visible_.clear();
  arrival_.assign(num_events_, 0);
  if (extent == Extent::kLife) {
    Instant birth = created_ == kNever || created_ > as_of ? kNever : created_;
    for (uint32_t i = 0; i < num_events_; ++i) {
      if (birth != kNever && birth <= times[i]) {
        if (birth < times[i]) {
          AddInstant(birth);
          visible_.push_back(i);
        }
        birth = kNever;
      }
      if (instants_.empty() || instants_.back() != times[i]) {
        instants_.push_back(times[i]);
        instant_day_.push_back(event_day_[i]);
        instant_millis_.push_back(event_millis_[i]);
        visible_.push_back(i);
      }
      arrival_[i] = static_cast<uint32_t>(instants_.size() - 1);
      visible_.back() = i + 1;
    }
    if (birth != kNever && birth < as_of) {
      AddInstant(birth);
      visible_.push_back(num_events_);
    }
  }
  if (instants_.empty() || instants_.back() != as_of) {
    AddInstant(as_of);
    visible_.push_back(num_events_);
  }
  has_fields_from_ = 0;
  if (created_ != kNever) {
    has_fields_from_ = static_cast<size_t>(
        std::ranges::lower_bound(instants_, created_) - instants_.begin());
  }
  FindMatches();
  FindResets();
}

void Timeline::FindMatches() {
  for (const uint32_t pattern : matched_) matches_[pattern].clear();
  matched_.clear();
  if (num_events_ == 0) return;
  events_.block->type.Visit([&](const auto* types) {
    for (uint32_t i = 0; i < num_events_; ++i) {
      const EventRef event{events_.block, events_.begin + i};
      for (const uint32_t pattern : binding_.PatternsOf(types[event.index])) {
        if (!binding_.WhereHolds(pattern, event)) continue;
        if (matches_[pattern].empty()) matched_.push_back(pattern);
        matches_[pattern].push_back(i);
      }
    }
  });
}

void Timeline::FindResets() {
  for (size_t score = 0; score < resets_.size(); ++score) {
    Resets& from = resets_[score];
    from.clear();
    const uint32_t pattern = program_.scores[score].reset_by;
    if (pattern == kNoIndex || !HasEvents(pattern)) continue;
    const std::vector<uint32_t>& resets = matches_[pattern];
    size_t next = 0;
    uint32_t first = 0;
    for (const uint32_t visible : visible_) {
      while (next < resets.size() && resets[next] < visible) {
        first = resets[next++] + 1;
      }
      from.push_back(first);
    }
  }
}

bool Timeline::ComputeScores(const std::vector<bool>& of_life) {
  totals_.resize(size());
  bool all = true;
  for (uint32_t score = 0; score < scores_.size(); ++score) {
    if (!ComputeScore(score, of_life[score] ? 0 : size() - 1)) return false;
    all = all && of_life[score];
  }
  for (size_t i = all ? 0 : size() - 1; i < size(); ++i) {
    Millipoints total = 0;
    for (uint32_t score = 0; score < scores_.size(); ++score) {
      Millipoints part = scores_[score][i];
      const int64_t weight = program_.scores[score].weight;
      if (weight != 100) {
        const Wide magnitude = part < 0 ? -Wide{part} : Wide{part};
        const Wide scaled = (magnitude * weight + 50) / 100;
        if (scaled > std::numeric_limits<int64_t>::max() / 2) return false;
        part = static_cast<Millipoints>(part < 0 ? -scaled : scaled);
      }
      if (__builtin_add_overflow(total, part, &total)) return false;
    }
    totals_[i] = total;
  }
  return true;
}

bool Timeline::ComputeScore(uint32_t score, size_t first) {
  const ScoreCode& code = program_.scores[score];
  std::vector<Millipoints>& sums = scores_[score];
  sums.assign(size(), 0);
  Millipoints base = code.start;
  for (const uint32_t rule : code.rules) {
    if (!AddRule(rule, first, &sums, &base)) return false;
  }
  for (const uint32_t group : code.groups) {
    if (!AddGroup(group, first, &sums)) return false;
  }
  return Close(first, base, code.min, code.max, &sums);
}

bool Timeline::AddGroup(uint32_t group, size_t first,
                        std::vector<Millipoints>* sums) {
  const GroupCode& code = program_.groups[group];
  group_sums_.assign(size(), 0);
  Millipoints base = 0;
  for (const uint32_t rule : program_.group_rules[group]) {
    if (!AddRule(rule, first, &group_sums_, &base)) return false;
  }
  bool fits = Close(first, base, code.min, code.max, &group_sums_);
  for (size_t i = first; i < size(); ++i) {
    fits &= !__builtin_add_overflow((*sums)[i], group_sums_[i], &(*sums)[i]);
  }
  return fits;
}

bool Timeline::Close(size_t first, Millipoints base,
                     const std::optional<Millipoints>& min,
                     const std::optional<Millipoints>& max,
                     std::vector<Millipoints>* sums) const {
  bool fits = true;
  for (size_t i = first; i < size(); ++i) {
    Millipoints& sum = (*sums)[i];
    fits &= !__builtin_add_overflow(sum, base, &sum);
    if (max) sum = std::min(sum, *max);
    if (min) sum = std::max(sum, *min);
  }
  return fits;
}

}  // namespace mqlab
