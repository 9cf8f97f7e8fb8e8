#include "funnel/reasons.h"

#include <algorithm>

#include "funnel/scope.h"

namespace mqlab {

bool Reasons::Has(uint32_t lead, std::string_view name) const {
  return std::ranges::any_of(
      Of(lead), [&](uint32_t number) { return names[number] == name; });
}

Reasons DisqualificationReasons(const Run& run) {
  Reasons reasons;
  // Several conditions may have the same reason.
  std::vector<uint32_t> number_of;
  for (const Disqualification& part : run.rules.ruleset->disqualify) {
    const auto found = std::ranges::find(reasons.names, part.reason);
    number_of.push_back(static_cast<uint32_t>(found - reasons.names.begin()));
    if (found == reasons.names.end()) reasons.names.push_back(part.reason);
  }
  const ScoreTable& table = run.table;
  reasons.offsets.assign(1, 0);
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    for (uint32_t i = table.reason_offsets[lead];
         i < table.reason_offsets[lead + 1]; ++i) {
      const uint32_t number = number_of[table.reasons[i]];
      const auto first = reasons.numbers.begin() + reasons.offsets.back();
      if (std::find(first, reasons.numbers.end(), number) ==
          reasons.numbers.end()) {
        reasons.numbers.push_back(number);
      }
    }
    reasons.offsets.push_back(static_cast<uint32_t>(reasons.numbers.size()));
  }
  return reasons;
}

Reasons RejectionReasons(const Rejections& rejections) {
  Reasons reasons;
  reasons.names = rejections.reasons;
  reasons.offsets.assign(1, 0);
  for (size_t lead = 0; lead < rejections.last.size(); ++lead) {
    if (rejections.last[lead] != kNever) {
      reasons.numbers.push_back(rejections.reason[lead]);
    }
    reasons.offsets.push_back(static_cast<uint32_t>(reasons.numbers.size()));
  }
  return reasons;
}

std::vector<ReasonCount> CountReasons(const Reasons& reasons,
                                      std::span<const uint32_t> leads,
                                      size_t most) {
  std::vector<uint32_t> counts(reasons.names.size());
  for (const uint32_t lead : leads) {
    for (const uint32_t number : reasons.Of(lead)) ++counts[number];
  }
  std::vector<ReasonCount> counted;
  for (const uint32_t number : LargestFirst(counts, most)) {
    counted.push_back(
        {.reason = reasons.names[number], .leads = counts[number]});
  }
  return counted;
}

}  // namespace mqlab
