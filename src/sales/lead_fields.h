#ifndef MQLAB_SALES_LEAD_FIELDS_H_
#define MQLAB_SALES_LEAD_FIELDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "lead/column.h"
#include "report/run.h"

namespace mqlab {

// Some fields of the leads as they are at as-of: before its creation a lead has
// none.
class LeadFields {
 public:
  LeadFields() = default;
  // Names that have no column are left out.
  template <typename Names>
  LeadFields(const Run& run, const Names& names) : run_(&run) {
    for (const std::string_view name : names) Add(name);
  }

  bool empty() const { return columns_.empty(); }
  // Whether any is set.
  bool Any(uint32_t lead) const;

  struct Cell {
    std::string_view field;
    std::string_view value;
  };
  // Those that are set.
  std::vector<Cell> Of(uint32_t lead) const;

 private:
  void Add(std::string_view name);
  bool Has(uint32_t lead) const;

  const Run* run_ = nullptr;
  std::vector<const Column*> columns_;
};

}  // namespace mqlab

#endif  // MQLAB_SALES_LEAD_FIELDS_H_
