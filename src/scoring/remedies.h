#ifndef MQLAB_SCORING_REMEDIES_H_
#define MQLAB_SCORING_REMEDIES_H_

// What would bring a lead to its next stage: single changes, each of which
// alone would do.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/instant.h"
#include "scoring/binding.h"
#include "scoring/program.h"

namespace mqlab {

struct Remedy {
  enum class Kind : uint8_t { kPoints, kEvent, kField };
  struct Property {
    std::string name;
    std::string value;
  };
  Kind kind = Kind::kPoints;
  // kPoints: so many more in a score, or the total (kNoIndex).
  uint32_t score = kNoIndex;
  Millipoints points = 0;
  // kEvent: so many more events at as-of, alike.
  std::string event;  // type
  std::vector<Property> properties;
  uint32_t times = 0;
  // kField: another value, in the writing of the rule file. Of a list the whole
  // of it, with one element more.
  std::string field;
  std::string value;
  std::string from;  // the cell as it is, "" when missing
  // kEvent, kField: the change of the total, not negative.
  Millipoints gives = 0;
};

// Up to three, the nearest first: points when any number of them would do, then
// events and fields by the change of the total (AskedChanges says which are
// tried); ties: events, and the order of the rules. Of one type of event or
// field a second only where there is nothing else, and gives another change.
//
// Each has been tried: the lead with it, having lived its whole life so, stands
// at the next stage or higher as of as_of. Points are given at as_of alone, to
// the value of the score (so in the total they weigh as it does) whatever its
// limits, and are the least that do.
// REQUIRES: ScoreLeads of the same arguments gave a table.
std::vector<Remedy> FindRemedies(const Binding& binding, Instant as_of,
                                 uint32_t lead);

}  // namespace mqlab

#endif  // MQLAB_SCORING_REMEDIES_H_
