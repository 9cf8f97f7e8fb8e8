#ifndef MQLAB_CLI_INPUTS_H_
#define MQLAB_CLI_INPUTS_H_

// The files that the commands share: --rules, --leads, --events, --data,
// --costs, with --map, --mapping, --orphans, --zone and --as-of, read, checked
// and joined.

#include <optional>
#include <string>
#include <vector>

#include "attribution/costs.h"
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
  std::vector<std::string> map;   // "field=Header", "leads:field=Header"
  std::vector<std::string> data;  // of any kind
  std::optional<std::string> mapping;
  std::optional<std::string> costs;
  std::string zone = "UTC";
  bool orphan_leads = false;
  uint32_t threads = 1;  // that read them
};

struct Inputs {
  ParsedRuleset rules;
  Dataset dataset;
  std::optional<TableReport> leads;
  std::optional<TableReport> events;
  std::optional<Costs> costs;
  std::optional<Program> program;  // none: the findings say why
  Findings findings;
  std::string import_sentence;  // what files of other products were taken for
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
