// One lead as views: its row in the table, and its explanation.

#include "wasm/convert.h"

namespace mqlab::wasm {

using emscripten::val;

namespace {

std::string StageText(const Program& program, int32_t stage) {
  if (stage == kDisqualified) return "disqualified";
  if (stage == kNoStage) return "";
  return program.source.stages[static_cast<size_t>(stage)].id;
}

LeadEvents ToEvents(const Run& run, uint32_t lead) {
  const EventStore& events = run.dataset->events;
  const EventSpan span = events.log.Of(lead);
  val list = val::array();
  for (uint32_t i = span.begin; i < span.end; ++i) {
    val properties = val::array();
    for (size_t column = 0; column < events.properties.size(); ++column) {
      const Column& property = events.properties[column];
      const std::string_view cell =
          property.texts[span.block->properties[column][i]];
      if (cell.empty()) continue;
      properties.call<void>("push",
                            PropertyView{ToText(property.name), ToText(cell)});
    }
    const Instant time = span.block->time[i];
    list.call<void>(
        "push",
        LeadEventView{static_cast<double>(time),
                      ToText(events.types[span.block->type[i]]),
                      PropertyCells(properties), time > run.table.as_of});
  }
  return LeadEvents(list);
}

RuleLineView ToRuleLine(const Run& run, const RuleLine& line) {
  const RuleCode& code = run.program.rules[line.rule];
  const Rule& rule = run.program.source.rules[code.source];
  const auto number = [](Wide points) { return static_cast<double>(points); };
  return {ToText(rule.id),
          ToText("/rules/" + std::to_string(code.source)),
          ToText(run.program.source.scores[code.score].id),
          ToText(rule.group),
          number(line.points),
          number(line.gross),
          number(line.by_reset),
          number(line.by_window),
          number(line.by_limit),
          number(line.by_decay),
          number(line.by_cap),
          static_cast<double>(line.matched),
          static_cast<double>(line.counted),
          ToInstant(line.first),
          ToInstant(line.last),
          EventShares(List(line.shares, [&](const EventShare& share) {
            return EventShareView{static_cast<double>(share.event),
                                  number(share.points)};
          }))};
}

ScoreLineView ToScoreLine(const Run& run, const ScoreLine& line) {
  const Score& score = run.program.source.scores[line.score];
  return {ToText(score.id),
          static_cast<double>(line.start),
          static_cast<double>(line.adjustment),
          static_cast<double>(line.value),
          static_cast<double>(line.weighted),
          ToText(line.band == kNoBand ? "" : score.bands[line.band].label),
          ToInstant(line.reset_at)};
}

StageStepView ToStep(const Run& run, const StageStep& step) {
  const char* event = "entered";
  switch (step.event) {
    case StageEvent::kEntered:
      break;
    case StageEvent::kPassed:
      event = "passed";
      break;
    case StageEvent::kLeft:
      event = "left";
      break;
    case StageEvent::kRuledOut:
      event = "disqualified";
      break;
    case StageEvent::kReadmitted:
      event = "requalified";
      break;
  }
  val by = val::array();
  if (step.by.behaviour) by.call<void>("push", val("behaviour"));
  if (step.by.fields) by.call<void>("push", val("fields"));
  if (!step.by.scenarios.empty()) by.call<void>("push", val("scenario"));
  return {static_cast<double>(step.at), StageEventText(val(event)),
          ToText(StageText(run.program, step.stage)), EnteredByTexts(by)};
}

FieldCells ToFields(const Run& run, uint32_t lead) {
  return FieldCells(List(run.dataset->leads.fields, [&](const Column& column) {
    return FieldCellView{ToText(column.name), ToText(column.header),
                         ToText(column.cell(lead))};
  }));
}

TraceNodes ToTrace(const Run& run, const Trace& trace) {
  return TraceNodes(List(trace, [&](const TraceNode& part) {
    const NodeId source = run.program.nodes[part.node].source;
    return TraceNodeView{ToText(run.rules.place(source).path),
                         static_cast<double>(part.depth), part.holds,
                         static_cast<double>(part.have)};
  }));
}

FallbackOrNull ToFallback(const Run& run,
                          const std::optional<Fallback>& fallback) {
  if (!fallback) return FallbackOrNull(val::null());
  return FallbackOrNull(
      val(FallbackView{static_cast<double>(fallback->at),
                       ToText(StageText(run.program, fallback->stage))}));
}

}  // namespace

LeadRowView ToLeadRow(const Run& run, uint32_t lead) {
  return {
      static_cast<double>(lead),
      ToText(run.dataset->leads.ids[lead]),
      Texts(List(
          run.dataset->leads.fields,
          [&](const Column& column) { return ToText(column.cell(lead)); })),
      Numbers(List(run.table.scores,
                   [&](const SharedColumn<Millipoints>& score) {
                     return val(static_cast<double>(score[lead]));
                   })),
      static_cast<double>(run.table.total[lead]),
      ToText(Grade(run.program, run.table, lead)),
      static_cast<double>(run.table.stage[lead]),
      ToInstant(LastEventTime(run.dataset->events.log, lead, run.table.as_of))};
}

ExplanationView ToExplanation(const Run& run, const Explanation& why) {
  const Ruleset& rules = run.program.source;
  return {static_cast<double>(why.lead),
          ToText(run.dataset->leads.ids[why.lead]),
          ToFields(run, why.lead),
          ToEvents(run, why.lead),
          ScoreLines(List(
              why.scores,
              [&](const ScoreLine& line) { return ToScoreLine(run, line); })),
          GroupLines(List(why.groups,
                          [&](const GroupLine& line) {
                            const Group& group = rules.groups[line.group];
                            return GroupLineView{
                                ToText(group.id), ToText(group.score),
                                static_cast<double>(line.sum),
                                static_cast<double>(line.adjustment)};
                          })),
          RuleLines(List(
              why.rules,
              [&](const RuleLine& line) { return ToRuleLine(run, line); })),
          static_cast<double>(why.total),
          ToText(Grade(run.program, run.table, why.lead)),
          ToText(StageText(run.program, why.stage)),
          Texts(List(why.reasons,
                     [&](uint32_t reason) {
                       return ToText(rules.disqualify[reason].reason);
                     })),
          StageSteps(
              List(why.history,
                   [&](const StageStep& step) { return ToStep(run, step); })),
          ToText(StageText(run.program, why.next_stage)),
          ToTrace(run, why.next),
          ToTrace(run, why.kept_out_by),
          ToFallback(run, why.fallback)};
}

}  // namespace mqlab::wasm
