#include "import/file_plan.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "import/fields.h"
#include "import/named_texts.h"

namespace mqlab {
namespace {

// A mark that is more than yes or no: when, or why.
bool SaysMore(const ColumnReading& column) {
  return (column.field == "opted_out" || column.field == "email_invalid") &&
         std::ranges::any_of(column.samples, [](const std::string& cell) {
           return !ReadBoolean(cell);
         });
}

constexpr std::array<std::string_view, 5> kCostColumns = {
    "month", "channel", "campaign", "cost", "currency"};

}  // namespace

bool HasLeads(FileKind kind) {
  return kind == FileKind::kLeads || kind == FileKind::kBoth;
}

bool HasEvents(FileKind kind) {
  return kind == FileKind::kEvents || kind == FileKind::kBoth ||
         kind == FileKind::kOutcomes;
}

FilePlan::FilePlan(const SourceFile& file, OutTable* leads, OutTable* events,
                   OutTable* costs)
    : reading_(file.reading),
      zone_(FindTimeZone(file.choice.zone.empty() ? "UTC" : file.choice.zone)),
      opened_(reading_.columns),
      types_(reading_.shape, reading_.kind, reading_.types_kept,
             file.choice.types) {
  for (size_t i = 0; i < reading_.columns.size(); ++i) {
    const ColumnReading& column = reading_.columns[i];
    writings_.emplace_back(column, reading_, zone_);
    if (NameKey(column.header) == "istest") flags_.push_back(i);
  }
  fixed_type_ = reading_.fixed_type();
  if (reading_.shape != nullptr) PlanConstants(leads);
  if (HasLeads(reading_.kind)) PlanLeads(leads);
  if (HasEvents(reading_.kind)) PlanEvents(events);
  if (reading_.kind != FileKind::kCosts) return;
  for (const std::string_view field : kCostColumns) {
    cost_targets_.emplace_back(costs->Column(field), field);
  }
}

bool FilePlan::ties_visitors() const {
  return reading_.Find("visitor_id") &&
         (reading_.Find("lead_id") || reading_.Find("email"));
}

// ------------------------------------------------------------------- planning

void FilePlan::PlanConstants(OutTable* leads) {
  empty_word_ = reading_.shape->empty_word;
  if (!HasLeads(reading_.kind)) return;
  for (const auto& [field, text] : NamedTexts(reading_.shape->constants)) {
    if (field != "type") constants_.emplace_back(leads->Column(field), text);
  }
}

void FilePlan::PlanLeads(OutTable* leads) {
  constexpr std::array<std::string_view, 1> kRoles = {"lead_id"};
  Plan(true, kRoles, leads, &lead_targets_);
  // A form that was filled in is the lead's first day.
  if (reading_.kind == FileKind::kBoth && !fixed_type_.empty()) {
    created_ = leads->Column("created_at");
  }
}

void FilePlan::PlanEvents(OutTable* events) {
  constexpr std::array<std::string_view, 4> kRoles = {"lead_id", "at", "type",
                                                      "time"};
  time_ = events->Column("time");
  type_ = events->Column("type");
  if (fixed_type_.empty() && !reading_.types_kept) {
    raw_type_ = events->Column("name");
  }
  Plan(false, kRoles, events, &event_targets_);
  for (const std::string& name : reading_.opened) {
    std::string field = name;
    const auto columns = reading_.shape == nullptr
                             ? std::vector<NamedText>()
                             : NamedTexts(reading_.shape->columns);
    for (const auto& [header, meant] : columns) {
      const bool role =
          std::ranges::count(kRoles, meant) > 0 || meant == "json";
      if (NameKey(header) == NameKey(name) && !meant.empty() && !role) {
        field = meant;
      }
    }
    opened_targets_[name] = events->Column(field);
  }
}

// Columns of a common name first, the best of each before the others; then the
// columns of their own, and those that stand behind a better one.
void FilePlan::Plan(bool of_lead, std::span<const std::string_view> roles,
                    OutTable* table, std::vector<Target>* targets) const {
  const std::vector<ColumnReading>& columns = reading_.columns;
  std::set<std::string> used(roles.begin(), roles.end());
  std::vector<size_t> common;
  std::vector<size_t> own;
  for (size_t i = 0; i < columns.size(); ++i) {
    const ColumnReading& column = columns[i];
    const bool here =
        reading_.kind != FileKind::kBoth || column.of_lead == of_lead;
    if (!here || (opened_.Has(i) && reading_.opened_all)) continue;
    const bool named =
        !column.field.empty() && !column.spare && !IsOwnWord(column.field);
    const bool role = std::ranges::count(roles, column.field) > 0;
    if (named) used.insert(column.field);
    if (named && !role) common.push_back(i);
    if (!named || column.rank > 0 || SaysMore(column)) own.push_back(i);
  }
  std::ranges::stable_sort(common, {},
                           [&](size_t i) { return columns[i].rank; });
  for (const size_t i : common) {
    const std::string& field = columns[i].field;
    const size_t out = table->Column(field, columns[i].header);
    targets->push_back({.column = i, .out = out});
    if (field == "lifecycle_stage" || field == "lead_status") {
      targets->push_back(
          {.column = i, .out = table->Column(field + "_raw"), .raw = true});
    }
  }
  for (const size_t i : own) {
    const size_t out = table->Column(OwnName(i, &used), columns[i].header);
    targets->push_back({.column = i, .out = out, .raw = SaysMore(columns[i])});
  }
}

std::string FilePlan::OwnName(size_t column,
                              std::set<std::string>* used) const {
  const std::string& header = reading_.columns[column].header;
  const std::string base =
      header.empty() ? "column_" + std::to_string(column + 1) : header;
  std::string name = base;
  for (int n = 2; !used->insert(name).second; ++n) {
    name = base + "_" + std::to_string(n);
  }
  return name;
}

// ----------------------------------------------------------------------- rows

const std::vector<size_t>& FilePlan::ColumnsOf(std::string_view field) {
  const auto known = fields_.find(field);
  if (known != fields_.end()) return known->second;
  return fields_.emplace(field, reading_.ColumnsOf(field)).first->second;
}

std::string_view FilePlan::First(std::string_view field, Cells cells) {
  for (const size_t i : ColumnsOf(field)) {
    if (!cells[i].empty()) return cells[i];
  }
  return {};
}

std::string FilePlan::Written(std::string_view field, Cells cells) {
  for (const size_t i : ColumnsOf(field)) {
    if (!cells[i].empty()) return std::string(writings_[i].Write(cells[i]));
  }
  return "";
}

// A time of day may stand in a column of its own.
std::string FilePlan::Time(Cells cells) {
  const std::string_view clock = First("time_of_day", cells);
  for (const size_t i : ColumnsOf("at")) {
    if (cells[i].empty() || clock.empty()) continue;
    const std::string both = std::string(cells[i]) + " " + std::string(clock);
    const auto instant = ReadInZone(both, reading_.columns[i].format, zone_);
    if (instant) return FormatInstant(*instant);
  }
  return Written("at", cells);
}

Identities::Keys FilePlan::KeysOf(Cells cells) {
  id_ = Written("lead_id", cells);
  return {.id = id_,
          .email = First("email", cells),
          .visitor = First("visitor_id", cells),
          .others = First("other_id", cells)};
}

bool FilePlan::IsTest(Cells cells) const {
  const bool marked = std::ranges::any_of(
      flags_, [&](size_t i) { return ReadBoolean(cells[i]).value_or(false); });
  const bool by_meta =
      reading_.shape != nullptr && reading_.shape->product == "meta";
  return marked ||
         (by_meta && std::ranges::any_of(cells, [](std::string_view cell) {
            return cell.starts_with("<test lead");
          }));
}

void FilePlan::Fill(const std::vector<Target>& targets, Cells cells,
                    OutTable* table) {
  for (const Target& target : targets) {
    const std::string_view cell = cells[target.column];
    if (cell.empty() || table->IsSet(target.out)) continue;
    table->Set(target.out,
               target.raw ? cell : writings_[target.column].Write(cell));
  }
}

void FilePlan::FillLead(Cells cells, OutTable* leads) {
  Fill(lead_targets_, cells, leads);
  for (const auto& [column, text] : constants_) leads->Set(column, text);
  if (created_ && !leads->IsSet(*created_)) leads->Set(*created_, Time(cells));
}

bool FilePlan::FillEvent(Cells cells, OutTable* events) {
  const std::string_view type =
      fixed_type_.empty() ? First("type", cells) : fixed_type_;
  const std::string_view detail = First("type_detail", cells);
  std::string_view name;
  if (!type.empty()) {
    name = types_.Of({.type = type,
                      .detail = detail,
                      .campaign = First("campaign", cells),
                      .asset = First("asset", cells)});
  }
  if (name == "ignored") return false;
  Fill(event_targets_, cells, events);
  events->Set(time_, Time(cells));
  // What no word of a person's text tells keeps its text.
  const bool by_table =
      reading_.shape != nullptr && !reading_.shape->types.empty();
  const std::string raw = RawType(type, detail);
  events->Set(type_,
              name == "other" && !by_table ? std::string_view(raw) : name);
  if (raw_type_) events->Set(*raw_type_, raw);
  for (const auto& [key, value] : opened_.Open(cells)) {
    const auto target = opened_targets_.find(key);
    if (target == opened_targets_.end() || events->IsSet(target->second)) {
      continue;
    }
    events->Set(target->second, value);
  }
  return true;
}

// One that cannot be read stays as it is, and is told of where costs are read.
std::string FilePlan::Month(Cells cells) {
  for (const size_t i : ColumnsOf("month")) {
    if (cells[i].empty()) continue;
    std::string month = MonthCell(cells[i], reading_.columns[i].format);
    return month.empty() ? std::string(cells[i]) : month;
  }
  return "";
}

void FilePlan::FillCost(Cells cells, OutTable* costs) {
  for (const auto& [column, field] : cost_targets_) {
    costs->Set(column, field == "month" ? Month(cells) : Written(field, cells));
  }
}

}  // namespace mqlab
