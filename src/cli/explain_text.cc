#include <algorithm>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "cli/condition_text.h"
#include "cli/explain_output.h"

namespace mqlab {
namespace {

constexpr size_t kPointsWidth = 12;

std::string Signed(Millipoints points) {
  return (points > 0 ? "+" : "") + FormatThousandths(points);
}

class Printer {
 public:
  Printer(std::ostream& out, const Program& program,
          const Explanation& explanation)
      : out_(out), program_(program), explanation_(explanation) {}

  void Print(std::string_view lead, Instant as_of) {
    out_ << "Lead " << lead << " as of " << FormatInstant(as_of) << "\n"
         << "  total " << FormatThousandths(explanation_.total);
    const std::string grade = GradeOf(program_, explanation_);
    if (!grade.empty()) out_ << ", grade " << grade;
    const std::string stage = StageId(program_, explanation_.stage);
    out_ << ", stage " << (stage.empty() ? "none" : stage) << "\n";
    for (const uint32_t reason : explanation_.reasons) {
      out_ << "  disqualified: " << program_.source.disqualify[reason].reason
           << "\n";
    }
    for (const ScoreLine& line : explanation_.scores) PrintScore(line);
    PrintHistory();
    PrintNext();
  }

 private:
  void PrintPoints(Millipoints points) {
    const std::string text = Signed(points);
    out_ << std::string(kPointsWidth - std::min(kPointsWidth, text.size()), ' ')
         << text << "  ";
  }

  void PrintScore(const ScoreLine& line) {
    const Score& score = program_.source.scores[line.score];
    out_ << "\n" << score.id;
    if (!score.label.empty()) out_ << " (" << score.label << ")";
    out_ << "\n";
    if (line.start != 0) {
      PrintPoints(line.start);
      out_ << "start\n";
    }
    if (line.reset_at != kNever) {
      out_ << std::string(kPointsWidth + 2, ' ') << "only events after the "
           << "reset at " << FormatInstant(line.reset_at) << " count\n";
    }
    std::vector<std::string> silent;
    for (const RuleLine& rule : explanation_.rules) {
      if (program_.rules[rule.rule].score != line.score) continue;
      if (rule.points == 0 && rule.gross == 0) {
        silent.push_back(RuleOf(rule).id);
      } else {
        PrintRule(rule);
      }
    }
    for (const GroupLine& group : explanation_.groups) {
      if (program_.groups[group.group].score != line.score) continue;
      if (group.adjustment == 0) continue;
      PrintPoints(group.adjustment);
      out_ << "limits of the group " << program_.source.groups[group.group].id
           << ", whose rules give " << FormatThousandths(group.sum) << "\n";
    }
    if (line.adjustment != 0) {
      PrintPoints(line.adjustment);
      out_ << "limits of the score\n";
    }
    PrintPoints(line.value);
    out_ << "= " << score.id;
    const std::string band = BandLabel(program_, line);
    if (!band.empty()) out_ << ", band " << band;
    if (line.weighted != line.value) {
      out_ << "; " << score.weight << " % of it, "
           << FormatThousandths(line.weighted) << ", go into the total";
    }
    out_ << "\n";
    PrintSilent(silent);
  }

  const Rule& RuleOf(const RuleLine& line) const {
    return program_.source.rules[program_.rules[line.rule].source];
  }

  void PrintRule(const RuleLine& line) {
    const Rule& rule = RuleOf(line);
    PrintPoints(line.points);
    out_ << rule.id;
    if (!rule.label.empty()) out_ << ": " << rule.label;
    out_ << "\n";
    const std::string indent(kPointsWidth + 4, ' ');
    if (!rule.why.empty()) out_ << indent << rule.why << "\n";
    if (line.matched > 0) {
      out_ << indent << line.matched
           << (line.matched == 1 ? " event" : " events");
      if (line.counted != line.matched)
        out_ << ", " << line.counted << " count";
      out_ << ": " << FormatInstant(line.first);
      if (line.last != line.first) out_ << " to " << FormatInstant(line.last);
      out_ << "\n";
    }
    if (line.gross == line.points) return;
    out_ << indent << "of " << FormatThousandths(line.gross);
    std::string_view separator = "; not counted: ";
    const auto left_out = [&](Wide points, std::string_view by) {
      if (points == 0) return;
      out_ << separator << FormatThousandths(points) << " by " << by;
      separator = ", ";
    };
    left_out(line.by_reset, "the reset");
    left_out(line.by_window, "the window");
    left_out(line.by_limit, "the limit");
    left_out(line.by_decay, "decay");
    left_out(line.by_cap, "max_points");
    out_ << "\n";
  }

  void PrintSilent(const std::vector<std::string>& silent) {
    if (silent.empty()) return;
    out_ << std::string(kPointsWidth + 2, ' ') << "nothing from:";
    for (const std::string& id : silent) out_ << " " << id;
    out_ << "\n";
  }

  void PrintHistory() {
    if (program_.stages.empty()) return;
    out_ << "\nstages\n";
    if (explanation_.history.empty()) out_ << "  none was ever reached\n";
    for (const StageStep& step : explanation_.history) {
      out_ << "  " << FormatInstant(step.at) << "  "
           << StageEventName(step.event);
      const std::string stage = StageId(program_, step.stage);
      if (!stage.empty()) out_ << " " << stage;
      std::string_view separator = " by ";
      const auto credit = [&](bool given, std::string_view by) {
        if (!given) return;
        out_ << separator << by;
        separator = " and ";
      };
      credit(step.by.behaviour, "behaviour");
      credit(step.by.fields, "data");
      credit(!step.by.scenarios.empty(), "scenario");
      out_ << "\n";
    }
  }

  void PrintTrace(const Trace& trace) {
    for (const TraceNode& part : trace) {
      out_ << "  " << std::string(size_t{part.depth} * 2, ' ')
           << (part.holds ? "[x] " : "[ ] ")
           << ConditionText(program_, part.node);
      const std::string have = HaveText(program_, part);
      if (!have.empty()) out_ << " (" << have << ")";
      out_ << "\n";
    }
  }

  void PrintNext() {
    if (explanation_.next_stage != kNoStage) {
      out_ << "\nfor " << StageId(program_, explanation_.next_stage)
           << " ([x] holds, [ ] is missing)\n";
      PrintTrace(explanation_.next);
    }
    if (!explanation_.kept_out_by.empty()) {
      out_ << "\nkept out of " << StageId(program_, explanation_.next_stage)
           << " while this holds\n";
      PrintTrace(explanation_.kept_out_by);
    }
    if (!explanation_.fallback) return;
    const std::string stage = StageId(program_, explanation_.fallback->stage);
    out_ << "\nif nothing more happens, at "
         << FormatInstant(explanation_.fallback->at) << " the lead stands at "
         << (stage.empty() ? "no stage" : stage) << "\n";
  }

  std::ostream& out_;
  const Program& program_;
  const Explanation& explanation_;
};

}  // namespace

std::string StageId(const Program& program, int32_t stage) {
  if (stage == kNoStage) return "";
  if (stage == kDisqualified) return "disqualified";
  return program.source.stages[static_cast<size_t>(stage)].id;
}

std::string_view StageEventName(StageEvent event) {
  switch (event) {
    case StageEvent::kEntered:
      return "entered";
    case StageEvent::kPassed:
      return "passed";
    case StageEvent::kLeft:
      return "left";
    case StageEvent::kRuledOut:
      return "disqualified";
    case StageEvent::kReadmitted:
      return "no longer disqualified";
  }
  return "";
}

std::string BandLabel(const Program& program, const ScoreLine& line) {
  if (line.band == kNoBand) return "";
  return program.scores[line.score].bands[line.band].label;
}

std::string GradeOf(const Program& program, const Explanation& explanation) {
  std::string grade;
  for (const ScoreLine& line : explanation.scores) {
    grade += BandLabel(program, line);
  }
  return grade;
}

void PrintExplanation(std::ostream& out, const Program& program,
                      std::string_view lead, Instant as_of,
                      const Explanation& explanation) {
  Printer(out, program, explanation).Print(lead, as_of);
}

}  // namespace mqlab
