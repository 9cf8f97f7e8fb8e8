#include "lead/event_log.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <numeric>
#include <type_traits>
#include <utility>

#include "base/parallel.h"

namespace mqlab {

EventLog::EventLog(std::vector<EventBlock> blocks) {
  blocks_.reserve(blocks.size());
  for (EventBlock& block : blocks) Replace(blocks_.size(), std::move(block));
}

void EventLog::Replace(size_t block, EventBlock with) {
  if (block == blocks_.size()) blocks_.emplace_back();
  if (blocks_[block] != nullptr) size_ -= blocks_[block]->time.size();
  size_ += with.time.size();
  blocks_[block] = std::make_shared<const EventBlock>(std::move(with));
}

namespace {

// The place of a row is its block's number, here, and its number there.
constexpr uint32_t kBlockShift = 30;
constexpr uint32_t kNumberMask = (1u << kBlockShift) - 1;

Instant TimeOf(const uint8_t* row, const EventLogBuilder::Late& late) {
  Instant time = 0;
  std::memcpy(&time, row, sizeof time);
  const uint32_t waits_for = EventLogBuilder::WaitsFor(time);
  return waits_for == EventLogBuilder::kNone ? time : late.times[waits_for];
}

uint32_t CodeAt(const uint8_t* at, uint8_t width) {
  uint32_t code = 0;
  std::memcpy(&code, at, sizeof code);  // never beyond the slack
  return width == 4 ? code : code & ((1u << (width * 8)) - 1);
}

// Reorders items [begin, begin + order.size()) of a column.
template <typename T>
void Permute(std::span<const uint32_t> order, T* items,
             std::vector<T>* scratch) {
  scratch->clear();
  for (const uint32_t i : order) scratch->push_back(items[i]);
  std::copy(scratch->begin(), scratch->end(), items);
}

void Permute(std::span<const uint32_t> order, uint32_t begin, Codes* codes) {
  const auto permute = [&](auto* items) {
    std::vector<std::remove_reference_t<decltype(*items)>> scratch;
    Permute(order, items + begin, &scratch);
  };
  if (codes->width() == 1) return permute(codes->data());
  if (codes->width() == 2) {
    return permute(reinterpret_cast<uint16_t*>(codes->data()));
  }
  permute(reinterpret_cast<uint32_t*>(codes->data()));
}

// Orders each owner's events by time, equal times as in the file.
void SortByTime(EventBlock* block) {
  std::vector<uint32_t> order;
  std::vector<Instant> instants;
  std::vector<uint32_t> rows;
  for (size_t owner = 0; owner + 1 < block->offsets.size(); ++owner) {
    const uint32_t begin = block->offsets[owner];
    const uint32_t size = block->offsets[owner + 1] - begin;
    Instant* const times = block->time.data() + begin;
    uint32_t* const row = block->row.data() + begin;
    const auto earlier = [&](uint32_t a, uint32_t b) {
      return times[a] != times[b] ? times[a] < times[b] : row[a] < row[b];
    };
    bool sorted = true;
    for (uint32_t i = 1; i < size && sorted; ++i) sorted = earlier(i - 1, i);
    if (sorted) continue;
    order.resize(size);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), earlier);
    Permute(order, begin, &block->type);
    for (Codes& codes : block->properties) Permute(order, begin, &codes);
    Permute<uint32_t>(order, row, &rows);
    Permute<Instant>(order, times, &instants);
  }
}

}  // namespace

EventLogBuilder::EventLogBuilder(size_t properties) {
  const std::vector<uint8_t> widths(properties + 1, 1);
  layouts_.push_back({widths, kCodesAt + widths.size()});
}

void EventLogBuilder::Widen(size_t column, uint32_t code) {
  const uint32_t width = Codes::WidthOf(code);
  const Layout& layout = layouts_.back();
  if (width <= layout.widths[column]) return;
  Layout wider = layout;
  wider.stride += width - wider.widths[column];
  wider.widths[column] = static_cast<uint8_t>(width);
  layouts_.push_back(std::move(wider));
}

// The first chunks of a part are small: there may be many parts of few events.
void EventLogBuilder::AddChunk(Part* part) const {
  constexpr size_t kSmallest = 512;
  constexpr size_t kLargest = size_t{1} << 16;
  const size_t stride = layouts_.back().stride;
  size_t bytes = 0;  // as many as the part has already
  for (const Chunk& chunk : part->chunks) {
    if (bytes >= kLargest) break;
    bytes += chunk.rows * stride;
  }
  bytes = std::clamp(bytes, kSmallest, kLargest);
  if (!part->chunks.empty()) part->chunks.back().rows -= part->room;
  Chunk& chunk = part->chunks.emplace_back();
  chunk.rows = static_cast<uint32_t>(std::max<size_t>(1, bytes / stride));
  chunk.bytes =
      std::make_unique_for_overwrite<uint8_t[]>(chunk.rows * stride + kSlack);
  chunk.layout = static_cast<uint32_t>(layouts_.size() - 1);
  part->next = chunk.bytes.get();
  part->room = chunk.rows;
  part->layout = chunk.layout;
}

void EventLogBuilder::Append(const EventRows& rows) {
  uint32_t parts = 0;
  size_t kept = 0;
  for (const uint32_t owner : rows.owner) {
    if (owner == kNone) continue;
    parts = std::max(parts, owner / kOwnersAPart + 1);
    ++kept;
  }
  if (kept == 0) return;
  size_ += kept;
  if (parts > parts_.size()) parts_.resize(parts);
  const size_t columns = layouts_.back().widths.size();
  std::vector<const uint32_t*> codes = {rows.type};
  codes.insert(codes.end(), rows.codes.begin(), rows.codes.end());
  for (size_t column = 0; column < columns; ++column) {
    uint32_t all = 0;
    for (size_t i = 0; i < rows.owner.size(); ++i) all |= codes[column][i];
    Widen(column, all);
  }
  const auto layout = static_cast<uint32_t>(layouts_.size() - 1);
  const size_t stride = layouts_[layout].stride;
  const uint8_t* const widths = layouts_[layout].widths.data();
  Part* const all_parts = parts_.data();
  const EventRows from = rows;
  const uint32_t* const* const code = codes.data();
  for (size_t i = 0; i < from.owner.size(); ++i) {
    const uint32_t owner = from.owner[i];
    if (owner == kNone) continue;
    Part& part = all_parts[owner / kOwnersAPart];
    if (part.room == 0 || part.layout != layout) AddChunk(&part);
    uint8_t* at = part.next;
    part.next = at + stride;
    --part.room;
    const auto place = static_cast<uint16_t>(owner % kOwnersAPart);
    std::memcpy(at, &from.time[i], sizeof from.time[i]);
    std::memcpy(at + kRowAt, &from.row[i], sizeof from.row[i]);
    std::memcpy(at + kPlaceAt, &place, sizeof place);
    at += kCodesAt;
    for (size_t column = 0; column < columns; ++column) {
      std::memcpy(at, &code[column][i], sizeof(uint32_t));
      at += widths[column];
    }
  }
}

void EventLogBuilder::Append(uint32_t owner, Instant time, uint32_t type,
                             uint32_t row, std::span<const uint32_t> codes) {
  std::vector<const uint32_t*> columns;
  for (const uint32_t& code : codes) columns.push_back(&code);
  Append({{&owner, 1}, &time, &type, &row, columns});
}

EventLog EventLogBuilder::Finish(const Late& late) {
  while (!FinishStep(late)) {
  }
  return EventLog(std::move(blocks_));
}

bool EventLogBuilder::FinishStep(const Late& late, uint32_t threads) {
  constexpr size_t kRowsAStep = 200'000;
  if (blocks_.empty()) blocks_.resize(parts_.size() * kBlocksAPart);
  size_t end = sorted_;
  for (size_t rows = 0; end < parts_.size() && rows < kRowsAStep * threads;) {
    rows += parts_[end++].size() + 1000;
  }
  std::vector<Sorting> sortings(threads);
  std::atomic<size_t> next = sorted_;
  InParallel(threads, [&](size_t thread) {
    for (size_t part = next++; part < end; part = next++) {
      Sort(part, late, &sortings[thread]);
    }
  });
  for (const Sorting& one : sortings) newest_ = std::max(newest_, one.newest);
  sorted_ = end;
  return sorted_ == parts_.size();
}

void EventLogBuilder::Sort(size_t number, const Late& late, Sorting* sorting) {
  static_assert(kBlocksAPart <= 1u << (32 - kBlockShift));
  const Part part = std::move(parts_[number]);
  const auto blocks =
      std::span(blocks_).subspan(number * kBlocksAPart, kBlocksAPart);
  std::vector<uint32_t>& places = sorting->places;
  // By owner: how many, then the number of the next one in its block.
  std::array<uint32_t, kOwnersAPart> next{};
  places.clear();
  places.reserve(part.size());
  ForEachRecord(part, [&](const uint8_t* at, const Layout& layout) {
    uint16_t owner = 0;
    std::memcpy(&owner, at + kPlaceAt, sizeof owner);
    const bool typed =
        late.types.empty() ||
        late.types[CodeAt(at + kCodesAt, layout.widths[0])] != kNone;
    const bool usable = typed && TimeOf(at, late) != kNever;
    if (usable) ++next[owner];
    places.push_back(usable ? owner : kNone);
  });
  for (uint32_t i = 0; i < kBlocksAPart; ++i) {
    EventBlock& block = blocks[i];
    block.offsets.resize(EventLog::kOwnersABlock + 1);
    for (uint32_t owner = 0; owner < EventLog::kOwnersABlock; ++owner) {
      uint32_t& count = next[i * EventLog::kOwnersABlock + owner];
      block.offsets[owner + 1] = block.offsets[owner] + count;
      count = block.offsets[owner];
    }
  }
  for (uint32_t& place : places) {
    if (place == kNone) continue;
    place = (place / EventLog::kOwnersABlock) << kBlockShift | next[place]++;
  }
  Scatter(part, late, blocks, sorting);
  for (EventBlock& block : blocks) SortByTime(&block);
}

void EventLogBuilder::Scatter(const Part& part, const Late& late,
                              std::span<EventBlock> blocks,
                              Sorting* sorting) const {
  const Layout& layout = layouts_.back();
  for (EventBlock& block : blocks) {
    const size_t events = block.offsets.back();
    block.time.resize(events);
    block.row.resize(events);
    const auto room = [&](uint8_t width) {
      return Codes(events, width == 4 ? kNone : (1u << (width * 8)) - 1);
    };
    block.type = room(layout.widths[0]);
    for (size_t i = 1; i < layout.widths.size(); ++i) {
      block.properties.push_back(room(layout.widths[i]));
    }
  }
  const uint32_t* place = sorting->places.data();
  ForEachRecord(part, [&](const uint8_t* at, const Layout& /*layout*/) {
    const uint32_t to = *place++;
    if (to == kNone) return;
    EventBlock& block = blocks[to >> kBlockShift];
    const Instant time = TimeOf(at, late);
    sorting->newest = std::max(sorting->newest, time);
    block.time[to & kNumberMask] = time;
    std::memcpy(&block.row[to & kNumberMask], at + kRowAt, sizeof(uint32_t));
  });
  for (size_t column = 0; column < layout.widths.size(); ++column) {
    const auto types = column == 0 ? late.types : std::span<const uint32_t>();
    switch (layout.widths[column]) {
      case 1:
        ScatterCodes<uint8_t>(part, column, types, blocks, *sorting);
        break;
      case 2:
        ScatterCodes<uint16_t>(part, column, types, blocks, *sorting);
        break;
      default:
        ScatterCodes<uint32_t>(part, column, types, blocks, *sorting);
    }
  }
}

template <typename Code>
void EventLogBuilder::ScatterCodes(const Part& part, size_t column,
                                   std::span<const uint32_t> types,
                                   std::span<EventBlock> blocks,
                                   const Sorting& sorting) const {
  std::array<uint8_t*, kBlocksAPart> codes{};
  for (size_t i = 0; i < blocks.size(); ++i) {
    codes[i] = column == 0 ? blocks[i].type.data()
                           : blocks[i].properties[column - 1].data();
  }
  const uint32_t* place = sorting.places.data();
  for (const Chunk& chunk : part.chunks) {
    const Layout& from = layouts_[chunk.layout];
    size_t offset = kCodesAt;
    for (size_t i = 0; i < column; ++i) offset += from.widths[i];
    const uint8_t* at = chunk.bytes.get() + offset;
    const uint32_t rows = part.RowsOf(chunk);
    for (uint32_t i = 0; i < rows; ++i, at += from.stride) {
      const uint32_t to = *place++;
      if (to == kNone) continue;
      uint32_t given = CodeAt(at, from.widths[column]);
      if (!types.empty()) given = types[given];
      const auto code = static_cast<Code>(given);
      std::memcpy(
          codes[to >> kBlockShift] + size_t{to & kNumberMask} * sizeof code,
          &code, sizeof code);
    }
  }
}

Instant LastEventTime(const EventLog& log, uint32_t lead, Instant as_of) {
  const std::span<const Instant> times = log.Of(lead).times();
  const auto after = std::ranges::upper_bound(times, as_of);
  return after == times.begin() ? kNever : *(after - 1);
}

}  // namespace mqlab
