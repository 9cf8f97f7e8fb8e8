#include <string>
#include <utility>

#include "base/decimal.h"
#include "cli/condition_text.h"
#include "cli/explain_output.h"
#include "cli/findings.h"

namespace mqlab {
namespace {

JsonText Points(Wide points) {
  return JsonText::Raw(FormatThousandths(points));
}

JsonText Time(Instant at) {
  return at == kNever ? JsonText::Raw("null")
                      : JsonText::Text(FormatInstant(at));
}

JsonText StageOrNull(const Program& program, int32_t stage) {
  if (stage == kNoStage) return JsonText::Raw("null");
  return JsonText::Text(StageId(program, stage));
}

JsonText RuleToJson(const Program& program, const RuleLine& line) {
  const RuleCode& code = program.rules[line.rule];
  const Rule& rule = program.source.rules[code.source];
  JsonText item = JsonText::Object();
  item.Add("rule", JsonText::Text(rule.id));
  item.Add("score", JsonText::Text(program.source.scores[code.score].id));
  if (!rule.group.empty()) item.Add("group", JsonText::Text(rule.group));
  item.Add("points", Points(line.points));
  item.Add("gross", Points(line.gross));
  item.Add("by_reset", Points(line.by_reset));
  item.Add("by_window", Points(line.by_window));
  item.Add("by_limit", Points(line.by_limit));
  item.Add("by_decay", Points(line.by_decay));
  item.Add("by_cap", Points(line.by_cap));
  item.Add("matched", JsonText::Whole(line.matched));
  item.Add("counted", JsonText::Whole(line.counted));
  item.Add("first", Time(line.first));
  item.Add("last", Time(line.last));
  return item;
}

JsonText ScoreToJson(const Program& program, const ScoreLine& line) {
  JsonText item = JsonText::Object();
  item.Add("score", JsonText::Text(program.source.scores[line.score].id));
  item.Add("start", Points(line.start));
  item.Add("adjustment", Points(line.adjustment));
  item.Add("value", Points(line.value));
  item.Add("weighted", Points(line.weighted));
  item.Add("band", JsonText::Text(BandLabel(program, line)));
  item.Add("reset_at", Time(line.reset_at));
  return item;
}

JsonText StepToJson(const Program& program, const StageStep& step) {
  JsonText item = JsonText::Object();
  item.Add("at", Time(step.at));
  item.Add("event", JsonText::Text(StageEventName(step.event)));
  item.Add("stage", StageOrNull(program, step.stage));
  item.Add("by_behaviour", JsonText::Boolean(step.by.behaviour));
  item.Add("by_data", JsonText::Boolean(step.by.fields));
  item.Add("by_scenario", JsonText::Boolean(!step.by.scenarios.empty()));
  return item;
}

JsonText PartToJson(const Program& program, const TraceNode& part) {
  JsonText item = JsonText::Object();
  item.Add("depth", JsonText::Whole(part.depth));
  item.Add("holds", JsonText::Boolean(part.holds));
  item.Add("wants", CellToJson(ConditionText(program, part.node)));
  item.Add("has", CellToJson(HaveText(program, part)));
  return item;
}

template <typename Item, typename Write>
JsonText ListOf(const Program& program, const std::vector<Item>& items,
                const Write& write) {
  JsonText list = JsonText::List();
  for (const Item& item : items) list.Add(write(program, item));
  return list;
}

}  // namespace

JsonText ExplanationToJson(const Program& program, std::string_view lead,
                           Instant as_of, const Explanation& explanation) {
  JsonText all = JsonText::Object();
  all.Add("lead", CellToJson(lead));
  all.Add("as_of", Time(as_of));
  all.Add("total", Points(explanation.total));
  all.Add("grade", JsonText::Text(GradeOf(program, explanation)));
  all.Add("stage", StageOrNull(program, explanation.stage));
  JsonText reasons = JsonText::List();
  for (const uint32_t reason : explanation.reasons) {
    reasons.Add(JsonText::Text(program.source.disqualify[reason].reason));
  }
  all.Add("disqualified", std::move(reasons));
  all.Add("scores", ListOf(program, explanation.scores, ScoreToJson));
  all.Add("rules", ListOf(program, explanation.rules, RuleToJson));
  JsonText groups = JsonText::List();
  for (const GroupLine& line : explanation.groups) {
    JsonText item = JsonText::Object();
    item.Add("group", JsonText::Text(program.source.groups[line.group].id));
    item.Add("sum", Points(line.sum));
    item.Add("adjustment", Points(line.adjustment));
    groups.Add(std::move(item));
  }
  all.Add("groups", std::move(groups));
  all.Add("history", ListOf(program, explanation.history, StepToJson));
  all.Add("next_stage", StageOrNull(program, explanation.next_stage));
  all.Add("next", ListOf(program, explanation.next, PartToJson));
  all.Add("kept_out_by", ListOf(program, explanation.kept_out_by, PartToJson));
  if (explanation.fallback) {
    JsonText fallback = JsonText::Object();
    fallback.Add("at", Time(explanation.fallback->at));
    fallback.Add("stage", StageOrNull(program, explanation.fallback->stage));
    all.Add("fallback", std::move(fallback));
  }
  return all;
}

}  // namespace mqlab
