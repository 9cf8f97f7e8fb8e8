#ifndef MQLAB_SCORING_SCORE_H_
#define MQLAB_SCORING_SCORE_H_

// Scores every lead: a program bound to a dataset, and an instant, give a
// ScoreTable, columns in lead order. The table never changes once made.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "lead/event_log.h"
#include "scoring/binding.h"
#include "scoring/program.h"
#include "scoring/shared_column.h"

namespace mqlab {

inline constexpr int32_t kNoStage = -1;
inline constexpr int32_t kDisqualified = -2;

struct ScoreTable {
  Instant as_of = 0;
  uint32_t num_leads = 0;
  std::vector<SharedColumn<Millipoints>> sums;    // scores before min and max
  std::vector<SharedColumn<Millipoints>> scores;  // [score][lead]
  SharedColumn<Millipoints> total;
  std::vector<SharedColumn<uint16_t>> bands;  // [score][lead], kNoBand: none
  std::vector<int32_t> stage;  // index, kNoStage or kDisqualified
  // Reasons that hold at as_of: indexes into disqualify, of lead i at
  // [reason_offsets[i], reason_offsets[i + 1]).
  std::vector<uint32_t> reason_offsets;
  std::vector<uint32_t> reasons;
  std::vector<std::vector<Instant>> reached;   // [stage][lead], kNever when not
  std::vector<std::vector<uint32_t>> entries;  // [stage][lead]
  std::vector<uint32_t> recycles;
  // When the lead last came into the stage in which it stands; kNever without.
  std::vector<Instant> since;
  bool operator==(const ScoreTable&) const = default;
};

struct ScoreResult {
  std::optional<ScoreTable> table;  // none iff there is a kError issue
  IssueList issues;
};

// The result does not depend on the number of threads.
ScoreResult ScoreLeads(const Binding& binding, Instant as_of,
                       uint32_t threads = 1);

inline ScoreResult ScoreLeads(const Program& program, const Dataset& dataset,
                              Instant as_of) {
  return ScoreLeads(Binding(program, dataset), as_of);
}

// The points of one rule (index into Program::rules) for every lead at as_of.
// REQUIRES: ScoreLeads of the same arguments gave a table.
std::vector<Millipoints> RulePoints(const Binding& binding, Instant as_of,
                                    uint32_t rule);

inline std::vector<Millipoints> RulePoints(const Program& program,
                                           const Dataset& dataset,
                                           Instant as_of, uint32_t rule) {
  return RulePoints(Binding(program, dataset), as_of, rule);
}

// "A1": the bands of a lead's scores side by side.
std::string Grade(const Program& program, const ScoreTable& table,
                  uint32_t lead);

}  // namespace mqlab

#endif  // MQLAB_SCORING_SCORE_H_
