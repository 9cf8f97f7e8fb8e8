#ifndef MQLAB_SCORING_SCORE_PART_H_
#define MQLAB_SCORING_SCORE_PART_H_

// What is found out about some of the leads, as bytes for the ScoreJob of
// another engine that has them all: columns of rules, then stages.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "scoring/rule_column.h"
#include "scoring/score.h"

namespace mqlab {

// (lead, id of the rule, group or score) of what did not fit 64 bits.
using Overflows = std::vector<std::pair<uint32_t, std::string>>;

void WriteColumns(const std::vector<std::shared_ptr<const RuleColumn>>& columns,
                  ByteWriter* to);
// `counts` stay empty. Of columns of different sizes none at all.
std::vector<RuleColumn> ReadColumns(ByteReader* from);

// What a table has no columns by lead for.
struct LivedLeads {
  uint32_t leads = 0;
  std::vector<uint32_t> reason_counts;  // by lead
  std::vector<uint32_t> reasons;
  Overflows overflows;
};

// The stages of all leads of a table.
void WriteStages(const ScoreTable& table, ByteWriter* to);
// In place of them where there are overflows, as no table has a use then.
void WriteOverflows(uint32_t leads, const Overflows& overflows, ByteWriter* to);
// Fills in the stages of the leads from `begin` on. nullopt when the bytes are
// not those of a table with such stages, or of too many leads.
std::optional<LivedLeads> ReadStages(uint32_t begin, ByteReader* from,
                                     ScoreTable* table);

}  // namespace mqlab

#endif  // MQLAB_SCORING_SCORE_PART_H_
