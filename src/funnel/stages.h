#ifndef MQLAB_FUNNEL_STAGES_H_
#define MQLAB_FUNNEL_STAGES_H_

// Conversion and drop-off stage by stage, see rules/measuring.md 2: the report
// "stages" of web/src/engine/reports.ts.

#include <cstdint>
#include <optional>
#include <vector>

#include "funnel/durations.h"
#include "funnel/reasons.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"
#include "scoring/score.h"

namespace mqlab {

// What a lead is to a stage.
struct PlaceAtStage {
  bool reached = false;
  bool now = false;
  // Of those that reached it: went on, or where they are.
  bool next = false;
  bool waiting = false;
  bool fell = false;
  bool disqualified = false;
};
PlaceAtStage PlaceOf(const ScoreTable& table, uint32_t lead, size_t stage);

struct FunnelStep {
  uint64_t reached = 0;
  uint64_t now = 0;
  uint64_t next = 0;
  uint64_t waiting = 0;
  uint64_t fell = 0;
  uint64_t disqualified = 0;
  Durations days;  // from the stage before, or from entry
};

struct StagesOfGroup {
  uint64_t leads = 0;
  // Never in any stage.
  uint64_t without_waiting = 0;
  uint64_t without_disqualified = 0;
  uint64_t recycles = 0;
  uint64_t recycled = 0;  // leads
  std::vector<FunnelStep> steps;
  // Those that reached sql, of those that reached mql, whatever lies between.
  struct MqlToSql {
    uint64_t sqls;
    uint64_t mqls;
  };
  std::optional<MqlToSql> mql_to_sql;  // none: without two such stages
  std::vector<ReasonCount> disqualified;
  uint64_t rejections = 0;            // leads
  std::vector<ReasonCount> rejected;  // of these the most frequent reasons
};

// `scope`: from the entry. By group.
std::vector<StagesOfGroup> CountStages(const Run& run, const Scope& scope,
                                       const Grouping& grouping);
JsonText WriteStages(const std::vector<StagesOfGroup>& groups,
                     const Grouping& grouping);
// The leads behind one of its numbers; none for a cell of another report.
std::vector<uint32_t> LeadsOfStages(const Run& run, const Scope& scope,
                                    const Grouping& grouping,
                                    const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_STAGES_H_
