#ifndef MQLAB_LEAD_EVENT_LOG_H_
#define MQLAB_LEAD_EVENT_LOG_H_

// Events grouped by the lead that they belong to and ordered by time; equal
// times keep their file order. Columns, in blocks of some leads each, so that
// they can be made, and read, block by block.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/instant.h"
#include "base/string_pool.h"
#include "lead/codes.h"
#include "lead/column.h"
#include "lead/lead_table.h"

namespace mqlab {

struct EventBlock {
  // Events of the block's owner i: [offsets[i], offsets[i + 1]).
  std::vector<uint32_t> offsets;
  std::vector<Instant> time;
  Codes type;                     // into EventStore::types
  std::vector<uint32_t> row;      // number of the data row in the file, from 1
  std::vector<Codes> properties;  // by column of EventStore::properties
};

// The events of one owner: [begin, end) of its block's columns.
struct EventSpan {
  const EventBlock* block = nullptr;
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  std::span<const Instant> times() const {
    if (block == nullptr) return {};
    return {block->time.data() + begin, size()};
  }
};

class EventLog {
 public:
  static constexpr uint32_t kOwnersABlock = 2048;

  EventLog() = default;
  explicit EventLog(std::vector<EventBlock> blocks);

  size_t size() const { return size_; }
  const std::vector<EventBlock>& blocks() const { return blocks_; }
  // Nothing for an owner that the log does not know.
  EventSpan Of(uint32_t owner) const {
    const size_t block = owner / kOwnersABlock;
    if (block >= blocks_.size()) return {};
    const std::vector<uint32_t>& offsets = blocks_[block].offsets;
    const size_t place = owner % kOwnersABlock;
    if (place + 1 >= offsets.size()) return {};
    return {&blocks_[block], offsets[place], offsets[place + 1]};
  }

 private:
  std::vector<EventBlock> blocks_;
  size_t size_ = 0;
};

// Takes events in file order and groups them.
class EventLogBuilder {
 public:
  explicit EventLogBuilder(size_t properties) : num_properties_(properties) {}

  // `codes`: one a property.
  void Append(uint32_t owner, Instant time, uint32_t type, uint32_t row,
              std::span<const uint32_t> codes);
  EventLog Finish();

 private:
  struct Event {
    uint32_t owner;
    uint32_t type;
    Instant time;
    uint32_t row;
  };
  struct Part {
    std::vector<Event> events;
    std::vector<uint32_t> codes;
  };
  EventBlock Sort(const Part& part) const;

  size_t num_properties_;
  std::vector<Part> parts_;  // one a block
};

// All events of a file.
struct EventStore {
  StringPool types;
  std::vector<uint64_t> type_counts;  // orphans included
  std::vector<Column> properties;     // their codes stand in the blocks
  EventLog log;                       // owners are leads
  // Events whose lead is unknown; owners are numbers of orphan_ids.
  StringPool orphan_ids;
  EventLog orphans;
  // The newest event, orphans included; nullopt when there is none.
  std::optional<Instant> newest;

  size_t size() const { return log.size() + orphans.size(); }
};

// The time of a lead's last event up to as_of; kNever when there is none.
Instant LastEventTime(const EventLog& log, uint32_t lead, Instant as_of);

// Everything that is scored. Made once; any number of programs run over it.
struct Dataset {
  LeadTable leads;
  EventStore events;
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_EVENT_LOG_H_
