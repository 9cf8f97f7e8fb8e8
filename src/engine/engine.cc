#include "engine/engine.h"

#include <new>
#include <stdexcept>
#include <utility>

#include "report/rule_leads.h"
#include "report/score_csv.h"
#include "rules/write.h"
#include "sample/sample.h"

namespace mqlab {
namespace {

// Runs `work`; when memory runs out, `fail` is told instead. Containers that
// would pass their greatest size say length_error, which means the same here.
template <typename Work, typename Fail>
void WithinMemory(const Work& work, const Fail& fail) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    fail();
  } catch (const std::length_error&) {
    fail();
  }
}

IssueList OutOfMemory() {
  IssueList issues;
  issues.Error(IssueCode::kOutOfMemory, {});
  return issues;
}

}  // namespace

Engine::Engine() : dataset_(std::make_shared<Dataset>()) {}

TablePreview Engine::Preview(const TableInput& input) const {
  TablePreview preview;
  WithinMemory([&] { preview = PreviewTable(input.bytes, input.options); },
               [&] { preview.report.issues = OutOfMemory(); });
  return preview;
}

DataReport Engine::Load(const TableInput& leads,
                        const std::optional<TableInput>& events) {
  DataReport report;
  WithinMemory(
      [&] {
        auto next = std::make_shared<Dataset>();
        LeadsResult read = ReadLeads(leads.bytes, leads.options);
        report.leads = std::move(read.report);
        report.accepted = read.leads.has_value();
        if (read.leads) next->leads = std::move(*read.leads);
        if (events) {
          EventsResult log =
              ReadEvents(events->bytes, next->leads, events->options);
          report.events = std::move(log.report);
          report.accepted = report.accepted && log.events.has_value();
          if (log.events) next->events = std::move(*log.events);
        }
        if (!report.accepted) return;
        dataset_ = std::move(next);
      },
      [&] {
        report.accepted = false;
        report.leads.issues.Append(OutOfMemory());
      });
  return report;
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
  return Load({sample.leads_csv, {}}, TableInput{sample.events_csv, {}});
}

RunReport Engine::Score(std::string_view rules, const RunOptions& options) {
  RunReport report;
  const auto work = [&] {
    auto run = std::make_unique<Run>();
    run->dataset = dataset_;
    run->rules = ParseRuleset(rules);
    report.issues = run->rules.issues;
    if (!run->rules.ruleset) {
      report.issues.Append(CheckDraft(run->rules, SchemaOf(*dataset_)));
      return;
    }
    CompiledProgram compiled = Compile(run->rules, SchemaOf(*dataset_));
    report.issues.Append(compiled.issues);
    if (!compiled.program) return;
    run->program = std::move(*compiled.program);
    run->binding = std::make_unique<Binding>(run->program, *run->dataset);
    const Instant as_of =
        options.as_of.value_or(dataset_->events.newest.value_or(options.now));
    ScoreResult scored = ScoreLeads(*run->binding, as_of);
    report.data_issues = scored.issues;
    if (!scored.table) return;
    run->table = std::move(*scored.table);
    run->funnel = CountFunnel(run->program, run->table);
    run->rule_leads = CountRuleLeads(*run->binding, as_of);
    runs_.emplace(++last_id_, std::move(run));
    report.id = last_id_;
  };
  WithinMemory(work, [&] {
    report.id.reset();
    report.issues.Append(OutOfMemory());
  });
  return report;
}

const Run* Engine::run(RunId id) const {
  const auto found = runs_.find(id);
  return found == runs_.end() ? nullptr : found->second.get();
}

std::vector<uint32_t> Engine::Select(RunId id, const LeadQuery& query) const {
  const Run& run = *runs_.at(id);
  return SelectLeads(run.program, *run.dataset, run.table, query);
}

Explanation Engine::Explain(RunId id, uint32_t lead) const {
  const Run& run = *runs_.at(id);
  return mqlab::Explain(*run.binding, run.table.as_of, lead);
}

std::string Engine::Csv(RunId id) const {
  const Run& run = *runs_.at(id);
  return WriteScoreCsv(run.program, *run.dataset, run.table,
                       {.spreadsheet_safe = true, .fields = true});
}

IssueList Engine::Check(std::string_view rules) const {
  const ParsedRuleset parsed = ParseRuleset(rules);
  IssueList issues = parsed.issues;
  const Schema schema = SchemaOf(*dataset_);
  issues.Append(parsed.ruleset ? Compile(parsed, schema).issues
                               : CheckDraft(parsed, schema));
  return issues;
}

std::optional<std::string> Engine::Format(std::string_view rules) const {
  const ParsedRuleset parsed = ParseRuleset(rules);
  if (!parsed.ruleset) return std::nullopt;
  return WriteRuleset(*parsed.ruleset);
}

}  // namespace mqlab
