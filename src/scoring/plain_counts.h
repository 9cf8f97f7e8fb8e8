#ifndef MQLAB_SCORING_PLAIN_COUNTS_H_
#define MQLAB_SCORING_PLAIN_COUNTS_H_

// What rules count at one instant, in one walk over a lead's events: for those
// rules to which no event matters but by its type, its properties and its age.
// Most rules are of this kind; a Timeline answers for the others.

#include <cstdint>
#include <span>
#include <vector>

#include "base/instant.h"
#include "scoring/binding.h"
#include "scoring/decay.h"
#include "scoring/program.h"

namespace mqlab {

// Whether a rule is of this kind: no reset of its score, no limit or factor of
// events, no past silences; a condition only when it is one count or silence.
bool IsPlainCount(const Program& program, uint32_t rule);

class PlainCounts {
 public:
  // REQUIRES: IsPlainCount of each rule.
  PlainCounts(const Binding& binding, Instant as_of,
              const std::vector<uint32_t>& rules);

  // What each rule counts for the lead, before its points, in the order of the
  // rules: as Timeline::Raw. Good until the next call.
  std::span<const int64_t> Of(uint32_t lead);

 private:
  enum class Way : uint8_t { kSum, kCount, kLast };
  // What an event of some type does to a rule's tally.
  struct Use {
    Way way;
    bool has_where;
    uint32_t pattern;
    uint32_t rule;  // into rules_
    int64_t within_days;
  };
  struct Rule {
    Way way;
    uint32_t rule;  // into Program::rules
    int64_t low;    // of a count; days of a silence
    int64_t high;
    bool condition;
  };

  void Add(const Use& use, EventRef event, int64_t age);
  int64_t Amount(const Rule& rule, int64_t tally, uint32_t lead) const;

  const Binding& binding_;
  Instant as_of_;
  RuleDecays decays_;
  std::vector<Rule> rules_;
  std::vector<std::vector<Use>> uses_;  // by type
  std::vector<uint8_t> is_used_;        // by type
  // By rule: millionths summed, events counted, or one more than the age in
  // days of the last; then what the rule counts.
  std::vector<int64_t> tallies_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_PLAIN_COUNTS_H_
