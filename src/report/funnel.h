#ifndef MQLAB_REPORT_FUNNEL_H_
#define MQLAB_REPORT_FUNNEL_H_

#include <cstdint>
#include <vector>

#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

// Leads by stage. `reached` counts leads that ever entered a stage, `now` those
// that stand in it at as-of.
struct Funnel {
  uint32_t leads = 0;
  std::vector<uint32_t> reached;
  std::vector<uint32_t> now;
  uint32_t without_stage = 0;
  uint32_t disqualified = 0;
  bool operator==(const Funnel&) const = default;
};

Funnel CountFunnel(const Program& program, const ScoreTable& table);

}  // namespace mqlab

#endif  // MQLAB_REPORT_FUNNEL_H_
