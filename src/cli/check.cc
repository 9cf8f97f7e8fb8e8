#include <iostream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/findings.h"
#include "cli/inputs.h"

namespace mqlab {
namespace {

constexpr std::string_view kCheckHelp =
    R"(mqlab check RULES [--leads FILE] [--events FILE] [--json]

Tells every fault of a rule file at once, with its line and column and what to
do; with data, also the names that no column has. Exit code 1 when there is one.

  --leads FILE        the leads that the rules are meant for
  --events FILE       their events
  --map FIELD=HEADER  which column is which, see 'mqlab score --help'
  --data, --mapping, --orphans, --zone
                      see 'mqlab score --help'
  --json              the issues as JSON on standard output

Examples:
  mqlab check rules.json
  mqlab check rules.json --leads leads.csv --events events.csv
  mqlab check rules.json --json | jq '.issues[].text'
)";

std::string Count(size_t number, std::string_view what) {
  std::string text = std::to_string(number) + " ";
  text += what;
  return number == 1 ? text : text + "s";
}

std::string SoundText(const std::string& file, const Ruleset& rules) {
  return file + ": sound; " + Count(rules.scores.size(), "score") + ", " +
         Count(rules.rules.size(), "rule") + ", " +
         Count(rules.stages.size(), "stage") + "\n";
}

int RunCheck(const Args& args) {
  std::string fault;
  const InputFiles files = FilesOf(args, args.positional()[0], &fault);
  if (!fault.empty()) return UsageFault("check", fault);
  const Inputs inputs = ReadInputs(files);
  const bool sound = !inputs.findings.has_errors();
  if (args.has("json")) {
    JsonText report = JsonText::Object();
    report.Add("sound", JsonText::Boolean(sound));
    report.Add("counts", inputs.findings.CountsToJson());
    report.Add("issues", inputs.findings.ToJson());
    if (!WriteFile("-", report.Print())) return kFaults;
  } else {
    inputs.findings.Print(std::cerr);
    if (!sound) return kFaults;
    const std::string text = SoundText(files.rules, *inputs.rules.ruleset);
    if (!WriteFile("-", text)) return kFaults;
  }
  return sound ? kOk : kFaults;
}

constexpr Option kCheckOptions[] = {{.name = "leads"},
                                    {.name = "events"},
                                    {.name = "data", .repeats = true},
                                    {.name = "map", .repeats = true},
                                    {.name = "mapping"},
                                    {.name = "orphans"},
                                    {.name = "zone"},
                                    {.name = "json", .has_value = false}};

}  // namespace

const Command kCheckCommand = {"check",    "tells every fault of a rule file",
                               kCheckHelp, kCheckOptions,
                               1,          RunCheck};

}  // namespace mqlab
