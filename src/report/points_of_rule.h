#ifndef MQLAB_REPORT_POINTS_OF_RULE_H_
#define MQLAB_REPORT_POINTS_OF_RULE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "report/run.h"

namespace mqlab {

// The rule of the program with this id; nullopt when there is none, or it is
// switched off.
std::optional<uint32_t> FindRule(const Program& program, std::string_view id);

// What a rule gives, by lead.
std::vector<Millipoints> PointsOfRule(const Run& run, uint32_t rule);

}  // namespace mqlab

#endif  // MQLAB_REPORT_POINTS_OF_RULE_H_
