#include "sales/queue.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/heap_sort.h"
#include "sales/lead_card.h"

namespace mqlab {
namespace {

void SortHottestFirst(const Run& run, std::vector<uint32_t>* leads) {
  struct Heat {
    Millipoints total;
    Instant last;
    uint32_t lead;
  };
  std::vector<Heat> heats;
  for (const uint32_t lead : *leads) {
    heats.push_back({run.table.total[lead],
                     LastEventTime(run.dataset->events.log, lead, run.as_of),
                     lead});
  }
  // Of each number the complement: its order the other way round.
  HeapSort(heats, [](const Heat& heat) {
    return std::tuple(~heat.total, ~heat.last, heat.lead);
  });
  for (size_t i = 0; i < heats.size(); ++i) (*leads)[i] = heats[i].lead;
}

// The higher of the two in the middle. REQUIRES: some.
Millipoints MedianTotal(const Run& run, const std::vector<uint32_t>& leads) {
  std::vector<Millipoints> totals;
  for (const uint32_t lead : leads) totals.push_back(run.table.total[lead]);
  const auto middle =
      totals.begin() + static_cast<ptrdiff_t>(totals.size() / 2);
  std::ranges::nth_element(totals, middle);
  return *middle;
}

}  // namespace

Queue MakeQueue(const Run& run, const HandOff& hand_off,
                const std::vector<uint32_t>* selection) {
  Queue queue;
  std::vector<uint32_t> below;  // of no contact
  std::vector<uint32_t> waiting;
  const auto look = [&](uint32_t lead) {
    const int32_t stage = run.table.stage[lead];
    if (stage == hand_off.stage()) {
      if (stage == kNoStage || hand_off.MarkOf(lead) != Mark::kNone) return;
      waiting.push_back(lead);
      (hand_off.HasContact(lead) ? queue.contactable : queue.anonymous)
          .push_back(lead);
    } else if (stage >= kNoStage && stage < hand_off.stage() &&
               !hand_off.HasContact(lead)) {
      below.push_back(lead);
    }
  };
  if (selection != nullptr) {
    std::ranges::for_each(*selection, look);
  } else {
    for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) look(lead);
  }
  if (!waiting.empty()) {
    const Millipoints hot = MedianTotal(run, waiting);
    std::ranges::copy_if(
        below, std::back_inserter(queue.anonymous),
        [&](uint32_t lead) { return run.table.total[lead] >= hot; });
  }
  SortHottestFirst(run, &queue.contactable);
  SortHottestFirst(run, &queue.anonymous);
  return queue;
}

JsonText WriteQueue(const Run& run, const HandOff& hand_off,
                    const BusinessTime& time, const std::vector<uint32_t>& list,
                    size_t others, size_t begin, size_t end) {
  JsonText json = JsonText::Object();
  json.Add("count", JsonText::Whole(static_cast<int64_t>(list.size())));
  json.Add("others", JsonText::Whole(static_cast<int64_t>(others)));
  JsonText rows = JsonText::List();
  for (size_t i = begin; i < std::min(end, list.size()); ++i) {
    rows.Add(WriteLeadCard(run, MakeLeadCard(run, hand_off, time, list[i])));
  }
  json.Add("rows", std::move(rows));
  return json;
}

}  // namespace mqlab
