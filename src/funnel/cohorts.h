#ifndef MQLAB_FUNNEL_COHORTS_H_
#define MQLAB_FUNNEL_COHORTS_H_

// Who has come to a stage of the leads that entered in a month, see
// rules/measuring.md 2: the report "cohorts" of web/src/engine/reports.ts.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "funnel/scope.h"
#include "funnel/times.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"

namespace mqlab {

// Leads that entered in one month.
struct Cohort {
  static constexpr std::array<uint32_t, 3> kAfterDays = {30, 60, 90};

  Instant month = 0;
  uint64_t leads = 0;
  uint64_t converted = 0;
  int64_t maturity = 0;  // days
  std::array<std::optional<double>, kAfterDays.size()> after;
};
// Of the months in which some entered, rising. None without such a stage.
std::vector<Cohort> MakeCohorts(const Run& run, const Scope& scope, int32_t to);
JsonText WriteCohorts(const std::vector<Cohort>& cohorts, const Times& all);
std::vector<uint32_t> LeadsOfCohorts(const Run& run, const Scope& scope,
                                     int32_t to, const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_COHORTS_H_
