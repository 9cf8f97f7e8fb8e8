#ifndef MQLAB_ATTRIBUTION_EQUAL_VALUES_H_
#define MQLAB_ATTRIBUTION_EQUAL_VALUES_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "report/run.h"
#include "rules/ruleset.h"

namespace mqlab {

// The number of a column as the run's rules find it by its name; kNoIndex when
// there is none.
uint32_t FindColumn(const Run& run, const ColumnName& name);

// The texts of a field or property, numbered from 0: those that `eq` takes for
// equal have one number.
class EqualValues {
 public:
  // `run` must outlive it.
  EqualValues(const Run& run, const ColumnName& column);

  bool is_field() const { return is_field_; }
  uint32_t size() const { return static_cast<uint32_t>(first_.size()); }
  // As the first of the column's cells that has it writes it.
  std::string_view Name(uint32_t number) const {
    return field_->column->texts[first_[number]];
  }
  // The number of a text; kNoIndex when no cell has it.
  uint32_t Find(std::string_view text) const;

  // kNoIndex where there is none. REQUIRES: is_field(), or not.
  uint32_t Of(uint32_t lead) const { return OfCode(field_->code(lead)); }
  uint32_t Of(EventRef event) const {
    const Codes* const codes = CodesOf(*event.block);
    return codes == nullptr ? kNoIndex : OfCode((*codes)[event.index]);
  }
  // Of one event after the other: the property's codes, nullptr when there is
  // no such column.
  const Codes* CodesOf(const EventBlock& block) const {
    return column_ == kNoIndex ? nullptr : &block.properties[column_];
  }
  uint32_t OfCode(uint32_t code) const { return buckets_->numbers[code] - 1; }

 private:
  bool is_field_;
  uint32_t column_;
  const BoundField* field_;
  std::shared_ptr<const Buckets> buckets_;  // 0: missing
  std::vector<uint32_t> first_;             // code, by number
};

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_EQUAL_VALUES_H_
