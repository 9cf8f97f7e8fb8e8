#ifndef MQLAB_ATTRIBUTION_COSTS_H_
#define MQLAB_ATTRIBUTION_COSTS_H_

// What channels and campaigns cost: a table of months, see rules/measuring.md
// 6.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "base/string_pool.h"
#include "ingest/read_table.h"

namespace mqlab {

struct Costs {
  struct Row {
    Instant month;  // its first instant
    uint32_t channel;
    uint32_t campaign;
    uint32_t currency;
    int64_t cost;  // thousandths
  };
  std::vector<Row> rows;  // in file order
  StringPool texts;       // of channels, campaigns and currencies; 0 is ""
};

struct CostsReport {
  CsvDialect dialect;
  uint32_t rows = 0;  // data rows
  uint32_t kept = 0;
  uint32_t left_out = 0;  // rows without a readable month or cost
  IssueList issues;
};

struct CostsResult {
  std::optional<Costs> costs;  // none iff there is a kError issue
  CostsReport report;
};

// Columns are month, channel, campaign, cost and currency, by their headers or
// by options.map; all but month and cost may be absent. A month is written as
// 2026-03 or as any of its days.
CostsResult ReadCosts(std::string_view bytes, const ReadOptions& options);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_COSTS_H_
