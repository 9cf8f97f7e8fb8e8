#include "attribution/touches.h"

#include <algorithm>
#include <string>

#include "attribution/economics.h"

namespace mqlab {
Touches::Source Touches::SourceOf(const Run& run, TouchedBy by) {
  const Economics economics = ResolveEconomics(run);
  if (by == TouchedBy::kContent) {
    const ColumnName content = {.is_field = false,
                                .name = economics.content->property};
    return {content, content, *economics.content->event};
  }
  const ColumnName& names =
      by == TouchedBy::kChannel ? *economics.channel : *economics.campaign;
  return {names, economics.channel->is_field ? names : *economics.channel,
          *economics.touch};
}

Touches::Touches(const Run& run, TouchedBy by)
    : Touches(run, SourceOf(run, by)) {}

Touches::Touches(const Run& run, const Source& source)
    : run_(run),
      names_(run, source.names),
      needed_(run, source.needed),
      names_are_needed_(source.names == source.needed),
      any_event_(source.event == EventPattern()),
      questions_(run, {}, {&source.event, 1}) {}

void Touches::Read(uint32_t lead, bool only_first) {
  values_.clear();
  instants_.clear();
  if (needed_.is_field()) {
    if (names_.Of(lead) == kNoIndex) return;
    values_.push_back(names_.Of(lead));
    instants_.push_back(run_.as_of);
    return;
  }
  const EventSpan events = run_.dataset->events.log.Of(lead);
  if (events.size() == 0) return;
  const Codes* const needed = needed_.CodesOf(*events.block);
  if (needed == nullptr) return;
  for (uint32_t i = events.begin; i < events.end; ++i) {
    const uint32_t value = needed_.OfCode((*needed)[i]);
    if (value == kNoIndex) continue;
    const EventRef event = {events.block, i};
    if (!any_event_ && !questions_.Matches(0, event)) continue;
    const Instant time = events.block->time[i];
    if (time > run_.as_of) return;
    values_.push_back(names_are_needed_   ? value
                      : names_.is_field() ? names_.Of(lead)
                                          : names_.Of(event));
    instants_.push_back(time);
    if (only_first) return;
  }
}

size_t Touches::CountUpTo(Instant t) const {
  if (needed_.is_field()) return instants_.size();
  return static_cast<size_t>(std::ranges::upper_bound(instants_, t) -
                             instants_.begin());
}

Grouping GroupByFirstTouch(const Run& run, TouchedBy by, const Scope& scope) {
  Touches touches(run, by);
  std::vector<uint32_t> values(run.table.num_leads, kNoIndex);
  for (const uint32_t lead : scope.leads) {
    touches.Read(lead, true);
    if (!touches.values().empty()) values[lead] = touches.values().front();
  }
  std::vector<std::string> names;
  for (uint32_t value = 0; value < touches.names().size(); ++value) {
    names.emplace_back(touches.names().Name(value));
  }
  return GroupBy(values, names, scope);
}

}  // namespace mqlab
