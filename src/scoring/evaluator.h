#ifndef MQLAB_SCORING_EVALUATOR_H_
#define MQLAB_SCORING_EVALUATOR_H_

// One lead at one instant: conditions, rules and scores. Load a lead, move to
// an instant, ask. What is asked twice at an instant is computed once.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "scoring/binding.h"
#include "scoring/decay.h"
#include "scoring/program.h"
#include "scoring/sequence.h"

namespace mqlab {

class Evaluator {
 public:
  // `patterns`: those whose events will be asked for, by pattern; all of them
  // when it is empty.
  explicit Evaluator(const Binding& binding,
                     const std::vector<bool>& patterns = {});

  const Program& program() const { return program_; }
  const Binding& binding() const { return binding_; }

  // Takes up a lead with its events up to `until`; later ones do not exist.
  void Load(uint32_t lead, Instant until);
  // Everything asked after this is answered as of t.
  void MoveTo(Instant t);
  // The stages entered so far, as `reached` sees them; must outlive its use.
  void SetReached(const std::vector<Instant>* reached) { reached_ = reached; }
  // From the next MoveTo on, as if a score (kNoIndex: the total) were so much
  // more than it is, whatever its limits; until the next Load.
  void Grant(uint32_t score, Millipoints points) {
    granted_.assign(program_.scores.size() + 1, 0);
    granted_[std::min<size_t>(score, program_.scores.size())] = points;
  }

  // The loaded lead.
  uint32_t lead() const { return lead_; }
  Instant created() const { return created_; }
  uint32_t num_events() const { return num_events_; }
  Instant time(uint32_t position) const { return times_[position]; }
  EventRef event(uint32_t position) const {
    return {events_.block, events_.begin + position};
  }

  // A condition over the events from position `from` on.
  bool Holds(uint32_t node, uint32_t from);
  // What TraceNode::have says of a node.
  int64_t Have(uint32_t node, uint32_t from);

  // The first position that counts for a score: after its last reset.
  uint32_t From(uint32_t score);
  Millipoints RulePoints(uint32_t rule);
  Wide IdlePoints(uint32_t rule);        // before max_points
  Millipoints GroupSum(uint32_t group);  // before its min and max
  Millipoints GroupPoints(uint32_t group);
  Millipoints ScoreSum(uint32_t score);  // before its min and max
  Millipoints ScoreValue(uint32_t score);
  Millipoints Weighted(uint32_t score);  // its part of the total
  Millipoints Total();
  uint16_t BandOf(uint32_t score);

  // Positions of a pattern's events in [from, visible), not older than a
  // window of days (0: none).
  struct Span {
    const uint32_t* begin;
    const uint32_t* end;
    size_t size() const { return static_cast<size_t>(end - begin); }
  };
  Span Matches(uint32_t pattern, uint32_t from, int64_t within_days) const;
  // Those of an each-event rule that its at_most lets count.
  void ApplyLimit(uint32_t rule, Span matches, std::vector<uint32_t>* counted);
  // factor * thousandths of one event of an each-event rule.
  int64_t EventWeight(uint32_t rule, uint32_t position, bool decayed);
  // Sum of EventWeight over positions.
  Wide WeightSum(uint32_t rule, Span positions, bool decayed);
  DecayTable& decay(uint32_t rule) { return decays_.Of(rule); }

  // Set when a sum did not fit 64 bits: the id of its rule, group or score.
  const std::optional<std::string>& overflow() const { return overflow_; }

 private:
  bool HasFields() const { return created_ == kNever || created_ <= now_; }
  SequenceProgress Progress(const Node& node, uint32_t from) const;
  Millipoints ScoreOrTotal(uint32_t score) {
    return score == kNoIndex ? Total() : ScoreValue(score);
  }
  int64_t DaysIdle(uint32_t pattern, uint32_t from) const;  // -1: never
  Wide EachPoints(uint32_t rule);
  // The creation or the last reset of the rule's score, kNever when unknown.
  Instant IdleStart(uint32_t score);
  Millipoints Fit(Wide sum, const std::string& id);

  const Binding& binding_;
  const Program& program_;

  uint32_t lead_ = 0;
  Instant created_ = kNever;
  uint32_t num_events_ = 0;
  const Instant* times_ = nullptr;
  EventSpan events_;
  std::vector<std::vector<uint32_t>> patterns_of_;  // by type of event
  std::vector<std::vector<uint32_t>> matches_;      // by pattern: positions

  Instant now_ = 0;
  uint32_t visible_ = 0;  // events up to now
  const std::vector<Instant>* reached_ = nullptr;

  // What is known as of now.
  std::vector<std::optional<uint32_t>> from_;
  std::vector<std::optional<Millipoints>> score_values_;
  std::vector<Millipoints> granted_;  // by score, then of the total; or empty

  RuleDecays decays_;
  std::vector<uint32_t> counted_;  // scratch of EachPoints
  struct Bucket {
    uint32_t size = 0;
    uint32_t seen = 0;
  };
  // Scratch of ApplyLimit: by number, and the numbers of a stretch's events.
  std::vector<Bucket> buckets_;
  std::vector<uint32_t> bucket_of_;
  std::optional<std::string> overflow_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_EVALUATOR_H_
