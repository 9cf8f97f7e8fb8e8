#ifndef MQLAB_REPORT_BAND_GRID_H_
#define MQLAB_REPORT_BAND_GRID_H_

#include <cstdint>
#include <vector>

#include "report/run.h"

namespace mqlab {

// Leads by their bands of two scores: a row a band of the first and a last one
// for none, a column a band of the second likewise; row after row.
struct BandGrid {
  std::vector<uint32_t> leads;
  std::vector<uint32_t> qualified;  // those that stand at a stage or above it
};

// Empty when there is no such score.
BandGrid CountBands(const Run& run, uint32_t row_score, uint32_t column_score,
                    int32_t from_stage);

}  // namespace mqlab

#endif  // MQLAB_REPORT_BAND_GRID_H_
