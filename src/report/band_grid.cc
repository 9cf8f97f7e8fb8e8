#include "report/band_grid.h"

#include <algorithm>

namespace mqlab {

BandGrid CountBands(const Run& run, uint32_t row_score, uint32_t column_score,
                    int32_t from_stage) {
  const ScoreTable& table = run.table;
  BandGrid grid;
  if (std::max(row_score, column_score) >= table.bands.size()) return grid;
  const auto bands = [&](uint32_t score) {
    return run.program.scores[score].bands.size();
  };
  const size_t rows = bands(row_score) + 1;
  const size_t columns = bands(column_score) + 1;
  grid.leads.resize(rows * columns);
  grid.qualified.resize(rows * columns);
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    // kNoBand is greater than any.
    const size_t row = std::min<size_t>(table.bands[row_score][lead], rows - 1);
    const size_t column =
        std::min<size_t>(table.bands[column_score][lead], columns - 1);
    const size_t cell = row * columns + column;
    ++grid.leads[cell];
    if (table.stage[lead] >= from_stage) ++grid.qualified[cell];
  }
  return grid;
}

}  // namespace mqlab
