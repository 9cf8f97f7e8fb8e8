#ifndef MQLAB_LEAD_EVENT_LOG_H_
#define MQLAB_LEAD_EVENT_LOG_H_

// Events grouped by the lead that they belong to and ordered by time; equal
// times keep their file order. Columns, in blocks of some leads each, so that
// they can be made, and read, block by block.

#include <cstdint>
#include <cstring>
#include <memory>
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
  static constexpr uint32_t kOwnersABlock = 512;

  EventLog() = default;
  explicit EventLog(std::vector<EventBlock> blocks);

  size_t size() const { return size_; }
  // Blocks do not change; several logs may have one.
  std::span<const std::shared_ptr<const EventBlock>> blocks() const {
    return blocks_;
  }
  // Puts a block in the place of one, or behind the last.
  void Replace(size_t block, EventBlock with);
  // Nothing for an owner that the log does not know.
  EventSpan Of(uint32_t owner) const {
    const size_t block = owner / kOwnersABlock;
    if (block >= blocks_.size()) return {};
    const std::vector<uint32_t>& offsets = blocks_[block]->offsets;
    const size_t place = owner % kOwnersABlock;
    if (place + 1 >= offsets.size()) return {};
    return {blocks_[block].get(), offsets[place], offsets[place + 1]};
  }

 private:
  std::vector<std::shared_ptr<const EventBlock>> blocks_;
  size_t size_ = 0;
};

// Rows of events, column by column. Those of owner kNone are passed over.
struct EventRows {
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  std::span<const uint32_t> owner;
  const Instant* time = nullptr;
  const uint32_t* type = nullptr;
  const uint32_t* row = nullptr;
  std::span<const uint32_t* const> codes;  // one a property
};

// Takes events in file order and groups them. Each goes to the part of its
// owner at once, in pieces of memory that are given back as the parts are
// sorted, so that hardly more is needed than what the log itself takes.
class EventLogBuilder {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  static constexpr uint32_t kOwnersAPart = 4 * EventLog::kOwnersABlock;

  // What rows were given in place of a type or a time that is not yet known.
  struct Late {
    std::span<const Instant> times;   // by number of Waiting; kNever: left out
    std::span<const uint32_t> types;  // by type given; kNone: left out. Empty:
                                      // the types are as given
  };
  // One row, as it was given.
  struct Row {
    uint32_t owner = 0;
    Instant time = 0;
    uint32_t type = 0;
    uint32_t row = 0;
    uint32_t code(size_t property) const;

    const uint8_t* codes = nullptr;
    const uint8_t* widths = nullptr;
  };

  explicit EventLogBuilder(size_t properties);

  // Stands for a time that is known only later. A row of time kNever is left
  // out, but can be visited.
  static constexpr Instant Waiting(uint32_t number) {
    return kNever + 1 + number;
  }
  // The number of the time that a row waits for, or kNone.
  static constexpr uint32_t WaitsFor(Instant time) {
    const bool waits = time > kNever && time <= Waiting(kNone - 1);
    return waits ? static_cast<uint32_t>(time - kNever - 1) : kNone;
  }

  void Append(const EventRows& rows);
  // `codes`: one a property.
  void Append(uint32_t owner, Instant time, uint32_t type, uint32_t row,
              std::span<const uint32_t> codes);
  size_t size() const { return size_; }

  // Calls visit(const Row&) with the rows of a part, in file order.
  size_t parts() const { return parts_.size(); }
  template <typename Visit>
  void ForEach(size_t part, Visit visit) const;

  // Sorts some parts, some milliseconds of work; true when all are.
  bool FinishStep(const Late& late, uint32_t threads = 1);
  EventLog Finish(const Late& late = {});  // all steps, or what is left of them
  // The newest event of those sorted; kNever when there is none.
  Instant newest() const { return newest_; }

 private:
  // Sizes of a row's codes; the first is that of the type.
  struct Layout {
    std::vector<uint8_t> widths;
    size_t stride = 0;
  };
  struct Chunk {
    std::unique_ptr<uint8_t[]> bytes;
    uint32_t rows = 0;  // of the last one of a part: the room for them
    uint32_t layout = 0;
  };
  struct Part {
    std::vector<Chunk> chunks;
    uint8_t* next = nullptr;  // in the last one
    uint32_t room = 0;        // rows more there
    uint32_t layout = 0;      // of it

    uint32_t RowsOf(const Chunk& chunk) const {
      return chunk.rows - (&chunk == &chunks.back() ? room : 0);
    }
    size_t size() const {
      size_t rows = 0;
      for (const Chunk& chunk : chunks) rows += RowsOf(chunk);
      return rows;
    }
  };

  // Of a row: its time, its number and its owner's place in the part; then the
  // codes.
  static constexpr size_t kRowAt = 8;
  static constexpr size_t kPlaceAt = 12;
  static constexpr size_t kCodesAt = 14;
  static constexpr size_t kSlack = 3;  // codes are written four bytes at a time

  void Widen(size_t column, uint32_t code);
  void AddChunk(Part* part) const;
  template <typename Visit>
  void ForEachRecord(const Part& part, Visit visit) const;
  // What sorting part after part needs.
  struct Sorting {
    std::vector<uint32_t> places;  // of the rows of the part
    Instant newest = kNever;
  };
  static constexpr uint32_t kBlocksAPart =
      kOwnersAPart / EventLog::kOwnersABlock;
  void Sort(size_t part, const Late& late, Sorting* sorting);
  void Scatter(const Part& part, const Late& late, std::span<EventBlock> blocks,
               Sorting* sorting) const;
  template <typename Code>
  void ScatterCodes(const Part& part, size_t column,
                    std::span<const uint32_t> types,
                    std::span<EventBlock> blocks, const Sorting& sorting) const;

  std::vector<Layout> layouts_;  // the last is in use
  std::vector<Part> parts_;
  size_t size_ = 0;
  size_t sorted_ = 0;  // parts
  Instant newest_ = kNever;
  std::vector<EventBlock> blocks_;
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

inline uint32_t EventLogBuilder::Row::code(size_t property) const {
  const uint8_t* at = codes + widths[0];
  for (size_t i = 0; i < property; ++i) at += widths[i + 1];
  uint32_t code = 0;
  std::memcpy(&code, at, widths[property + 1]);
  return code;
}

template <typename Visit>
void EventLogBuilder::ForEachRecord(const Part& part, Visit visit) const {
  for (const Chunk& chunk : part.chunks) {
    const Layout& layout = layouts_[chunk.layout];
    const uint8_t* at = chunk.bytes.get();
    const uint32_t rows = part.RowsOf(chunk);
    for (uint32_t i = 0; i < rows; ++i, at += layout.stride) {
      visit(at, layout);
    }
  }
}

template <typename Visit>
void EventLogBuilder::ForEach(size_t part, Visit visit) const {
  ForEachRecord(parts_[part], [&](const uint8_t* at, const Layout& layout) {
    Row row;
    uint16_t place = 0;
    std::memcpy(&row.time, at, sizeof row.time);
    std::memcpy(&row.row, at + kRowAt, sizeof row.row);
    std::memcpy(&place, at + kPlaceAt, sizeof place);
    row.owner = static_cast<uint32_t>(part) * kOwnersAPart + place;
    row.codes = at + kCodesAt;
    row.widths = layout.widths.data();
    std::memcpy(&row.type, row.codes, row.widths[0]);
    visit(row);
  });
}

}  // namespace mqlab

#endif  // MQLAB_LEAD_EVENT_LOG_H_
