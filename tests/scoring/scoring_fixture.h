#ifndef MQLAB_TESTS_SCORING_SCORING_FIXTURE_H_
#define MQLAB_TESTS_SCORING_SCORING_FIXTURE_H_

// Rules and tables as text, scored through the whole core.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "ingest/read_table.h"
#include "rules/parse.h"
#include "scoring/explain.h"
#include "scoring/score.h"

namespace mqlab {

struct Scored {
  Dataset dataset;
  ParsedRuleset parsed;
  CompiledProgram compiled;
  Instant as_of = 0;

  const Program& program() const { return *compiled.program; }
  ScoreTable Table() const {
    return *ScoreLeads(program(), dataset, as_of).table;
  }
  Explanation Why(uint32_t lead) const {
    return Explain(program(), dataset, as_of, lead);
  }
};

inline std::string IssueIds(const IssueList& issues) {
  std::string ids;
  for (const Issue& issue : issues.issues()) {
    ids += std::string(IssueId(issue.code)) + " " + issue.place.path + "\n";
  }
  return ids;
}

// `as_of` empty: the newest event.
inline std::unique_ptr<Scored> Prepare(std::string_view rules,
                                       std::string_view leads,
                                       std::string_view events,
                                       std::string_view as_of = "") {
  auto scored = std::make_unique<Scored>();
  scored->parsed = ParseRuleset(rules);
  EXPECT_TRUE(scored->parsed.ruleset) << IssueIds(scored->parsed.issues);
  LeadsResult lead_table = ReadLeads(leads, {});
  EXPECT_TRUE(lead_table.leads) << IssueIds(lead_table.report.issues);
  scored->dataset.leads = std::move(*lead_table.leads);
  if (!events.empty()) {
    EventsResult table = ReadEvents(events, scored->dataset.leads, {});
    EXPECT_TRUE(table.events) << IssueIds(table.report.issues);
    scored->dataset.events = std::move(*table.events);
  }
  scored->as_of = as_of.empty() ? scored->dataset.events.newest.value_or(0)
                                : ParseInstant(as_of).value_or(0);
  if (scored->parsed.ruleset) {
    scored->compiled = Compile(scored->parsed, SchemaOf(scored->dataset));
  }
  return scored;
}

}  // namespace mqlab

#endif  // MQLAB_TESTS_SCORING_SCORING_FIXTURE_H_
