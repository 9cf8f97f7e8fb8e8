#include "scoring/timeline.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <memory>

#include "scoring/points.h"

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

Timeline::Timeline(const Binding& binding, const std::vector<bool>& patterns)
    : binding_(binding),
      program_(binding.program()),
      decays_(program_.rules),
      single_points_(program_.rules.size()),
      matches_(program_.patterns.size()),
      resets_(program_.scores.size()),
      bounds_(program_.scores.size()),
      bounds_known_(program_.scores.size()),
      scores_(program_.scores.size()),
      score_known_(program_.scores.size()) {
  for (uint32_t type = 0; type < binding.dataset().events.types.size();
       ++type) {
    std::vector<uint32_t>& matter = type_patterns_.emplace_back();
    for (const uint32_t pattern : binding.PatternsOf(type)) {
      if (patterns[pattern]) matter.push_back(pattern);
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

void Timeline::Load(uint32_t lead, Instant as_of, Extent extent,
                    const Millipoints* constants) {
  lead_ = lead;
  constants_ = constants;
  failed_ = false;
  total_known_ = false;
  bounds_known_.assign(bounds_known_.size(), false);
  score_known_.assign(score_known_.size(), false);
  as_of_ = as_of;
  created_ = binding_.Created(lead);
  events_ = binding_.dataset().events.log.Of(lead);
  const std::span<const Instant> times = events_.times();
  num_events_ = events_.size();
  if (num_events_ > 0 && times.back() > as_of) {
    num_events_ = static_cast<uint32_t>(std::ranges::upper_bound(times, as_of) -
                                        times.begin());
  }
  FindMatches();
  FindInstants(extent);
  has_fields_from_ = 0;
  if (created_ != kNever) {
    has_fields_from_ = static_cast<size_t>(
        std::ranges::lower_bound(instants_, created_) - instants_.begin());
  }
  FindResets();
}

void Timeline::FindInstants(Extent extent) {
  const std::span<const Instant> times = events_.times();
  instants_.clear();
  instant_day_.clear();
  instant_millis_.clear();
  visible_.clear();
  event_day_.resize(num_events_);
  event_millis_.resize(num_events_);
  if (extent == Extent::kAsOf) {
    if (!matched_.empty()) arrival_.assign(num_events_, 0);
    for (const uint32_t pattern : matched_) {
      for (const uint32_t i : matches_[pattern]) {
        SplitDay(times[i], &event_day_[i], &event_millis_[i]);
      }
    }
    AddInstant(as_of_);
    visible_.push_back(num_events_);
    return;
  }
  arrival_.resize(num_events_);
  Instant birth = created_ > as_of_ ? kNever : created_;
  for (uint32_t i = 0; i < num_events_; ++i) {
    if (birth != kNever && birth <= times[i]) {
      if (birth < times[i]) {
        AddInstant(birth);
        visible_.push_back(i);
      }
      birth = kNever;
    }
    if (instants_.empty() || instants_.back() != times[i]) {
      AddInstant(times[i]);
      visible_.push_back(i);
    }
    arrival_[i] = static_cast<uint32_t>(instants_.size() - 1);
    visible_.back() = i + 1;
    event_day_[i] = instant_day_.back();
    event_millis_[i] = instant_millis_.back();
  }
  if (birth != kNever && birth < as_of_) {
    AddInstant(birth);
    visible_.push_back(num_events_);
  }
  if (instants_.empty() || instants_.back() != as_of_) {
    AddInstant(as_of_);
    visible_.push_back(num_events_);
  }
}

void Timeline::FindMatches() {
  for (const uint32_t pattern : matched_) matches_[pattern].clear();
  matched_.clear();
  if (num_events_ == 0) return;
  events_.block->type.Visit([&](const auto* types) {
    for (uint32_t i = 0; i < num_events_; ++i) {
      const EventRef event{events_.block, events_.begin + i};
      for (const uint32_t pattern : type_patterns_[types[event.index]]) {
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

bool Timeline::NearsEnd() {
  for (uint32_t score = 0; score < scores_.size(); ++score) {
    if (program_.score_in_life[score]) ScoreBounds(score);
  }
  if (program_.total_in_life) TotalBounds();
  return failed_;
}

const std::vector<Millipoints>& Timeline::Score(uint32_t score) {
  std::vector<Millipoints>& sums = scores_[score];
  if (score_known_[score]) return sums;
  score_known_[score] = true;
  const ScoreCode& code = program_.scores[score];
  sums.assign(size(), code.start + (UsesConstants() ? constants_[score] : 0));
  for (const uint32_t rule : code.rules) {
    if (!IsConstant(rule)) AddRule(rule, &sums);
  }
  for (const uint32_t group : code.groups) AddGroup(group, &sums);
  ClampAll(sums, code.min, code.max);
  return sums;
}

void Timeline::AddGroup(uint32_t group, std::vector<Millipoints>* sums) {
  const GroupCode& code = program_.groups[group];
  group_sums_.assign(size(),
                     UsesConstants() ? constants_[scores_.size() + group] : 0);
  for (const uint32_t rule : program_.group_rules[group]) {
    if (!IsConstant(rule)) AddRule(rule, &group_sums_);
  }
  ClampAll(group_sums_, code.min, code.max);
  for (size_t i = 0; i < size(); ++i) (*sums)[i] += group_sums_[i];
}

const std::vector<Millipoints>& Timeline::Total() {
  if (total_known_) return totals_;
  total_known_ = true;
  totals_.assign(size(), 0);
  for (uint32_t score = 0; score < scores_.size(); ++score) {
    const std::vector<Millipoints>& parts = Score(score);
    const int64_t weight = program_.scores[score].weight;
    for (size_t i = 0; i < size(); ++i) {
      totals_[i] +=
          static_cast<Millipoints>(WeightedPart<Wide>(parts[i], weight));
    }
  }
  return totals_;
}

namespace {

class PatternUse {
 public:
  explicit PatternUse(const Program& program)
      : matters(program.patterns.size()), program_(program) {}

  void AddRule(uint32_t index) {
    const RuleCode& rule = program_.rules[index];
    AddPattern(rule.pattern);
    AddPattern(program_.scores[rule.score].reset_by);
    if (rule.node != kNoIndex) AddNode(rule.node);
  }
  void AddNode(uint32_t index) {
    const Node& node = program_.nodes[index];
    if (node.kind == NodeKind::kEvent || node.kind == NodeKind::kIdle) {
      AddPattern(node.a);
    } else if (node.kind == NodeKind::kSequence) {
      for (const uint32_t step : node.steps) AddPattern(step);
    } else if (node.kind == NodeKind::kScenario) {
      AddNode(program_.scenarios[node.a]);
    }
    for (const uint32_t child : node.children) AddNode(child);
  }

  std::vector<bool> matters;

 private:
  void AddPattern(uint32_t pattern) {
    if (pattern != kNoIndex) matters[pattern] = true;
  }

  const Program& program_;
};

}  // namespace

std::vector<bool> PatternsOfRules(const Program& program,
                                  const std::vector<uint32_t>& rules) {
  PatternUse use(program);
  for (const uint32_t rule : rules) use.AddRule(rule);
  return use.matters;
}

std::vector<bool> PatternsOfLife(const Program& program) {
  PatternUse use(program);
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (program.score_in_life[program.rules[rule].score]) use.AddRule(rule);
  }
  for (const uint32_t node : program.disqualify) use.AddNode(node);
  for (const StageCode& stage : program.stages) {
    use.AddNode(stage.enter);
    if (stage.leave != kNoIndex) use.AddNode(stage.leave);
  }
  return use.matters;
}

}  // namespace mqlab
