#include "import/import.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "import/cell_writing.h"
#include "import/csv_text.h"
#include "import/identities.h"
#include "import/opened_columns.h"
#include "import/type_names.h"

namespace mqlab {
namespace {

// A table while it is written: columns, then rows of texts.
class OutTable {
 public:
  // `header`: what the first file that has it calls it.
  size_t Column(std::string_view name, std::string_view header = {}) {
    const auto found = std::ranges::find(names_, name);
    if (found != names_.end()) {
      return static_cast<size_t>(found - names_.begin());
    }
    names_.emplace_back(name);
    headers_.emplace_back(header.empty() ? name : header);
    cells_.emplace_back();
    return names_.size() - 1;
  }
  const std::vector<std::string>& headers() const { return headers_; }

  void Set(size_t column, std::string_view text) { cells_[column] = text; }
  bool IsSet(size_t column) const { return !cells_[column].empty(); }
  // The row as it would be written; the cells are empty again.
  std::string TakeRow() {
    std::string line;
    AppendRow(std::vector<std::string_view>(cells_.begin(), cells_.end()),
              &line);
    for (std::string& cell : cells_) cell.clear();
    return line;
  }
  void Clear() {
    for (std::string& cell : cells_) cell.clear();
  }
  void Write(std::string_view line) {
    if (!std::exchange(headed_, true)) {
      AppendRow(std::vector<std::string_view>(names_.begin(), names_.end()),
                &text_);
    }
    text_ += line;
    ++rows_;
  }
  uint32_t rows() const { return rows_; }
  std::string Take() {
    if (!std::exchange(headed_, true)) {
      AppendRow(std::vector<std::string_view>(names_.begin(), names_.end()),
                &text_);
    }
    return std::exchange(text_, {});
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> headers_;
  std::vector<std::string> cells_;
  bool headed_ = false;
  std::string text_;
  uint32_t rows_ = 0;
};

bool HasLeads(FileKind kind) {
  return kind == FileKind::kLeads || kind == FileKind::kBoth;
}
bool HasEvents(FileKind kind) {
  return kind == FileKind::kEvents || kind == FileKind::kBoth ||
         kind == FileKind::kOutcomes;
}

// How the rows of one file become rows of the tables.
class FilePlan {
 public:
  FilePlan(const SourceFile& file, OutTable* leads, OutTable* events)
      : reading_(file.reading),
        zone_(
            FindTimeZone(file.choice.zone.empty() ? "UTC" : file.choice.zone)),
        opened_(reading_.columns),
        types_(reading_.shape, reading_.kind, reading_.types_kept,
               file.choice.types) {
    for (const ColumnReading& column : reading_.columns) {
      writings_.emplace_back(column, reading_, zone_);
    }
    if (reading_.shape != nullptr) {
      empty_word_ = reading_.shape->empty_word;
      for (const auto& [field, text] : NamedTexts(reading_.shape->constants)) {
        if (field == "type") {
          fixed_type_ = text;
        } else if (HasLeads(reading_.kind)) {
          constants_.emplace_back(leads->Column(field), text);
        }
      }
    }
    if (HasLeads(reading_.kind)) PlanLeads(leads);
    if (HasEvents(reading_.kind)) PlanEvents(events);
    FindFlags();
  }

  Identities::Keys KeysOf(std::span<const std::string_view> cells) {
    id_ = Written("lead_id", cells);
    return {.id = id_,
            .email = First("email", cells),
            .visitor = First("visitor_id", cells),
            .others = First("other_id", cells)};
  }
  bool IsTest(std::span<const std::string_view> cells) const {
    return std::ranges::any_of(flags_,
                               [&](size_t i) {
                                 return ReadBoolean(cells[i]).value_or(false);
                               }) ||
           (reading_.shape != nullptr && reading_.shape->product == "meta" &&
            std::ranges::any_of(cells, [](std::string_view cell) {
              return cell.starts_with("<test lead");
            }));
  }

  void FillLead(std::span<const std::string_view> cells, OutTable* leads) {
    Fill(lead_targets_, cells, leads);
    for (const auto& [column, text] : constants_) leads->Set(column, text);
    if (created_) {
      const std::string time = Time(cells);
      if (!leads->IsSet(*created_)) leads->Set(*created_, time);
    }
  }

  // False for a row that is no act of a lead.
  bool FillEvent(std::span<const std::string_view> cells, OutTable* events) {
    const std::string_view type =
        fixed_type_.empty() ? First("type", cells) : fixed_type_;
    const std::string_view detail = First("type_detail", cells);
    const std::string_view name =
        type.empty() ? type
                     : types_.Of({.type = type,
                                  .detail = detail,
                                  .campaign = First("campaign", cells),
                                  .asset = First("asset", cells)});
    if (name == "ignored") return false;
    Fill(event_targets_, cells, events);
    events->Set(time_, Time(cells));
    // What no word of a person's text tells keeps its text.
    const bool named = name != "other" || (reading_.shape != nullptr &&
                                           !reading_.shape->types.empty());
    const std::string raw = RawType(type, detail);
    events->Set(type_, named ? name : std::string_view(raw));
    if (fixed_type_.empty() && !type.empty()) events->Set(raw_, raw);
    for (const auto& [key, value] : opened_.Open(cells)) {
      const auto target = opened_targets_.find(key);
      if (target == opened_targets_.end() || events->IsSet(target->second)) {
        continue;
      }
      events->Set(target->second, value);
    }
    return true;
  }

  std::string_view empty_word() const { return empty_word_; }
  bool ties_visitors() const {
    return reading_.Find("visitor_id").has_value() &&
           (reading_.Find("lead_id") || reading_.Find("email"));
  }

 private:
  struct Target {
    size_t column = 0;
    size_t out = 0;
    bool raw = false;  // as it stands in the file
  };

  // The columns of a field, the best first.
  std::vector<size_t> ColumnsOf(std::string_view field) const {
    std::vector<size_t> columns;
    for (size_t i = 0; i < reading_.columns.size(); ++i) {
      const ColumnReading& column = reading_.columns[i];
      if (column.field == field && !column.spare) columns.push_back(i);
    }
    std::ranges::stable_sort(
        columns, {}, [&](size_t i) { return reading_.columns[i].rank; });
    return columns;
  }

  std::string_view First(std::string_view field,
                         std::span<const std::string_view> cells) {
    auto known = fields_.find(field);
    if (known == fields_.end()) {
      known = fields_.emplace(field, ColumnsOf(field)).first;
    }
    for (const size_t i : known->second) {
      if (!cells[i].empty()) return cells[i];
    }
    return {};
  }
  std::string Written(std::string_view field,
                      std::span<const std::string_view> cells) {
    if (First(field, cells).empty()) return "";
    for (const size_t i : fields_.find(field)->second) {
      if (!cells[i].empty()) return std::string(writings_[i].Write(cells[i]));
    }
    return "";
  }

  std::string Time(std::span<const std::string_view> cells) {
    const std::string_view clock = First("time_of_day", cells);
    if (clock.empty()) return Written("at", cells);
    const std::string both =
        std::string(First("at", cells)) + " " + std::string(clock);
    const std::vector<size_t>& columns = fields_.find("at")->second;
    for (const size_t i : columns) {
      if (cells[i].empty()) continue;
      const auto instant = ReadInZone(both, reading_.columns[i].format, zone_);
      if (instant) return FormatInstant(*instant);
    }
    return Written("at", cells);
  }

  // A name of its own for a column that has none in common.
  std::string OwnName(size_t i, const std::set<std::string>& used) const {
    const std::string& header = reading_.columns[i].header;
    const std::string base =
        header.empty() ? "column_" + std::to_string(i + 1) : header;
    std::string name = base;
    for (int n = 2; used.contains(name); ++n) {
      name = base + "_" + std::to_string(n);
    }
    return name;
  }

  void Plan(bool of_lead, std::span<const std::string_view> roles,
            OutTable* table, std::vector<Target>* targets) {
    std::set<std::string> used(roles.begin(), roles.end());
    const auto is_here = [&](size_t i) {
      return reading_.kind != FileKind::kBoth ||
             reading_.columns[i].of_lead == of_lead;
    };
    const auto is_role = [&](const ColumnReading& column) {
      return !column.spare &&
             std::ranges::find(roles, column.field) != roles.end();
    };
    for (const ColumnReading& column : reading_.columns) {
      if (!column.field.empty() && !column.spare) used.insert(column.field);
    }
    for (size_t rank = 0; rank < reading_.columns.size(); ++rank) {
      for (size_t i = 0; i < reading_.columns.size(); ++i) {
        const ColumnReading& column = reading_.columns[i];
        if (column.field.empty() || column.spare || column.rank != rank ||
            is_role(column) || !is_here(i) || opened_.Has(i) ||
            column.field == "json") {
          continue;
        }
        const bool own = column.field == "type_detail" ||
                         column.field == "time_of_day" ||
                         column.field == "other_id" || column.field == "fax";
        const std::string name = own ? OwnName(i, used) : column.field;
        if (own) used.insert(name);
        targets->push_back(
            {.column = i, .out = table->Column(name, column.header)});
        if (column.field == "lifecycle_stage" ||
            column.field == "lead_status") {
          targets->push_back({.column = i,
                              .out = table->Column(column.field + "_raw"),
                              .raw = true});
        }
      }
    }
    // The columns of their own, and those that stand behind a better one.
    for (size_t i = 0; i < reading_.columns.size(); ++i) {
      const ColumnReading& column = reading_.columns[i];
      const bool common = !column.field.empty() && !column.spare;
      if ((common && column.rank == 0) || !is_here(i) || opened_.Has(i)) {
        continue;
      }
      const std::string name = OwnName(i, used);
      used.insert(name);
      targets->push_back(
          {.column = i, .out = table->Column(name, column.header)});
    }
  }

  void PlanLeads(OutTable* leads) {
    constexpr std::array<std::string_view, 1> kRoles = {"lead_id"};
    Plan(true, kRoles, leads, &lead_targets_);
    // A form that was filled in is the lead's first day.
    if (reading_.kind == FileKind::kBoth && !fixed_type_.empty()) {
      created_ = leads->Column("created_at");
    }
  }

  void PlanEvents(OutTable* events) {
    constexpr std::array<std::string_view, 4> kRoles = {"lead_id", "at", "type",
                                                        "time"};
    time_ = events->Column("time");
    type_ = events->Column("type");
    if (fixed_type_.empty() && !reading_.types_kept) {
      raw_ = events->Column("name");
    } else {
      raw_ = type_;
    }
    Plan(false, kRoles, events, &event_targets_);
    for (const std::string& name : reading_.opened) {
      std::string field = name;
      if (reading_.shape != nullptr) {
        for (const auto& [header, meant] :
             NamedTexts(reading_.shape->columns)) {
          if (NameKey(header) != NameKey(name)) continue;
          if (!meant.empty() && meant != "lead_id" && meant != "at" &&
              meant != "type") {
            field = meant;
          }
          break;
        }
      }
      opened_targets_[name] = events->Column(field);
    }
  }

  void FindFlags() {
    for (size_t i = 0; i < reading_.columns.size(); ++i) {
      if (NameKey(reading_.columns[i].header) == "istest") flags_.push_back(i);
    }
  }

  void Fill(const std::vector<Target>& targets,
            std::span<const std::string_view> cells, OutTable* table) {
    for (const Target& target : targets) {
      const std::string_view cell = cells[target.column];
      if (cell.empty() || table->IsSet(target.out)) continue;
      table->Set(target.out,
                 target.raw ? cell : writings_[target.column].Write(cell));
    }
  }

  const Understanding& reading_;
  const std::optional<TimeZone> zone_;
  const OpenedColumns opened_;
  TypeNames types_;
  std::vector<CellWriting> writings_;  // of each column
  std::string_view empty_word_;
  std::string_view fixed_type_;
  std::vector<std::pair<size_t, std::string_view>> constants_;
  std::vector<Target> lead_targets_;
  std::vector<Target> event_targets_;
  std::map<std::string, size_t, std::less<>> opened_targets_;
  std::map<std::string, std::vector<size_t>, std::less<>> fields_;
  std::vector<size_t> flags_;
  std::optional<size_t> created_;
  size_t time_ = 0;
  size_t type_ = 0;
  size_t raw_ = 0;
  std::string id_;
};

bool MergesByEmail(const std::vector<SourceFile>& files,
                   const ImportOptions& options) {
  const auto lists = std::ranges::count_if(files, [](const SourceFile& file) {
    return HasLeads(file.reading.kind);
  });
  return options.merge_by_email.value_or(lists > 1);
}

}  // namespace

void RowMap::Add(Source source) {
  ++rows_;
  if (!runs_.empty()) {
    const Run& last = runs_.back();
    if (last.source.file == source.file &&
        last.source.row + (rows_ - last.first) == source.row) {
      return;
    }
  }
  runs_.push_back({rows_, source});
}

std::optional<RowMap::Source> RowMap::Find(uint32_t row) const {
  if (row == 0 || row > rows_) return std::nullopt;
  const auto next = std::ranges::upper_bound(runs_, row, {}, &Run::first);
  const Run& run = *(next - 1);
  return Source{run.source.file, run.source.row + (row - run.first)};
}

class Import::Work {
 public:
  Work(std::vector<SourceFile> files, const ImportOptions& options)
      : files_(std::move(files)),
        options_(options),
        identities_(MergesByEmail(files_, options)) {
    leads_id_ = leads_.Column("lead_id");
    events_id_ = events_.Column("lead_id");
    for (const SourceFile& file : files_) {
      plans_.push_back(std::make_unique<FilePlan>(file, &leads_, &events_));
    }
    if (options_.orphan_leads) email_ = leads_.Column("email");
    for (const Pass pass : {Pass::kLeads, Pass::kTies, Pass::kEvents}) {
      for (size_t i = 0; i < files_.size(); ++i) {
        const FileKind kind = files_[i].reading.kind;
        const bool wanted = pass == Pass::kLeads ? HasLeads(kind)
                            : pass == Pass::kEvents
                                ? HasEvents(kind)
                                : HasEvents(kind) && plans_[i]->ties_visitors();
        if (wanted) passes_.emplace_back(pass, i);
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
      identities_.TieVisitor(plan.KeysOf(cells_));
      return;
    }
    if (plan.IsTest(cells_)) {
      if (pass_ == Pass::kEvents ||
          files_[file_].reading.kind == FileKind::kLeads) {
        ++report_.tests;
      }
      return;
    }
    pass_ == Pass::kLeads ? TakeLead(row) : TakeEvent(row);
  }

  void TakeLead(uint32_t row) {
    FilePlan& plan = *plans_[file_];
    const Identities::Keys keys = plan.KeysOf(cells_);
    const Understanding& reading = files_[file_].reading;
    uint32_t lead = identities_.AddLead(keys, static_cast<uint32_t>(file_));
    plan.FillLead(cells_, &leads_);
    if (lead != Identities::kNone) {
      leads_.Set(leads_id_, identities_.id(lead));
    } else if (!reading.Find("lead_id") && !reading.Find("email")) {
      // A list without ids: the number of the row is one.
      const std::string number = std::to_string(row);
      leads_.Set(leads_id_,
                 files_.size() == 1 ? number : reading.file + ":" + number);
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
      ++CountOf(found.by);
    } else {
      const std::string_view key = !keys.id.empty()      ? keys.id
                                   : !keys.email.empty() ? keys.email
                                                         : keys.visitor;
      events_.Set(events_id_, key);
      if (!key.empty()) {
        ++report_.orphans;
        if (options_.orphan_leads && orphan_ids_.emplace(key).second) {
          orphans_.push_back({std::string(key), std::string(keys.email)});
        }
      }
    }
    events_.Write(events_.TakeRow());
    report_.events.Add({static_cast<uint32_t>(file_), row});
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
  const ImportReport& report() const { return report_; }

 private:
  enum class Pass : uint8_t { kLeads, kTies, kEvents };
  struct Orphan {
    std::string id;
    std::string email;
  };

  const std::vector<SourceFile> files_;
  const ImportOptions options_;
  OutTable leads_;
  OutTable events_;
  size_t leads_id_ = 0;
  size_t events_id_ = 0;
  std::optional<size_t> email_;  // of leads
  Identities identities_;
  std::vector<std::unique_ptr<FilePlan>> plans_;
  std::vector<std::pair<Pass, size_t>> passes_;
  size_t next_ = 0;
  size_t file_ = 0;
  Pass pass_ = Pass::kLeads;
  std::optional<SourceReader> reader_;
  std::vector<std::string_view> cells_;
  std::vector<size_t> last_lines_;  // hashes; 0: none yet
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
const std::vector<std::string>& Import::lead_headers() const {
  return work_->leads().headers();
}
const std::vector<std::string>& Import::event_headers() const {
  return work_->events().headers();
}
bool Import::has_events() const { return work_->events().rows() > 0; }
std::string Import::Finish() { return work_->Finish(); }
const ImportReport& Import::report() const { return work_->report(); }

}  // namespace mqlab
