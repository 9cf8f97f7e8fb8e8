#include "scoring/explain.h"

#include <iostream>
#include <sstream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/explain_output.h"
#include "cli/files.h"
#include "cli/findings.h"
#include "cli/inputs.h"

namespace mqlab {
namespace {

constexpr std::string_view kExplainHelp =
    R"(mqlab explain --rules FILE --leads FILE [--events FILE] --lead ID [options]

Tells why one lead stands where it stands: the lines that add up to each score,
what reset, window, limit, decay and caps took, when each stage was reached and
by what, what is missing for the next one, and when the lead falls back.

  --rules FILE        the rule file (JSON, mqlab/1)
  --leads FILE        CSV or TSV, one lead a row
  --events FILE       CSV or TSV, one event a row
  --lead ID           the lead
  --as-of TIME        explain as of then; the newest event unless given
  --map FIELD=HEADER  which column is which, see 'mqlab score --help'
  --data, --mapping, --orphans, --zone
                      see 'mqlab score --help'
  --json              JSON: scores, rules, groups, history, next,
                      kept_out_by, fallback

Examples:
  mqlab explain --rules rules.json --leads leads.csv --events events.csv \
      --lead L00042
  mqlab explain --rules rules.json --leads leads.csv --lead 17 --json
)";

// All findings when the lead cannot be explained, as `--json` wants them.
int Refuse(const Findings& findings, bool json) {
  if (!json) return kFaults;
  JsonText report = JsonText::Object();
  report.Add("counts", findings.CountsToJson());
  report.Add("issues", findings.ToJson());
  WriteFile("-", report.Print());
  return kFaults;
}

int RunExplain(const Args& args) {
  std::string fault;
  const InputFiles files = FilesOf(args, args.get("rules"), &fault);
  if (fault.empty() && !files.leads && files.data.empty()) {
    fault = "--leads is missing";
  }
  if (!fault.empty()) return UsageFault("explain", fault);
  Inputs inputs = ReadInputs(files);
  const bool json = args.has("json");
  const std::string id(Trim(args.get("lead")));
  const uint32_t lead = inputs.dataset.leads.ids.Find(id);
  if (inputs.leads && lead == StringPool::kNone && inputs.program) {
    IssueList issues;
    issues.Error(IssueCode::kUnknownLead, {}, {id});
    inputs.findings.Add(files.leads.value_or(""), InputKind::kTable, issues);
    inputs.program.reset();
  }
  if (!inputs.program) {
    if (!json) inputs.findings.Print(std::cerr);
    return Refuse(inputs.findings, json);
  }
  const Instant as_of = AsOf(args, inputs.dataset);
  const Binding binding(*inputs.program, inputs.dataset);
  const ScoreResult scored = ScoreLeads(binding, as_of);
  inputs.findings.Add(files.rules, InputKind::kRules, scored.issues);
  if (!json) inputs.findings.Print(std::cerr);
  if (!scored.table) return Refuse(inputs.findings, json);
  const Explanation explanation = Explain(binding, as_of, lead);
  if (json) {
    JsonText report =
        ExplanationToJson(*inputs.program, id, as_of, explanation);
    report.Add("issues", inputs.findings.ToJson());
    return WriteFile("-", report.Print()) ? kOk : kFaults;
  }
  std::ostringstream text;
  PrintExplanation(text, *inputs.program, id, as_of, explanation);
  return WriteFile("-", text.str()) ? kOk : kFaults;
}

constexpr Option kExplainOptions[] = {{.name = "rules", .required = true},
                                      {.name = "leads"},
                                      {.name = "events"},
                                      {.name = "lead", .required = true},
                                      {.name = "as-of"},
                                      {.name = "data", .repeats = true},
                                      {.name = "map", .repeats = true},
                                      {.name = "mapping"},
                                      {.name = "orphans"},
                                      {.name = "zone"},
                                      {.name = "json", .has_value = false}};

}  // namespace

const Command kExplainCommand = {"explain",
                                 "tells why one lead stands where it stands",
                                 kExplainHelp,
                                 kExplainOptions,
                                 0,
                                 RunExplain};

}  // namespace mqlab
