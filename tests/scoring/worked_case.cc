#include "scoring/worked_case.h"

#include <gtest/gtest.h>

#include "rules/parse.h"
#include "scoring/reference_value.h"

namespace mqlab::reference {

Ruleset ParseMembers(const std::string& body) {
  const ParsedRuleset parsed =
      ParseRuleset(R"({"format": "mqlab/1", )" + body + "}");
  for (const Issue& issue : parsed.issues.issues()) {
    EXPECT_EQ(issue.severity, Severity::kWarning)
        << IssueId(issue.code) << " at " << issue.place.path << "\n"
        << body;
  }
  return parsed.ruleset.value_or(Ruleset{});
}

std::string Day(int day) {
  const int lengths[] = {31, 28, 31, 30, 31, 30};
  int month = 0;
  for (; day >= lengths[month]; ++month) day -= lengths[month];
  const std::string digits = std::to_string(101 + day).substr(1);
  return "2026-0" + std::to_string(month + 1) + "-" + digits;
}

int64_t At(int day) { return *ReadInstant(Day(day)); }

ReferenceResult Judge(const std::string& rules,
                      const std::map<std::string, std::string>& cells,
                      const std::vector<Act>& acts, int as_of_day) {
  RawData data;
  for (const auto& [name, cell] : cells) data.field_names.push_back(name);
  data.leads.push_back({"l", cells});
  for (const Act& act : acts) {
    data.events.push_back({"l", Day(act.day), act.type, act.properties});
  }
  return ScoreByReference(ParseMembers(rules), data, At(as_of_day));
}

ReferenceLead JudgeLead(const std::string& rules,
                        const std::map<std::string, std::string>& cells,
                        const std::vector<Act>& acts, int as_of_day) {
  const ReferenceResult result = Judge(rules, cells, acts, as_of_day);
  EXPECT_TRUE(result.faults.empty()) << result.faults[0] << "\n" << rules;
  EXPECT_FALSE(result.overflow);
  return result.leads.empty() ? ReferenceLead{} : result.leads[0];
}

int64_t Points(const std::string& rule, const std::vector<Act>& acts,
               int as_of_day, const std::map<std::string, std::string>& cells,
               const std::string& more) {
  return JudgeLead(R"("scores": {"s": {)" + more +
                       R"(}}, "rules": [{"id": "r", "score": "s", )" + rule +
                       "}]",
                   cells, acts, as_of_day)
      .rule_points["r"];
}

}  // namespace mqlab::reference
