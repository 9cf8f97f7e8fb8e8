#ifndef MQLAB_IMPORT_STAGES_H_
#define MQLAB_IMPORT_STAGES_H_

// What other systems call the stages and states of a lead.

#include <string_view>

namespace mqlab {

// "Marketing Qualified Lead", "marketingqualifiedlead": mql. One of subscriber,
// lead, mql, sql, opportunity, customer, evangelist, disqualified, recycled;
// "other" when the text is none of them.
std::string_view CanonicalStage(std::string_view text);

// "Open - Not Contacted": new. One of new, open, attempting, working,
// qualified, unqualified, nurture, converted; "other" when it is none.
std::string_view CanonicalStatus(std::string_view text);

// How a deal ended: "opportunity_won", "opportunity_lost", or "" when it has
// not, or the text tells nothing of it.
std::string_view OutcomeType(std::string_view text);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_STAGES_H_
