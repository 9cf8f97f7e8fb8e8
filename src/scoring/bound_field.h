#ifndef MQLAB_SCORING_BOUND_FIELD_H_
#define MQLAB_SCORING_BOUND_FIELD_H_

// A column read as the type that a program gives it. A part of Binding.

#include <cstdint>
#include <string>
#include <vector>

#include "base/issue.h"
#include "lead/event_log.h"
#include "scoring/program.h"

namespace mqlab {

// A FieldUse's column with its distinct cells read as the type. Vectors run
// over the column's codes; only those of the type are filled. A use without a
// column has the one code Column::kMissing.
struct BoundField {
  const Column* column = nullptr;
  // In the place of the column's own codes where a lead's last cell does not
  // fit the type and an earlier row's does; empty when there is none.
  Codes codes;
  std::vector<uint8_t> present;
  std::vector<double> numbers;
  std::vector<uint8_t> booleans;
  std::vector<Instant> instants;
  std::vector<std::string> texts;                  // folded
  std::vector<std::vector<std::string>> elements;  // folded, of lists

  uint32_t code(uint32_t row) const {
    if (column == nullptr) return Column::kMissing;
    return codes.size() == 0 ? column->codes[row] : codes[row];
  }
};

// The program's fields and properties over the data. Cells that do not fit are
// reported where the type is another than the column's own vote (those of the
// voted type were reported when the file was read).
std::vector<BoundField> BindFields(const Program& program,
                                   const LeadTable& leads, IssueList* issues);
std::vector<BoundField> BindProperties(const Program& program,
                                       const EventStore& events,
                                       IssueList* issues);

}  // namespace mqlab

#endif  // MQLAB_SCORING_BOUND_FIELD_H_
