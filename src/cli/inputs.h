#ifndef MQLAB_CLI_INPUTS_H_
#define MQLAB_CLI_INPUTS_H_

// The files that the commands share: --rules, --leads, --events, with --map,
// --zone and --as-of, read, checked and joined.

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "cli/args.h"
#include "cli/findings.h"
#include "ingest/read_table.h"
#include "lead/event_log.h"
#include "rules/parse.h"
#include "scoring/program.h"

namespace mqlab {

struct InputFiles {
  std::string rules;
  std::optional<std::string> leads;
  std::optional<std::string> events;
  std::vector<std::string> map;  // "field=Header", "leads:field=Header"
  int32_t zone_minutes = 0;
  uint32_t threads = 1;  // that read them
};

struct Inputs {
  ParsedRuleset rules;
  Dataset dataset;
  std::optional<TableReport> leads;
  std::optional<TableReport> events;
  std::optional<Program> program;  // none: the findings say why
  Findings findings;
};

// The files as the options name them; `fault` is set when a value of --map,
// --zone or --threads cannot be understood.
InputFiles FilesOf(const Args& args, std::string rules, std::string* fault);

// When a file cannot be read, the findings say so of each, and of nothing else.
Inputs ReadInputs(const InputFiles& files);

// --as-of, else the newest event, else the current time, which is said on
// standard error. REQUIRES: --as-of is absent or readable.
Instant AsOf(const Args& args, const Dataset& dataset);

}  // namespace mqlab

#endif  // MQLAB_CLI_INPUTS_H_
