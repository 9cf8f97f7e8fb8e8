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
  FieldType type = FieldType::kText;
  // In the place of the column's own codes where a lead's last cell does not
  // fit the type and an earlier row's does; empty when there is none.
  Codes codes;
  std::vector<uint8_t> present;
  std::vector<double> numbers;
  std::vector<uint8_t> booleans;
  std::vector<Instant> instants;
  // Cells that the rules cannot use as what they take them for.
  IssueList issues;

  uint32_t code(uint32_t row) const {
    if (column == nullptr) return Column::kMissing;
    return codes.size() == 0 ? column->codes[row] : codes[row];
  }
  uint32_t num_codes() const { return static_cast<uint32_t>(present.size()); }
  // Folded, of a text; its elements, of a list. Not kept, as there may be as
  // many as leads.
  std::string Text(uint32_t code) const;
  std::vector<std::string> Elements(uint32_t code) const;
};

// Cells that do not fit are told where the type is another than the column's
// own vote (those of the voted type were told when the file was read).
BoundField BindLeadField(const FieldUse& use, const LeadTable& leads);
BoundField BindProperty(const FieldUse& use, const EventStore& events);

}  // namespace mqlab

#endif  // MQLAB_SCORING_BOUND_FIELD_H_
