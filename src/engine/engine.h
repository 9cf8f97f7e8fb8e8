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
//
// Where nothing may take long, a load or a score is begun, stepped and ended;
// all else may be asked between two steps, of what was there before.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "engine/load_job.h"
#include "ingest/read_table.h"
#include "ingest/row_packer.h"
#include "lead/event_log.h"
#include "report/funnel.h"
#include "report/histogram.h"
#include "report/lead_query.h"
#include "rules/parse.h"
#include "scoring/binding.h"
#include "scoring/explain.h"
#include "scoring/program.h"
#include "scoring/score.h"
#include "scoring/score_job.h"

namespace mqlab {

struct TableInput {
  std::string_view bytes;
  ReadOptions options;
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
  Instant as_of = 0;
  ScoreTable table;
  RunBasis basis;  // for the next run
  Histogram histogram;
  Funnel funnel;
  std::vector<uint32_t> rule_leads;  // by rule of the program
};

// What is known of a run under way: nothing yet, all that is as of the instant
// (`histogram` without stages, `rule_leads`), or everything.
enum class ScorePhase : uint8_t { kNumbers, kStages, kDone };

using RunId = uint32_t;

struct RunReport {
  std::optional<RunId> id;  // none iff there is a kError issue in either list
  IssueList issues;         // of the rule file
  IssueList data_issues;    // of the cells and events that the rules read
};

class Engine {
 public:
  // `threads`: for Load and scores. Results do not depend on them.
  explicit Engine(uint32_t threads = 1);

  TablePreview Preview(const TableInput& input) const;
  DataReport Load(const TableInput& leads,
                  const std::optional<TableInput>& events);
  DataReport LoadSample(uint64_t seed, uint32_t leads);
  const Dataset& dataset() const { return *dataset_; }

  // Load in pieces: those of the leads, EndTable until it is true, those of the
  // events likewise, EndLoad. Another BeginLoad or CancelLoad drops it.
  void BeginLoad(const ReadOptions& leads,
                 const std::optional<ReadOptions>& events);
  // Whether pieces are of use: not after leads that were refused, or when
  // memory has run out. EndLoad then says why.
  bool ExpectsTable() const { return load_ && load_->expects_table(); }
  std::span<char> Prepare(size_t size);  // empty when no table is expected
  void Commit(size_t size);
  // In place of the next rows, at the start of one, what another engine has
  // packed of them: with the packer of this table, begun with its first
  // kHeadBytes. None: the rows have to come as they are.
  void BeginPacking(TableKind kind, const ReadOptions& options,
                    std::string_view head);
  std::optional<std::string> Pack(std::string_view rows);
  bool TakesPacked() const { return ExpectsTable() && load_->TakesPacked(); }
  void TakePacked(std::string_view packed);  // REQUIRES: TakesPacked()
  bool EndTable();
  uint32_t RowsLoaded() const { return load_ ? load_->rows() : 0; }
  DataReport EndLoad();
  void CancelLoad();

  // Parses, compiles and scores.
  RunReport Score(std::string_view rules, const RunOptions& options);

  // Score in steps, of so many leads each. A report with errors has begun
  // nothing. Another BeginScore or CancelScore drops it.
  RunReport BeginScore(std::string_view rules, const RunOptions& options);
  ScorePhase ScoreStep(uint32_t leads);  // kDone: EndScore has the result
  // The run under way; nullptr when there is none.
  const Run* scoring() const { return scoring_.get(); }
  // Of its phase, from 0 to 1.
  double score_progress() const { return job_ ? job_->progress() : 1; }
  RunReport EndScore();
  void CancelScore();

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
  // Memory ran out: what was begun is dropped, and its report says so.
  void FailLoad();
  void FailScore();
  Histogram HistogramOfNumbers() const;
  void KeepCounts();
  void FinishRun();
  void DropJob();

  const uint32_t threads_;
  std::shared_ptr<const Dataset> dataset_;
  std::map<RunId, std::shared_ptr<const Run>> runs_;
  RunId last_id_ = 0;

  std::unique_ptr<LoadJob> load_;
  bool load_failed_ = false;         // memory ran out
  std::optional<RowPacker> packer_;  // of another engine's table
  std::unique_ptr<Run> scoring_;
  std::unique_ptr<ScoreJob> job_;  // of scoring_; none once it is done
  RunReport score_report_;

  // What the last run and the one under way have in common.
  struct Columns {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<BindingCache> cache;
  };
  Columns columns_;
  std::shared_ptr<const Run>
      former_;  // of the job; its last run, released or not

  // What was counted last, which the next score takes over where it can.
  struct Counts {
    std::shared_ptr<const Dataset> dataset;
    Instant as_of = 0;
    RuleColumns columns;
  };
  Counts counted_;
  const ScoreJob* counted_by_ = nullptr;
};

}  // namespace mqlab

#endif  // MQLAB_ENGINE_ENGINE_H_
