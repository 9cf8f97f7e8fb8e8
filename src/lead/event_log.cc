#include "lead/event_log.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace mqlab {

EventLog::EventLog(std::vector<EventBlock> blocks)
    : blocks_(std::move(blocks)) {
  for (const EventBlock& block : blocks_) size_ += block.time.size();
}

void EventLogBuilder::Append(uint32_t owner, Instant time, uint32_t type,
                             uint32_t row, std::span<const uint32_t> codes) {
  const uint32_t number = owner / EventLog::kOwnersABlock;
  if (number >= parts_.size()) parts_.resize(number + 1);
  Part& part = parts_[number];
  part.events.push_back({owner % EventLog::kOwnersABlock, type, time, row});
  part.codes.insert(part.codes.end(), codes.begin(), codes.end());
}

EventLog EventLogBuilder::Finish() {
  std::vector<EventBlock> blocks;
  for (Part& part : parts_) {
    blocks.push_back(Sort(part));
    part = {};
  }
  return EventLog(std::move(blocks));
}

EventBlock EventLogBuilder::Sort(const Part& part) const {
  std::vector<uint32_t> order(part.events.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](uint32_t a, uint32_t b) {
    const Event& x = part.events[a];
    const Event& y = part.events[b];
    return x.owner != y.owner ? x.owner < y.owner : x.time < y.time;
  });
  EventBlock block;
  block.offsets.assign(EventLog::kOwnersABlock + 1, 0);
  block.properties.resize(num_properties_);
  for (const uint32_t i : order) {
    const Event& event = part.events[i];
    ++block.offsets[event.owner + 1];
    block.time.push_back(event.time);
    block.type.push_back(event.type);
    block.row.push_back(event.row);
    for (size_t column = 0; column < num_properties_; ++column) {
      block.properties[column].push_back(
          part.codes[i * num_properties_ + column]);
    }
  }
  std::partial_sum(block.offsets.begin(), block.offsets.end(),
                   block.offsets.begin());
  return block;
}

Instant LastEventTime(const EventLog& log, uint32_t lead, Instant as_of) {
  const std::span<const Instant> times = log.Of(lead).times();
  const auto after = std::ranges::upper_bound(times, as_of);
  return after == times.begin() ? kNever : *(after - 1);
}

}  // namespace mqlab
