#ifndef MQLAB_REPORT_LEAD_CONDITION_H_
#define MQLAB_REPORT_LEAD_CONDITION_H_

// A condition in the language of the rule file that is asked of the leads of a
// run, as of its instant: names, types of fields and scenarios are those of the
// run's rules, scores, bands and stages those of its table.

#include <cstdint>
#include <string_view>

#include "report/run.h"
#include "scoring/program.h"
#include "scoring/timeline.h"

namespace mqlab {

// The condition of a JSON text as the only disqualification of a program.
CompiledProgram CompileCondition(const Run& run, std::string_view json);

class LeadCondition {
 public:
  // `program` is one of CompileCondition. Both must outlive it.
  LeadCondition(const Run& run, const Program& program);

  bool Holds(uint32_t lead);

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
