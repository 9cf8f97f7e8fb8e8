#ifndef MQLAB_LEAD_ADDED_EVENTS_H_
#define MQLAB_LEAD_ADDED_EVENTS_H_

#include <memory>

#include "lead/event_log.h"

namespace mqlab {

// The dataset with events more, which were read for its leads: those of a lead
// come behind the ones of the same time, and orphans stay out. Types and
// properties that are new come behind the known ones. What is not touched is
// shared with `base`, which must not change any more.
std::shared_ptr<const Dataset> WithAdded(const Dataset& base,
                                         const EventStore& added);

}  // namespace mqlab

#endif  // MQLAB_LEAD_ADDED_EVENTS_H_
