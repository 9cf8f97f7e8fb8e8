#ifndef MQLAB_IMPORT_TIME_ZONES_H_
#define MQLAB_IMPORT_TIME_ZONES_H_

// What the clocks on the walls of a place show. The IANA time zone data is one
// generated table (time_zones.inc), never that of the system, so that every
// build gives the same answer.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace mqlab {

// Exact from 1970 UTC on, in the future by the rules known today; before 1970
// the offset that held when that year began. Instants and local times are of
// the years 1 to 9999. Cheap to copy.
class TimeZone {
 public:
  // As in TimeZoneNames, also when found by a link; a fixed offset is "UTC" or
  // "+02:00". Valid while any copy of this zone lives.
  std::string_view name() const;

  // The instant at which the clocks show `local`, that time written as if it
  // were UTC. A time that does not exist (clocks put forward) is read with the
  // offset before the gap; one that exists twice is the first of the two.
  Instant ToUtc(Instant local) const;

  // East of UTC.
  int32_t OffsetSeconds(Instant utc) const;

 private:
  friend std::optional<TimeZone> FindTimeZone(std::string_view name);
  struct Clocks;
  explicit TimeZone(std::shared_ptr<const Clocks> clocks);

  std::shared_ptr<const Clocks> clocks_;
};

// "UTC", "Z", "+02:00", "-0330", "+02", or an IANA name ("Europe/Warsaw"; links
// such as "Asia/Calcutta" too), in any case. Works out all changes of the zone:
// ask once a file, not once a row.
std::optional<TimeZone> FindTimeZone(std::string_view name);

// From an instant on, until the next, a zone is so many seconds east of UTC.
struct OffsetChange {
  Instant from = 0;
  int32_t seconds = 0;
};
// The first is of `from` itself. REQUIRES: from <= until.
std::vector<OffsetChange> OffsetChanges(const TimeZone& zone, Instant from,
                                        Instant until);

// The IANA names of zones, without links, sorted.
std::vector<std::string_view> TimeZoneNames();

}  // namespace mqlab

#endif  // MQLAB_IMPORT_TIME_ZONES_H_
