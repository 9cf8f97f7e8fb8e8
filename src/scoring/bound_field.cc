#include "scoring/bound_field.h"

#include <algorithm>

#include "base/text.h"

namespace mqlab {
namespace {

BoundField BindField(const FieldUse& use, const std::vector<Column>& columns) {
  BoundField field;
  if (use.column != kNoIndex) field.column = &columns[use.column];
  const uint32_t codes =
      field.column == nullptr ? 1 : field.column->texts.size();
  field.present.assign(codes, 0);
  field.type = use.type;
  if (use.type == FieldType::kNumber) field.numbers.resize(codes);
  if (use.type == FieldType::kBoolean) field.booleans.resize(codes);
  if (use.type == FieldType::kInstant) field.instants.resize(codes, kNever);
  for (uint32_t code = 1; code < codes; ++code) {
    const std::string_view cell = field.column->texts[code];
    const CellFormat& format = field.column->format;
    switch (use.type) {
      case FieldType::kText:
        field.present[code] = 1;
        break;
      case FieldType::kNumber:
        if (const auto number = ReadNumber(cell, format)) {
          field.numbers[code] = *number;
          field.present[code] = 1;
        }
        break;
      case FieldType::kBoolean:
        if (const auto boolean = ReadBoolean(cell)) {
          field.booleans[code] = *boolean;
          field.present[code] = 1;
        }
        break;
      case FieldType::kInstant:
        if (const auto instant = ReadInstant(cell, format)) {
          field.instants[code] = *instant;
          field.present[code] = 1;
        }
        break;
      case FieldType::kList:
        field.present[code] = !ReadList(cell).empty();
        break;
    }
  }
  return field;
}

// A lead's later cell wins only when it is not missing, that is, fits the type.
void LetEarlierCellsStand(BoundField* field) {
  if (field->column == nullptr || field->column->merged.empty()) return;
  const std::vector<Column::Merged>& merged = field->column->merged;
  field->codes = field->column->codes;
  for (auto cell = merged.rbegin(); cell != merged.rend(); ++cell) {
    const uint32_t code = field->codes[cell->lead];
    if (field->present[code] == 0 && field->present[cell->code] != 0) {
      field->codes.Set(cell->lead, cell->code);
    }
  }
}

// True when cells that do not fit are to be told, and there are any.
bool HasUnfitCells(const FieldUse& use, const BoundField& field) {
  return field.column != nullptr && use.type != FieldType::kList &&
         use.type != VotedType(field.column->votes) &&
         std::count(field.present.begin() + 1, field.present.end(), 0) > 0;
}

void ReportUnfit(const FieldUse& use, const BoundField& field, uint32_t row,
                 uint32_t code, IssueList* issues) {
  if (code == Column::kMissing || field.present[code] != 0) return;
  issues->Warn(IssueCode::kUnfitCell,
               {field.column->header, row, field.column->number},
               {std::string(field.column->texts[code]),
                std::string(FieldTypeName(use.type)), use.name});
}

}  // namespace

std::string BoundField::Text(uint32_t code) const {
  return Fold(column->texts[code]);
}

std::vector<std::string> BoundField::Elements(uint32_t code) const {
  std::vector<std::string> elements;
  for (const std::string_view element : ReadList(column->texts[code])) {
    elements.push_back(Fold(element));
  }
  return elements;
}

BoundField BindLeadField(const FieldUse& use, const LeadTable& leads) {
  BoundField field = BindField(use, leads.fields);
  if (HasUnfitCells(use, field)) {
    std::vector<bool> is_merged(leads.size());
    for (const Column::Merged& cell : field.column->merged) {
      is_merged[cell.lead] = true;
      ReportUnfit(use, field, cell.row, cell.code, &field.issues);
    }
    for (uint32_t lead = 0; lead < leads.size(); ++lead) {
      if (is_merged[lead]) continue;
      ReportUnfit(use, field, leads.rows[lead], field.column->codes[lead],
                  &field.issues);
    }
  }
  LetEarlierCellsStand(&field);
  return field;
}

BoundField BindProperty(const FieldUse& use, const EventStore& events) {
  BoundField field = BindField(use, events.properties);
  if (!HasUnfitCells(use, field)) return field;
  for (const EventLog* log : {&events.log, &events.orphans}) {
    for (const auto& block : log->blocks()) {
      for (size_t i = 0; i < block->row.size(); ++i) {
        ReportUnfit(use, field, block->row[i], block->properties[use.column][i],
                    &field.issues);
      }
    }
  }
  return field;
}

}  // namespace mqlab
