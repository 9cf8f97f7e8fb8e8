#ifndef MQLAB_LEAD_LEAD_TABLE_H_
#define MQLAB_LEAD_LEAD_TABLE_H_

// The leads: distinct ids in the order of their first row, and one column a
// field. The column that holds the ids is a field too. A share of a dataset
// (lead/share.h) has no ids.

#include <cstdint>
#include <vector>

#include "base/string_pool.h"
#include "lead/column.h"

namespace mqlab {

struct LeadTable {
  StringPool ids;              // number of an id = index of the lead
  std::vector<uint32_t> rows;  // number of each lead's first data row, from 1
  std::vector<Column> fields;

  uint32_t size() const { return static_cast<uint32_t>(rows.size()); }
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_LEAD_TABLE_H_
