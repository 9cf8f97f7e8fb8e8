#include "report/funnel.h"

#include <algorithm>

namespace mqlab {

Funnel CountFunnel(const Program& program, const ScoreTable& table) {
  Funnel funnel;
  funnel.leads = table.num_leads;
  funnel.now.assign(program.stages.size(), 0);
  for (const std::vector<Instant>& reached : table.reached) {
    const auto never = std::ranges::count(reached, kNever);
    funnel.reached.push_back(table.num_leads - static_cast<uint32_t>(never));
  }
  for (const int32_t stage : table.stage) {
    if (stage == kDisqualified) {
      ++funnel.disqualified;
    } else if (stage == kNoStage) {
      ++funnel.without_stage;
    } else {
      ++funnel.now[static_cast<size_t>(stage)];
    }
  }
  return funnel;
}

}  // namespace mqlab
