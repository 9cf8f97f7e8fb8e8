#ifndef MQLAB_REPORT_RUN_H_
#define MQLAB_REPORT_RUN_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "base/instant.h"
#include "lead/event_log.h"
#include "report/funnel.h"
#include "report/histogram.h"
#include "rules/parse.h"
#include "scoring/binding.h"
#include "scoring/program.h"
#include "scoring/score.h"
#include "scoring/score_job.h"

namespace mqlab {

// One rule file over one dataset as of one instant: what reports are made of.
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

}  // namespace mqlab

#endif  // MQLAB_REPORT_RUN_H_
