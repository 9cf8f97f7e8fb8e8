#include "scoring/comparison.h"

#include <cstdlib>
#include <utility>

#include "ingest/read_table.h"
#include "slow_build.h"

namespace mqlab::reference {
namespace {

std::string Texts(const IssueList& issues) {
  std::string texts;
  for (const Issue& issue : issues.issues()) {
    if (issue.severity != Severity::kError) continue;
    texts += std::string(IssueId(issue.code)) + " at " + issue.place.path;
    for (const std::string& arg : issue.args) texts += " \"" + arg + "\"";
    texts += "\n";
  }
  return texts;
}

// The cases are in model.md's own writing; nothing is to be detected.
ReadOptions PlainOptions() {
  ReadOptions options;
  options.dialect = CsvDialect{};
  return options;
}

std::string ReadData(const RawData& data, Dataset* dataset) {
  LeadsResult leads = ReadLeads(WriteLeads(data), PlainOptions());
  if (!leads.leads.has_value()) return Texts(leads.report.issues);
  dataset->leads = std::move(*leads.leads);
  if (!data.events.empty()) {
    EventsResult events =
        ReadEvents(WriteEvents(data), dataset->leads, PlainOptions());
    if (!events.events.has_value()) return Texts(events.report.issues);
    dataset->events = std::move(*events.events);
  }
  return "";
}

// Collects the first difference of a lead.
class Differ {
 public:
  explicit Differ(std::string lead) : lead_(std::move(lead)) {}

  template <typename T>
  void Expect(const std::string& what, const T& judge, const T& engine) {
    if (judge == engine) return;
    text += lead_ + " " + what + ": judge " + Text(judge) + ", engine " +
            Text(engine) + "\n";
  }

  std::string text;

 private:
  static std::string Text(const std::string& value) {
    return "\"" + value + "\"";
  }
  static std::string Text(int64_t value) { return std::to_string(value); }

  std::string lead_;
};

std::string StageName(const Ruleset& ruleset, int32_t stage) {
  if (stage == kDisqualified) return "disqualified";
  if (stage == kNoStage) return "";
  return ruleset.stages.at(static_cast<size_t>(stage)).id;
}

std::string BandName(const Score& score, uint16_t band) {
  return band == kNoBand ? "" : score.bands.at(band).label;
}

void CompareScores(const Ruleset& ruleset, const ScoreTable& table, uint32_t i,
                   const ReferenceLead& judged, Differ* differ) {
  for (size_t s = 0; s < ruleset.scores.size(); ++s) {
    const Score& score = ruleset.scores[s];
    differ->Expect("score " + score.id, judged.scores[s], table.scores[s][i]);
    differ->Expect("band of " + score.id, judged.bands[s],
                   BandName(score, table.bands[s][i]));
  }
  differ->Expect("total", judged.total, table.total[i]);
}

void CompareStages(const Ruleset& ruleset, const ScoreTable& table, uint32_t i,
                   const ReferenceLead& judged, Differ* differ) {
  differ->Expect("stage", judged.stage, StageName(ruleset, table.stage[i]));
  std::string expected, reasons;
  for (const std::string& reason : judged.reasons) expected += reason + "; ";
  for (uint32_t r = table.reason_offsets[i]; r < table.reason_offsets[i + 1];
       ++r) {
    reasons += ruleset.disqualify.at(table.reasons[r]).reason + "; ";
  }
  differ->Expect("reasons", expected, reasons);
  for (size_t s = 0; s < ruleset.stages.size(); ++s) {
    const std::string& id = ruleset.stages[s].id;
    differ->Expect("reached " + id, judged.reached[s].value_or(kNever),
                   table.reached[s][i]);
    differ->Expect<int64_t>("entries of " + id, judged.entries[s],
                            table.entries[s][i]);
  }
  differ->Expect<int64_t>("recycles", judged.recycles, table.recycles[i]);
  differ->Expect("since", judged.since.value_or(kNever), table.since[i]);
}

std::string CompareLead(const EngineRun& run, uint32_t i,
                        const ReferenceLead& judged) {
  const ScoreTable& table = *run.result.table;
  const Program& program = *run.compiled.program;
  Differ differ(judged.id);
  differ.Expect("id", judged.id, std::string(run.dataset.leads.ids[i]));
  CompareScores(*run.parsed.ruleset, table, i, judged, &differ);
  CompareStages(*run.parsed.ruleset, table, i, judged, &differ);
  differ.Expect("grade", judged.grade, Grade(program, table, i));
  return differ.text;
}

std::string CompareRules(const EngineRun& run, const ReferenceResult& judged) {
  const Program& program = *run.compiled.program;
  std::string text;
  for (uint32_t r = 0; r < program.rules.size(); ++r) {
    const std::vector<Millipoints> points =
        RulePoints(program, run.dataset, judged.as_of, r);
    const std::string& id = program.source.rules[program.rules[r].source].id;
    for (size_t i = 0; i < judged.leads.size(); ++i) {
      const ReferenceLead& lead = judged.leads[i];
      if (!lead.rule_points.contains(id)) {
        text += "the engine has rule " + id + "\n";
        continue;
      }
      Differ differ(lead.id);
      differ.Expect("points of " + id, lead.rule_points.at(id), points.at(i));
      text += differ.text;
    }
  }
  return text;
}

std::string CompareRun(const EngineRun& run, const ReferenceResult& judged) {
  const std::string faults = Texts(run.compiled.issues);
  if (judged.faults.empty() != run.compiled.program.has_value()) {
    std::string text = "faults of the judge:\n";
    for (const std::string& fault : judged.faults) text += fault + "\n";
    return text + "of the engine:\n" + faults;
  }
  if (!judged.faults.empty()) return "";
  if (judged.overflow != !run.result.table.has_value()) {
    return "overflow: judge " + std::to_string(judged.overflow) +
           ", engine:\n" + Texts(run.result.issues);
  }
  if (judged.overflow) return "";
  if (run.result.table->num_leads != judged.leads.size()) {
    return "number of leads: engine " +
           std::to_string(run.result.table->num_leads);
  }
  std::string text;
  for (uint32_t i = 0; i < run.result.table->num_leads; ++i) {
    text += CompareLead(run, i, judged.leads[i]);
  }
  return text + CompareRules(run, judged);
}

}  // namespace

EngineRun::EngineRun(const RandomCase& random_case)
    : parsed(ParseRuleset(random_case.rules)) {
  if (!parsed.ruleset.has_value()) {
    rejected = "rules rejected: " + Texts(parsed.issues);
    return;
  }
  rejected = ReadData(random_case.data, &dataset);
  if (!rejected.empty()) return;
  compiled = Compile(parsed, SchemaOf(dataset));
  if (!compiled.program.has_value()) return;
  const Instant as_of =
      random_case.as_of.value_or(dataset.events.newest.value_or(0));
  result = ScoreLeads(*compiled.program, dataset, as_of);
}

int64_t CasesToDraw(int64_t native) {
  const char* cases = std::getenv("MQLAB_RANDOM_CASES");
  if (cases != nullptr) return std::stoll(cases);
  return kSlowBuild ? native / 5 : native;
}

uint64_t FirstSeed(uint64_t otherwise) {
  const char* seed = std::getenv("MQLAB_RANDOM_SEED");
  return seed == nullptr ? otherwise : std::stoull(seed);
}

Comparison Compare(const RandomCase& random_case) {
  const EngineRun run(random_case);
  Comparison comparison;
  comparison.rejected = run.rejected;
  if (!run.rejected.empty()) return comparison;
  comparison.judged = ScoreByReference(*run.parsed.ruleset, random_case.data,
                                       random_case.as_of);
  comparison.difference = CompareRun(run, comparison.judged);
  return comparison;
}

}  // namespace mqlab::reference
