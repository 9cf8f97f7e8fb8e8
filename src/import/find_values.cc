#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/fields.h"
#include "import/meaning.h"
#include "import/named_texts.h"
#include "import/opened_columns.h"
#include "import/stages.h"
#include "import/type_names.h"
#include "ingest/open_table.h"

namespace mqlab {
namespace {

class Values {
 public:
  Values(const RawTable& table, const FileChoice& choice, Understanding* file)
      : table_(table), choice_(choice), file_(*file) {}

  void FindAll() {
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
  void ShareColumns();
  bool IsOfLead(size_t column, size_t key) const;
  void OpenColumns();
  void ReadTypes();
  bool KeepsTypes(size_t column) const;
  template <typename Canonical>
  void ReadStages(std::string_view field, Canonical canonical,
                  const NameMap& chosen,
                  std::map<std::string, uint64_t>* counts, NameMap* names);
  void TellWhatIsMissing();

  const RawTable& table_;
  const FileChoice& choice_;
  Understanding& file_;
};

// Whether all rows of a lead have the same in a column.
bool Values::IsOfLead(size_t column, size_t key) const {
  const Column& ids = table_[key].column;
  const Column& cells = table_[column].column;
  std::vector<uint32_t> first(ids.texts.size());
  for (uint32_t row = 0; row < table_.rows(); ++row) {
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
void Values::ShareColumns() {
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

void Values::OpenColumns() {
  const OpenedColumns opened(file_.columns);
  if (opened.empty()) return;
  std::vector<std::string_view> cells(file_.columns.size());
  for (uint32_t row = 0; row < table_.rows(); ++row) {
    for (size_t i = 0; i < cells.size(); ++i) {
      cells[i] =
          opened.Has(i) ? table_[i].column.cell(row) : std::string_view();
    }
    for (const auto& [name, value] : opened.Open(cells)) {
      constexpr size_t kMost = 200;
      if (std::ranges::find(file_.opened, name) != file_.opened.end()) continue;
      file_.opened_all = file_.opened.size() < kMost;
      if (file_.opened_all) file_.opened.push_back(name);
    }
  }
}

// Types in the words of a machine are what rules are written for; so are those
// of a file that is in our own words.
bool Values::KeepsTypes(size_t column) const {
  if (file_.shape != nullptr || file_.kind == FileKind::kOutcomes) return false;
  if (file_.columns[column].header == "type") return true;
  return table_[column].Share([](std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
           text.npos;
  }) == 100;
}

void Values::ReadTypes() {
  if (file_.kind == FileKind::kLeads || file_.kind == FileKind::kCosts) return;
  std::map<std::pair<std::string, std::string>, uint64_t> counts;
  const auto type = file_.Find("type");
  const std::string_view fixed = file_.fixed_type();
  if (!type && fixed.empty()) return;
  // The first filled cell of a field's columns.
  const auto cells_of = [&](std::string_view field) {
    return [this, columns = file_.ColumnsOf(field)](uint32_t row) {
      for (const size_t i : columns) {
        const std::string_view cell = table_[i].column.cell(row);
        if (!cell.empty()) return cell;
      }
      return std::string_view();
    };
  };
  const auto types = cells_of("type");
  const auto details = cells_of("type_detail");
  const auto campaigns = cells_of("campaign");
  const auto assets = cells_of("asset");
  file_.types_kept = type && KeepsTypes(*type);
  TypeNames names(file_.shape, file_.kind, file_.types_kept, choice_.types);
  for (uint32_t row = 0; row < table_.rows(); ++row) {
    const std::string_view text = type ? types(row) : fixed;
    if (text.empty()) continue;
    const std::string_view detail = details(row);
    const std::string_view name = names.Of({.type = text,
                                            .detail = detail,
                                            .campaign = campaigns(row),
                                            .asset = assets(row)});
    ++counts[{RawType(text, detail), std::string(name)}];
  }
  for (const auto& [type_name, count] : counts) {
    file_.event_types.push_back({type_name.first, type_name.second, count});
  }
  std::ranges::stable_sort(file_.event_types, std::greater<>(),
                           &TypeReading::count);
}

template <typename Canonical>
void Values::ReadStages(std::string_view field, Canonical canonical,
                        const NameMap& chosen,
                        std::map<std::string, uint64_t>* counts,
                        NameMap* names) {
  const auto column = file_.Find(field);
  if (!column) return;
  const RawColumn& texts = table_[*column];
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

void Values::TellWhatIsMissing() {
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
  miss(!file_.Has("lead_id") && !file_.Has("email") && !file_.Has("visitor_id"),
       "lead_id");
  miss(!file_.Has("at"), "at");
  miss(!file_.Has("type") && file_.event_types.empty() && file_.rows > 0 &&
           (file_.shape == nullptr || file_.shape->constants.empty()),
       "type");
}

}  // namespace

void FindValues(const RawTable& table, const FileChoice& choice,
                Understanding* file) {
  Values(table, choice, file).FindAll();
}

}  // namespace mqlab
