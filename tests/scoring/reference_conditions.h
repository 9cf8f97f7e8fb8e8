#ifndef MQLAB_TESTS_SCORING_REFERENCE_CONDITIONS_H_
#define MQLAB_TESTS_SCORING_REFERENCE_CONDITIONS_H_

// Section 2 of model.md: whether a condition holds for one lead at one instant.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/reference_tally.h"
#include "scoring/reference_types.h"
#include "scoring/reference_value.h"

namespace mqlab::reference {

struct LeadEvent {
  int64_t time = 0;
  std::string type;
  std::map<std::string, Value> properties;  // without the missing ones
};

struct LeadData {
  std::string id;
  std::map<std::string, Value> fields;  // without the missing ones
  std::vector<LeadEvent> events;        // by time; also those after T
  std::optional<int64_t> created;
};

// What is the same for all leads.
struct World {
  const Ruleset* ruleset;
  const Types* types;
  Tally* tally;
  bool* overflow;  // set when a sum does not fit 64 bits
};

// A lead at the instant t.
struct Moment {
  const World* world;
  const LeadData* lead;
  int64_t t = 0;
  size_t first_event = 0;  // events before it were reset away
  std::vector<std::optional<int64_t>> scores;  // in file order; where computed
  std::optional<int64_t> total;
  std::set<std::string> reached;
};

bool Holds(const Moment& moment, const Condition& condition);

// The field's value at that instant, or nullptr.
const Value* FieldAt(const Moment& moment, const std::string& field);
bool IsCreated(const Moment& moment);

// The events that match, from first_event and up to t, as places in
// lead->events.
std::vector<size_t> MatchingEvents(const Moment& moment,
                                   const EventPattern& pattern);

// The label of the score's band, "" when none holds.
std::string BandOf(const mqlab::Score& score, int64_t points);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_CONDITIONS_H_
