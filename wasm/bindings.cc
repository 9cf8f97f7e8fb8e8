// The engine as JavaScript sees it: each method converts, calls the core once
// and converts back. web/src/engine/protocol.ts describes what crosses.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "engine/engine.h"
#include "wasm/convert.h"
#include "wasm/typed_array.h"
#include "wasm/views.h"

namespace mqlab::wasm {
namespace {

using emscripten::val;

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
    const std::string bytes = FromBytes(input.bytes);
    return ToPreview(engine_.Preview({bytes, FromOptions(input.options)}));
  }

  DataReportView Load(const TableInputView& leads,
                      const TableInputOrNull& events) {
    const std::string lead_bytes = FromBytes(leads.bytes);
    std::string event_bytes;
    std::optional<TableInput> event_input;
    if (!events.isNull()) {
      const auto input = events.as<TableInputView>();
      event_bytes = FromBytes(input.bytes);
      event_input = TableInput{event_bytes, FromOptions(input.options)};
    }
    const DataReport report =
        engine_.Load({lead_bytes, FromOptions(leads.options)}, event_input);
    return ToDataReport(report, engine_.dataset());
  }

  ScoreReportView Score(const ScoreRequest& request) {
    const double start = Milliseconds();
    const std::optional<double> as_of = FromNumber(request.as_of);
    RunOptions options;
    if (as_of) options.as_of = static_cast<Instant>(*as_of);
    options.now = static_cast<Instant>(request.now);
    const RunReport report =
        engine_.Score(request.rules.as<std::string>(), options);
    const double millis = Milliseconds() - start;
    if (!report.id) return ToScoreReport(report, nullptr, millis);
    engine_.Release(run_id_);
    run_id_ = *report.id;
    return ToScoreReport(report, engine_.run(run_id_), millis);
  }

  LeadIndexes Select(const LeadQueryView& query) {
    std::vector<uint32_t> leads;
    if (HasRun()) leads = engine_.Select(run_id_, FromQuery(query));
    return LeadIndexes(TypedArray<uint32_t>("Uint32Array", leads));
  }

  LeadRows Rows(const LeadIndexes& leads) {
    const auto indexes = emscripten::convertJSArrayToNumberVector<uint32_t>(
        static_cast<const val&>(leads));
    return LeadRows(List(indexes, [&](uint32_t lead) {
      return ToLeadRow(Current(), Checked(lead));
    }));
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

  Bytes ExportCsv() {
    const std::string csv = HasRun() ? engine_.Csv(run_id_) : "";
    return Bytes(TypedArray<uint8_t>(
        "Uint8Array",
        {reinterpret_cast<const uint8_t*>(csv.data()), csv.size()}));
  }

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

  Engine engine_;
  RunId run_id_ = 0;
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
      .function("load", kGuarded<&PageEngine::Load>)
      .function("score", kGuarded<&PageEngine::Score>)
      .function("select", kGuarded<&PageEngine::Select>)
      .function("rows", kGuarded<&PageEngine::Rows>)
      .function("explain", kGuarded<&PageEngine::Explain>)
      .function("findLead", kGuarded<&PageEngine::FindLead>)
      .function("exportCsv", kGuarded<&PageEngine::ExportCsv>)
      .function("check", kGuarded<&PageEngine::Check>)
      .function("format", kGuarded<&PageEngine::Format>);
}

}  // namespace mqlab::wasm
