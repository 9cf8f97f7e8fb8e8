#ifndef MQLAB_TESTS_FUNNEL_PLAIN_FUNNEL_H_
#define MQLAB_TESTS_FUNNEL_PLAIN_FUNNEL_H_

// The reports of the funnel once more: slow and plain, written from
// rules/measuring.md alone, over what a run knows of each lead.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/run.h"

namespace mqlab::plain {

using Leads = std::vector<uint32_t>;

struct Lead {
  std::optional<Instant> entry;
  std::vector<std::optional<Instant>> reached;  // by stage
  int32_t stage = 0;
  uint32_t recycles = 0;
  std::vector<std::string> reasons;  // distinct
  std::vector<Instant> rejected;
  std::optional<std::string> reason;  // folded; of the last rejection
  std::vector<Instant> demos;
  // By stage, where there is a record of it up to as-of.
  std::map<size_t, Instant> recorded;
};
std::vector<Lead> LeadsOf(const Run& run);
// Folded; "" is missing.
std::string CellOf(const Run& run, const std::string& field, uint32_t lead);

// Days that some took, and after how many others are still open.
struct Days {
  std::vector<int64_t> took;
  std::vector<int64_t> open;
};
std::optional<double> Quantile(std::vector<int64_t> values, int64_t quarters);
std::optional<double> ShareBy(const Days& days, int64_t day);
std::optional<double> Median(const Days& days);

struct Step {
  Leads reached;
  Leads now;
  Leads next;
  Leads waiting;
  Leads fell;
  Leads disqualified;
  Days days;
};
// Of some leads; `all` are those of the run.
Step StepOf(const std::vector<Lead>& all, const Leads& leads, size_t stage,
            Instant as_of);
// From entry to a stage.
Days DaysTo(const std::vector<Lead>& all, const Leads& leads, size_t stage,
            Instant as_of);

bool IsTooEarly(const Lead& lead, int32_t mql, int32_t sal, int32_t sql);
bool IsTooLate(const Lead& lead, int32_t mql);

}  // namespace mqlab::plain

#endif  // MQLAB_TESTS_FUNNEL_PLAIN_FUNNEL_H_
