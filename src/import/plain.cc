#include <algorithm>

#include "import/import.h"
#include "import/time_zones.h"
#include "ingest/vocabulary.h"

namespace mqlab {
namespace {

// Whether a column is called by the engine what it is called here.
bool IsNamedAlike(const ColumnReading& column, TableKind kind) {
  const std::string_view engine = CanonicalName(column.header, kind);
  const std::string_view field =
      column.field == "at" ? std::string_view("time") : column.field;
  return engine == field;
}

bool KeepsNames(const NameMap& names) {
  return std::ranges::all_of(names, [](const auto& name) {
    return name.second == "other" || name.first == name.second;
  });
}

bool IsPlainFile(const SourceFile& file, TableKind kind) {
  const Understanding& reading = file.reading;
  const FileChoice& choice = file.choice;
  const auto zone = FindTimeZone(choice.zone.empty() ? "UTC" : choice.zone);
  const bool fixed = zone && zone->name().find('/') == std::string_view::npos;
  const auto types_kept = [](const TypeReading& type) {
    return type.raw == type.canonical;
  };
  const auto read_alike = [&](const ColumnReading& column) {
    return !column.priced &&
           (column.confidence == 100 || IsNamedAlike(column, kind));
  };
  const auto renames = [&](std::string_view field) {
    const auto column = reading.Find(field);
    return column && reading.columns[*column].header != field;
  };
  return reading.shape == nullptr && fixed && reading.footer.empty() &&
         reading.writing.encoding.encoding == TextEncoding::kUtf8 &&
         choice.types.empty() && !choice.date_order && !choice.decimal_comma &&
         !choice.writing.encoding && !choice.writing.delimiter &&
         !choice.writing.header_row && !reading.issues.has_errors() &&
         std::ranges::all_of(reading.columns, read_alike) &&
         std::ranges::all_of(reading.event_types, types_kept) &&
         (!renames("lifecycle_stage") || KeepsNames(reading.stage_names)) &&
         (!renames("lead_status") || KeepsNames(reading.status_names));
}

}  // namespace

bool IsPlain(const std::vector<SourceFile>& files) {
  const SourceFile* leads = nullptr;
  const SourceFile* events = nullptr;
  for (const SourceFile& file : files) {
    const FileKind kind = file.reading.kind;
    if (kind == FileKind::kLeads && leads == nullptr) {
      leads = &file;
    } else if (kind == FileKind::kEvents && events == nullptr) {
      events = &file;
    } else {
      return false;
    }
  }
  if (leads != nullptr && !IsPlainFile(*leads, TableKind::kLeads)) return false;
  if (events == nullptr) return true;
  if (!IsPlainFile(*events, TableKind::kEvents)) return false;
  if (leads == nullptr) return true;
  // Whose events are told by more than their ids.
  const auto both = [&](std::string_view field) {
    return leads->reading.Find(field) && events->reading.Find(field);
  };
  return !both("email") && !both("visitor_id");
}

}  // namespace mqlab
