#ifndef MQLAB_REPORT_CROSSING_H_
#define MQLAB_REPORT_CROSSING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

// Leads, in their order, that stand at a stage or above it in a result alone,
// and in a trial alone.
struct Crossing {
  std::vector<uint32_t> gained;
  std::vector<uint32_t> lost;
  bool operator==(const Crossing&) const = default;
};

// Of a table, by the id of the stage, which each program looks up for itself:
// no lead stands at a stage that is not there.
struct StagesOf {
  const Program& program;
  const ScoreTable& table;
};
Crossing FindCrossing(const StagesOf& result, const StagesOf& trial,
                      std::string_view stage);

}  // namespace mqlab

#endif  // MQLAB_REPORT_CROSSING_H_
