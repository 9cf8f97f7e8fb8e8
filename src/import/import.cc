#include "import/import.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "import/file_plan.h"
#include "import/identities.h"
#include "import/out_table.h"

namespace mqlab {
namespace {

bool MergesByEmail(const std::vector<SourceFile>& files,
                   const ImportOptions& options) {
  const auto lists = std::ranges::count_if(files, [](const SourceFile& file) {
    return HasLeads(file.reading.kind);
  });
  return options.merge_by_email.value_or(lists > 1);
}

}  // namespace

class Import::Work {
 public:
  Work(std::vector<SourceFile> files, const ImportOptions& options)
      : files_(std::move(files)),
        options_(options),
        identities_(MergesByEmail(files_, options)) {
    leads_id_ = leads_.Column("lead_id");
    events_id_ = events_.Column("lead_id");
    for (const SourceFile& file : files_) {
      plans_.push_back(
          std::make_unique<FilePlan>(file, &leads_, &events_, &costs_));
    }
    if (options_.orphan_leads) email_ = leads_.Column("email");
    if (MergesByEmail(files_, options_)) {
      leads_raw_id_ = leads_.Column("lead_id_raw");
    }
    const bool several_keys = std::ranges::any_of(files_, [](const auto& file) {
      const Understanding& reading = file.reading;
      return HasEvents(reading.kind) && reading.Find("lead_id") &&
             (reading.Find("email") || reading.Find("visitor_id"));
    });
    if (several_keys) events_raw_id_ = events_.Column("lead_id_raw");
    for (const Pass pass :
         {Pass::kLeads, Pass::kTies, Pass::kEvents, Pass::kCosts}) {
      for (size_t i = 0; i < files_.size(); ++i) {
        if (IsWanted(pass, i)) passes_.emplace_back(pass, i);
      }
    }
  }

  std::optional<size_t> NextFile() {
    if (next_ == passes_.size()) return std::nullopt;
    file_ = passes_[next_].second;
    pass_ = passes_[next_].first;
    ++next_;
    const FilePlan& plan = *plans_[file_];
    reader_.emplace(files_[file_].reading.writing, nullptr,
                    [this, &plan](const SourceReader::Row& row) {
                      cells_.assign(row.cells.begin(), row.cells.end());
                      if (!plan.empty_word().empty()) {
                        std::ranges::replace(cells_, plan.empty_word(),
                                             std::string_view());
                      }
                      Take(row.number);
                    });
    return file_;
  }
  void Append(std::string_view bytes) { reader_->Append(bytes); }
  void EndFile() {
    reader_->Finish();
    reader_.reset();
  }

  void Take(uint32_t row) {
    FilePlan& plan = *plans_[file_];
    if (pass_ == Pass::kTies) {
      TieVisitor(plan.KeysOf(cells_));
      return;
    }
    if (pass_ == Pass::kCosts) return TakeCost(row);
    if (plan.IsTest(cells_)) {
      if (pass_ == Pass::kEvents ||
          files_[file_].reading.kind == FileKind::kLeads) {
        ++report_.tests;
      }
      return;
    }
    pass_ == Pass::kLeads ? TakeLead(row) : TakeEvent(row);
  }

  void TieVisitor(const Identities::Keys& keys) {
    identities_.TieVisitor(keys);
    const bool named = !keys.id.empty() || !keys.email.empty();
    if (keys.visitor.empty() || !named) return;
    if (identities_.Find(keys).lead != Identities::kNone) return;
    strangers_.try_emplace(std::string(keys.visitor), OrphanKey(keys));
  }

  void TakeLead(uint32_t row) {
    FilePlan& plan = *plans_[file_];
    const Identities::Keys keys = plan.KeysOf(cells_);
    const Understanding& reading = files_[file_].reading;
    uint32_t lead = identities_.AddLead(keys, static_cast<uint32_t>(file_));
    plan.FillLead(cells_, &leads_);
    if (lead != Identities::kNone) {
      leads_.Set(leads_id_, identities_.id(lead));
      KeepId(keys, lead, leads_raw_id_, &leads_);
    } else if (!reading.Find("lead_id") && !reading.Find("email")) {
      // A list without ids: the number of the row is one.
      const std::string number = std::to_string(row);
      leads_.Set(leads_id_,
                 files_.size() == 1 ? number : reading.file + ":" + number);
    }
    // Readers of the table would pass over the row, and count the next wrongly.
    if (leads_.IsBlank()) {
      if (reading.kind == FileKind::kLeads) ++report_.ignored;
      return;
    }
    const std::string line = leads_.TakeRow();
    // The lead's part of its touches is often the same.
    if (reading.kind == FileKind::kBoth && lead != Identities::kNone) {
      last_lines_.resize(identities_.size());
      const size_t hash = std::hash<std::string>()(line) | 1;
      if (std::exchange(last_lines_[lead], hash) == hash) return;
    }
    leads_.Write(line);
    report_.leads.Add({static_cast<uint32_t>(file_), row});
  }

  void TakeEvent(uint32_t row) {
    FilePlan& plan = *plans_[file_];
    if (!plan.FillEvent(cells_, &events_)) {
      events_.Clear();
      ++report_.ignored;
      return;
    }
    const Identities::Keys keys = plan.KeysOf(cells_);
    const Identities::Found found = identities_.Find(keys);
    if (found.lead != Identities::kNone) {
      events_.Set(events_id_, identities_.id(found.lead));
      KeepId(keys, found.lead, events_raw_id_, &events_);
      ++CountOf(found.by);
    } else {
      const std::string_view key = OrphanKey(keys);
      events_.Set(events_id_, key);
      if (!key.empty()) {
        ++report_.orphans;
        if (options_.orphan_leads && orphan_ids_.emplace(key).second) {
          orphans_.push_back({std::string(key), std::string(keys.email)});
        }
      }
    }
    if (events_.IsBlank()) {
      ++report_.ignored;
      return;
    }
    events_.Write(events_.TakeRow());
    report_.events.Add({static_cast<uint32_t>(file_), row});
  }

  void TakeCost(uint32_t row) {
    plans_[file_]->FillCost(cells_, &costs_);
    if (costs_.IsBlank()) {
      ++report_.ignored;
      return;
    }
    costs_.Write(costs_.TakeRow());
    report_.costs.Add({static_cast<uint32_t>(file_), row});
  }

  // What events of nobody are kept under: an e-mail as it is spelled first, a
  // visitor by what another row says of them.
  std::string_view OrphanKey(const Identities::Keys& keys) {
    const std::string_view key = keys.id.empty() ? keys.email : keys.id;
    if (key.empty()) {
      const auto stranger = strangers_.find(keys.visitor);
      return stranger == strangers_.end() ? keys.visitor : stranger->second;
    }
    if (key.find('@') == key.npos) return key;
    return spellings_.try_emplace(Fold(key), key).first->second;
  }

  // An id that another one stands for.
  void KeepId(const Identities::Keys& keys, uint32_t lead,
              std::optional<size_t> column, OutTable* table) const {
    if (!column || keys.id.empty() || keys.id == identities_.id(lead)) return;
    table->Set(*column, keys.id);
  }

  uint64_t& CountOf(Identities::By by) {
    switch (by) {
      case Identities::By::kEmail:
        return report_.by_email;
      case Identities::By::kOtherId:
        return report_.by_other_id;
      case Identities::By::kVisitor:
        return report_.by_visitor;
      default:
        return report_.by_id;
    }
  }

  std::string Finish() {
    for (const Orphan& orphan : orphans_) {
      leads_.Set(leads_id_, orphan.id);
      leads_.Set(*email_, orphan.email);
      leads_.Write(leads_.TakeRow());
    }
    report_.orphan_leads = static_cast<uint32_t>(orphans_.size());
    report_.merged = identities_.merged();
    orphans_.clear();
    return leads_.Take();
  }

  const std::vector<SourceFile>& files() const { return files_; }
  OutTable& leads() { return leads_; }
  OutTable& events() { return events_; }
  OutTable& costs() { return costs_; }
  const ImportReport& report() const { return report_; }

 private:
  enum class Pass : uint8_t { kLeads, kTies, kEvents, kCosts };
  struct Orphan {
    std::string id;
    std::string email;
  };

  bool IsWanted(Pass pass, size_t file) const {
    const FileKind kind = files_[file].reading.kind;
    switch (pass) {
      case Pass::kLeads:
        return HasLeads(kind);
      case Pass::kTies:
        return HasEvents(kind) && plans_[file]->ties_visitors();
      case Pass::kEvents:
        return HasEvents(kind);
      default:
        return kind == FileKind::kCosts;
    }
  }

  const std::vector<SourceFile> files_;
  const ImportOptions options_;
  OutTable leads_;
  OutTable events_;
  OutTable costs_;
  size_t leads_id_ = 0;
  size_t events_id_ = 0;
  std::optional<size_t> email_;  // of leads
  std::optional<size_t> leads_raw_id_;
  std::optional<size_t> events_raw_id_;
  Identities identities_;
  std::vector<std::unique_ptr<FilePlan>> plans_;
  std::vector<std::pair<Pass, size_t>> passes_;
  size_t next_ = 0;
  size_t file_ = 0;
  Pass pass_ = Pass::kLeads;
  std::optional<SourceReader> reader_;
  std::vector<std::string_view> cells_;
  std::vector<size_t> last_lines_;                // hashes; 0: none yet
  std::map<std::string, std::string> spellings_;  // of e-mails, by folded ones
  // What visitors who are no leads are called.
  NameMap strangers_;
  std::set<std::string, std::less<>> orphan_ids_;
  std::vector<Orphan> orphans_;
  ImportReport report_;
};

Import::Import(std::vector<SourceFile> files, const ImportOptions& options)
    : work_(std::make_unique<Work>(std::move(files), options)) {}
Import::~Import() = default;

const std::vector<SourceFile>& Import::files() const { return work_->files(); }
std::optional<size_t> Import::NextFile() { return work_->NextFile(); }
void Import::Append(std::string_view bytes) { work_->Append(bytes); }
void Import::EndFile() { work_->EndFile(); }
std::string Import::TakeLeads() { return work_->leads().Take(); }
std::string Import::TakeEvents() { return work_->events().Take(); }
std::string Import::TakeCosts() { return work_->costs().Take(); }
const std::vector<std::string>& Import::lead_headers() const {
  return work_->leads().headers();
}
const std::vector<std::string>& Import::event_headers() const {
  return work_->events().headers();
}
bool Import::has_events() const { return work_->events().rows() > 0; }
bool Import::has_costs() const { return work_->costs().rows() > 0; }
std::string Import::Finish() { return work_->Finish(); }
const ImportReport& Import::report() const { return work_->report(); }

}  // namespace mqlab
