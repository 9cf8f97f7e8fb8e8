#ifndef MQLAB_SCORING_CHANGED_LEAD_H_
#define MQLAB_SCORING_CHANGED_LEAD_H_

// A lead as it would be: one more event, or another value in one field.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "scoring/binding.h"
#include "scoring/score.h"

namespace mqlab {

struct LeadChange {
  struct Cell {
    uint32_t use = 0;   // into Program::fields; of an event, ::properties
    std::string value;  // in the writing of the rule file
    bool operator==(const Cell&) const = default;
  };
  std::string event;        // its type; "" for a change of a field
  std::vector<Cell> cells;  // of the event, or the one of the field
  uint32_t times = 1;       // so many such events, at as-of
  bool operator==(const LeadChange&) const = default;
};

// The whole life of a lead with each change, by the same rules, as a table: the
// lead as it is, then one row a change. None when points do not fit.
// REQUIRES: the uses have columns; ScoreLeads of the same arguments gave a
// table.
std::optional<ScoreTable> ScoreChanges(const Binding& binding, Instant as_of,
                                       uint32_t lead,
                                       const std::vector<LeadChange>& changes);

}  // namespace mqlab

#endif  // MQLAB_SCORING_CHANGED_LEAD_H_
