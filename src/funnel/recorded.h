#ifndef MQLAB_FUNNEL_RECORDED_H_
#define MQLAB_FUNNEL_RECORDED_H_

// The stages that another system recorded beside those of the rules, and MQLs
// that came too early or too late, see rules/measuring.md 3: the report
// "recorded" of web/src/engine/reports.ts.

#include <cstdint>
#include <vector>

#include "funnel/durations.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"

namespace mqlab {

struct RecordedStage {
  size_t stage = 0;
  uint64_t both = 0;
  uint64_t ours_only = 0;
  uint64_t record_only = 0;
  // Of both: within a day; ours earlier, or later, by more than that.
  uint64_t within = 0;
  uint64_t earlier = 0;
  uint64_t later = 0;
  Quartiles days;  // by which ours is earlier
};
struct Recorded {
  std::vector<RecordedStage> stages;  // of which there is a record
  uint64_t mqls = 0;
  uint64_t too_early = 0;  // of these
  uint64_t too_late = 0;
};

// `scope`: from the entry.
Recorded CompareWithRecord(const Run& run, const Scope& scope);
JsonText WriteRecorded(const Recorded& recorded);
std::vector<uint32_t> LeadsOfRecorded(const Run& run, const Scope& scope,
                                      const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_RECORDED_H_
