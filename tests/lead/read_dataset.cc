#include "lead/read_dataset.h"

#include <utility>

#include "ingest/read_table.h"

namespace mqlab {

std::shared_ptr<const Dataset> ReadDataset(const std::string& leads,
                                           const std::string& events) {
  Dataset dataset;
  dataset.leads = std::move(*ReadLeads(leads, {}).leads);
  if (!events.empty()) {
    dataset.events = std::move(*ReadEvents(events, dataset.leads, {}).events);
  }
  return std::make_shared<Dataset>(std::move(dataset));
}

}  // namespace mqlab
