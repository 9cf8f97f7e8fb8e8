#include "funnel/scope.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "scoring/binding.h"

namespace mqlab {
namespace {

Instant FirstEventTime(const EventLog& log, uint32_t lead, Instant as_of) {
  const EventSpan events = log.Of(lead);
  if (events.size() == 0 || events.times().front() > as_of) return kNever;
  return events.times().front();
}

Instant Beginning(const Run& run, uint32_t lead) {
  const Instant created = run.binding->Created(lead);
  if (created != kNever && created <= run.as_of) return created;
  return FirstEventTime(run.dataset->events.log, lead, run.as_of);
}

}  // namespace

std::vector<Instant> EntriesOf(const Run& run, int32_t stage) {
  if (stage != kNoStage) return run.table.reached[static_cast<size_t>(stage)];
  std::vector<Instant> entries(run.table.num_leads);
  for (uint32_t lead = 0; lead < entries.size(); ++lead) {
    entries[lead] = Beginning(run, lead);
  }
  return entries;
}

Scope MakeScope(const Run& run, const std::vector<uint32_t>* selection,
                int32_t stage, const Period& period) {
  Scope scope;
  scope.entries = EntriesOf(run, stage);
  if (selection != nullptr) {
    scope.leads = *selection;
    std::ranges::sort(scope.leads);
  } else {
    scope.leads.resize(run.table.num_leads);
    std::iota(scope.leads.begin(), scope.leads.end(), 0);
  }
  std::erase_if(scope.leads, [&](uint32_t lead) {
    const Instant entry = scope.entries[lead];
    if (stage != kNoStage && entry == kNever) return true;
    return !period.all() && !period.Has(entry);
  });
  return scope;
}

Grouping GroupAll(const Run& run) {
  Grouping grouping;
  grouping.of.assign(run.table.num_leads, 0);
  grouping.all = 0;
  return grouping;
}

std::vector<uint32_t> LargestFirst(std::vector<uint32_t> counts, size_t most) {
  std::vector<uint32_t> order;
  while (order.size() < most) {
    const auto largest = std::ranges::max_element(counts);
    if (largest == counts.end() || *largest == 0) break;
    *largest = 0;
    order.push_back(static_cast<uint32_t>(largest - counts.begin()));
  }
  return order;
}

Grouping GroupBy(const std::vector<uint32_t>& values,
                 const std::vector<std::string>& names, const Scope& scope) {
  std::vector<uint32_t> counts(names.size());
  bool missing = false;
  for (const uint32_t lead : scope.leads) {
    if (values[lead] == kNoIndex) {
      missing = true;
    } else {
      ++counts[values[lead]];
    }
  }
  std::vector<uint32_t> order =
      LargestFirst(std::move(counts), Grouping::kMostGroups + 1);
  const bool others = order.size() > Grouping::kMostGroups;
  if (others) order.pop_back();

  Grouping grouping;
  auto next = static_cast<uint32_t>(order.size());
  if (others) grouping.others = next++;
  if (missing) grouping.missing = next;
  std::vector<uint32_t> group_of(names.size(), grouping.others);
  for (const uint32_t value : order) {
    group_of[value] = static_cast<uint32_t>(grouping.names.size());
    grouping.names.push_back(names[value]);
  }
  grouping.of.resize(values.size());
  for (size_t lead = 0; lead < values.size(); ++lead) {
    const uint32_t value = values[lead];
    grouping.of[lead] = value == kNoIndex ? grouping.missing : group_of[value];
  }
  return grouping;
}

Grouping GroupByField(const Run& run, std::string_view field,
                      const Scope& scope) {
  const std::vector<Column>& fields = run.dataset->leads.fields;
  const auto found = std::ranges::find(fields, field, &Column::name);
  std::vector<uint32_t> values(run.table.num_leads, kNoIndex);
  std::vector<std::string> names;
  if (found == fields.end()) return GroupBy(values, names, scope);

  FieldUse use;
  use.name = found->name;
  use.column = static_cast<uint32_t>(found - fields.begin());
  const BoundField& bound = *run.binding->cache()->Field(use);
  const std::shared_ptr<const Buckets> buckets =
      run.binding->cache()->BucketsOf(bound);
  names.resize(buckets->count - 1);
  for (uint32_t code = 1; code < buckets->numbers.size(); ++code) {
    const uint32_t number = buckets->numbers[code];
    if (number == 0 || !names[number - 1].empty()) continue;
    names[number - 1] = found->texts[code];
  }
  for (uint32_t lead = 0; lead < values.size(); ++lead) {
    values[lead] = buckets->numbers[bound.code(lead)] - 1;  // 0: kNoIndex
  }
  return GroupBy(values, names, scope);
}

std::vector<std::vector<uint32_t>> LeadsByGroup(const Scope& scope,
                                                const Grouping& grouping) {
  std::vector<std::vector<uint32_t>> groups(grouping.size());
  for (const uint32_t lead : scope.leads) {
    groups[grouping.of[lead]].push_back(lead);
  }
  return groups;
}

}  // namespace mqlab
