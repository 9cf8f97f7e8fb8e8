#ifndef MQLAB_ATTRIBUTION_TOUCHES_H_
#define MQLAB_ATTRIBUTION_TOUCHES_H_

// By what, and when, a lead was touched, see rules/measuring.md 6.

#include <cstdint>
#include <span>
#include <vector>

#include "attribution/equal_values.h"
#include "base/instant.h"
#include "funnel/scope.h"
#include "report/questions.h"
#include "report/run.h"
#include "rules/ruleset.h"

namespace mqlab {

enum class TouchedBy : uint8_t { kChannel, kCampaign, kContent };

class Touches {
 public:
  // `run` must outlive it.
  Touches(const Run& run, TouchedBy by);

  // Channels, campaigns or contents, of which values() has numbers.
  const EqualValues& names() const { return names_; }

  // Takes up a lead: its touches up to as-of in their order, or only the first.
  void Read(uint32_t lead, bool only_first = false);
  // kNoIndex: of a touch without a campaign.
  std::span<const uint32_t> values() const { return values_; }
  std::span<const Instant> instants() const { return instants_; }
  // How many come up to an instant. That of a field comes before anything.
  size_t CountUpTo(Instant t) const;

 private:
  struct Source {
    ColumnName names;
    ColumnName needed;  // what an event must have
    EventPattern event;
  };
  static Source SourceOf(const Run& run, TouchedBy by);
  Touches(const Run& run, const Source& source);

  const Run& run_;
  EqualValues names_;
  EqualValues needed_;
  const bool names_are_needed_;
  const bool any_event_;  // that has what is needed
  Questions questions_;
  std::vector<uint32_t> values_;
  std::vector<Instant> instants_;
};

// Leads by the channel or campaign of their first touch.
Grouping GroupByFirstTouch(const Run& run, TouchedBy by, const Scope& scope);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_TOUCHES_H_
