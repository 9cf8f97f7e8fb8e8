#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/csv_text.h"
#include "import/event_types.h"
#include "import/fields.h"
#include "import/opened_columns.h"
#include "import/stages.h"
#include "import/type_names.h"
#include "import/understanding.h"
#include "ingest/open_table.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

constexpr std::string_view kAsset = "asset";
constexpr size_t kFirstRows = 20;

// What the cells of a field are, however they look.
std::optional<FieldType> TypeOfField(std::string_view field) {
  constexpr std::array<std::string_view, 11> kTexts = {
      "lead_id", "email", "visitor_id", "other_id",    "owner", "phone",
      "mobile",  "fax",   "type",       "postal_code", "gclid"};
  constexpr std::array<std::string_view, 3> kBooleans = {
      "opted_out", "email_invalid", "is_converted"};
  const auto among = [&](const auto& fields) {
    return std::ranges::find(fields, field) != fields.end();
  };
  if (among(kTexts)) return FieldType::kText;
  if (among(kBooleans)) return FieldType::kBoolean;
  if (field == "tags" || field == "lists") return FieldType::kList;
  if (field == "at") return FieldType::kInstant;
  return std::nullopt;
}

// The cells of a column by their text.
struct Texts {
  explicit Texts(const Column& of) : column(of), counts(of.texts.size()) {
    for (size_t row = 0; row < of.codes.size(); ++row) ++counts[of.codes[row]];
  }

  uint64_t filled() const {
    uint64_t all = 0;
    for (uint32_t code = 1; code < counts.size(); ++code) all += counts[code];
    return all;
  }
  // How many of a hundred filled cells are so.
  template <typename Test>
  int Share(Test test) const {
    uint64_t all = 0;
    uint64_t some = 0;
    for (uint32_t code = 1; code < counts.size(); ++code) {
      if (counts[code] == 0 || column.texts[code].empty()) continue;
      all += counts[code];
      if (test(column.texts[code])) some += counts[code];
    }
    return all == 0 ? 0 : static_cast<int>(some * 100 / all);
  }

  const Column& column;
  std::vector<uint64_t> counts;
};

// Finds out what the columns of a table mean.
class Reading {
 public:
  Reading(const LeadTable& table, const TableReport& report,
          const FileChoice& choice, Understanding* file)
      : table_(table), choice_(choice), file_(*file) {
    for (size_t i = 0; i < report.columns.size(); ++i) {
      const ColumnReport& column = report.columns[i];
      texts_.emplace_back(table.fields[i]);
      file_.columns.push_back({.header = column.header,
                               .field = {},
                               .type = column.type,
                               .format = column.format,
                               .filled = texts_.back().filled(),
                               .samples = column.samples});
    }
  }

  void FindAll() {
    FindShapeAndKind();
    NameColumns();
    SettleKind();
    ShareColumns();
    OpenColumns();
    ReadTypes();
    ReadStages("lifecycle_stage", CanonicalStage, choice_.stages, &file_.stages,
               &file_.stage_names);
    ReadStages("lead_status", CanonicalStatus, choice_.statuses,
               &file_.statuses, &file_.status_names);
    TellWhatIsMissing();
  }

 private:
  void FindShapeAndKind();
  FileKind KindByColumns() const;
  bool IsTouches() const;
  void NameColumns();
  void NameByShape();
  void NameByChoice();
  void NameByHeaders();
  void NameByCells();
  void SettleRanks();
  void SettleKind();
  void ShareColumns();
  bool IsOfLead(size_t column, size_t key) const;
  void OpenColumns();
  void ReadTypes();
  bool KeepsTypes(size_t column) const;
  template <typename Canonical>
  void ReadStages(std::string_view field, Canonical canonical,
                  const std::map<std::string, std::string, std::less<>>& chosen,
                  std::map<std::string, uint64_t>* counts,
                  std::map<std::string, std::string, std::less<>>* names);
  void TellWhatIsMissing();
  bool Has(std::string_view field) const {
    return std::ranges::any_of(file_.columns, [&](const ColumnReading& column) {
      return column.field == field;
    });
  }
  bool IsTaken(size_t column) const {
    return !file_.columns[column].field.empty() || kept_[column];
  }
  void Give(size_t column, std::string_view field, uint32_t rank,
            int confidence) {
    file_.columns[column].field = field;
    file_.columns[column].rank = rank;
    file_.columns[column].confidence = confidence;
  }
  // Columns whose header means a field as events have it.
  std::vector<FieldGuess> GuessesOf(FileKind kind) const;

  const LeadTable& table_;
  const FileChoice& choice_;
  Understanding& file_;
  std::vector<Texts> texts_;
  std::vector<bool> kept_;  // columns that were said to be of their own
};

std::vector<FieldGuess> Reading::GuessesOf(FileKind kind) const {
  std::vector<FieldGuess> guesses;
  for (const ColumnReading& column : file_.columns) {
    FieldGuess guess;
    if (kind == FileKind::kCosts) {
      guess = {std::string(CostFieldOf(column.header)), 0, 90};
    } else if (kind == FileKind::kOutcomes) {
      guess = EventFieldOf(column.header);
      if (guess.field.empty()) guess = LeadFieldOf(column.header);
      const std::string_view outcome = OutcomeFieldOf(column.header);
      if (!outcome.empty() && guess.field != "lead_id" &&
          guess.field != "email") {
        guess = {std::string(outcome), 0, 90};
      }
    } else if (kind == FileKind::kLeads) {
      guess = LeadFieldOf(column.header);
    } else {
      guess = EventFieldOf(column.header);
      if (guess.field.empty()) guess = LeadFieldOf(column.header);
    }
    guesses.push_back(std::move(guess));
  }
  return guesses;
}

// Whether some leads come in several rows.
bool Reading::IsTouches() const {
  for (const std::string_view field : {"lead_id", "email"}) {
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      const FieldGuess guess = EventFieldOf(file_.columns[i].header);
      if (guess.field != field) continue;
      const auto& counts = texts_[i].counts;
      return std::any_of(counts.begin() + 1, counts.end(),
                         [](uint64_t count) { return count > 1; });
    }
  }
  return false;
}

FileKind Reading::KindByColumns() const {
  const auto has = [](const std::vector<FieldGuess>& guesses,
                      std::string_view field) {
    return std::ranges::any_of(
        guesses, [&](const FieldGuess& guess) { return guess.field == field; });
  };
  const std::vector<FieldGuess> costs = GuessesOf(FileKind::kCosts);
  const std::vector<FieldGuess> events = GuessesOf(FileKind::kEvents);
  const std::vector<FieldGuess> leads = GuessesOf(FileKind::kLeads);
  const bool key = has(events, "lead_id") || has(events, "email") ||
                   has(events, "visitor_id");
  if (!key && has(costs, "cost") &&
      (has(costs, "channel") || has(costs, "campaign"))) {
    return FileKind::kCosts;
  }
  if (!key) return FileKind::kLeads;
  const auto people = std::ranges::count_if(leads, [](const FieldGuess& guess) {
    return DescribesPeople(guess.field);
  });
  const std::vector<FieldGuess> outcomes = GuessesOf(FileKind::kOutcomes);
  if (has(outcomes, "type") && has(outcomes, "at") && people < 2) {
    for (size_t i = 0; i < outcomes.size(); ++i) {
      if (outcomes[i].field != "type") continue;
      const int share = texts_[i].Share(
          [](std::string_view text) { return !OutcomeType(text).empty(); });
      if (share >= 60) return FileKind::kOutcomes;
    }
  }
  if (!has(events, "at") || !has(events, "type")) return FileKind::kLeads;
  if (people < 2) return FileKind::kEvents;
  return IsTouches() ? FileKind::kBoth : FileKind::kLeads;
}

void Reading::FindShapeAndKind() {
  std::vector<std::string> headers;
  for (const ColumnReading& column : file_.columns) {
    headers.push_back(column.header);
  }
  file_.shape = FindShape(headers, file_.file);
  for (size_t i = 0; i < texts_.size() && file_.shape == nullptr; ++i) {
    constexpr int kMost = 90;  // of a hundred
    const ExportShape* shape = nullptr;
    const int share = texts_[i].Share([&](std::string_view text) {
      const ExportShape* const found = FindShapeByType(text);
      if (found != nullptr) shape = found;
      return found != nullptr;
    });
    if (share >= kMost) file_.shape = shape;
  }
  if (file_.shape != nullptr) {
    file_.kind = file_.shape->kind;
    file_.confidence = 95;
  } else {
    file_.kind = KindByColumns();
  }
  if (choice_.kind) {
    file_.kind = *choice_.kind;
    file_.confidence = 100;
    const bool fits =
        file_.shape != nullptr &&
        (file_.shape->kind == file_.kind || file_.kind == FileKind::kBoth ||
         file_.shape->kind == FileKind::kBoth);
    if (!fits) file_.shape = nullptr;
  }
}

void Reading::NameByChoice() {
  std::map<std::string, size_t, std::less<>> seen;
  for (const auto& [header, field] : choice_.columns) {
    size_t skip = seen[header]++;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (file_.columns[i].header != header || skip-- > 0) continue;
      if (field.empty()) {
        kept_[i] = true;
      } else {
        Give(i, field, 0, 100);
      }
      break;
    }
  }
}

// Of several columns that the product has for one field, the first filled one
// counts.
void Reading::NameByShape() {
  if (file_.shape == nullptr) return;
  uint32_t rank = 0;
  for (const auto& [header, field] : NamedTexts(file_.shape->columns)) {
    ++rank;
    const std::string key = NameKey(header);
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (NameKey(file_.columns[i].header) != key || IsTaken(i)) continue;
      if (field.empty()) {
        kept_[i] = true;
      } else {
        Give(i, field, rank, 98);
      }
      break;
    }
  }
}

void Reading::NameByHeaders() {
  const std::vector<FieldGuess> guesses = GuessesOf(file_.kind);
  std::vector<size_t> order;
  for (size_t i = 0; i < guesses.size(); ++i) {
    if (!guesses[i].field.empty() && !IsTaken(i)) order.push_back(i);
  }
  // Times that hold no time come last.
  const auto rank = [&](size_t i) {
    const bool misfit = guesses[i].field == "at" &&
                        file_.columns[i].type != FieldType::kInstant;
    return guesses[i].rank + (misfit ? 1000 : 0);
  };
  std::ranges::stable_sort(order, {}, [&](size_t i) {
    return file_.columns[i].header == guesses[i].field ? 0U : rank(i) + 1;
  });
  for (const size_t i : order) {
    const bool spare = Has(guesses[i].field);
    Give(i, guesses[i].field, 100 + guesses[i].rank,
         file_.shape != nullptr ? std::max(95, guesses[i].confidence)
                                : guesses[i].confidence);
    file_.columns[i].spare = spare;
  }
}

// A header that tells nothing: the cells may.
void Reading::NameByCells() {
  constexpr int kMost = 80;  // of a hundred
  const auto give = [&](std::string_view field, auto test) {
    if (Has(field)) return;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (IsTaken(i) || texts_[i].Share(test) < kMost) continue;
      Give(i, field, 0, 60);
      return;
    }
  };
  if (file_.kind == FileKind::kCosts) return;
  give("email", LooksLikeEmail);
  if (file_.kind == FileKind::kLeads) {
    give("phone", LooksLikePhone);
    give("website", LooksLikeWebsite);
    return;
  }
  if (!Has("at")) {
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (IsTaken(i) || file_.columns[i].type != FieldType::kInstant) continue;
      Give(i, "at", 0, 60);
      break;
    }
  }
  if (file_.shape == nullptr || file_.shape->constants.empty()) {
    give("type",
         [](std::string_view text) { return !EventTypeByWords(text).empty(); });
  }
}

void Reading::NameColumns() {
  kept_.assign(file_.columns.size(), false);
  NameByChoice();
  NameByShape();
  NameByHeaders();
  NameByCells();
  SettleRanks();
  for (size_t i = 0; i < file_.columns.size(); ++i) {
    ColumnReading& column = file_.columns[i];
    // Half of the cells at least have to look like what the header says.
    if (column.field == "email" && column.confidence < 100 &&
        column.filled > 0 && texts_[i].Share(LooksLikeEmail) < 50) {
      column.confidence = std::min(column.confidence, 50);
    }
    column.type = TypeOfField(column.field).value_or(column.type);
  }
  // Where nobody else is named, the visitor is the lead.
  if (file_.kind == FileKind::kEvents && !Has("lead_id") && !Has("email")) {
    for (ColumnReading& column : file_.columns) {
      if (column.field == "visitor_id") column.field = "lead_id";
    }
  }
}

// Ranks count from 0 within a field.
void Reading::SettleRanks() {
  std::map<std::string_view, std::vector<size_t>> fields;
  for (size_t i = 0; i < file_.columns.size(); ++i) {
    if (!file_.columns[i].field.empty() && !file_.columns[i].spare) {
      fields[file_.columns[i].field].push_back(i);
    }
  }
  for (auto& [field, columns] : fields) {
    std::ranges::stable_sort(columns, {},
                             [&](size_t i) { return file_.columns[i].rank; });
    for (uint32_t rank = 0; rank < columns.size(); ++rank) {
      file_.columns[columns[rank]].rank = rank;
    }
  }
}

void Reading::SettleKind() {
  if (choice_.kind) return;
  if (file_.shape != nullptr) {
    // Members of a campaign may come with all that is known of them.
    const auto people =
        std::ranges::count_if(file_.columns, [](const ColumnReading& column) {
          return DescribesPeople(LeadFieldOf(column.header).field);
        });
    if (file_.kind == FileKind::kEvents && people >= 2 &&
        (Has("lead_id") || Has("email"))) {
      file_.kind = FileKind::kBoth;
      NameByHeaders();
      SettleRanks();
    }
    return;
  }
  int confidence = 100;
  const auto needs = [&](std::string_view field, int otherwise) {
    int best = otherwise;
    for (const ColumnReading& column : file_.columns) {
      if (column.field == field) best = std::max(best, column.confidence);
    }
    confidence = std::min(confidence, best);
  };
  if (file_.kind == FileKind::kLeads) {
    needs(Has("lead_id") ? "lead_id" : "email", 40);
  } else if (file_.kind == FileKind::kCosts) {
    needs("cost", 40);
  } else {
    needs("at", 30);
    needs("type", 30);
  }
  file_.confidence = confidence;
}

// Whether all rows of a lead have the same in a column.
bool Reading::IsOfLead(size_t column, size_t key) const {
  const Column& ids = table_.fields[key];
  const Column& cells = table_.fields[column];
  std::vector<uint32_t> first(ids.texts.size());
  for (uint32_t row = 0; row < table_.size(); ++row) {
    const uint32_t cell = cells.codes[row];
    uint32_t& known = first[ids.codes[row]];
    if (cell == Column::kMissing || ids.codes[row] == Column::kMissing) {
      continue;
    }
    if (known == 0) known = cell;
    if (known != cell && cells.texts[known] != cells.texts[cell]) return false;
  }
  return true;
}

// In a file of both: what is the lead's, and what the event's.
void Reading::ShareColumns() {
  constexpr std::array<std::string_view, 7> kOfEvent = {
      "at", "type", "type_detail", "time_of_day", "asset", "value", "json"};
  const auto key =
      file_.Find("lead_id") ? file_.Find("lead_id") : file_.Find("email");
  for (size_t i = 0; i < file_.columns.size(); ++i) {
    ColumnReading& column = file_.columns[i];
    if (file_.kind != FileKind::kBoth) {
      column.of_lead = file_.kind == FileKind::kLeads;
      continue;
    }
    const bool event =
        std::ranges::find(kOfEvent, column.field) != kOfEvent.end();
    column.of_lead = !event && key && IsOfLead(i, *key);
    if (DescribesPeople(column.field)) column.of_lead = true;
  }
}

void Reading::OpenColumns() {
  const OpenedColumns opened(file_.columns);
  if (opened.empty()) return;
  std::vector<std::string_view> cells(file_.columns.size());
  for (uint32_t row = 0; row < table_.size(); ++row) {
    for (size_t i = 0; i < cells.size(); ++i) {
      cells[i] =
          opened.Has(i) ? table_.fields[i].cell(row) : std::string_view();
    }
    for (const auto& [name, value] : opened.Open(cells)) {
      constexpr size_t kMost = 200;
      if (file_.opened.size() < kMost &&
          std::ranges::find(file_.opened, name) == file_.opened.end()) {
        file_.opened.push_back(name);
      }
    }
  }
}

// Types in the words of a machine are what rules are written for; so are those
// of a file that is in our own words.
bool Reading::KeepsTypes(size_t column) const {
  if (file_.shape != nullptr || file_.kind == FileKind::kOutcomes) return false;
  if (file_.columns[column].header == "type") return true;
  return texts_[column].Share([](std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
           text.npos;
  }) == 100;
}

void Reading::ReadTypes() {
  if (file_.kind == FileKind::kLeads || file_.kind == FileKind::kCosts) return;
  std::map<std::pair<std::string, std::string>, uint64_t> counts;
  const auto type = file_.Find("type");
  std::string_view fixed;
  if (file_.shape != nullptr) {
    for (const auto& [field, text] : NamedTexts(file_.shape->constants)) {
      if (field == "type") fixed = text;
    }
  }
  if (!type && fixed.empty()) return;
  const auto cell = [&](std::string_view field, size_t row) {
    std::string_view text;
    uint32_t best = UINT32_MAX;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      const ColumnReading& column = file_.columns[i];
      if (column.field != field || column.spare || column.rank >= best) {
        continue;
      }
      const std::string_view here = table_.fields[i].cell(row);
      if (here.empty()) continue;
      text = here;
      best = column.rank;
    }
    return text;
  };
  file_.types_kept = type && KeepsTypes(*type);
  TypeNames names(file_.shape, file_.kind, file_.types_kept, choice_.types);
  const bool detailed = Has("type_detail");
  const bool assets = Has(kAsset);
  for (uint32_t row = 0; row < table_.size(); ++row) {
    const std::string_view text = type ? cell("type", row) : fixed;
    if (text.empty()) continue;
    const std::string_view detail =
        detailed ? cell("type_detail", row) : std::string_view();
    const std::string_view asset =
        assets ? cell(kAsset, row) : std::string_view();
    const std::string_view name = names.Of({.type = text,
                                            .detail = detail,
                                            .campaign = cell("campaign", row),
                                            .asset = asset});
    ++counts[{RawType(text, detail), std::string(name)}];
  }
  for (const auto& [type_name, count] : counts) {
    file_.event_types.push_back({type_name.first, type_name.second, count});
  }
  std::ranges::stable_sort(file_.event_types, std::greater<>(),
                           &TypeReading::count);
}

template <typename Canonical>
void Reading::ReadStages(
    std::string_view field, Canonical canonical,
    const std::map<std::string, std::string, std::less<>>& chosen,
    std::map<std::string, uint64_t>* counts,
    std::map<std::string, std::string, std::less<>>* names) {
  const auto column = file_.Find(field);
  if (!column) return;
  const Texts& texts = texts_[*column];
  for (uint32_t code = 1; code < texts.counts.size(); ++code) {
    if (texts.counts[code] == 0) continue;
    const std::string raw(texts.column.texts[code]);
    const auto found = chosen.find(raw);
    const std::string name =
        found != chosen.end() ? found->second : std::string(canonical(raw));
    (*counts)[name] += texts.counts[code];
    names->emplace(raw, name);
  }
}

void Reading::TellWhatIsMissing() {
  if (file_.kind == FileKind::kLeads || file_.kind == FileKind::kCosts) return;
  std::string headers;
  for (const ColumnReading& column : file_.columns) {
    headers += (headers.empty() ? "" : ", ") + column.header;
  }
  const auto miss = [&](bool missing, std::string_view role) {
    if (!missing) return;
    file_.issues.Error(IssueCode::kMissingColumn, {},
                       {std::string(role), Excerpt(headers)});
  };
  miss(!Has("lead_id") && !Has("email") && !Has("visitor_id"), "lead_id");
  miss(!Has("at"), "at");
  miss(!Has("type") && file_.event_types.empty() && file_.rows > 0 &&
           (file_.shape == nullptr || file_.shape->constants.empty()),
       "type");
}

// Issues of the plain reading that are of use here.
bool IsTold(IssueCode code) {
  constexpr std::array kTold = {
      IssueCode::kAmbiguousDates,      IssueCode::kAmbiguousNumbers,
      IssueCode::kDuplicateHeader,     IssueCode::kEmptyHeader,
      IssueCode::kInvalidUtf8,         IssueCode::kNoRows,
      IssueCode::kHeaderLooksLikeData, IssueCode::kBadCell};
  return std::ranges::find(kTold, code) != kTold.end();
}

}  // namespace

std::optional<size_t> Understanding::Find(std::string_view field) const {
  for (size_t i = 0; i < columns.size(); ++i) {
    const ColumnReading& column = columns[i];
    if (column.field == field && column.rank == 0 && !column.spare) return i;
  }
  return std::nullopt;
}

// The rows as a plain table, read as any: what its columns hold is decided by
// all cells together.
class FileReading::Work {
 public:
  Work(std::string_view path, std::string_view head, const FileChoice& choice)
      : choice_(choice),
        reader_(Prepare(path, head), &file_.issues,
                [this](const SourceReader::Row& row) { Take(row); }),
        table_(ReadOptions{.map = {{"lead_id", ""}},
                           .kind = {},
                           .zone_minutes = 0,
                           .dialect = CsvDialect(),
                           .date_order = choice.date_order}) {}

  void Append(std::string_view bytes) { reader_.Append(bytes); }

  Understanding Finish(bool cut) {
    if (!cut) reader_.Finish();
    Flush();
    while (!table_.FinishStep()) {
    }
    LeadsResult read = table_.Take();
    file_.rows = reader_.rows();
    file_.footer = reader_.footer();
    file_.partial = cut;
    TellIssues(read.report.issues);
    if (read.leads) {
      Reading(*read.leads, read.report, choice_, &file_).FindAll();
    }
    return std::move(file_);
  }

 private:
  const Writing& Prepare(std::string_view path, std::string_view head) {
    file_.file = path;
    file_.writing = FindWriting(head, choice_.writing);
    return file_.writing;
  }

  void Take(const SourceReader::Row& row) {
    if (file_.first_rows.size() < kFirstRows) {
      file_.first_rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    WriteHeader();
    if (empty_word_.empty()) {
      AppendRow(row.cells, &text_);
    } else {
      cells_.assign(row.cells.begin(), row.cells.end());
      std::ranges::replace(cells_, empty_word_, std::string_view());
      AppendRow(cells_, &text_);
    }
    if (text_.size() > (size_t{1} << 18)) Flush();
  }

  void WriteHeader() {
    if (std::exchange(headed_, true)) return;
    const std::vector<std::string>& header = reader_.header();
    AppendRow(std::vector<std::string_view>(header.begin(), header.end()),
              &text_);
    const ExportShape* const shape = FindShape(header, file_.file);
    if (shape != nullptr) empty_word_ = shape->empty_word;
  }

  void Flush() {
    if (!reader_.header().empty()) WriteHeader();
    table_.Append(text_);
    text_.clear();
  }

  void TellIssues(const IssueList& issues) {
    for (const Issue& issue : issues.issues()) {
      if (!IsTold(issue.code) && issue.severity != Severity::kError) continue;
      issue.severity == Severity::kError
          ? file_.issues.Error(issue.code, issue.place, issue.args)
          : file_.issues.Warn(issue.code, issue.place, issue.args);
    }
    for (const auto& [code, count] : issues.counts()) {
      const auto kept = std::ranges::count(issues.issues(), code, &Issue::code);
      if (IsTold(code)) file_.issues.WarnUnlisted(code, count - kept);
    }
    if (reader_.has_null()) {
      file_.issues.Error(IssueCode::kNotText, {}, {"1"});
    }
    if (!file_.footer.empty()) {
      file_.issues.Warn(
          IssueCode::kLinesAfterData, {},
          {std::to_string(file_.footer.size()), Excerpt(file_.footer.front())});
    }
  }

  const FileChoice choice_;
  Understanding file_;
  SourceReader reader_;
  LeadsReader table_;
  bool headed_ = false;
  std::string_view empty_word_;
  std::vector<std::string_view> cells_;
  std::string text_;
};

FileReading::FileReading(std::string_view path, std::string_view head,
                         const FileChoice& choice)
    : work_(std::make_unique<Work>(path, head, choice)) {}
FileReading::~FileReading() = default;
void FileReading::Append(std::string_view bytes) { work_->Append(bytes); }
Understanding FileReading::Finish(bool cut) { return work_->Finish(cut); }

Understanding Understand(std::string_view path, std::string_view bytes,
                         const FileChoice& choice) {
  FileReading reading(path, bytes, choice);
  reading.Append(bytes);
  return reading.Finish(false);
}

}  // namespace mqlab
