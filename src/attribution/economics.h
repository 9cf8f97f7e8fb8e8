#ifndef MQLAB_ATTRIBUTION_ECONOMICS_H_
#define MQLAB_ATTRIBUTION_ECONOMICS_H_

#include "report/run.h"
#include "rules/ruleset.h"

namespace mqlab {

// What a run's rule file says of money, with what is taken where it says
// nothing (rules/measuring.md 6): all that is optional is given, but for
// `value.event` where values are a field. A touch of no types is any event.
Economics ResolveEconomics(const Run& run);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_ECONOMICS_H_
