#include "report/quiet.h"

#include <algorithm>

namespace mqlab {

Quiet CountQuiet(const Dataset& dataset, Instant as_of) {
  Quiet quiet;
  const uint32_t leads = dataset.leads.size();
  for (uint32_t lead = 0; lead < leads; ++lead) {
    if (LastEventTime(dataset.events.log, lead, as_of) == kNever) {
      ++quiet.no_events;
    }
  }
  for (const Column& column : dataset.leads.fields) {
    quiet.missing.push_back(column.codes.Visit([&](const auto* codes) {
      return static_cast<uint32_t>(
          std::count(codes, codes + leads, Column::kMissing));
    }));
  }
  return quiet;
}

}  // namespace mqlab
