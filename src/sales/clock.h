#ifndef MQLAB_SALES_CLOCK_H_
#define MQLAB_SALES_CLOCK_H_

// The service-level clock of the hand-off, see rules/measuring.md 4.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "funnel/scope.h"
#include "json/json_text.h"
#include "sales/business_time.h"
#include "sales/hand_off.h"

namespace mqlab {

enum class ClockState : uint8_t { kOpen, kMet, kMissed };

struct LeadClock {
  ClockState state = ClockState::kOpen;
  Instant due = 0;
  Instant touched = kNever;
};
LeadClock ClockOf(const HandOff& hand_off, const BusinessTime& time,
                  Instant as_of, Instant reached, Instant touched);

struct Clock {
  // Up to 1, 24 and 72 hours, longer, never.
  static constexpr size_t kSpeeds = 5;
  struct Speed {
    uint32_t leads = 0;
    uint32_t qualified = 0;  // reached `sql`
  };

  int64_t hours = 0;
  std::array<uint32_t, 3> leads{};  // by state
  std::optional<double> median_hours;
  bool has_sql = false;
  std::array<Speed, kSpeeds> speeds;
};
// Of a scope that starts from the hand-off stage.
Clock MakeClock(const Run& run, const HandOff& hand_off,
                const BusinessTime& time, const Scope& scope);
JsonText WriteClock(const Clock& clock);

std::vector<uint32_t> LeadsOfClock(const Run& run, const HandOff& hand_off,
                                   const BusinessTime& time, const Scope& scope,
                                   ClockState state);

}  // namespace mqlab

#endif  // MQLAB_SALES_CLOCK_H_
