#ifndef MQLAB_REPORT_SCORE_CSV_H_
#define MQLAB_REPORT_SCORE_CSV_H_

// The scored leads as CSV: lead_id, one column a score, total, grade, stage,
// disqualified, reached_<stage>; LF line ends, RFC 4180 quotes.

#include <string>

#include "lead/event_log.h"
#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

struct ScoreCsvOptions {
  // Text cells that a spreadsheet would take for a formula (they start with
  // = + - @, a tab or a carriage return) get an apostrophe in front; numbers
  // stay numbers.
  bool spreadsheet_safe = false;
  // The leads' own fields follow, as they were read.
  bool fields = false;
};

std::string WriteScoreCsv(const Program& program, const Dataset& dataset,
                          const ScoreTable& table,
                          const ScoreCsvOptions& options = {});

}  // namespace mqlab

#endif  // MQLAB_REPORT_SCORE_CSV_H_
