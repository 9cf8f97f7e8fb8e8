#include "engine/engine.h"

#include <utility>

#include "engine/within_memory.h"
#include "lead/added_events.h"
#include "report/lead_condition.h"
#include "report/lead_filter.h"
#include "review/answer.h"
#include "rules/write.h"
#include "sample/sample.h"

namespace mqlab {
namespace {

// Tells scores apart, so that what others found out of a former one is known
// for that.
uint64_t StampOf(std::string_view rules, Instant as_of) {
  uint64_t hash = static_cast<uint64_t>(as_of);
  for (const char byte : rules) {
    hash = (hash ^ static_cast<uint8_t>(byte)) * 0x100000001B3u;  // FNV-1a
  }
  return hash;
}

IssueList OutOfMemory() {
  IssueList issues;
  issues.Error(IssueCode::kOutOfMemory, {});
  return issues;
}

}  // namespace

Engine::Engine(uint32_t threads)
    : threads_(threads),
      dataset_(std::make_shared<Dataset>()),
      loaded_(dataset_) {}

DataReport Engine::Load(const TableInput& leads,
                        const std::optional<TableInput>& events) {
  const auto append = [&](const TableInput& input) {
    if (!ExpectsTable()) return;
    WithinMemory([&] { load_->Append(input.bytes); }, [&] { FailLoad(); });
    while (!EndTable()) {
    }
  };
  BeginLoad(leads.options,
            events ? std::optional(events->options) : std::nullopt);
  append(leads);
  if (events) append(*events);
  return EndLoad();
}

void Engine::BeginLoad(const ReadOptions& leads,
                       const std::optional<ReadOptions>& events) {
  CancelLoad();
  CancelTrial();
  WithinMemory(
      [&] { load_ = std::make_unique<LoadJob>(leads, events, threads_); },
      [&] { FailLoad(); });
}

std::span<char> Engine::Prepare(size_t size) {
  std::span<char> room;
  if (!ExpectsTable()) return room;
  WithinMemory([&] { room = load_->Prepare(size); }, [&] { FailLoad(); });
  return room;
}

void Engine::Commit(size_t size) {
  if (!ExpectsTable()) return;
  WithinMemory([&] { load_->Commit(size); }, [&] { FailLoad(); });
}

void Engine::BeginPacking(TableKind kind, const ReadOptions& options,
                          std::string_view head) {
  packer_.reset();
  WithinMemory([&] { packer_.emplace(kind, options, head); }, [] {});
}

std::optional<std::string> Engine::Pack(std::span<char> rows) {
  std::optional<std::string> packed;
  if (!packer_) return packed;
  WithinMemory([&] { packed = packer_->Pack(rows); }, [] {});
  return packed;
}

void Engine::TakePacked(std::string_view packed) {
  WithinMemory([&] { load_->TakePacked(packed); }, [&] { FailLoad(); });
}

bool Engine::EndTable() {
  bool ended = true;
  if (!ExpectsTable()) return ended;
  WithinMemory([&] { ended = load_->EndTable(); }, [&] { FailLoad(); });
  return ended;
}

DataReport Engine::EndLoad() {
  DataReport report;
  if (load_) report = std::move(load_->report());
  if (load_failed_) report.leads.issues.Append(OutOfMemory());
  if (report.accepted) {
    loaded_ = load_->Take();
    costs_.reset();
    Replace(loaded_);
  }
  CancelLoad();
  return report;
}

void Engine::Replace(std::shared_ptr<const Dataset> dataset) {
  CancelTrial();
  dataset_ = std::move(dataset);
  counted_ = {};
  columns_ = {};
  share_writer_.reset();
  own_leads_ = UINT32_MAX;
}

TableReport Engine::AddEvents(std::string_view csv) {
  TableReport report;
  report.kind = TableKind::kEvents;
  const auto work = [&] {
    CancelScore();
    if (csv.empty()) return Replace(loaded_);
    EventsResult read = ReadEvents(csv, loaded_->leads, {});
    report = std::move(read.report);
    if (read.events) Replace(WithAdded(*loaded_, *read.events));
  };
  WithinMemory(work, [&] { report.issues.Append(OutOfMemory()); });
  return report;
}

CostsReport Engine::SetCosts(std::string_view csv) {
  CostsReport report;
  costs_.reset();
  if (csv.empty()) return report;
  const auto work = [&] {
    CostsResult read = ReadCosts(csv, {.canonical = true});
    report = std::move(read.report);
    costs_ = std::move(read.costs);
  };
  WithinMemory(work, [&] { report.issues.Append(OutOfMemory()); });
  return report;
}

void Engine::CancelLoad() {
  load_.reset();
  load_failed_ = false;
}

void Engine::FailLoad() {
  load_.reset();
  load_failed_ = true;
}

DataReport Engine::LoadSample(uint64_t seed, uint32_t leads) {
  Sample sample;
  bool failed = false;
  WithinMemory([&] { sample = MakeSample({.seed = seed, .leads = leads}); },
               [&] { failed = true; });
  if (failed) {
    DataReport report;
    report.leads.issues = OutOfMemory();
    return report;
  }
  DataReport report =
      Load({sample.leads_csv, {}}, TableInput{sample.events_csv, {}});
  if (report.accepted) SetCosts(sample.costs_csv);
  return report;
}

RunReport Engine::Score(std::string_view rules, const RunOptions& options) {
  RunReport report = BeginScore(rules, options, UINT32_MAX);
  if (!scoring_) return report;
  while (ScoreStep(UINT32_MAX) != ScorePhase::kDone) {
  }
  return EndScore();
}

RunReport Engine::BeginScore(std::string_view rules,
                             const RunOptions& options) {
  return BeginScore(rules, options, own_leads_);
}

std::unique_ptr<Run> Engine::PrepareRun(std::string_view rules,
                                        const RunOptions& options,
                                        RunReport* report) {
  auto run = std::make_unique<Run>();
  run->dataset = dataset_;
  run->rules = ParseRuleset(rules);
  report->issues = run->rules.issues;
  if (!run->rules.ruleset) {
    report->issues.Append(CheckDraft(run->rules, SchemaOf(*dataset_)));
    return nullptr;
  }
  CompiledProgram compiled = Compile(run->rules, SchemaOf(*dataset_));
  report->issues.Append(compiled.issues);
  if (!compiled.program) return nullptr;
  run->program = std::move(*compiled.program);
  if (columns_.dataset != dataset_) {
    columns_ = {dataset_, std::make_shared<BindingCache>(*dataset_)};
  }
  run->binding =
      std::make_unique<Binding>(run->program, *run->dataset, columns_.cache);
  report->data_issues = run->binding->issues();
  run->as_of =
      options.as_of.value_or(dataset_->events.newest.value_or(options.now));
  return run;
}

const RuleColumns* Engine::KnownCountsFor(const Run& run) const {
  const bool same =
      counted_.dataset == run.dataset && counted_.as_of == run.as_of;
  return same ? &counted_.columns : nullptr;
}

RunReport Engine::BeginScore(std::string_view rules, const RunOptions& options,
                             uint32_t own_leads) {
  CancelTrial();
  CancelScore();
  part_ = {};
  const auto work = [&] {
    std::unique_ptr<Run> run = PrepareRun(rules, options, &score_report_);
    if (!run) return;
    part_.stamp = StampOf(rules, run->as_of);
    former_ = runs_.empty() ? nullptr : runs_.rbegin()->second;
    job_ = std::make_unique<ScoreJob>(
        *run->binding, run->as_of, KnownCountsFor(*run),
        FormerOf(former_.get(), *run), threads_, own_leads);
    scoring_ = std::move(run);
  };
  WithinMemory(work, [&] { FailScore(); });
  return score_report_;
}

ScorePhase Engine::ScoreStep(uint32_t leads) {
  if (!job_) return ScorePhase::kDone;
  ScorePhase phase = ScorePhase::kNumbers;
  WithinMemory(
      [&] {
        job_->Step(leads);
        if (counted_by_ != job_.get() &&
            job_->phase() != ScoreJob::Phase::kCount) {
          KeepCounts();
        }
        if (job_->has_numbers()) {
          if (scoring_->histogram.leads.empty()) {
            scoring_->histogram = HistogramOfNumbers();
          }
          phase = ScorePhase::kStages;
        }
        if (!job_->done()) return;
        FinishRun();
        phase = ScorePhase::kDone;
      },
      [&] {
        FailScore();
        phase = ScorePhase::kDone;
      });
  return phase;
}

Histogram Engine::HistogramOfNumbers() const {
  const SharedColumn<Millipoints>& total = job_->table().total;
  if (!former_ || !total.IsSameAs(former_->table.total)) {
    return MakeHistogram(total.values());
  }
  Histogram same = former_->histogram;
  same.by_stage.clear();
  return same;
}

// For the next score, also where this one is overtaken.
void Engine::KeepCounts() {
  counted_by_ = job_.get();
  counted_ = {scoring_->dataset, scoring_->as_of, job_->columns()};
  part_.columns = job_->columns_by_rule();
  scoring_->rule_leads = job_->rule_leads();
}

void Engine::FinishRun() {
  ScoreResult scored = job_->Take();
  scoring_->basis = job_->TakeBasis();
  part_.overflows = job_->overflows();
  part_.leads = scoring_->dataset->leads.size();
  DropJob();
  score_report_.data_issues = std::move(scored.issues);
  if (!scored.table) return scoring_.reset();
  Run& run = *scoring_;
  run.table = std::move(*scored.table);
  run.funnel = CountFunnel(run.program, run.table);
  run.histogram = MakeHistogram(run.table.total.values(), run.table.stage,
                                run.program.stages.size());
}

void Engine::DropJob() {
  job_.reset();
  former_.reset();
  counted_by_ = nullptr;
}

RunReport Engine::EndScore() {
  RunReport report = std::move(score_report_);
  if (scoring_ && !job_) {
    WithinMemory(
        [&] {
          runs_.emplace(last_id_ + 1, std::move(scoring_));
          report.id = ++last_id_;
          part_.id = last_id_;
        },
        [&] { report.issues.Append(OutOfMemory()); });
  }
  CancelScore();
  return report;
}

void Engine::CancelScore() {
  DropJob();  // it refers to the run
  scoring_.reset();
  score_report_ = RunReport();
}

void Engine::FailScore() {
  DropJob();
  scoring_.reset();
  score_report_.issues.Append(OutOfMemory());
}

const Run* Engine::run(RunId id) const { return Keep(id).get(); }

std::shared_ptr<const Run> Engine::Keep(RunId id) const {
  const auto found = runs_.find(id);
  return found == runs_.end() ? nullptr : found->second;
}

std::vector<uint32_t> Engine::Select(RunId id, const LeadQuery& query) const {
  return SelectLeads(*runs_.at(id), query);
}

std::string Engine::Report(RunId id, const LeadQuery& query,
                           std::string_view request) const {
  const Run& run = *runs_.at(id);
  LeadQuery all;
  all.sort = query.sort;
  all.sort_index = query.sort_index;
  all.descending = query.descending;
  std::optional<std::vector<uint32_t>> selection;
  if (query != all) selection = FilterLeads(run, query);
  return Answer({.run = run,
                 .costs = costs_ ? &*costs_ : nullptr,
                 .selection = selection ? &*selection : nullptr},
                request);
}

Explanation Engine::Explain(RunId id, uint32_t lead) const {
  const Run& run = *runs_.at(id);
  return mqlab::Explain(*run.binding, run.as_of, lead);
}

ScoreCurve Engine::ScoreCurve(RunId id, uint32_t lead) const {
  const Run& run = *runs_.at(id);
  return MakeScoreCurve(*run.binding, run.as_of, lead);
}

std::vector<Remedy> Engine::Remedies(RunId id, uint32_t lead) const {
  const Run& run = *runs_.at(id);
  return FindRemedies(*run.binding, run.as_of, lead);
}

IssueList Engine::Check(std::string_view rules) const {
  const ParsedRuleset parsed = ParseRuleset(rules);
  IssueList issues = parsed.issues;
  const Schema schema = SchemaOf(*dataset_);
  issues.Append(parsed.ruleset ? Compile(parsed, schema).issues
                               : CheckDraft(parsed, schema));
  return issues;
}

IssueList Engine::CheckCondition(RunId id, std::string_view condition) const {
  return CompileCondition(*runs_.at(id), condition).issues;
}

std::optional<std::string> Engine::Format(std::string_view rules) const {
  const ParsedRuleset parsed = ParseRuleset(rules);
  if (!parsed.ruleset) return std::nullopt;
  return WriteRuleset(*parsed.ruleset);
}

}  // namespace mqlab
