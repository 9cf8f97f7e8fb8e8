#ifndef MQLAB_ATTRIBUTION_WEBINARS_H_
#define MQLAB_ATTRIBUTION_WEBINARS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "funnel/scope.h"
#include "report/run.h"

namespace mqlab {

// Leads that registered for a webinar, and those of them that attended it.
struct Webinar {
  std::string name;
  uint32_t registered = 0;
  uint32_t attended = 0;
  bool operator==(const Webinar&) const = default;
};

// Those with a registration, as they come in the data.
std::vector<Webinar> FindWebinars(const Run& run, const Scope& scope);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_WEBINARS_H_
