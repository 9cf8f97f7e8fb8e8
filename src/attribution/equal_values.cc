#include "attribution/equal_values.h"

#include <algorithm>

#include "base/text.h"

namespace mqlab {

uint32_t FindColumn(const Run& run, const ColumnName& name) {
  const Program& program = run.program;
  for (const std::vector<FieldUse>* uses :
       {name.is_field ? &program.fields : &program.properties,
        name.is_field ? &program.asked_fields : &program.asked_properties}) {
    const auto used = std::ranges::find(*uses, name.name, &FieldUse::name);
    if (used != uses->end()) return used->column;
  }
  const std::vector<Column>& columns = name.is_field
                                           ? run.dataset->leads.fields
                                           : run.dataset->events.properties;
  const auto found = std::ranges::find(columns, name.name, &Column::name);
  return found == columns.end()
             ? kNoIndex
             : static_cast<uint32_t>(found - columns.begin());
}

EqualValues::EqualValues(const Run& run, const ColumnName& name)
    : is_field_(name.is_field), column_(FindColumn(run, name)) {
  const FieldUse use = {.name = name.name, .column = column_};
  BindingCache& cache = *run.binding->cache();
  field_ = is_field_ ? cache.Field(use) : cache.Property(use);
  buckets_ = cache.BucketsOf(*field_);
  first_.resize(buckets_->count - 1);
  for (auto code = static_cast<uint32_t>(buckets_->numbers.size()); code > 1;) {
    const uint32_t number = buckets_->numbers[--code];
    if (number != 0) first_[number - 1] = code;
  }
}

uint32_t EqualValues::Find(std::string_view text) const {
  const std::string folded = Fold(Trim(text));
  for (uint32_t number = 0; number < size(); ++number) {
    if (field_->Text(first_[number]) == folded) return number;
  }
  return kNoIndex;
}

}  // namespace mqlab
