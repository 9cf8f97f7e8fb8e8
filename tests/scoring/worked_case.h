#ifndef MQLAB_TESTS_SCORING_WORKED_CASE_H_
#define MQLAB_TESTS_SCORING_WORKED_CASE_H_

// Small cases for the judge: one lead, dated acts, whole days.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/reference_scorer.h"

namespace mqlab::reference {

// The members of a rule file, without the braces and the format.
Ruleset ParseMembers(const std::string& members);

// Day 0 is 2026-01-01.
std::string Day(int day);
int64_t At(int day);

struct Act {
  int day;
  std::string type;
  std::map<std::string, std::string> properties = {};
};

// One lead, "l", with these cells and events.
ReferenceResult Judge(const std::string& rules,
                      const std::map<std::string, std::string>& cells,
                      const std::vector<Act>& acts, int as_of_day);

// The same, where there are to be no faults.
ReferenceLead JudgeLead(const std::string& rules,
                        const std::map<std::string, std::string>& cells,
                        const std::vector<Act>& acts, int as_of_day);

// The points of one rule, given by its members; `more`: members of its score.
int64_t Points(const std::string& rule, const std::vector<Act>& acts,
               int as_of_day,
               const std::map<std::string, std::string>& cells = {},
               const std::string& more = "");

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_WORKED_CASE_H_
