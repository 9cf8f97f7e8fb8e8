// mqlab: the scoring core on the command line. The only part that reads files,
// knows the clock and prints.

#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/files.h"

namespace mqlab {

int UsageFault(std::string_view command, std::string_view fault) {
  std::cerr << "mqlab " << command << ": " << fault << "\nTry 'mqlab "
            << command << " --help'.\n";
  return kUsage;
}

namespace {

constexpr std::string_view kVersion = "0.1.0";

constexpr const Command* kCommands[] = {&kScoreCommand,   &kCheckCommand,
                                        &kExplainCommand, &kReportCommand,
                                        &kInspectCommand, &kSampleCommand};

std::string HelpText() {
  std::string text =
      "mqlab scores leads by a rule file and tells where each stands in the "
      "funnel.\n\nCommands:\n";
  for (const Command* command : kCommands) {
    text.append("  ").append(command->name);
    text.append(9 - command->name.size(), ' ');
    text.append(command->summary).append("\n");
  }
  text += R"(
'mqlab COMMAND --help' tells more; 'mqlab --version' tells the version.

Example:
  mqlab sample --out sample
  mqlab check rules.json --leads sample/leads.csv --events sample/events.csv
  mqlab score --rules rules.json --leads sample/leads.csv \
      --events sample/events.csv --out scored.csv
  mqlab explain --rules rules.json --leads sample/leads.csv \
      --events sample/events.csv --lead L00042

Files are CSV or TSV in UTF-8; '-' is standard input or output. Issues are told
on standard error. Exit codes: 0 done, 1 faults in the input, 2 wrong use.
)";
  return text;
}

int Say(std::string_view text) { return WriteFile("-", text) ? kOk : kFaults; }

int RunCommand(const Command& command,
               const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    if (word == "--") break;
    if (word != "--help" && word != "-h") continue;
    return Say(command.help);
  }
  Args args;
  const std::string fault =
      args.Parse(words, command.options, command.positional);
  return fault.empty() ? command.run(args) : UsageFault(command.name, fault);
}

int RunCommandLine(const std::vector<std::string_view>& words) {
  if (words.empty()) {
    std::cerr << HelpText();
    return kUsage;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    return Say(HelpText());
  }
  if (words[0] == "--version") {
    return Say("mqlab " + std::string(kVersion) + " (rule files mqlab/1)\n");
  }
  for (const Command* command : kCommands) {
    if (words[0] != command->name) continue;
    return RunCommand(*command, {words.begin() + 1, words.end()});
  }
  std::cerr << "mqlab: there is no command \"" << words[0]
            << "\"\nTry 'mqlab --help'.\n";
  return kUsage;
}

}  // namespace
}  // namespace mqlab

int main(int argc, char** argv) {
  try {
    return mqlab::RunCommandLine({argv + 1, argv + argc});
  } catch (const std::bad_alloc&) {
    std::cerr << "mqlab: the memory is used up\n";
  } catch (const std::exception& fault) {
    std::cerr << "mqlab: " << fault.what() << "\n";
  }
  return mqlab::kFaults;
}
