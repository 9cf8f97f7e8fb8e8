#ifndef MQLAB_FUNNEL_SALES_EVENTS_H_
#define MQLAB_FUNNEL_SALES_EVENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "rules/ruleset.h"

namespace mqlab {

// What sales does with the leads that it is handed, see rules/measuring.md 4:
// as the rule file says, and as given there where it does not.
struct SalesEvents {
  EventPattern touch;
  EventPattern accept;
  EventPattern reject;
  std::string reason;                // a property of rejections
  int64_t hours = 0;                 // to the first touch
  std::vector<std::string> contact;  // fields by which a lead can be reached
};
SalesEvents ResolveSla(const Ruleset& ruleset);

// A lead's asking for a demo.
EventPattern DemoRequest();

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_SALES_EVENTS_H_
