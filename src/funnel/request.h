#ifndef MQLAB_FUNNEL_REQUEST_H_
#define MQLAB_FUNNEL_REQUEST_H_

// How requests and cells are read, see web/src/engine/reports.ts. What is not
// there, or of another kind, is as if it were null.

#include <cstdint>
#include <optional>
#include <string_view>

#include "funnel/scope.h"
#include "json/json_tree.h"

namespace mqlab {

std::string_view TextAt(const JsonValue& object, std::string_view key);
std::optional<int64_t> WholeOf(const JsonValue& value);
std::optional<int64_t> WholeAt(const JsonValue& object, std::string_view key);
Period ReadPeriod(const JsonValue& request);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_REQUEST_H_
