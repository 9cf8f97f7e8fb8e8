#ifndef MQLAB_REPORT_LEAD_CONDITION_H_
#define MQLAB_REPORT_LEAD_CONDITION_H_

// A condition in the language of the rule file that is asked of the leads of a
// run, as of its instant: names, types of fields and scenarios are those of the
// run's rules, scores, bands and stages those of its table.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "report/run.h"
#include "scoring/program.h"
#include "scoring/timeline.h"

namespace mqlab {

// The condition of a JSON text as the only disqualification of a program.
CompiledProgram CompileCondition(const Run& run, std::string_view json);

// Conditions of the run's own rule file, or made by hand, as disqualifications
// in their order.
// REQUIRES: they have no faults.
Program CompileConditions(const Run& run, std::span<const Condition> all);

class LeadCondition {
 public:
  // `program` is one of these. Both must outlive it.
  LeadCondition(const Run& run, const Program& program);

  // `condition`: into its disqualifications.
  bool Holds(uint32_t lead, size_t condition = 0);

 private:
  bool NodeHolds(uint32_t node);
  bool EventsHold(uint32_t node);

  const Run& run_;
  const Program& program_;
  Binding binding_;
  Timeline timeline_;
  Mask mask_;
  uint32_t lead_ = 0;
  bool has_fields_ = true;
  bool has_events_ = false;  // the timeline has taken up the lead
};

}  // namespace mqlab

#endif  // MQLAB_REPORT_LEAD_CONDITION_H_
