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
//
// Beside a result other rules can be tried, in steps too:
//
//   engine.BeginTrial(*report.id, other_rules, options, "mql");
//   while (engine.TrialStep(4096) != ScorePhase::kDone) {}
//   engine.EndTrial()->gained;   // leads that are MQL by the result's rules
//   only
//
// Several engines without common memory can score one dataset together. The
// first has all of it and answers everything; each other has a share of the
// leads, scores that alone, and tells the first what it found out:
//
//   const std::vector<uint32_t> cuts = first.Cuts(2);
//   first.SetOwnLeads(cuts[1]);
//   first.BeginShare(cuts[1], cuts[2]);
//   for (std::string piece; !(piece = first.WriteShare(1 << 20)).empty();) {
//     other.AppendShare(piece);
//   }
//   other.EndShare();
//
//   first.BeginScore(rules, options);
//   other.BeginScore(rules, {.as_of = first.scoring()->as_of});
//   // Both in steps to their ends; of the other, as soon as it has them:
//   first.AddCounts(cuts[1], other.Counts(first.AwaitedRules()));
//   first.AddStages(cuts[1], other.Stages());

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/costs.h"
#include "base/instant.h"
#include "base/issue.h"
#include "engine/load_job.h"
#include "engine/trial.h"
#include "ingest/read_table.h"
#include "ingest/row_packer.h"
#include "lead/event_log.h"
#include "lead/share.h"
#include "report/crossing.h"
#include "report/lead_query.h"
#include "report/run.h"
#include "scoring/binding.h"
#include "scoring/explain.h"
#include "scoring/remedies.h"
#include "scoring/score_curve.h"
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
  // kHeadBytes. See RowPacker; it gives none where
  // the rows have to come as they are.
  void BeginPacking(TableKind kind, const ReadOptions& options,
                    std::string_view head);
  std::optional<std::string> Pack(std::span<char> rows);
  bool TakesPacked() const { return ExpectsTable() && load_->TakesPacked(); }
  void TakePacked(std::string_view packed);  // REQUIRES: TakesPacked()
  bool EndTable();
  uint32_t RowsLoaded() const { return load_ ? load_->rows() : 0; }
  DataReport EndLoad();
  void CancelLoad();

  // Events more, in the writing of an events file, in the place of those added
  // before; none of an empty text. The next score has them. All leads are this
  // engine's own again, and data that is loaded drops them.
  TableReport AddEvents(std::string_view csv);

  // What channels cost, a table in canonical writing in the place of what was
  // known before; nothing of an empty text. Data that is loaded drops it, and a
  // sample brings its own.
  CostsReport SetCosts(std::string_view csv);

  // A share of the data for another engine. Data that is loaded belongs to this
  // engine alone until SetOwnLeads says that others have all leads from `end`
  // on; that holds for each BeginScore until other data is loaded.
  std::vector<uint32_t> Cuts(uint32_t engines) const {
    return CutLeads(*dataset_, engines);
  }
  void SetOwnLeads(uint32_t end) { own_leads_ = end; }
  // Leads [begin, end), two of Cuts, in pieces of about so many bytes; empty
  // after the last, or when memory ran out.
  void BeginShare(uint32_t begin, uint32_t end);
  std::string WriteShare(size_t bytes);

  // In the other engine: the pieces of a share in their order take the place of
  // its data. EndShare is false, and all as before, when it lacks some.
  void AppendShare(std::string_view piece);
  bool EndShare();

  // Parses, compiles and scores, all leads by itself.
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

  // Of a score under way whose leads are not all its own. While it waits, a
  // step does nothing; counts are waited for before the numbers, stages before
  // it is done.
  bool WaitsForOthers() const { return job_ && job_->waits(); }
  // Of the program: rules of which the others' counts are needed, none once it
  // has them. It goes on at once where there are none from the start.
  std::vector<uint32_t> AwaitedRules() const;
  // What another engine gave, whose share begins at the lead. False for what is
  // of no use: not wanted, or of other rules or another instant.
  bool AddCounts(uint32_t begin, std::string_view counts);
  bool AddStages(uint32_t begin, std::string stages);

  // In the other engine, of the score begun last, until the next: empty before
  // it has them. Counts come some time before the end of the phase kNumbers,
  // stages when all is done (also where points did not fit).
  std::string Counts(std::span<const uint32_t> rules) const;
  std::string Stages() const;

  // Rules that are scored beside a result, by all leads of this engine alone.
  // False when they have errors, or the result is not of the present data.
  // Another BeginTrial, BeginScore or BeginLoad drops it, and other data does.
  bool BeginTrial(RunId of, std::string_view rules, const RunOptions& options,
                  std::string_view stage);
  ScorePhase TrialStep(uint32_t leads);  // kDone too when there is none
  double trial_progress() const { return trial_ ? trial_->progress() : 1; }
  // From the trial's stages to the result's; nullopt when there is no trial
  // that is done, or its points did not fit 64 bits.
  std::optional<Crossing> EndTrial();
  void CancelTrial() { trial_.reset(); }

  void Release(RunId id) { runs_.erase(id); }
  // nullptr when there is no such run.
  const Run* run(RunId id) const;
  // The same, to be kept whatever is released.
  std::shared_ptr<const Run> Keep(RunId id) const;

  std::vector<uint32_t> Select(RunId id, const LeadQuery& query) const;
  // What a report tells of the leads of a query, see review/answer.h.
  std::string Report(RunId id, const LeadQuery& query,
                     std::string_view request) const;
  Explanation Explain(RunId id, uint32_t lead) const;
  mqlab::ScoreCurve ScoreCurve(RunId id, uint32_t lead) const;
  std::vector<Remedy> Remedies(RunId id, uint32_t lead) const;

  // All issues of a rule file against the loaded data.
  IssueList Check(std::string_view rules) const;
  // Those of a condition that a query of the run may have.
  IssueList CheckCondition(RunId id, std::string_view condition) const;
  // Its canonical text; nullopt when it has errors.
  std::optional<std::string> Format(std::string_view rules) const;

 private:
  // Memory ran out: what was begun is dropped, and its report says so.
  void FailLoad();
  void FailScore();
  RunReport BeginScore(std::string_view rules, const RunOptions& options,
                       uint32_t own_leads);
  // Over the present data, ready to be scored; nullptr when the rules have
  // errors. `report` has all issues that are known by then.
  std::unique_ptr<Run> PrepareRun(std::string_view rules,
                                  const RunOptions& options, RunReport* report);
  void Replace(std::shared_ptr<const Dataset> dataset);
  Histogram HistogramOfNumbers() const;
  void KeepCounts();
  void FinishRun();
  void DropJob();

  const uint32_t threads_;
  std::shared_ptr<const Dataset> dataset_;
  std::shared_ptr<const Dataset> loaded_;  // without events that were added
  std::optional<Costs> costs_;
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
  struct KnownCounts {
    std::shared_ptr<const Dataset> dataset;
    Instant as_of = 0;
    RuleColumns columns;
  };
  KnownCounts counted_;
  const ScoreJob* counted_by_ = nullptr;
  const RuleColumns* KnownCountsFor(const Run& run) const;

  std::unique_ptr<Trial> trial_;

  std::optional<ShareWriter> share_writer_;
  std::optional<ShareReader> share_reader_;
  uint32_t own_leads_ = UINT32_MAX;
  // What is told of the score begun last.
  struct Part {
    uint64_t stamp = 0;  // of rules and instant
    std::vector<std::shared_ptr<const RuleColumn>> columns;  // once counted
    RunId id = 0;                                            // once done
    Overflows overflows;                                     // in its place
    uint32_t leads = 0;
  };
  Part part_;
};

}  // namespace mqlab

#endif  // MQLAB_ENGINE_ENGINE_H_
