#ifndef MQLAB_REPORT_HISTOGRAM_H_
#define MQLAB_REPORT_HISTOGRAM_H_

// Leads by their total, in ranges fine enough to draw any coarser ones from,
// and to count the leads above a line.

#include <cstdint>
#include <span>
#include <vector>

#include "lead/field.h"
#include "scoring/program.h"

namespace mqlab {

// Range i holds from + i * width <= total < from + (i + 1) * width. The width
// is 1, 2 or 5 times a power of ten of points, one point at least; `from` is a
// multiple of it, unless that is beyond 64 bits.
struct Histogram {
  Millipoints from = 0;
  Millipoints width = 1000;
  std::vector<uint32_t> leads;
  // [stage][range], of the leads that stand in the stage.
  std::vector<std::vector<uint32_t>> by_stage;
  bool operator==(const Histogram&) const = default;
};

inline constexpr uint32_t kMostRanges = 2048;

Histogram MakeHistogram(std::span<const Millipoints> totals);
// `standing`: of each lead its stage; negative ones are of no stage.
Histogram MakeHistogram(std::span<const Millipoints> totals,
                        std::span<const int32_t> standing, size_t stages);

}  // namespace mqlab

#endif  // MQLAB_REPORT_HISTOGRAM_H_
