#ifndef MQLAB_ENGINE_ENGINE_H_
#define MQLAB_ENGINE_ENGINE_H_

// The whole core behind one object: data, and any number of runs over it.
//
//   Engine engine;
//   engine.Load({leads_csv, {}}, TableInput{events_csv, {}});
//   const RunReport report = engine.Score(rules_json, {.as_of = {}, .now = 0});
//   if (report.id) {
//     const Run& run = *engine.run(*report.id);
//     run.table.total[0];                // of the first lead, in thousandths
//     engine.Explain(*report.id, 0);     // why
//   }
//
// Engine holds, other modules compute. A run keeps the data it was made over,
// so it never changes, whatever is loaded after it. Memory that runs out is an
// issue (out_of_memory); what was there before stays usable.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "ingest/read_table.h"
#include "lead/event_log.h"
#include "report/funnel.h"
#include "report/lead_query.h"
#include "rules/parse.h"
#include "scoring/binding.h"
#include "scoring/explain.h"
#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

struct TableInput {
  std::string_view bytes;
  ReadOptions options;
};

struct DataReport {
  TableReport leads;
  std::optional<TableReport> events;
  bool accepted = false;  // the new data took the place of the old
};

struct RunOptions {
  std::optional<Instant> as_of;  // none: the newest event
  Instant now = 0;               // taken when there are no events either
};

// One rule file over one dataset as of one instant.
struct Run {
  std::shared_ptr<const Dataset> dataset;
  ParsedRuleset rules;
  Program program;
  std::unique_ptr<const Binding> binding;
  ScoreTable table;
  Funnel funnel;
  std::vector<uint32_t> rule_leads;  // by rule of the program
};

using RunId = uint32_t;

struct RunReport {
  std::optional<RunId> id;  // none iff there is a kError issue in either list
  IssueList issues;         // of the rule file
  IssueList data_issues;    // of the cells and events that the rules read
};

class Engine {
 public:
  Engine();

  TablePreview Preview(const TableInput& input) const;
  DataReport Load(const TableInput& leads,
                  const std::optional<TableInput>& events);
  DataReport LoadSample(uint64_t seed, uint32_t leads);
  const Dataset& dataset() const { return *dataset_; }

  // Parses, compiles and scores.
  RunReport Score(std::string_view rules, const RunOptions& options);
  void Release(RunId id) { runs_.erase(id); }
  // nullptr when there is no such run.
  const Run* run(RunId id) const;

  std::vector<uint32_t> Select(RunId id, const LeadQuery& query) const;
  Explanation Explain(RunId id, uint32_t lead) const;
  std::string Csv(RunId id) const;  // safe for spreadsheets, with fields

  // All issues of a rule file against the loaded data.
  IssueList Check(std::string_view rules) const;
  // Its canonical text; nullopt when it has errors.
  std::optional<std::string> Format(std::string_view rules) const;

 private:
  std::shared_ptr<const Dataset> dataset_;
  std::map<RunId, std::unique_ptr<const Run>> runs_;
  RunId last_id_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_ENGINE_ENGINE_H_
