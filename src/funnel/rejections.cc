#include "funnel/rejections.h"

#include <algorithm>
#include <array>
#include <memory>

#include "funnel/matches.h"
#include "funnel/sales_events.h"
#include "report/questions.h"

namespace mqlab {

Rejections FindRejections(const Run& run) {
  Rejections rejections;
  rejections.last.assign(run.table.num_leads, kNever);
  rejections.reason.assign(run.table.num_leads, 0);
  rejections.reasons.assign(1, "");
  const SalesEvents sales = ResolveSla(*run.rules.ruleset);
  const Questions questions(run, {}, std::array{sales.reject});
  std::vector<uint32_t> codes(run.table.num_leads, Column::kMissing);
  const std::vector<Column>& properties = run.dataset->events.properties;
  const auto found = std::ranges::find(properties, sales.reason, &Column::name);
  const auto column = static_cast<size_t>(found - properties.begin());
  ForEachMatch(run, questions, 0, [&](uint32_t lead, EventRef event) {
    rejections.last[lead] = event.block->time[event.index];
    if (found == properties.end()) return;
    codes[lead] = event.block->properties[column][event.index];
  });
  if (found == properties.end()) return rejections;

  FieldUse use;
  use.name = found->name;
  use.column = static_cast<uint32_t>(column);
  BindingCache& cache = *run.binding->cache();
  const std::shared_ptr<const Buckets> buckets =
      cache.BucketsOf(*cache.Property(use));
  rejections.reasons.resize(buckets->count);
  for (uint32_t lead = 0; lead < codes.size(); ++lead) {
    const uint32_t reason = buckets->numbers[codes[lead]];
    rejections.reason[lead] = reason;
    // As the first of the leads has it.
    std::string& text = rejections.reasons[reason];
    if (text.empty()) text = found->texts[codes[lead]];
  }
  return rejections;
}

}  // namespace mqlab
