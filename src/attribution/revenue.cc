#include "attribution/revenue.h"

#include <numeric>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "base/decimal.h"
#include "funnel/matches.h"
#include "funnel/roles.h"
#include "report/questions.h"

namespace mqlab {
namespace {

// Of cells that are no numbers, or beyond kMaxMagnitude, 0.
std::vector<int64_t> AmountsOf(const BoundField& field) {
  std::vector<int64_t> amounts(field.num_codes());
  for (uint32_t code = 1; code < amounts.size(); ++code) {
    bool too_large = false;
    amounts[code] = RoundToThousandths(PlainNumber(field.column->texts[code],
                                                   field.column->format),
                                       &too_large)
                        .value_or(0);
  }
  return amounts;
}

}  // namespace

Revenues::Revenues(const Run& run) : offsets_(run.table.num_leads + 1) {
  const ValueSource source = *ResolveEconomics(run).value;
  const bool is_field = !source.event;
  const FieldUse use = {
      .name = source.name,
      .type = FieldType::kNumber,
      .column = FindColumn(run, {.is_field = is_field, .name = source.name})};
  BindingCache& cache = *run.binding->cache();
  const BoundField& field = is_field ? *cache.Field(use) : *cache.Property(use);
  const std::vector<int64_t> amounts = AmountsOf(field);
  const auto add = [&](uint32_t lead, Instant at, int64_t amount) {
    if (amount == 0) return;
    values_.push_back({at, amount});
    ++offsets_[lead + 1];
  };
  const int32_t customer = FindRoles(run.program.source).customer;
  if (!is_field && use.column != kNoIndex) {
    const Questions questions(run, {}, {&*source.event, 1});
    ForEachMatch(run, questions, 0, [&](uint32_t lead, EventRef event) {
      const EventBlock& block = *event.block;
      add(lead, block.time[event.index],
          amounts[block.properties[use.column][event.index]]);
    });
  } else if (is_field && customer != kNoStage) {
    const auto& reached = run.table.reached[static_cast<size_t>(customer)];
    for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
      if (reached[lead] == kNever) continue;
      add(lead, reached[lead], amounts[field.code(lead)]);
    }
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
}

Wide Revenues::SumOf(uint32_t lead) const {
  Wide sum = 0;
  for (const Value& value : Of(lead)) sum += value.amount;
  return sum;
}

}  // namespace mqlab
