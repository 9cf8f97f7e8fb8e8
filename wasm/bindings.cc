// The engine as JavaScript sees it: each method converts, calls the core once
// and converts back. web/src/engine/protocol.ts describes what crosses.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "wasm/convert.h"
#include "wasm/guarded.h"
#include "wasm/saved_rows.h"
#include "wasm/views.h"

namespace mqlab::wasm {
namespace {

using emscripten::val;

ScoreProgressView ToProgress(ScorePhase phase, double done) {
  constexpr std::array<const char*, 3> kNames = {"numbers", "stages", "done"};
  return {ScorePhaseText(val(kNames[static_cast<size_t>(phase)])), done};
}

double Milliseconds() { return val::global("performance").call<double>("now"); }

// The core's Engine with one run, the last that succeeded.
class PageEngine {
 public:
  DataReportView LoadSample(double seed, double leads) {
    const DataReport report = engine_.LoadSample(static_cast<uint64_t>(seed),
                                                 static_cast<uint32_t>(leads));
    return ToDataReport(report, engine_.dataset());
  }

  void BeginLoad(const TableOptions& leads, const TableOptionsOrNull& events) {
    std::optional<ReadOptions> event_options;
    if (!events.isNull()) {
      event_options = FromOptions(events.as<TableOptions>());
    }
    engine_.BeginLoad(FromOptions(leads), event_options);
  }

  bool ExpectsTable() { return engine_.ExpectsTable(); }

  // A view into the memory itself, which holds until the next call.
  Bytes Prepare(double size) {
    const std::span<char> room = engine_.Prepare(static_cast<size_t>(size));
    return Bytes(val(emscripten::typed_memory_view(
        room.size(), reinterpret_cast<uint8_t*>(room.data()))));
  }

  void Commit(double size) { engine_.Commit(static_cast<size_t>(size)); }
  void BeginPacking(const Text& kind, const TableOptions& options,
                    const Bytes& head) {
    engine_.BeginPacking(kind.as<std::string>() == "leads" ? TableKind::kLeads
                                                           : TableKind::kEvents,
                         FromOptions(options), BytesCopy(head).text());
  }
  BytesOrNull Pack(const Bytes& rows) {
    const std::optional<std::string> packed =
        engine_.Pack(BytesCopy(rows).span());
    return BytesOrNull(packed ? val(ToBytes(*packed)) : val::null());
  }
  bool TakesPacked() { return engine_.TakesPacked(); }
  void TakePacked(const Bytes& packed) {
    engine_.TakePacked(BytesCopy(packed).text());
  }

  bool EndTable() { return engine_.EndTable(); }
  double RowsLoaded() { return engine_.RowsLoaded(); }

  DataReportView EndLoad() {
    const DataReport report = engine_.EndLoad();
    return ToDataReport(report, engine_.dataset());
  }

  void CancelLoad() { engine_.CancelLoad(); }
  TableReportView AddEvents(const Text& csv) {
    return ToTableReport(engine_.AddEvents(csv.as<std::string>()));
  }

  IssueReport SetCosts(const Text& csv) {
    return ToIssueReport(engine_.SetCosts(csv.as<std::string>()).issues);
  }

  Numbers Cuts(double engines) {
    return ToNumbers(engine_.Cuts(static_cast<uint32_t>(engines)));
  }
  void OwnLeads(double end) { engine_.SetOwnLeads(static_cast<uint32_t>(end)); }
  void BeginShare(double begin, double end) {
    engine_.BeginShare(static_cast<uint32_t>(begin),
                       static_cast<uint32_t>(end));
  }
  Bytes WriteShare(double bytes) {
    return ToBytes(engine_.WriteShare(static_cast<size_t>(bytes)));
  }
  void AppendShare(const Bytes& piece) {
    engine_.AppendShare(BytesCopy(piece).text());
  }
  bool EndShare() {
    const bool complete = engine_.EndShare();
    if (complete) engine_.Release(run_id_);  // which keeps the former share
    return complete;
  }

  bool BeginScore(const ScoreRequest& request) {
    const double start = Milliseconds();
    score_report_ = engine_.BeginScore(request.rules.as<std::string>(),
                                       FromRequest(request));
    phase_ = ScorePhase::kNumbers;
    millis_ = Milliseconds() - start;
    return engine_.scoring() != nullptr;
  }

  ScoreProgressView ScoreStep(double leads) {
    const double start = Milliseconds();
    phase_ = engine_.ScoreStep(static_cast<uint32_t>(leads));
    if (phase_ == ScorePhase::kDone) {
      score_report_ = engine_.EndScore();
      if (score_report_.id) {
        engine_.Release(run_id_);
        run_id_ = *score_report_.id;
      }
    }
    millis_ += Milliseconds() - start;
    return ToProgress(phase_, engine_.score_progress());
  }

  ScoreReportView ReportScore() {
    const Run* run = engine_.scoring();
    if (score_report_.id) run = engine_.run(*score_report_.id);
    return ToScoreReport(score_report_, run, phase_, millis_);
  }

  void CancelScore() { engine_.CancelScore(); }

  bool BeginTrial(const ScoreRequest& request, const std::string& stage) {
    return engine_.BeginTrial(run_id_, request.rules.as<std::string>(),
                              FromRequest(request), stage);
  }
  ScoreProgressView TrialStep(double leads) {
    const ScorePhase phase = engine_.TrialStep(static_cast<uint32_t>(leads));
    return ToProgress(phase, engine_.trial_progress());
  }
  CrossingOrNull EndTrial() { return ToCrossing(engine_.EndTrial()); }
  void CancelTrial() { engine_.CancelTrial(); }

  NumberOrNull ScoringAsOf() {
    const Run* run = engine_.scoring();
    return NumberOrNull(run == nullptr ? val::null()
                                       : val(static_cast<double>(run->as_of)));
  }
  bool WaitsForOthers() { return engine_.WaitsForOthers(); }
  Numbers AwaitedRules() { return ToNumbers(engine_.AwaitedRules()); }
  bool AddCounts(double begin, const Bytes& counts) {
    return engine_.AddCounts(static_cast<uint32_t>(begin),
                             BytesCopy(counts).text());
  }
  bool AddStages(double begin, const Bytes& stages) {
    return engine_.AddStages(static_cast<uint32_t>(begin),
                             std::string(BytesCopy(stages).text()));
  }
  Bytes Counts(const Numbers& rules) {
    return ToBytes(
        engine_.Counts(emscripten::convertJSArrayToNumberVector<uint32_t>(
            static_cast<const val&>(rules))));
  }
  Bytes Stages() { return ToBytes(engine_.Stages()); }

  DistributionView Distribution(double score) {
    return ToDistribution(engine_.run(run_id_), static_cast<uint32_t>(score));
  }
  BandGridView Grid(double row_score, double column_score, double from_stage) {
    if (!HasRun()) return ToBandGrid({});
    return ToBandGrid(CountBands(Current(), static_cast<uint32_t>(row_score),
                                 static_cast<uint32_t>(column_score),
                                 static_cast<int32_t>(from_stage)));
  }
  QuietView Quiet() {
    if (!HasRun()) return ToQuiet({});
    return ToQuiet(CountQuiet(*Current().dataset, Current().as_of));
  }

  CountArray Overshadowed(const std::string& rule) {
    return ToCountArray(HasRun() ? FindOvershadowed(Current(), rule)
                                 : std::vector<uint32_t>());
  }

  IssueReport CheckCondition(const std::string& condition) {
    return ToIssueReport(HasRun() ? engine_.CheckCondition(run_id_, condition)
                                  : IssueList());
  }
  double Select(const LeadQueryView& query) {
    return HasRun() ? static_cast<double>(Selected(query).size()) : 0;
  }

  LeadRows Rows(const LeadQueryView& query, double from, double until) {
    if (!HasRun()) return LeadRows(val::array());
    const std::vector<uint32_t>& leads = Selected(query);
    const auto end = std::min(leads.size(), static_cast<size_t>(until));
    const auto begin = std::min(end, static_cast<size_t>(from));
    return LeadRows(
        List(std::span(leads).subspan(begin, end - begin),
             [&](uint32_t lead) { return ToLeadRow(Current(), lead); }));
  }

  ExplanationView Explain(double lead) {
    const uint32_t index = Checked(static_cast<uint32_t>(lead));
    return ToExplanation(Current(), engine_.Explain(run_id_, index));
  }

  ScoreCurveView ScoreCurve(double lead) {
    const uint32_t index = Checked(static_cast<uint32_t>(lead));
    return ToScoreCurve(engine_.ScoreCurve(run_id_, index));
  }

  Remedies RemediesOf(double lead) {
    const uint32_t index = Checked(static_cast<uint32_t>(lead));
    return ToRemedies(Current(), engine_.Remedies(run_id_, index));
  }

  Text Report(const Text& request, const LeadQueryView& query) {
    Current();
    return ToText(
        engine_.Report(run_id_, FromQuery(query), request.as<std::string>()));
  }

  double FindLead(const std::string& id) {
    const uint32_t lead =
        HasRun() ? Current().dataset->leads.ids.Find(id) : StringPool::kNone;
    return lead == StringPool::kNone ? -1 : static_cast<double>(lead);
  }

  RowsView BeginRows(const LeadQueryView& query,
                     const RowOptionsView& options) {
    rows_.reset();
    Current();
    rows_.emplace(engine_.Keep(run_id_),
                  engine_.Select(run_id_, FromQuery(query)), options);
    return rows_->view();
  }
  Texts HiddenCells(double from, double until) {
    return Begun().Hidden(from, until);
  }
  Bytes WriteRows(double from, double until, const Texts& hidden) {
    return Begun().Write(from, until, hidden);
  }
  void EndRows() { rows_.reset(); }

  IssueReport Check(const std::string& rules) {
    return ToIssueReport(engine_.Check(rules));
  }

  ColumnValues Values(const ColumnKindText& column, const std::string& name,
                      const std::string& search, double limit) {
    const auto values =
        column.as<std::string>() == "field" ? FieldValues : PropertyValues;
    return ToColumnValues(
        values(engine_.dataset(), name, search, static_cast<size_t>(limit)));
  }

  TextOrNull Format(const std::string& rules) {
    const std::optional<std::string> text = engine_.Format(rules);
    return TextOrNull(text ? val(*text) : val::null());
  }

 private:
  bool HasRun() const { return engine_.run(run_id_) != nullptr; }
  // What shows a lead must come after a result.
  const Run& Current() const {
    if (!HasRun()) throw std::logic_error("nothing is scored yet");
    return *engine_.run(run_id_);
  }
  const SavedRows& Begun() const {
    if (rows_) return *rows_;
    throw std::logic_error("no rows are begun");
  }
  uint32_t Checked(uint32_t lead) const {
    if (lead < Current().table.num_leads) return lead;
    throw std::out_of_range("no lead has this index");
  }

  // The list that was asked for last stays, since its rows follow in parts.
  const std::vector<uint32_t>& Selected(const LeadQueryView& view) {
    LeadQuery query = FromQuery(view);
    if (selected_run_ != run_id_ || selected_query_ != query) {
      selected_run_ = 0;
      selected_ = {};
      selected_ = engine_.Select(run_id_, query);
      selected_query_ = std::move(query);
      selected_run_ = run_id_;
    }
    return selected_;
  }

  Engine engine_;
  RunId run_id_ = 0;
  RunId selected_run_ = 0;
  LeadQuery selected_query_;
  std::vector<uint32_t> selected_;
  std::optional<SavedRows> rows_;
  // Of the score under way, or the last.
  RunReport score_report_;
  ScorePhase phase_ = ScorePhase::kNumbers;
  double millis_ = 0;
};

}  // namespace

EMSCRIPTEN_BINDINGS(mqlab) {
  emscripten::class_<PageEngine>("Engine")
      .constructor<>()
      .function("loadSample", Guard<&PageEngine::LoadSample>())
      .function("beginLoad", Guard<&PageEngine::BeginLoad>())
      .function("expectsTable", Guard<&PageEngine::ExpectsTable>())
      .function("prepare", Guard<&PageEngine::Prepare>())
      .function("commit", Guard<&PageEngine::Commit>())
      .function("beginPacking", Guard<&PageEngine::BeginPacking>())
      .function("pack", Guard<&PageEngine::Pack>())
      .function("takesPacked", Guard<&PageEngine::TakesPacked>())
      .function("takePacked", Guard<&PageEngine::TakePacked>())
      .function("endTable", Guard<&PageEngine::EndTable>())
      .function("rowsLoaded", Guard<&PageEngine::RowsLoaded>())
      .function("endLoad", Guard<&PageEngine::EndLoad>())
      .function("cancelLoad", Guard<&PageEngine::CancelLoad>())
      .function("addEvents", Guard<&PageEngine::AddEvents>())
      .function("setCosts", Guard<&PageEngine::SetCosts>())
      .function("report", Guard<&PageEngine::Report>())
      .function("cuts", Guard<&PageEngine::Cuts>())
      .function("ownLeads", Guard<&PageEngine::OwnLeads>())
      .function("beginShare", Guard<&PageEngine::BeginShare>())
      .function("writeShare", Guard<&PageEngine::WriteShare>())
      .function("appendShare", Guard<&PageEngine::AppendShare>())
      .function("endShare", Guard<&PageEngine::EndShare>())
      .function("beginScore", Guard<&PageEngine::BeginScore>())
      .function("scoreStep", Guard<&PageEngine::ScoreStep>())
      .function("reportScore", Guard<&PageEngine::ReportScore>())
      .function("cancelScore", Guard<&PageEngine::CancelScore>())
      .function("beginTrial", Guard<&PageEngine::BeginTrial>())
      .function("trialStep", Guard<&PageEngine::TrialStep>())
      .function("endTrial", Guard<&PageEngine::EndTrial>())
      .function("cancelTrial", Guard<&PageEngine::CancelTrial>())
      .function("scoringAsOf", Guard<&PageEngine::ScoringAsOf>())
      .function("waitsForOthers", Guard<&PageEngine::WaitsForOthers>())
      .function("awaitedRules", Guard<&PageEngine::AwaitedRules>())
      .function("addCounts", Guard<&PageEngine::AddCounts>())
      .function("addStages", Guard<&PageEngine::AddStages>())
      .function("counts", Guard<&PageEngine::Counts>())
      .function("stages", Guard<&PageEngine::Stages>())
      .function("distribution", Guard<&PageEngine::Distribution>())
      .function("grid", Guard<&PageEngine::Grid>())
      .function("quiet", Guard<&PageEngine::Quiet>())
      .function("overshadowed", Guard<&PageEngine::Overshadowed>())
      .function("checkCondition", Guard<&PageEngine::CheckCondition>())
      .function("select", Guard<&PageEngine::Select>())
      .function("rows", Guard<&PageEngine::Rows>())
      .function("explain", Guard<&PageEngine::Explain>())
      .function("scoreCurve", Guard<&PageEngine::ScoreCurve>())
      .function("remedies", Guard<&PageEngine::RemediesOf>())
      .function("findLead", Guard<&PageEngine::FindLead>())
      .function("beginRows", Guard<&PageEngine::BeginRows>())
      .function("hiddenCells", Guard<&PageEngine::HiddenCells>())
      .function("writeRows", Guard<&PageEngine::WriteRows>())
      .function("endRows", Guard<&PageEngine::EndRows>())
      .function("values", Guard<&PageEngine::Values>())
      .function("check", Guard<&PageEngine::Check>())
      .function("format", Guard<&PageEngine::Format>());
}

}  // namespace mqlab::wasm
