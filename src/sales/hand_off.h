#ifndef MQLAB_SALES_HAND_OFF_H_
#define MQLAB_SALES_HAND_OFF_H_

// What sales did with the leads that were handed over, see rules/measuring.md
// 4.

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "funnel/roles.h"
#include "funnel/sales_events.h"
#include "report/questions.h"
#include "report/run.h"
#include "sales/lead_fields.h"

namespace mqlab {

// What people said of a lead last; kNone: nothing.
enum class Mark : uint8_t { kNone, kAccepted, kRejected, kToNurture };

// From some instant to as-of.
struct Treatment {
  Instant touched = kNever;     // first
  Mark mark = Mark::kNone;      // last
  Mark decision = Mark::kNone;  // the last that is no mark of nurture
};

class HandOff {
 public:
  // `run` must outlive it.
  explicit HandOff(const Run& run);

  const SalesEvents& sales() const { return sales_; }
  int32_t stage() const { return stage_; }
  // When a lead first came into the stage; kNever when it never did.
  Instant reached(uint32_t lead) const {
    return stage_ == kNoStage
               ? kNever
               : run_.table.reached[static_cast<size_t>(stage_)][lead];
  }
  // No contact is known only where the data has fields for it.
  bool HasContact(uint32_t lead) const {
    return contact_.empty() || contact_.Any(lead);
  }
  const LeadFields& contact() const { return contact_; }

  // What sales did with a lead since then.
  Treatment Since(Instant since, uint32_t lead) const;
  // What was last said of a lead since it last came into the stage.
  // REQUIRES: it stands in it.
  Mark MarkOf(uint32_t lead) const;

 private:
  const Run& run_;
  SalesEvents sales_;
  int32_t stage_;
  LeadFields contact_;
  Questions questions_;
  std::vector<uint8_t> may_match_;  // by type of event: a bit a pattern
};

}  // namespace mqlab

#endif  // MQLAB_SALES_HAND_OFF_H_
