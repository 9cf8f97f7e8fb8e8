#ifndef MQLAB_SALES_LEAD_CARD_H_
#define MQLAB_SALES_LEAD_CARD_H_

// What a salesperson is told of one lead, see rules/measuring.md 4.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "json/json_text.h"
#include "sales/business_time.h"
#include "sales/clock.h"
#include "sales/hand_off.h"
#include "scoring/explain.h"

namespace mqlab {

struct LeadCard {
  // A rule that counts events and gives the lead points.
  struct Act {
    uint32_t rule = 0;  // into Program::rules
    Millipoints points = 0;
    uint32_t count = 0;
    Instant first = 0;
    Instant last = 0;
    // Of the last event.
    std::string_view type;
    std::string_view asset;
  };
  // A rule that reads a field.
  struct Trait {
    uint32_t rule = 0;
    Millipoints points = 0;
    std::string_view field;
    std::string_view value;
  };

  uint32_t lead = 0;
  // Of the hand-off stage: when the lead last came into it, and what brought it
  // there. Nothing of a lead that never did.
  Instant since = kNever;
  EnteredBy by;
  std::optional<LeadClock> clock;  // from when it first did
  Instant last_event = kNever;
  std::vector<LeadFields::Cell> contact;
  std::vector<LeadFields::Cell> facts;
  // At most kMostLines of each, those that give most first.
  static constexpr size_t kMostLines = 3;
  std::vector<Act> acts;
  std::vector<Trait> traits;
};
LeadCard MakeLeadCard(const Run& run, const HandOff& hand_off,
                      const BusinessTime& time, uint32_t lead);
JsonText WriteLeadCard(const Run& run, const LeadCard& card);

}  // namespace mqlab

#endif  // MQLAB_SALES_LEAD_CARD_H_
