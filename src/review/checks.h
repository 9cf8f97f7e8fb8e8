#ifndef MQLAB_REVIEW_CHECKS_H_
#define MQLAB_REVIEW_CHECKS_H_

// What is wrong with the rules, the hand-off and the sources, see
// rules/measuring.md 8: the report "checks" of web/src/engine/reports.ts.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "funnel/scope.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"
#include "sales/business_time.h"

namespace mqlab {

struct Share {
  uint64_t count = 0;
  uint64_t of = 0;
  bool operator==(const Share&) const = default;
};

struct Check {
  std::string_view check;  // as in Check of reports.ts
  std::string name;        // of the channel or content, where it is of one
  // The leads of its share: counted, and not.
  std::vector<uint32_t> counted;
  std::vector<uint32_t> rest;
  std::optional<Share> others;

  Share share() const { return {counted.size(), counted.size() + rest.size()}; }
};
// `scope`: from the entry; `mqls`: of the same period, from mql.
std::vector<Check> FindChecks(const Run& run, const BusinessTime& time,
                              const Scope& scope, const Scope& mqls,
                              const std::vector<uint32_t>* selection);
JsonText WriteChecks(const std::vector<Check>& checks);
// The leads behind one of them; none for a cell of another report.
std::vector<uint32_t> LeadsOfChecks(std::vector<Check> checks,
                                    const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_REVIEW_CHECKS_H_
