#ifndef MQLAB_REVIEW_MONTHLY_REVIEW_H_
#define MQLAB_REVIEW_MONTHLY_REVIEW_H_

// What became of the MQLs of a period, see rules/measuring.md 9: the report
// "review" of web/src/engine/reports.ts.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/costs.h"
#include "base/wide.h"
#include "funnel/scope.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/run.h"

namespace mqlab {

// What a number counts.
enum class ReviewSet : uint8_t {
  kMqls,
  kAccepted,
  kRejected,
  kSql,
  kOpportunity,
  kCustomer,
  kOpen,
};
inline constexpr size_t kNumReviewSets = 7;

struct ReviewRow {
  std::string_view kind;  // as in ReviewRow of reports.ts
  std::string name;
  std::vector<uint32_t> leads;
  std::array<uint32_t, kNumReviewSets> counts{};
  Wide revenue = 0;  // thousandths
};

struct Review {
  std::string currency;
  std::array<bool, kNumReviewSets> known{};  // there is such a stage
  ReviewRow all;
  std::vector<ReviewRow> channels;
  std::vector<ReviewRow> ways;
};
// `scope`: from mql.
Review MakeReview(const Run& run, const Scope& scope, const Costs* costs);
JsonText WriteReview(const Review& review);
// The leads behind a number; none for a cell of another report.
std::vector<uint32_t> LeadsOfReview(const Run& run, const Scope& scope,
                                    const JsonValue& cell);

}  // namespace mqlab

#endif  // MQLAB_REVIEW_MONTHLY_REVIEW_H_
