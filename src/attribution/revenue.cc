#include "attribution/revenue.h"

#include <algorithm>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "base/decimal.h"
#include "funnel/roles.h"

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

Revenues::Revenues(const Run& run)
    : run_(run), customer_(FindRoles(run.program.source).customer) {
  const ValueSource source = *ResolveEconomics(run).value;
  is_field_ = !source.event;
  const FieldUse use = {
      .name = source.name,
      .type = FieldType::kNumber,
      .column = FindColumn(run, {.is_field = is_field_, .name = source.name})};
  BindingCache& cache = *run.binding->cache();
  field_ = is_field_ ? cache.Field(use) : cache.Property(use);
  column_ = use.column;
  if (!is_field_ && column_ != kNoIndex) {
    questions_.emplace(run, std::span<Condition>(),
                       std::span(&*source.event, 1));
  }
  amounts_ = AmountsOf(*field_);
}

std::span<const Revenues::Value> Revenues::Of(uint32_t lead) {
  values_.clear();
  if (is_field_) {
    if (customer_ == kNoStage) return {};
    const Instant at = run_.table.reached[static_cast<size_t>(customer_)][lead];
    const int64_t amount = amounts_[field_->code(lead)];
    if (at != kNever && amount != 0) values_.push_back({at, amount});
    return values_;
  }
  if (!questions_) return {};
  const EventSpan events = run_.dataset->events.log.Of(lead);
  for (uint32_t i = events.begin; i < events.end; ++i) {
    if (!questions_->Matches(0, {events.block, i})) continue;
    const Instant time = events.block->time[i];
    if (time > run_.as_of) break;
    const int64_t amount = amounts_[events.block->properties[column_][i]];
    if (amount != 0) values_.push_back({time, amount});
  }
  return values_;
}

Wide Revenues::SumOf(uint32_t lead) {
  Wide sum = 0;
  for (const Value& value : Of(lead)) sum += value.amount;
  return sum;
}

}  // namespace mqlab
