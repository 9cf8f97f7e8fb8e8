#ifndef MQLAB_ATTRIBUTION_CONTENT_REPORT_H_
#define MQLAB_ATTRIBUTION_CONTENT_REPORT_H_

// What contents do for leads, see rules/measuring.md 7.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/lift.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "report/run.h"

namespace mqlab {

struct ContentRow {
  std::string content;
  uint32_t leads = 0;  // that used it
  Lift mql{};          // of none without such a stage
  Lift customer{};
  // Of a webinar; 0 and 0 of anything else.
  uint32_t registered = 0;
  uint32_t finished = 0;
  bool operator==(const ContentRow&) const = default;
};

// The most used first; then as they come in the data.
std::vector<ContentRow> FindContents(const Run& run, const Scope& scope);

// The shape Contents of web/src/engine/reports.ts.
JsonText WriteContents(const std::vector<ContentRow>& rows);

// Leads that used a content.
std::vector<uint32_t> ListContent(const Run& run, const Scope& scope,
                                  std::string_view content);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_CONTENT_REPORT_H_
