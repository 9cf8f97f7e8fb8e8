#ifndef MQLAB_WASM_CONVERT_H_
#define MQLAB_WASM_CONVERT_H_

// The core's results as views, and the page's requests as the core's options.
// Copies only: nothing that crosses points into the WebAssembly memory.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "report/band_grid.h"
#include "report/column_values.h"
#include "report/overshadowed.h"
#include "report/quiet.h"
#include "wasm/views.h"

namespace mqlab::wasm {

// A list of anything that embind knows.
template <typename Range, typename Make>
emscripten::val List(const Range& range, const Make& make) {
  emscripten::val list = emscripten::val::array();
  for (const auto& element : range) list.call<void>("push", make(element));
  return list;
}

Text ToText(std::string_view text);
Bytes ToBytes(std::string_view bytes);
CountArray ToCountArray(const std::vector<uint32_t>& counts);
template <typename T>
Numbers ToNumbers(const std::vector<T>& numbers) {
  return Numbers(List(numbers, [](T number) {
    return emscripten::val(static_cast<double>(number));
  }));
}
NumberOrNull ToInstant(Instant t);  // null for kNever
IssueReport ToIssueReport(const IssueList& issues);
TableReportView ToTableReport(const TableReport& report);
DataReportView ToDataReport(const DataReport& report, const Dataset& dataset);
// What is known of a run in this phase. `run` is nullptr when there is none.
ScoreReportView ToScoreReport(const RunReport& report, const Run* run,
                              ScorePhase phase, double millis);
CrossingOrNull ToCrossing(const std::optional<Crossing>& crossing);
// Empty when there is no run, or no such score.
DistributionView ToDistribution(const Run* run, uint32_t score);
BandGridView ToBandGrid(const BandGrid& grid);
QuietView ToQuiet(const Quiet& quiet);
ColumnValues ToColumnValues(const std::vector<ColumnValue>& values);
LeadRowView ToLeadRow(const Run& run, uint32_t lead);
ExplanationView ToExplanation(const Run& run, const Explanation& explanation);
ScoreCurveView ToScoreCurve(const ScoreCurve& curve);
Remedies ToRemedies(const Run& run, const std::vector<Remedy>& remedies);

// A copy of the bytes of a Uint8Array, with kScanPadding zeros behind them.
class BytesCopy {
 public:
  explicit BytesCopy(const Bytes& bytes);

  std::string_view text() const { return {bytes_.get(), size_}; }
  std::span<char> span() { return {bytes_.get(), size_}; }

 private:
  size_t size_;
  std::unique_ptr<char[]> bytes_;  // not set to zeros first, as of a string
};
ReadOptions FromOptions(const TableOptions& options);
RunOptions FromRequest(const ScoreRequest& request);
LeadQuery FromQuery(const LeadQueryView& query);
std::optional<double> FromNumber(const NumberOrNull& number);

}  // namespace mqlab::wasm

#endif  // MQLAB_WASM_CONVERT_H_
