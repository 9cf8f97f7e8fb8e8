#ifndef MQLAB_LEAD_EVENT_LOG_H_
#define MQLAB_LEAD_EVENT_LOG_H_

// Events as read (EventTable, in file order), and joined to leads (EventLog,
// grouped by lead and ordered by time; equal times keep their file order).

#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "base/string_pool.h"
#include "lead/column.h"
#include "lead/lead_table.h"

namespace mqlab {

struct EventTable {
  StringPool lead_ids;
  StringPool types;
  std::vector<uint32_t> lead;  // into lead_ids, one an event
  std::vector<uint32_t> type;  // into types
  std::vector<Instant> time;
  std::vector<uint32_t> row;  // number of the data row in the file, from 1
  std::vector<Column> properties;

  size_t size() const { return time.size(); }
};

struct EventLog {
  // Events of lead i: [offsets[i], offsets[i + 1]).
  std::vector<uint32_t> offsets;
  std::vector<Instant> time;
  std::vector<uint32_t> type;   // into EventTable::types
  std::vector<uint32_t> index;  // into the EventTable, e.g. for properties
  // Events whose lead is unknown, in file order: indexes into the EventTable.
  std::vector<uint32_t> orphans;
  // The newest event of the table, orphans included; nullopt when it is empty.
  std::optional<Instant> newest;

  size_t size() const { return time.size(); }
};

EventLog JoinEvents(const LeadTable& leads, const EventTable& events);

// The time of a lead's last event up to as_of; kNever when there is none.
Instant LastEventTime(const EventLog& log, uint32_t lead, Instant as_of);

// Everything that is scored. Made once; any number of programs run over it.
struct Dataset {
  LeadTable leads;
  EventTable event_table;
  EventLog events;
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_EVENT_LOG_H_
