#include "engine/load_case.h"

#include <optional>
#include <string>

namespace mqlab {

bool LoadCase(const reference::RawData& data, Engine* engine) {
  ReadOptions plain;
  plain.dialect = CsvDialect{};
  const std::string leads = WriteLeads(data);
  const std::string events = WriteEvents(data);
  std::optional<TableInput> events_table;
  if (!data.events.empty()) events_table = {events, plain};
  return engine->Load({leads, plain}, events_table).accepted;
}

}  // namespace mqlab
