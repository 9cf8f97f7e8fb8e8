#include "sales/lead_fields.h"

#include <algorithm>

namespace mqlab {

void LeadFields::Add(std::string_view name) {
  const std::vector<Column>& fields = run_->dataset->leads.fields;
  const auto found = std::ranges::find(fields, name, &Column::name);
  if (found != fields.end()) columns_.push_back(&*found);
}

bool LeadFields::Has(uint32_t lead) const {
  const Instant created = run_->binding->Created(lead);
  return created == kNever || created <= run_->as_of;
}

bool LeadFields::Any(uint32_t lead) const {
  const auto is_set = [&](const Column* column) {
    return column->codes[lead] != Column::kMissing;
  };
  return std::ranges::any_of(columns_, is_set) && Has(lead);
}

std::vector<LeadFields::Cell> LeadFields::Of(uint32_t lead) const {
  std::vector<Cell> cells;
  if (!Any(lead)) return cells;
  for (const Column* column : columns_) {
    const std::string_view value = column->cell(lead);
    if (!value.empty()) cells.push_back({column->name, value});
  }
  return cells;
}

}  // namespace mqlab
