#ifndef MQLAB_SCORING_EXPLAIN_H_
#define MQLAB_SCORING_EXPLAIN_H_

// Why one lead stands where it stands at as-of: every number that made its
// scores, by the same Program and evaluator that scored it, so that
//   score.start + its rule lines + its groups' adjustments + score.adjustment
//     = score.value, and the weighted scores add up to the total.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "base/wide.h"
#include "lead/event_log.h"
#include "scoring/binding.h"
#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

struct EventShare {
  uint32_t event = 0;  // place among the lead's events
  Wide points = 0;
};

// points = gross - by_reset - by_window - by_limit - by_decay - by_cap. Only
// what a lead is given must fit 64 bits; what was taken away need not.
struct RuleLine {
  uint32_t rule = 0;  // into Program::rules
  Millipoints points = 0;
  Wide gross = 0;  // every matching event at full points
  Wide by_reset = 0;
  Wide by_window = 0;
  Wide by_limit = 0;
  Wide by_decay = 0;
  Wide by_cap = 0;
  // Events up to as-of that match a pattern of the rule (all of them, also
  // those taken away), and how many of them count.
  uint32_t matched = 0;
  uint32_t counted = 0;
  Instant first = kNever;
  Instant last = kNever;
  uint32_t last_match = 0;  // place among the lead's events
  // Each-event rules: the parts of the sum before the cap, in event order.
  std::vector<EventShare> shares;
};

struct GroupLine {
  uint32_t group = 0;
  Millipoints sum = 0;
  Millipoints adjustment = 0;  // what its min or max added
};

struct ScoreLine {
  uint32_t score = 0;
  Millipoints start = 0;
  Millipoints adjustment = 0;  // what its min or max added
  Millipoints value = 0;
  Millipoints weighted = 0;  // its part of the total
  uint16_t band = kNoBand;
  Instant reset_at = kNever;
};

// One part of a condition, as it stands at an instant; parts in preorder.
struct TraceNode {
  uint32_t node = 0;  // into Program::nodes
  uint32_t depth = 0;
  bool holds = false;
  // What is there: matching events in the window, days since the last one
  // (-1: never), steps of the sequence done, points (thousandths), parts that
  // hold. 0 for the others.
  int64_t have = 0;
};
using Trace = std::vector<TraceNode>;

enum class StageEvent : uint8_t {
  kEntered,
  kPassed,  // entered on the way to a higher one
  kLeft,
  kRuledOut,    // disqualified from here on
  kReadmitted,  // no longer disqualified
};

// What entered a stage: which kinds of part made its condition hold.
struct EnteredBy {
  bool behaviour = false;           // events, or a score that counts events
  bool fields = false;              // fields, or a score that reads them
  std::vector<uint32_t> scenarios;  // named ones, into Program::scenarios
};

struct StageStep {
  Instant at = 0;
  StageEvent event = StageEvent::kEntered;
  int32_t stage = kNoStage;  // entered, passed or left
  EnteredBy by;              // of kEntered
};

// When nothing more happens: the first instant at which the lead stands lower
// (or is disqualified).
struct Fallback {
  Instant at = 0;
  int32_t stage = kNoStage;
};

struct Explanation {
  uint32_t lead = 0;
  std::vector<RuleLine> rules;    // every enabled rule, in file order
  std::vector<GroupLine> groups;  // in file order
  std::vector<ScoreLine> scores;  // in file order
  Millipoints total = 0;
  int32_t stage = kNoStage;
  std::vector<uint32_t> reasons;  // into disqualify
  std::vector<StageStep> history;
  // The nearest stage above the lead's own, and its enter condition.
  int32_t next_stage = kNoStage;
  Trace next;
  // Its leave condition, when that holds: it keeps the lead out meanwhile.
  Trace kept_out_by;
  std::optional<Fallback> fallback;  // searched over ten years
};

// REQUIRES: ScoreLeads of the same arguments gave a table.
Explanation Explain(const Binding& binding, Instant as_of, uint32_t lead);

inline Explanation Explain(const Program& program, const Dataset& dataset,
                           Instant as_of, uint32_t lead) {
  return Explain(Binding(program, dataset), as_of, lead);
}

}  // namespace mqlab

#endif  // MQLAB_SCORING_EXPLAIN_H_
