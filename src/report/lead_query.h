#ifndef MQLAB_REPORT_LEAD_QUERY_H_
#define MQLAB_REPORT_LEAD_QUERY_H_

// Which leads to show, in which order: filter and sort as a list of lead
// indexes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "report/run.h"

namespace mqlab {

enum class SortBy : uint8_t {
  kInput,
  kId,
  kTotal,
  kScore,
  kGrade,
  kStage,
  kLastEvent,
  kField
};

// Scores to keep: from <= value < to, where given.
struct ScoreRange {
  uint32_t score = 0;
  std::optional<Millipoints> from;
  std::optional<Millipoints> to;
  bool operator==(const ScoreRange&) const = default;
};

// A lead has to pass all filters that are given.
struct LeadQuery {
  // Folded text that an id or a cell must contain; "" takes all.
  std::string search;
  // Stages to keep (kNoStage and kDisqualified allowed); none keeps all.
  std::vector<int32_t> stages;
  // Totals to keep: low <= total < high, when given.
  std::optional<Millipoints> total_from;
  std::optional<Millipoints> total_to;
  std::vector<ScoreRange> scores;
  // A condition as JSON, see LeadCondition; "" takes all, a faulty one none.
  std::string where;
  // The id of a rule that gives a lead other than 0 points; "" takes all.
  std::string rule;
  // Leads to keep, when given.
  std::optional<std::vector<uint32_t>> only;
  // Only leads without any event up to as-of.
  bool no_events = false;
  SortBy sort = SortBy::kTotal;
  uint32_t sort_index = 0;  // the score or field of kScore, kField
  bool descending = true;
  bool operator==(const LeadQuery&) const = default;
};

// Ties keep the input order; missing cells come last in either direction.
std::vector<uint32_t> SelectLeads(const Run& run, const LeadQuery& query);

}  // namespace mqlab

#endif  // MQLAB_REPORT_LEAD_QUERY_H_
