#include "report/crossing.h"

#include <algorithm>
#include <limits>

namespace mqlab {
namespace {

int32_t IndexOf(const Program& program, std::string_view id) {
  const std::vector<Stage>& stages = program.source.stages;
  const auto found = std::ranges::find(stages, id, &Stage::id);
  return found == stages.end() ? std::numeric_limits<int32_t>::max()
                               : static_cast<int32_t>(found - stages.begin());
}

}  // namespace

Crossing FindCrossing(const StagesOf& result, const StagesOf& trial,
                      std::string_view stage) {
  const int32_t in_result = IndexOf(result.program, stage);
  const int32_t in_trial = IndexOf(trial.program, stage);
  Crossing crossing;
  for (uint32_t lead = 0; lead < result.table.num_leads; ++lead) {
    const bool is = result.table.stage[lead] >= in_result;
    const bool would = trial.table.stage[lead] >= in_trial;
    if (is && !would) crossing.gained.push_back(lead);
    if (would && !is) crossing.lost.push_back(lead);
  }
  return crossing;
}

}  // namespace mqlab
