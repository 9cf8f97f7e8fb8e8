#ifndef MQLAB_ATTRIBUTION_WEBINARS_H_
#define MQLAB_ATTRIBUTION_WEBINARS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "funnel/scope.h"
#include "report/run.h"

namespace mqlab {

// Leads that registered for a webinar: those that attended it, and the others.
struct Webinar {
  std::string name;
  std::vector<uint32_t> attended;
  std::vector<uint32_t> missed;
  size_t registered() const { return attended.size() + missed.size(); }
  bool operator==(const Webinar&) const = default;
};

// Those with a registration, as they come in the data.
std::vector<Webinar> FindWebinars(const Run& run, const Scope& scope);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_WEBINARS_H_
