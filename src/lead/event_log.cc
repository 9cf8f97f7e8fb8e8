#include "lead/event_log.h"

#include <algorithm>
#include <numeric>

namespace mqlab {
namespace {

// The lead of each distinct id of the events, or StringPool::kNone.
std::vector<uint32_t> FindLeads(const LeadTable& leads,
                                const StringPool& event_ids) {
  std::vector<uint32_t> found(event_ids.size());
  for (uint32_t i = 0; i < event_ids.size(); ++i) {
    found[i] = leads.ids.Find(event_ids[i]);
  }
  return found;
}

// Orders each lead's run by time; equal times keep their file order.
void SortRuns(const EventTable& events, EventLog* log) {
  const auto earlier = [&](uint32_t a, uint32_t b) {
    return events.time[a] != events.time[b] ? events.time[a] < events.time[b]
                                            : a < b;
  };
  for (size_t lead = 0; lead + 1 < log->offsets.size(); ++lead) {
    const auto begin = log->index.begin() + log->offsets[lead];
    const auto end = log->index.begin() + log->offsets[lead + 1];
    if (!std::is_sorted(begin, end, earlier)) std::sort(begin, end, earlier);
  }
}

}  // namespace

EventLog JoinEvents(const LeadTable& leads, const EventTable& events) {
  const std::vector<uint32_t> lead_of = FindLeads(leads, events.lead_ids);
  EventLog log;
  log.offsets.assign(leads.size() + 1, 0);
  for (uint32_t i = 0; i < events.size(); ++i) {
    const uint32_t lead = lead_of[events.lead[i]];
    if (lead == StringPool::kNone) {
      log.orphans.push_back(i);
    } else {
      ++log.offsets[lead + 1];
    }
  }
  std::partial_sum(log.offsets.begin(), log.offsets.end(), log.offsets.begin());
  log.index.resize(log.offsets.back());
  std::vector<uint32_t> next = log.offsets;
  for (uint32_t i = 0; i < events.size(); ++i) {
    const uint32_t lead = lead_of[events.lead[i]];
    if (lead != StringPool::kNone) log.index[next[lead]++] = i;
  }
  SortRuns(events, &log);
  log.time.reserve(log.index.size());
  log.type.reserve(log.index.size());
  for (const uint32_t i : log.index) {
    log.time.push_back(events.time[i]);
    log.type.push_back(events.type[i]);
  }
  const auto newest = std::max_element(events.time.begin(), events.time.end());
  if (newest != events.time.end()) log.newest = *newest;
  return log;
}

Instant LastEventTime(const EventLog& log, uint32_t lead, Instant as_of) {
  if (log.offsets.empty()) return kNever;
  const auto begin = log.time.begin() + log.offsets[lead];
  const auto end = log.time.begin() + log.offsets[lead + 1];
  const auto after = std::upper_bound(begin, end, as_of);
  return after == begin ? kNever : *(after - 1);
}

}  // namespace mqlab
