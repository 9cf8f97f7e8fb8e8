#ifndef MQLAB_SCORING_DECAY_H_
#define MQLAB_SCORING_DECAY_H_

// The factor, in millionths, that an event's points keep at an age in days.
// Integers only, so that every build gives the same table.

#include <cstdint>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/program.h"

namespace mqlab {

inline constexpr int64_t kFullFactor = 1'000'000;

// One decay's factors, computed once per step and kept.
class DecayTable {
 public:
  explicit DecayTable(const Decay& decay) : decay_(decay) {}

  const Decay& decay() const { return decay_; }

  // REQUIRES: age_days >= 0.
  int64_t Factor(int64_t age_days) {
    const auto age = static_cast<size_t>(age_days);
    return age < by_age_.size() ? by_age_[age] : FactorBeyond(age_days);
  }

  // A stretch of ages with one factor; the age in milliseconds at which it
  // ends.
  struct Stretch {
    int64_t factor;
    int64_t until;
  };
  // The stretches from age 0 on; the last one has no end. Good up to kLongest.
  static constexpr int64_t kLongest = 36'525;  // days
  const std::vector<Stretch>& Stretches();

  // The ages, from `from_age` on, at which the factor becomes another one: at
  // most `limit` of them, none later than `last_age`.
  std::vector<int64_t> Changes(int64_t from_age, int64_t last_age,
                               size_t limit);

 private:
  int64_t FactorBeyond(int64_t age_days);
  int64_t Compute(int64_t age_days);
  int64_t Compound(int64_t steps);

  Decay decay_;
  std::vector<int32_t> by_age_;  // of the first days
  std::vector<Stretch> stretches_;
  std::vector<int64_t> compound_;
};

// The tables of a program's rules; rules of equal decay share one.
class RuleDecays {
 public:
  explicit RuleDecays(const std::vector<RuleCode>& rules);

  DecayTable& Of(uint32_t rule) { return tables_[table_of_[rule]]; }

 private:
  std::vector<DecayTable> tables_;
  std::vector<uint32_t> table_of_;  // by rule
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_DECAY_H_
