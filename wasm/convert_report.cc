// What reports find, as views.

#include "wasm/convert.h"

namespace mqlab::wasm {

using emscripten::val;

CrossingOrNull ToCrossing(const std::optional<Crossing>& crossing) {
  if (!crossing) return CrossingOrNull(val::null());
  return CrossingOrNull(val(CrossingView{
      static_cast<double>(crossing->gained.size()),
      static_cast<double>(crossing->lost.size()),
      ToCountArray(crossing->gained), ToCountArray(crossing->lost)}));
}

DistributionView ToDistribution(const Run* run, uint32_t score) {
  Histogram histogram;
  if (run != nullptr && score < run->table.scores.size()) {
    histogram = MakeHistogram(run->table.scores[score].values());
  }
  return {static_cast<double>(histogram.from),
          static_cast<double>(histogram.width), ToCountArray(histogram.leads)};
}

BandGridView ToBandGrid(const BandGrid& grid) {
  return {ToCountArray(grid.leads), ToCountArray(grid.qualified)};
}

QuietView ToQuiet(const Quiet& quiet) {
  return {static_cast<double>(quiet.no_events), ToNumbers(quiet.missing)};
}

ColumnValues ToColumnValues(const std::vector<ColumnValue>& values) {
  return ColumnValues(List(values, [](const ColumnValue& value) {
    return ColumnValueView{ToText(value.text),
                           static_cast<double>(value.count)};
  }));
}

}  // namespace mqlab::wasm
