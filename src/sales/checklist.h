#ifndef MQLAB_SALES_CHECKLIST_H_
#define MQLAB_SALES_CHECKLIST_H_

// A lead's checklists: what is known of it, and what to ask. See
// rules/measuring.md 4.

#include <cstdint>
#include <vector>

#include "json/json_text.h"
#include "report/run.h"

namespace mqlab {

struct ChecklistState {
  std::vector<bool> known;  // by item
  int64_t needed = 0;
  int64_t count() const;
  bool complete() const { return count() >= needed; }
};
// In file order.
std::vector<ChecklistState> CheckLead(const Run& run, uint32_t lead);

// `card`: an object, to which they are added.
void AddChecklists(const Run& run, const std::vector<ChecklistState>& lists,
                   JsonText* card);

}  // namespace mqlab

#endif  // MQLAB_SALES_CHECKLIST_H_
