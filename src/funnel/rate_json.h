#ifndef MQLAB_FUNNEL_RATE_JSON_H_
#define MQLAB_FUNNEL_RATE_JSON_H_

// How reports write numbers, see web/src/engine/reports.ts.

#include <cstdint>
#include <optional>

#include "funnel/scope.h"
#include "json/json_text.h"

namespace mqlab {

JsonText WriteNull();
JsonText WriteCount(uint64_t count);

// Rounded to six decimals, without zeros at its end.
// REQUIRES: a magnitude below 10^12.
JsonText WriteNumber(double number);
JsonText WriteNumber(const std::optional<double>& number);  // or null
void AddNumber(std::string_view key, const std::optional<double>& number,
               JsonText* to);

// kNever is null.
JsonText WriteInstant(Instant t);

// The shape Group.
JsonText WriteGroup(const Grouping& grouping, uint32_t group);

// A share with its Wilson interval: the shape Rate.
JsonText WriteRate(uint64_t count, uint64_t of);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_RATE_JSON_H_
