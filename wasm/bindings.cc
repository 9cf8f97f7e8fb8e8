// The engine as JavaScript sees it: each method converts, calls the core once
// and converts back. web/src/engine/protocol.ts describes what crosses.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "wasm/convert.h"
#include "wasm/typed_array.h"
#include "wasm/views.h"

namespace mqlab::wasm {
namespace {

using emscripten::val;

Bytes ToBytes(std::string_view bytes) {
  return Bytes(TypedArray<uint8_t>(
      "Uint8Array",
      {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}));
}

Numbers ToNumbers(const std::vector<uint32_t>& numbers) {
  return Numbers(List(numbers, [](uint32_t number) { return number; }));
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

  TablePreviewView Preview(const TableInputView& input) {
    const BytesCopy bytes(input.bytes);
    return ToPreview(
        engine_.Preview({bytes.text(), FromOptions(input.options)}));
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
    const std::optional<double> as_of = FromNumber(request.as_of);
    RunOptions options;
    if (as_of) options.as_of = static_cast<Instant>(*as_of);
    options.now = static_cast<Instant>(request.now);
    score_report_ =
        engine_.BeginScore(request.rules.as<std::string>(), options);
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
    constexpr std::array<const char*, 3> kNames = {"numbers", "stages", "done"};
    return {ScorePhaseText(val(kNames[static_cast<size_t>(phase_)])),
            engine_.score_progress()};
  }

  ScoreReportView ReportScore() {
    const Run* run = engine_.scoring();
    if (score_report_.id) run = engine_.run(*score_report_.id);
    return ToScoreReport(score_report_, run, phase_, millis_);
  }

  void CancelScore() { engine_.CancelScore(); }

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

  double FindLead(const std::string& id) {
    const uint32_t lead =
        HasRun() ? Current().dataset->leads.ids.Find(id) : StringPool::kNone;
    return lead == StringPool::kNone ? -1 : static_cast<double>(lead);
  }

  Bytes ExportCsv() { return ToBytes(HasRun() ? engine_.Csv(run_id_) : ""); }

  IssueReport Check(const std::string& rules) {
    return ToIssueReport(engine_.Check(rules));
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
  // Of the score under way, or the last.
  RunReport score_report_;
  ScorePhase phase_ = ScorePhase::kNumbers;
  double millis_ = 0;
};

// An exception becomes a JavaScript Error, so that the module lives on; memory
// that ran out is told by the error's name.
[[noreturn]] void ThrowError(const char* name, const char* message) {
  val error = val::global("Error").new_(std::string(message));
  error.set("name", std::string(name));
  error.throw_();
  __builtin_unreachable();
}

template <typename Method>
struct Guarded;

template <typename Result, typename... Args>
struct Guarded<Result (PageEngine::*)(Args...)> {
  template <Result (PageEngine::*kMethod)(Args...)>
  static Result Call(PageEngine& engine, Args... args) {
    try {
      return (engine.*kMethod)(args...);
    } catch (const std::bad_alloc& error) {
      ThrowError("out_of_memory", error.what());
    } catch (const std::length_error& error) {
      ThrowError("out_of_memory", error.what());
    } catch (const std::exception& error) {
      ThrowError("engine_failed", error.what());
    }
  }
};

template <auto kMethod>
constexpr auto kGuarded = &Guarded<decltype(kMethod)>::template Call<kMethod>;

}  // namespace

EMSCRIPTEN_BINDINGS(mqlab) {
  emscripten::class_<PageEngine>("Engine")
      .constructor<>()
      .function("loadSample", kGuarded<&PageEngine::LoadSample>)
      .function("preview", kGuarded<&PageEngine::Preview>)
      .function("beginLoad", kGuarded<&PageEngine::BeginLoad>)
      .function("expectsTable", kGuarded<&PageEngine::ExpectsTable>)
      .function("prepare", kGuarded<&PageEngine::Prepare>)
      .function("commit", kGuarded<&PageEngine::Commit>)
      .function("beginPacking", kGuarded<&PageEngine::BeginPacking>)
      .function("pack", kGuarded<&PageEngine::Pack>)
      .function("takesPacked", kGuarded<&PageEngine::TakesPacked>)
      .function("takePacked", kGuarded<&PageEngine::TakePacked>)
      .function("endTable", kGuarded<&PageEngine::EndTable>)
      .function("rowsLoaded", kGuarded<&PageEngine::RowsLoaded>)
      .function("endLoad", kGuarded<&PageEngine::EndLoad>)
      .function("cancelLoad", kGuarded<&PageEngine::CancelLoad>)
      .function("cuts", kGuarded<&PageEngine::Cuts>)
      .function("ownLeads", kGuarded<&PageEngine::OwnLeads>)
      .function("beginShare", kGuarded<&PageEngine::BeginShare>)
      .function("writeShare", kGuarded<&PageEngine::WriteShare>)
      .function("appendShare", kGuarded<&PageEngine::AppendShare>)
      .function("endShare", kGuarded<&PageEngine::EndShare>)
      .function("beginScore", kGuarded<&PageEngine::BeginScore>)
      .function("scoreStep", kGuarded<&PageEngine::ScoreStep>)
      .function("reportScore", kGuarded<&PageEngine::ReportScore>)
      .function("cancelScore", kGuarded<&PageEngine::CancelScore>)
      .function("scoringAsOf", kGuarded<&PageEngine::ScoringAsOf>)
      .function("waitsForOthers", kGuarded<&PageEngine::WaitsForOthers>)
      .function("awaitedRules", kGuarded<&PageEngine::AwaitedRules>)
      .function("addCounts", kGuarded<&PageEngine::AddCounts>)
      .function("addStages", kGuarded<&PageEngine::AddStages>)
      .function("counts", kGuarded<&PageEngine::Counts>)
      .function("stages", kGuarded<&PageEngine::Stages>)
      .function("select", kGuarded<&PageEngine::Select>)
      .function("rows", kGuarded<&PageEngine::Rows>)
      .function("explain", kGuarded<&PageEngine::Explain>)
      .function("findLead", kGuarded<&PageEngine::FindLead>)
      .function("exportCsv", kGuarded<&PageEngine::ExportCsv>)
      .function("check", kGuarded<&PageEngine::Check>)
      .function("format", kGuarded<&PageEngine::Format>);
}

}  // namespace mqlab::wasm
