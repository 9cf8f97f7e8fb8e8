#ifndef MQLAB_REPORT_QUESTIONS_H_
#define MQLAB_REPORT_QUESTIONS_H_

// What a report asks beside the rules of a run: conditions of its leads as of
// its instant, and which of its events match a pattern. Names, types of fields
// and scenarios are those of the run's rules.
//
//   Questions questions(run, conditions, patterns);
//   questions.Holds(0, lead);                 // the first condition
//   questions.Matches(1, {span.block, i});    // the second pattern

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "report/lead_condition.h"
#include "report/run.h"
#include "rules/ruleset.h"
#include "scoring/binding.h"

namespace mqlab {

class Questions {
 public:
  // `run` must outlive it. Conditions and patterns are of its rule file, or
  // made by hand: fields that there are not are missing.
  Questions(const Run& run, std::span<const Condition> conditions,
            std::span<const EventPattern> patterns);

  // Asking all of one lead before the next is fastest.
  bool Holds(size_t condition, uint32_t lead) {
    return conditions_->Holds(lead, condition);
  }
  // Whether events of a type (into EventStore::types) may match.
  bool TypeMatches(size_t pattern, uint32_t type) const {
    return types_[pattern][type] != 0;
  }
  bool Matches(size_t pattern, EventRef event) const {
    return TypeMatches(pattern, event.block->type[event.index]) &&
           binding_->WhereHolds(patterns_[pattern], event);
  }

 private:
  std::unique_ptr<const Program> program_;
  std::unique_ptr<const Binding> binding_;
  std::unique_ptr<LeadCondition> conditions_;
  std::vector<uint32_t> patterns_;           // into Program::patterns
  std::vector<std::vector<uint8_t>> types_;  // by pattern and type
};

}  // namespace mqlab

#endif  // MQLAB_REPORT_QUESTIONS_H_
