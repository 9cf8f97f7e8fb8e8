#ifndef MQLAB_SCORING_TIMELINE_H_
#define MQLAB_SCORING_TIMELINE_H_

// One lead at all of its instants at once. Where the Evaluator answers for one
// instant, a Timeline gives columns over the instants: a condition is a mask of
// bits, a rule or score an array of points. Each is made in one sweep over the
// instants and the events that matter to it, so a life costs time linear in its
// events and the steps of decay that they cross.

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "scoring/binding.h"
#include "scoring/decay.h"
#include "scoring/program.h"

namespace mqlab {

// Bit i of a mask is whether something holds at instant i.
class Mask {
 public:
  void Reset(size_t size, bool value) {
    words_.assign((size + 63) / 64, value ? ~uint64_t{0} : 0);
  }
  bool operator[](size_t i) const {
    return (words_[i / 64] >> i % 64 & 1) != 0;
  }
  void Set(size_t i) { words_[i / 64] |= uint64_t{1} << i % 64; }
  // Sets the bits [begin, end).
  void SetRange(size_t begin, size_t end);
  bool None() const;
  // The first bit from `from` on that is set; `size` when there is none.
  size_t Next(size_t from, size_t size) const;
  void And(const Mask& other);
  void Or(const Mask& other);
  void Invert();

 private:
  std::vector<uint64_t> words_;
};

// From where to where a score goes in a life, in whole points; the ends stand
// for everything beyond them.
struct ScoreReach {
  int32_t least = std::numeric_limits<int32_t>::min();
  int32_t most = std::numeric_limits<int32_t>::max();
  bool operator==(const ScoreReach&) const = default;
};

class Timeline {
 public:
  // A lead's whole life, or as-of alone.
  enum class Extent : uint8_t { kLife, kAsOf };

  // `patterns`: those whose events matter, the others are passed over.
  Timeline(const Binding& binding, const std::vector<bool>& patterns);

  // What is known of something over all instants.
  enum class Verdict : uint8_t { kNo, kVaries, kYes };

  // Takes up a lead with its events and instants up to as_of. `constants`, when
  // given, has what the rules of IsCellRule give it once its fields are there:
  // one number a score and then one a group.
  void Load(uint32_t lead, Instant as_of, Extent extent,
            const Millipoints* constants = nullptr);
  // True when the numbers that stages may ask for come near the end of 64 bits:
  // then the Evaluator must answer for the lead.
  bool NearsEnd();

  size_t size() const { return instants_.size(); }
  Instant at(size_t i) const { return instants_[i]; }
  // What is known of where a score, or the total (kNoIndex), went.
  ScoreReach ReachOf(uint32_t score);
  // Whether such a score passes a score test at all instants, or at none.
  static Verdict Compare(const Node& node, const ScoreReach& reach);

  // A condition over all events at each instant. REQUIRES: no stage test in it.
  void Truth(uint32_t node, Mask* out) { TruthOf(node, {}, out); }

  // What a rule counts at the last instant, before its points: the sum of an
  // each-event rule, silences, or 1 for a condition that holds. REQUIRES: not a
  // rule of fields.
  Wide Raw(uint32_t rule);

 private:
  // Sums beyond this are left to the Evaluator.
  static constexpr Wide kRoom = std::numeric_limits<Millipoints>::max() / 2;
  // Instants an event above which summing by steps pays.
  static constexpr size_t kFewSums = 16;
  struct Bounds {
    Wide least = 0;
    Wide most = 0;
  };
  // At each instant the first position whose event counts; empty: all do.
  using Resets = std::vector<uint32_t>;
  // Where one event counts: instants [begin, end).
  struct Stay {
    uint32_t position;
    uint32_t begin;
    uint32_t end;
  };

  void FindInstants(Extent extent);
  void AddInstant(Instant t);
  void FindMatches();
  void FindResets();
  bool HasEvents(uint32_t pattern) const { return !matches_[pattern].empty(); }
  // Days from the event to the instant.
  int64_t Age(uint32_t position, size_t instant) const {
    return int64_t{instant_day_[instant]} - event_day_[position] -
           (instant_millis_[instant] < event_millis_[position] ? 1 : 0);
  }
  uint32_t From(const Resets& from, size_t instant) const {
    return from.empty() ? 0 : from[instant];
  }

  void TruthOf(uint32_t node, const Resets& from, Mask* out);
  void FieldTruth(const Node& node, Mask* out) const;
  void EventTruth(const Node& node, const Resets& from, Mask* out) const;
  void IdleTruth(const Node& node, const Resets& from, Mask* out) const;
  void SequenceTruth(const Node& node, const Resets& from, Mask* out) const;
  void ScoreTruth(const Node& node, Mask* out);
  // What is known of a condition without looking at each instant.
  Verdict Quick(uint32_t node);
  Bounds ScoreBounds(uint32_t score);
  Bounds TotalBounds();
  void AddBounds(uint32_t rule, Bounds* bounds);
  bool UsesConstants() const {
    return constants_ != nullptr && has_fields_from_ == 0;
  }
  bool IsConstant(uint32_t rule) const {
    return UsesConstants() && binding_.IsCellRule(rule);
  }
  Mask& Borrow();
  void Return() { --borrowed_; }

  // Adds a rule's points at each instant.
  void AddRule(uint32_t rule, std::vector<Millipoints>* sums);
  void AddScaled(const RuleCode& rule, std::vector<Millipoints>* sums);
  template <typename Sum>
  void AddPoints(const RuleCode& rule, const std::vector<Sum>& weights,
                 std::vector<Millipoints>* sums);
  // Fill weights_: what a rule counts at each instant.
  void WeighEach(uint32_t rule);
  void WeighIdle(const RuleCode& rule);
  template <typename Sum>
  void SumStays(uint32_t rule, std::vector<Sum>* sums);
  template <typename Sum>
  void SumByStep(uint32_t rule, std::vector<Sum>* sums);
  void FindStays(uint32_t rule);
  void LimitStays(uint32_t rule);
  int64_t PlainSum(uint32_t rule);
  bool GoesByStretches(const RuleCode& rule) const;
  template <typename Add>
  void ForStretches(uint32_t rule, uint32_t position, Add add);
  void AddStretches(uint32_t rule, uint32_t position);
  void AddSingle(uint32_t rule, std::vector<Millipoints>* sums);
  void AddGroup(uint32_t group, std::vector<Millipoints>* sums);
  // The score, or the total, at each instant.
  const std::vector<Millipoints>& Score(uint32_t score);
  const std::vector<Millipoints>& Total();

  const Binding& binding_;
  const Program& program_;
  std::vector<std::vector<uint32_t>> type_patterns_;  // that matter
  RuleDecays decays_;

  std::vector<std::vector<Millipoints>> single_points_;  // by rule and stretch

  uint32_t lead_ = 0;
  Instant as_of_ = 0;
  Instant created_ = kNever;
  size_t has_fields_from_ = 0;  // instant; size() when never
  EventSpan events_;
  uint32_t num_events_ = 0;  // up to as_of
  std::vector<Instant> instants_;
  std::vector<int32_t> instant_day_;
  std::vector<int32_t> instant_millis_;  // of the day
  std::vector<uint32_t> visible_;  // by instant: how many events there are
  std::vector<uint32_t> arrival_;  // by position: its first instant
  std::vector<int32_t> event_day_;
  std::vector<int32_t> event_millis_;
  std::vector<std::vector<uint32_t>> matches_;  // by pattern: positions
  std::vector<uint32_t> matched_;               // patterns with any
  std::vector<Resets> resets_;                  // by score

  const Millipoints* constants_ = nullptr;
  bool failed_ = false;
  std::vector<Bounds> bounds_;  // by score
  std::vector<bool> bounds_known_;
  std::vector<std::vector<Millipoints>> scores_;
  std::vector<bool> score_known_;
  std::vector<Millipoints> totals_;
  bool total_known_ = false;

  // Scratch.
  std::vector<std::unique_ptr<Mask>> masks_;
  size_t borrowed_ = 0;
  std::vector<Stay> stays_;
  std::vector<int64_t> weights_;
  std::vector<Wide> wide_weights_;  // of rules with times_property
  bool weights_are_wide_ = false;
  std::vector<Millipoints> group_sums_;
};

// By pattern, whether it matters to some rules, and to the stages.
std::vector<bool> PatternsOfRules(const Program& program,
                                  const std::vector<uint32_t>& rules);
std::vector<bool> PatternsOfLife(const Program& program);

}  // namespace mqlab

#endif  // MQLAB_SCORING_TIMELINE_H_
