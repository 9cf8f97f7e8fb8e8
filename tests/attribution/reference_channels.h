#ifndef MQLAB_TESTS_ATTRIBUTION_REFERENCE_CHANNELS_H_
#define MQLAB_TESTS_ATTRIBUTION_REFERENCE_CHANNELS_H_

// The report of channels from the words of rules/measuring.md, by names and
// maps, over rows as they stand in the files.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "attribution/channels.h"

namespace mqlab::reference {

struct EventRow {
  uint32_t lead = 0;
  Instant time = 0;
  std::string type{};
  std::string channel{};
  std::string campaign{};
  std::string asset{};
  int64_t value = 0;  // thousandths; 0 for none
};

struct CostRow {
  Instant month = 0;
  std::string channel;
  std::string campaign;
  int64_t cost = 0;
};

// Instants of one lead, kNever for none.
struct LeadLife {
  Instant entry = kNever;
  Instant converted = kNever;  // to what is asked for
  Instant mql = kNever;
  Instant sql = kNever;
  Instant opportunity = kNever;
  Instant customer = kNever;
};

// By name; "-" for touches without one, "?" for no touch.
using Rows = std::map<std::string, ChannelRow>;

struct Case {
  std::vector<EventRow> events;  // in file order
  std::vector<CostRow> costs;
  std::vector<LeadLife> leads;
  Instant as_of = 0;
  int64_t half_life_days = 7;
  int64_t margin_percent = 100;
};
Rows FindChannels(const Case& given, TouchedBy by);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_ATTRIBUTION_REFERENCE_CHANNELS_H_
