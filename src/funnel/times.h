#ifndef MQLAB_FUNNEL_TIMES_H_
#define MQLAB_FUNNEL_TIMES_H_

// How long it takes to come to a stage, see rules/measuring.md 2: the report
// "times" of web/src/engine/reports.ts.

#include <cstdint>
#include <span>
#include <vector>

#include "funnel/durations.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"

namespace mqlab {

struct Times {
  Durations days;
  SurvivalCurve curve;
};

// Of some leads, from the scope's entries to a stage.
// REQUIRES: a stage.
Times TimesOf(const Run& run, std::span<const uint32_t> leads,
              const Scope& scope, int32_t to);
// The same by group. None without such a stage.
std::vector<Times> MeasureTimes(const Run& run, const Scope& scope,
                                const Grouping& grouping, int32_t to);
JsonText WriteTimesOf(const Times& times, JsonText group);
JsonText WriteTimes(const std::vector<Times>& groups, const Grouping& grouping);
// The leads that a group's times are of.
std::vector<uint32_t> LeadsOfTimes(const Scope& scope, const Grouping& grouping,
                                   const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_TIMES_H_
