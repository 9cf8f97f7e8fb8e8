#ifndef MQLAB_WASM_VIEWS_H_
#define MQLAB_WASM_VIEWS_H_

// What crosses to JavaScript: value objects whose fields are numbers, texts,
// lists and typed arrays. bindings.cc registers them; the TypeScript types are
// generated from that, and web/src/engine/protocol.ts, which documents them, is
// held to it by the compiler.

#include <emscripten/val.h>

#include <cstdint>

namespace mqlab::wasm {

// A JavaScript value with a TypeScript type of its own; embind wants it to be
// default constructible inside value objects.
#define MQLAB_JS_VALUE(name)                                                \
  struct name : emscripten::val {                                           \
    name() : emscripten::val(emscripten::val::undefined()) {}               \
    explicit name(const emscripten::val& other) : emscripten::val(other) {} \
  };

MQLAB_JS_VALUE(Text)
MQLAB_JS_VALUE(TextOrNull)
MQLAB_JS_VALUE(NumberOrNull)
MQLAB_JS_VALUE(Bytes)
MQLAB_JS_VALUE(BytesOrNull)
MQLAB_JS_VALUE(CountArray)
MQLAB_JS_VALUE(Texts)
MQLAB_JS_VALUE(Numbers)
MQLAB_JS_VALUE(HeaderMap)
MQLAB_JS_VALUE(FieldTypeText)
MQLAB_JS_VALUE(FieldTypeTexts)
MQLAB_JS_VALUE(RowFormatText)
MQLAB_JS_VALUE(RowColumns)
MQLAB_JS_VALUE(TableKindText)
MQLAB_JS_VALUE(TextsOrNull)
MQLAB_JS_VALUE(SeverityText)
MQLAB_JS_VALUE(SortByText)
MQLAB_JS_VALUE(StageEventText)
MQLAB_JS_VALUE(EnteredByTexts)
MQLAB_JS_VALUE(CountArrays)
MQLAB_JS_VALUE(TableOptionsOrNull)
MQLAB_JS_VALUE(ScorePhaseText)
MQLAB_JS_VALUE(Issues)
MQLAB_JS_VALUE(Counts)
MQLAB_JS_VALUE(Columns)
MQLAB_JS_VALUE(TableReportOrNull)
MQLAB_JS_VALUE(EventTypes)
MQLAB_JS_VALUE(FiguresOrNull)
MQLAB_JS_VALUE(StageFiguresOrNull)
MQLAB_JS_VALUE(RuleLeadsList)
MQLAB_JS_VALUE(LeadRows)
MQLAB_JS_VALUE(FieldCells)
MQLAB_JS_VALUE(LeadEvents)
MQLAB_JS_VALUE(PropertyCells)
MQLAB_JS_VALUE(ScoreLines)
MQLAB_JS_VALUE(GroupLines)
MQLAB_JS_VALUE(RuleLines)
MQLAB_JS_VALUE(EventShares)
MQLAB_JS_VALUE(StageSteps)
MQLAB_JS_VALUE(TraceNodes)
MQLAB_JS_VALUE(FallbackOrNull)
MQLAB_JS_VALUE(ColumnKindText)
MQLAB_JS_VALUE(ColumnValues)
MQLAB_JS_VALUE(LeadsOrNull)
MQLAB_JS_VALUE(ScoreRanges)
MQLAB_JS_VALUE(CrossingOrNull)
MQLAB_JS_VALUE(NumberArray)
MQLAB_JS_VALUE(NumberArrays)
MQLAB_JS_VALUE(PointsRemedyText)
MQLAB_JS_VALUE(EventRemedyText)
MQLAB_JS_VALUE(FieldRemedyText)
MQLAB_JS_VALUE(Remedies)
#undef MQLAB_JS_VALUE

struct IssueView {
  Text code;
  SeverityText severity;
  Text path;
  double line;
  double column;
  Texts args;
};

struct CountView {
  Text code;
  double count;
};

struct IssueReport {
  Issues issues;
  Counts counts;
};

struct TableOptions {
  HeaderMap map;
  double zone_minutes;
  TextsOrNull headers;
};

struct ColumnView {
  Text header;
  Text name;
  FieldTypeText type;
  double cells;
  Texts samples;
};

struct TableReportView {
  Issues issues;
  Counts counts;
  TableKindText kind;
  Text delimiter;
  double skipped_rows;
  double rows;
  double kept;
  double left_out;
  double duplicates;
  bool numbered;
  Columns columns;
};

struct EventTypeView {
  Text type;
  double count;
};

struct DataReportView {
  TableReportView leads;
  TableReportOrNull events;
  bool accepted;
  double num_leads;
  double num_events;
  double orphans;
  Texts fields;
  Texts properties;
  EventTypes event_types;
  NumberOrNull newest_event;
};

struct FiguresView {
  double as_of;
  double num_leads;
  double from;
  double width;
  CountArray leads;
};

struct StageFiguresView {
  CountArrays leads;
  Numbers reached_counts;
  Numbers now_counts;
  double without_stage;
  double disqualified;
};

struct RuleLeadsView {
  Text id;
  double leads;
};

struct ScoreReportView {
  Issues issues;
  Counts counts;
  IssueReport data;
  FiguresOrNull figures;
  StageFiguresOrNull stages;
  RuleLeadsList rule_leads;
  double millis;
};

struct ScoreProgressView {
  ScorePhaseText phase;
  double done;
};

struct ScoreRequest {
  Text rules;
  NumberOrNull as_of;
  double now;
};

struct CrossingView {
  double gained;
  double lost;
  CountArray leads_gained;
  CountArray leads_lost;
};

struct DistributionView {
  double from;
  double width;
  CountArray leads;
};

struct BandGridView {
  CountArray leads;
  CountArray qualified;
};

struct QuietView {
  double no_events;
  Numbers missing;
};

struct ColumnValueView {
  Text value;
  double count;
};

struct ScoreRangeView {
  double score;
  NumberOrNull from;
  NumberOrNull to;
};

struct LeadQueryView {
  Text search;
  Numbers stages;
  NumberOrNull total_from;
  NumberOrNull total_to;
  ScoreRanges scores;
  Text where;
  Text rule;
  LeadsOrNull only;
  bool no_events;
  SortByText sort;
  double sort_index;
  bool descending;
};

struct RowColumnView {
  Text name;
  Text header;
  Texts stages;
  bool hidden;
};

struct RowOptionsView {
  RowFormatText format;
  RowColumns columns;
  Text delimiter;
  bool crlf;
  bool decimal_comma;
  bool safe;
};

struct RowsView {
  double leads;
  Texts headers;
  FieldTypeTexts types;
};

struct LeadRowView {
  double lead;
  Text id;
  Texts cells;
  Numbers scores;
  double total;
  Text grade;
  double stage;
  NumberOrNull last_event;
};

struct EventShareView {
  double event;
  double points;
};

struct RuleLineView {
  Text id;
  Text path;
  Text score;
  Text group;
  double points;
  double gross;
  double by_reset;
  double by_window;
  double by_limit;
  double by_decay;
  double by_cap;
  double matched;
  double counted;
  NumberOrNull first;
  NumberOrNull last;
  EventShares shares;
};

struct GroupLineView {
  Text id;
  Text score;
  double sum;
  double adjustment;
};

struct ScoreLineView {
  Text id;
  double start;
  double adjustment;
  double value;
  double weighted;
  Text band;
  NumberOrNull reset_at;
};

struct TraceNodeView {
  Text path;
  double depth;
  bool holds;
  double have;
};

struct StageStepView {
  double at;
  StageEventText event;
  Text stage;
  EnteredByTexts by;
};

struct FallbackView {
  double at;
  Text stage;
};

struct PropertyView {
  Text name;
  Text value;
};

struct LeadEventView {
  double time;
  Text type;
  PropertyCells properties;
  bool after_as_of;
};

struct FieldCellView {
  Text name;
  Text header;
  Text value;
};

struct ExplanationView {
  double lead;
  Text id;
  FieldCells fields;
  LeadEvents events;
  ScoreLines scores;
  GroupLines groups;
  RuleLines rules;
  double total;
  Text grade;
  Text stage;
  Texts reasons;
  StageSteps history;
  Text next_stage;
  TraceNodes next;
  TraceNodes kept_out_by;
  FallbackOrNull fallback;
};

struct ScoreCurveView {
  NumberArray at;
  NumberArray total;
  NumberArrays scores;
  double as_of;
};

struct PointsRemedyView {
  PointsRemedyText kind;
  Text score;
  double points;
};

struct EventRemedyView {
  EventRemedyText kind;
  Text event;
  PropertyCells properties;
  double times;
  double gives;
};

struct FieldRemedyView {
  FieldRemedyText kind;
  Text field;
  Text value;
  Text from;
  double gives;
};

}  // namespace mqlab::wasm

#endif  // MQLAB_WASM_VIEWS_H_
