// The importer as JavaScript sees it. What is said of files, and what they are
// taken for, crosses as the JSON that the command line reads and prints.
// web/src/import/protocol.ts describes the calls.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/import.h"
#include "import/mapping_file.h"
#include "import/time_zones.h"
#include "import/understanding.h"
#include "import/zone_json.h"
#include "json/json_text.h"
#include "wasm/guarded.h"
#include "wasm/typed_array.h"

namespace mqlab::wasm {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(Bytes);

constexpr size_t kHead = size_t{1} << 20;

Bytes ToBytes(std::string_view bytes) {
  return Bytes(TypedArray<uint8_t>(
      "Uint8Array",
      {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}));
}

JsonText Headers(const std::vector<std::string>& headers) {
  JsonText list = JsonText::List();
  for (const std::string& header : headers) list.Add(JsonText::Text(header));
  return list;
}

class PageImporter {
 public:
  // Forgets all files.
  void Reset() {
    import_.reset();
    reading_.reset();
    files_.clear();
  }

  // A file to be understood; `mapping` is a document of one file, or "".
  void BeginFile(const std::string& path, const std::string& mapping) {
    IssueList ignored;
    choice_ = {};
    if (!mapping.empty()) {
      const auto said = ParseMapping(mapping, &ignored);
      if (said && !said->files.empty()) choice_ = said->files[0].choice;
    }
    path_ = path;
    head_.clear();
    reading_.reset();
  }

  // What it is taken for; it is one of those to be imported from now on. `cut`:
  // the file goes on.
  std::string EndFile(bool cut) {
    Begin();
    Understanding file = reading_->Finish(cut);
    reading_.reset();
    std::string json = UnderstandingJson(file, RowsInJson::kShown);
    files_.push_back({std::move(file), choice_});
    return json;
  }

  // Whether the engine reads the files as they are.
  bool ArePlain() { return IsPlain(files_); }

  // Then their rows; `mapping` for what is said of all files.
  void BeginImport(const std::string& mapping) {
    IssueList ignored;
    const auto said = ParseMapping(mapping, &ignored);
    import_ = std::make_unique<Import>(std::exchange(files_, {}),
                                       said ? said->options : ImportOptions());
  }
  // The number of the file whose bytes come next; -1 after the last.
  int NextFile() {
    const auto file = import_->NextFile();
    return file ? static_cast<int>(*file) : -1;
  }
  void EndPass() { import_->EndFile(); }
  Bytes TakeLeads() { return ToBytes(import_->TakeLeads()); }
  Bytes TakeEvents() { return ToBytes(import_->TakeEvents()); }
  Bytes TakeCosts() {
    return ToBytes(import_->has_costs() ? import_->TakeCosts() : "");
  }
  Bytes Finish() { return ToBytes(import_->Finish()); }

  std::string Report() {
    const ImportReport& report = import_->report();
    JsonText object = JsonText::Object();
    const auto add = [&](std::string_view name, uint64_t count) {
      object.Add(name, JsonText::Whole(static_cast<int64_t>(count)));
    };
    add("byId", report.by_id);
    add("byEmail", report.by_email);
    add("byOtherId", report.by_other_id);
    add("byVisitor", report.by_visitor);
    add("orphans", report.orphans);
    add("orphanLeads", report.orphan_leads);
    add("merged", report.merged);
    add("ignored", report.ignored);
    add("tests", report.tests);
    add("leads", report.leads.rows());
    add("events", report.events.rows());
    add("costs", report.costs.rows());
    object.Add("leadHeaders", Headers(import_->lead_headers()));
    object.Add("eventHeaders", Headers(import_->event_headers()));
    return object.Print();
  }

  // The file of a row of the written table, and its number there: two numbers;
  // none for a row of no file.
  emscripten::val SourceOf(const std::string& table, double row) {
    const ImportReport& report = import_->report();
    const RowMap& rows = table == "leads"    ? report.leads
                         : table == "events" ? report.events
                                             : report.costs;
    const auto source = rows.Find(static_cast<uint32_t>(row));
    emscripten::val list = emscripten::val::array();
    if (source) {
      list.call<void>("push", source->file, source->row);
    }
    return list;
  }

  // A view into the memory itself, which holds until the next call.
  Bytes Prepare(double size) {
    room_.resize(static_cast<size_t>(size));
    return Bytes(emscripten::val(emscripten::typed_memory_view(
        room_.size(), reinterpret_cast<uint8_t*>(room_.data()))));
  }
  // That many of these bytes are the next of the file.
  void Commit(double size) {
    const std::string_view bytes(room_.data(), static_cast<size_t>(size));
    if (import_) {
      import_->Append(bytes);
    } else if (reading_) {
      reading_->Append(bytes);
    } else {
      head_ += bytes;
      if (head_.size() >= kHead) Begin();
    }
  }

  // The faults of a mapping file: [{"code", "path", "line", "column", "args"}];
  // [] for none.
  std::string CheckMapping(const std::string& mapping) {
    IssueList issues;
    ParseMapping(mapping, &issues);
    return ProblemsJson(issues);
  }

  std::string Zones() {
    JsonText list = JsonText::List();
    for (const std::string_view name : TimeZoneNames()) {
      list.Add(JsonText::Text(name));
    }
    return list.Print();
  }

  std::string ZoneChanges(const std::string& name, double until) {
    return ZoneJson(name, static_cast<Instant>(until)).Print();
  }

 private:
  // By the first MiB, or all that there is.
  void Begin() {
    if (reading_) return;
    reading_ = std::make_unique<FileReading>(path_, head_, choice_);
    reading_->Append(head_);
    head_.clear();
  }

  std::string path_;
  FileChoice choice_;
  std::string head_;
  std::unique_ptr<FileReading> reading_;
  std::vector<SourceFile> files_;
  std::unique_ptr<Import> import_;
  std::string room_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(mqlab_import) {
  emscripten::register_type<Bytes>("Uint8Array");
  emscripten::class_<PageImporter>("Importer")
      .constructor<>()
      .function("reset", Guard<&PageImporter::Reset>())
      .function("beginFile", Guard<&PageImporter::BeginFile>())
      .function("endFile", Guard<&PageImporter::EndFile>())
      .function("arePlain", Guard<&PageImporter::ArePlain>())
      .function("beginImport", Guard<&PageImporter::BeginImport>())
      .function("nextFile", Guard<&PageImporter::NextFile>())
      .function("endPass", Guard<&PageImporter::EndPass>())
      .function("takeLeads", Guard<&PageImporter::TakeLeads>())
      .function("takeEvents", Guard<&PageImporter::TakeEvents>())
      .function("takeCosts", Guard<&PageImporter::TakeCosts>())
      .function("finish", Guard<&PageImporter::Finish>())
      .function("report", Guard<&PageImporter::Report>())
      .function("sourceOf", Guard<&PageImporter::SourceOf>())
      .function("prepare", Guard<&PageImporter::Prepare>())
      .function("commit", Guard<&PageImporter::Commit>())
      .function("checkMapping", Guard<&PageImporter::CheckMapping>())
      .function("zones", Guard<&PageImporter::Zones>())
      .function("zoneChanges", Guard<&PageImporter::ZoneChanges>());
}

}  // namespace mqlab::wasm
