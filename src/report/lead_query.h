#ifndef MQLAB_REPORT_LEAD_QUERY_H_
#define MQLAB_REPORT_LEAD_QUERY_H_

// Which leads to show, in which order: search, filter and sort as a list of
// lead indexes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lead/event_log.h"
#include "scoring/program.h"
#include "scoring/score.h"

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

struct LeadQuery {
  // Folded text that an id or a cell must contain; "" takes all.
  std::string search;
  // Stages to keep (kNoStage and kDisqualified allowed); none keeps all.
  std::vector<int32_t> stages;
  // Totals to keep: low <= total < high, when given.
  std::optional<Millipoints> total_from;
  std::optional<Millipoints> total_to;
  SortBy sort = SortBy::kTotal;
  uint32_t sort_index = 0;  // the score or field of kScore, kField
  bool descending = true;
  bool operator==(const LeadQuery&) const = default;
};

// Ties keep the input order; missing cells come last in either direction.
std::vector<uint32_t> SelectLeads(const Program& program,
                                  const Dataset& dataset,
                                  const ScoreTable& table,
                                  const LeadQuery& query);

}  // namespace mqlab

#endif  // MQLAB_REPORT_LEAD_QUERY_H_
