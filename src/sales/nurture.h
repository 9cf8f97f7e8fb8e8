#ifndef MQLAB_SALES_NURTURE_H_
#define MQLAB_SALES_NURTURE_H_

// Which leads are not ready, and what each is to be sent next. See
// rules/measuring.md 5.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "attribution/contents.h"
#include "attribution/lift.h"
#include "json/json_text.h"
#include "sales/hand_off.h"

namespace mqlab {

// Leads of a track that have come to the same step and are sent the same.
struct NurtureSegment {
  uint32_t step = 0;
  uint32_t next = kNoIndex;  // into the track's contents; kNoIndex: all used
  std::vector<uint32_t> leads;
};

struct TrackReport {
  // All of a track's contents, step after step, and what each does for the
  // leads for which the track is the first, ready or not.
  std::vector<std::string_view> contents;
  std::vector<Lift> lifts;
  uint32_t leads = 0;  // that are not ready
  std::vector<NurtureSegment> segments;
};

struct NurtureReport {
  uint32_t not_ready = 0;
  std::vector<uint32_t> without_track;  // of these
  std::vector<TrackReport> tracks;      // in file order
};
// `leads`: those of the scope.
NurtureReport MakeNurture(const Run& run, const HandOff& hand_off,
                          const ContentUses& uses,
                          std::span<const uint32_t> leads);
JsonText WriteNurture(const Run& run, const NurtureReport& report);

// A segment by names as they are written; nullptr when there is none.
const NurtureSegment* FindSegment(const Run& run, const NurtureReport& report,
                                  std::string_view track, std::string_view step,
                                  std::optional<std::string_view> next);

}  // namespace mqlab

#endif  // MQLAB_SALES_NURTURE_H_
