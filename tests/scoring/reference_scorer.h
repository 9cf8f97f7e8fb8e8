#ifndef MQLAB_TESTS_SCORING_REFERENCE_SCORER_H_
#define MQLAB_TESTS_SCORING_REFERENCE_SCORER_H_

// The judge of the engine: slow, plain, written from model.md alone. It shares
// nothing with src/ but the parsed rule file; every instant of every lead is
// evaluated anew from the list of events.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/reference_tally.h"

namespace mqlab::reference {

// Cells are untrimmed text in model.md's own writing.
struct RawLead {
  std::string id;
  std::map<std::string, std::string> cells;
};

struct RawEvent {
  std::string lead_id;
  std::string time;
  std::string type;
  std::map<std::string, std::string> properties;
};

// Rows in file order.
struct RawData {
  std::vector<std::string> field_names;
  std::vector<std::string> property_names;
  std::vector<RawLead> leads;
  std::vector<RawEvent> events;
};

// An event that counts for an each-event rule, by its place among all events
// of the lead; factor in millionths, times in thousandths.
struct EventPart {
  size_t event = 0;
  int64_t factor = 0;
  int64_t times = 0;
};

struct ReferenceLead {
  std::string id;
  std::vector<int64_t> scores;  // millipoints, in file order
  int64_t total = 0;
  std::vector<std::string> bands;  // "" when none holds
  std::string grade;
  std::string stage;  // "" for none, or "disqualified"
  std::vector<std::string> reasons;
  std::vector<std::optional<int64_t>> reached;  // by stage
  std::vector<uint32_t> entries;                // by stage
  uint32_t recycles = 0;
  std::optional<int64_t> since;  // of the stage
  // Of each enabled rule, at T.
  std::map<std::string, int64_t> rule_points;
  std::map<std::string, std::vector<EventPart>> event_parts;
};

struct ReferenceResult {
  int64_t as_of = 0;
  std::vector<ReferenceLead> leads;  // distinct ids, in order of first rows
  bool overflow = false;             // a sum that does not fit 64 bits
  std::vector<std::string> faults;   // the rule file does not fit the types
  Tally tally;
};

// `as_of`: the newest event's time unless given.
// REQUIRES: as_of is given, or there is an event.
ReferenceResult ScoreByReference(const Ruleset& ruleset, const RawData& data,
                                 std::optional<int64_t> as_of);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_SCORER_H_
