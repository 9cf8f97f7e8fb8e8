// The names under which the views are known in JavaScript and TypeScript.

#include <emscripten/bind.h>

#include "wasm/views.h"

namespace mqlab::wasm {

using emscripten::register_type;
using emscripten::value_object;

EMSCRIPTEN_BINDINGS(mqlab_views) {
  register_type<Text>("string");
  register_type<TextOrNull>("string | null");
  register_type<NumberOrNull>("number | null");
  register_type<Bytes>("Uint8Array");
  register_type<BytesOrNull>("Uint8Array | null");
  register_type<CountArray>("Uint32Array");
  register_type<CountArrays>("Uint32Array[]");
  register_type<Texts>("string[]");
  register_type<Numbers>("number[]");
  register_type<HeaderMap>("Record<string, string>");
  register_type<FieldTypeText>(
      "'text' | 'number' | 'boolean' | 'instant' | 'list'");
  register_type<FieldTypeTexts>(
      "('text' | 'number' | 'boolean' | 'instant' | 'list')[]");
  register_type<RowFormatText>("'csv' | 'ndjson' | 'html'");
  register_type<RowColumns>("RowColumn[]");
  register_type<TableKindText>("'leads' | 'events'");
  register_type<TextsOrNull>("string[] | null");
  register_type<SeverityText>("'error' | 'warning'");
  register_type<SortByText>(
      "'input' | 'id' | 'total' | 'score' | 'grade' | 'stage' | 'lastEvent' | "
      "'field'");
  register_type<StageEventText>(
      "'entered' | 'passed' | 'left' | 'disqualified' | 'requalified'");
  register_type<EnteredByTexts>("('behaviour' | 'fields' | 'scenario')[]");
  register_type<TableOptionsOrNull>("TableOptions | null");
  register_type<ScorePhaseText>("'numbers' | 'stages' | 'done'");
  register_type<Issues>("Issue[]");
  register_type<Counts>("Count[]");
  register_type<Columns>("ColumnReport[]");
  register_type<TableReportOrNull>("TableReport | null");
  register_type<EventTypes>("EventType[]");
  register_type<FiguresOrNull>("Figures | null");
  register_type<StageFiguresOrNull>("StageFigures | null");
  register_type<RuleLeadsList>("RuleLeads[]");
  register_type<LeadRows>("LeadRow[]");
  register_type<FieldCells>("FieldCell[]");
  register_type<LeadEvents>("LeadEvent[]");
  register_type<PropertyCells>("Property[]");
  register_type<ScoreLines>("ScoreLine[]");
  register_type<GroupLines>("GroupLine[]");
  register_type<RuleLines>("RuleLine[]");
  register_type<EventShares>("EventShare[]");
  register_type<StageSteps>("StageStep[]");
  register_type<TraceNodes>("TraceNode[]");
  register_type<FallbackOrNull>("Fallback | null");
  register_type<ColumnKindText>("'field' | 'property'");
  register_type<ColumnValues>("ColumnValue[]");
  register_type<LeadsOrNull>("Uint32Array | null");
  register_type<ScoreRanges>("ScoreRange[]");
  register_type<CrossingOrNull>("Crossing | null");
  register_type<NumberArray>("Float64Array");
  register_type<NumberArrays>("Float64Array[]");
  register_type<PointsRemedyText>("'points'");
  register_type<EventRemedyText>("'event'");
  register_type<FieldRemedyText>("'field'");
  register_type<Remedies>("(PointsRemedy | EventRemedy | FieldRemedy)[]");

  value_object<IssueView>("Issue")
      .field("code", &IssueView::code)
      .field("severity", &IssueView::severity)
      .field("path", &IssueView::path)
      .field("line", &IssueView::line)
      .field("column", &IssueView::column)
      .field("args", &IssueView::args);

  value_object<CountView>("Count")
      .field("code", &CountView::code)
      .field("count", &CountView::count);

  value_object<IssueReport>("IssueReport")
      .field("issues", &IssueReport::issues)
      .field("counts", &IssueReport::counts);

  value_object<TableOptions>("TableOptions")
      .field("map", &TableOptions::map)
      .field("zoneMinutes", &TableOptions::zone_minutes)
      .field("headers", &TableOptions::headers);

  value_object<ColumnView>("ColumnReport")
      .field("header", &ColumnView::header)
      .field("name", &ColumnView::name)
      .field("type", &ColumnView::type)
      .field("cells", &ColumnView::cells)
      .field("samples", &ColumnView::samples);

  value_object<TableReportView>("TableReport")
      .field("issues", &TableReportView::issues)
      .field("counts", &TableReportView::counts)
      .field("kind", &TableReportView::kind)
      .field("delimiter", &TableReportView::delimiter)
      .field("skippedRows", &TableReportView::skipped_rows)
      .field("rows", &TableReportView::rows)
      .field("kept", &TableReportView::kept)
      .field("leftOut", &TableReportView::left_out)
      .field("duplicates", &TableReportView::duplicates)
      .field("numbered", &TableReportView::numbered)
      .field("columns", &TableReportView::columns);

  value_object<EventTypeView>("EventType")
      .field("type", &EventTypeView::type)
      .field("count", &EventTypeView::count);

  value_object<DataReportView>("DataReport")
      .field("leads", &DataReportView::leads)
      .field("events", &DataReportView::events)
      .field("accepted", &DataReportView::accepted)
      .field("numLeads", &DataReportView::num_leads)
      .field("numEvents", &DataReportView::num_events)
      .field("orphans", &DataReportView::orphans)
      .field("fields", &DataReportView::fields)
      .field("properties", &DataReportView::properties)
      .field("eventTypes", &DataReportView::event_types)
      .field("newestEvent", &DataReportView::newest_event);

  value_object<FiguresView>("Figures")
      .field("asOf", &FiguresView::as_of)
      .field("numLeads", &FiguresView::num_leads)
      .field("from", &FiguresView::from)
      .field("width", &FiguresView::width)
      .field("leads", &FiguresView::leads);

  value_object<StageFiguresView>("StageFigures")
      .field("leads", &StageFiguresView::leads)
      .field("reachedCounts", &StageFiguresView::reached_counts)
      .field("nowCounts", &StageFiguresView::now_counts)
      .field("withoutStage", &StageFiguresView::without_stage)
      .field("disqualified", &StageFiguresView::disqualified);

  value_object<RuleLeadsView>("RuleLeads")
      .field("id", &RuleLeadsView::id)
      .field("leads", &RuleLeadsView::leads);

  value_object<ScoreReportView>("ScoreReport")
      .field("issues", &ScoreReportView::issues)
      .field("counts", &ScoreReportView::counts)
      .field("data", &ScoreReportView::data)
      .field("figures", &ScoreReportView::figures)
      .field("stages", &ScoreReportView::stages)
      .field("ruleLeads", &ScoreReportView::rule_leads)
      .field("millis", &ScoreReportView::millis);

  value_object<ScoreProgressView>("ScoreProgress")
      .field("phase", &ScoreProgressView::phase)
      .field("done", &ScoreProgressView::done);

  value_object<ScoreRequest>("ScoreRequest")
      .field("rules", &ScoreRequest::rules)
      .field("asOf", &ScoreRequest::as_of)
      .field("now", &ScoreRequest::now);

  value_object<CrossingView>("Crossing")
      .field("gained", &CrossingView::gained)
      .field("lost", &CrossingView::lost)
      .field("leadsGained", &CrossingView::leads_gained)
      .field("leadsLost", &CrossingView::leads_lost);

  value_object<DistributionView>("Distribution")
      .field("from", &DistributionView::from)
      .field("width", &DistributionView::width)
      .field("leads", &DistributionView::leads);

  value_object<BandGridView>("BandGrid")
      .field("leads", &BandGridView::leads)
      .field("qualified", &BandGridView::qualified);

  value_object<QuietView>("Quiet")
      .field("noEvents", &QuietView::no_events)
      .field("missing", &QuietView::missing);

  value_object<ColumnValueView>("ColumnValue")
      .field("value", &ColumnValueView::value)
      .field("count", &ColumnValueView::count);

  value_object<ScoreRangeView>("ScoreRange")
      .field("score", &ScoreRangeView::score)
      .field("from", &ScoreRangeView::from)
      .field("to", &ScoreRangeView::to);

  value_object<LeadQueryView>("LeadQuery")
      .field("search", &LeadQueryView::search)
      .field("stages", &LeadQueryView::stages)
      .field("totalFrom", &LeadQueryView::total_from)
      .field("totalTo", &LeadQueryView::total_to)
      .field("scores", &LeadQueryView::scores)
      .field("where", &LeadQueryView::where)
      .field("rule", &LeadQueryView::rule)
      .field("only", &LeadQueryView::only)
      .field("noEvents", &LeadQueryView::no_events)
      .field("sort", &LeadQueryView::sort)
      .field("sortIndex", &LeadQueryView::sort_index)
      .field("descending", &LeadQueryView::descending);

  value_object<RowColumnView>("RowColumn")
      .field("name", &RowColumnView::name)
      .field("header", &RowColumnView::header)
      .field("stages", &RowColumnView::stages)
      .field("hidden", &RowColumnView::hidden);

  value_object<RowOptionsView>("RowOptions")
      .field("format", &RowOptionsView::format)
      .field("columns", &RowOptionsView::columns)
      .field("delimiter", &RowOptionsView::delimiter)
      .field("crlf", &RowOptionsView::crlf)
      .field("decimalComma", &RowOptionsView::decimal_comma)
      .field("safe", &RowOptionsView::safe);

  value_object<RowsView>("Rows")
      .field("leads", &RowsView::leads)
      .field("headers", &RowsView::headers)
      .field("types", &RowsView::types);

  value_object<LeadRowView>("LeadRow")
      .field("lead", &LeadRowView::lead)
      .field("id", &LeadRowView::id)
      .field("cells", &LeadRowView::cells)
      .field("scores", &LeadRowView::scores)
      .field("total", &LeadRowView::total)
      .field("grade", &LeadRowView::grade)
      .field("stage", &LeadRowView::stage)
      .field("lastEvent", &LeadRowView::last_event);

  value_object<EventShareView>("EventShare")
      .field("event", &EventShareView::event)
      .field("points", &EventShareView::points);

  value_object<RuleLineView>("RuleLine")
      .field("id", &RuleLineView::id)
      .field("path", &RuleLineView::path)
      .field("score", &RuleLineView::score)
      .field("group", &RuleLineView::group)
      .field("points", &RuleLineView::points)
      .field("gross", &RuleLineView::gross)
      .field("byReset", &RuleLineView::by_reset)
      .field("byWindow", &RuleLineView::by_window)
      .field("byLimit", &RuleLineView::by_limit)
      .field("byDecay", &RuleLineView::by_decay)
      .field("byCap", &RuleLineView::by_cap)
      .field("matched", &RuleLineView::matched)
      .field("counted", &RuleLineView::counted)
      .field("first", &RuleLineView::first)
      .field("last", &RuleLineView::last)
      .field("shares", &RuleLineView::shares);

  value_object<GroupLineView>("GroupLine")
      .field("id", &GroupLineView::id)
      .field("score", &GroupLineView::score)
      .field("sum", &GroupLineView::sum)
      .field("adjustment", &GroupLineView::adjustment);

  value_object<ScoreLineView>("ScoreLine")
      .field("id", &ScoreLineView::id)
      .field("start", &ScoreLineView::start)
      .field("adjustment", &ScoreLineView::adjustment)
      .field("value", &ScoreLineView::value)
      .field("weighted", &ScoreLineView::weighted)
      .field("band", &ScoreLineView::band)
      .field("resetAt", &ScoreLineView::reset_at);

  value_object<TraceNodeView>("TraceNode")
      .field("path", &TraceNodeView::path)
      .field("depth", &TraceNodeView::depth)
      .field("holds", &TraceNodeView::holds)
      .field("have", &TraceNodeView::have);

  value_object<StageStepView>("StageStep")
      .field("at", &StageStepView::at)
      .field("event", &StageStepView::event)
      .field("stage", &StageStepView::stage)
      .field("by", &StageStepView::by);

  value_object<FallbackView>("Fallback")
      .field("at", &FallbackView::at)
      .field("stage", &FallbackView::stage);

  value_object<PropertyView>("Property")
      .field("name", &PropertyView::name)
      .field("value", &PropertyView::value);

  value_object<LeadEventView>("LeadEvent")
      .field("time", &LeadEventView::time)
      .field("type", &LeadEventView::type)
      .field("properties", &LeadEventView::properties)
      .field("afterAsOf", &LeadEventView::after_as_of);

  value_object<FieldCellView>("FieldCell")
      .field("name", &FieldCellView::name)
      .field("header", &FieldCellView::header)
      .field("value", &FieldCellView::value);

  value_object<ExplanationView>("Explanation")
      .field("lead", &ExplanationView::lead)
      .field("id", &ExplanationView::id)
      .field("fields", &ExplanationView::fields)
      .field("events", &ExplanationView::events)
      .field("scores", &ExplanationView::scores)
      .field("groups", &ExplanationView::groups)
      .field("rules", &ExplanationView::rules)
      .field("total", &ExplanationView::total)
      .field("grade", &ExplanationView::grade)
      .field("stage", &ExplanationView::stage)
      .field("reasons", &ExplanationView::reasons)
      .field("history", &ExplanationView::history)
      .field("nextStage", &ExplanationView::next_stage)
      .field("next", &ExplanationView::next)
      .field("keptOutBy", &ExplanationView::kept_out_by)
      .field("fallback", &ExplanationView::fallback);

  value_object<ScoreCurveView>("ScoreCurve")
      .field("at", &ScoreCurveView::at)
      .field("total", &ScoreCurveView::total)
      .field("scores", &ScoreCurveView::scores)
      .field("asOf", &ScoreCurveView::as_of);

  value_object<PointsRemedyView>("PointsRemedy")
      .field("kind", &PointsRemedyView::kind)
      .field("score", &PointsRemedyView::score)
      .field("points", &PointsRemedyView::points);

  value_object<EventRemedyView>("EventRemedy")
      .field("kind", &EventRemedyView::kind)
      .field("event", &EventRemedyView::event)
      .field("properties", &EventRemedyView::properties)
      .field("times", &EventRemedyView::times)
      .field("gives", &EventRemedyView::gives);

  value_object<FieldRemedyView>("FieldRemedy")
      .field("kind", &FieldRemedyView::kind)
      .field("field", &FieldRemedyView::field)
      .field("value", &FieldRemedyView::value)
      .field("from", &FieldRemedyView::from)
      .field("gives", &FieldRemedyView::gives);
}

}  // namespace mqlab::wasm
