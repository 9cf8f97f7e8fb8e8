#ifndef MQLAB_TESTS_LEAD_READ_DATASET_H_
#define MQLAB_TESTS_LEAD_READ_DATASET_H_

#include <memory>
#include <string>

#include "lead/event_log.h"

namespace mqlab {

// Tables that can be read; no events for "".
std::shared_ptr<const Dataset> ReadDataset(const std::string& leads,
                                           const std::string& events);

}  // namespace mqlab

#endif  // MQLAB_TESTS_LEAD_READ_DATASET_H_
