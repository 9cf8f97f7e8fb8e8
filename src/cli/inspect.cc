#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/findings.h"
#include "import/understanding.h"

namespace mqlab {
namespace {

constexpr std::string_view kInspectHelp =
    R"(mqlab inspect FILE [--json]

Tells what a file is taken for: how it is written, which product wrote it, what
its rows are, and what each column means. Nothing is scored.

  --json   {"encoding", "delimiter", "kind", "source", "confidence",
           "header_row", "rows", "columns": [{"header", "field", "type",
           "confidence", "samples"}], "event_types": [{"raw", "canonical",
           "count"}], "stages": {stage: count}, "problems": [...]}
           kind: leads, events, both, costs, outcomes. source: the product, or
           null. field: the common name, or null for a column of its own.

Examples:
  mqlab inspect contacts.csv
  mqlab inspect activities.csv --json | jq .event_types
)";

std::string Percent(int percent) { return std::to_string(percent) + " %"; }

void PrintColumns(const Understanding& file) {
  size_t widest = 6;
  for (const ColumnReading& column : file.columns) {
    widest = std::max(widest, column.header.size());
  }
  for (const ColumnReading& column : file.columns) {
    std::cout << "  " << column.header
              << std::string(widest - column.header.size() + 2, ' ')
              << (column.field.empty() ? "(kept as it is)" : column.field)
              << "  " << FieldTypeName(column.type);
    if (!column.field.empty()) std::cout << "  " << Percent(column.confidence);
    for (const std::string& cell : column.samples) {
      std::cout << "  \"" << cell << "\"";
    }
    std::cout << "\n";
  }
}

void PrintText(const Understanding& file) {
  const DetectedEncoding& encoding = file.writing.encoding;
  std::cout << file.file << ": " << FileKindName(file.kind);
  if (file.shape != nullptr) {
    std::cout << " of " << file.shape->product << " (" << file.shape->name
              << ")";
  }
  std::cout << ", " << Percent(file.confidence) << "\n"
            << EncodingLabel(encoding.encoding)
            << (encoding.byte_order_mark ? " with a mark" : "") << " ("
            << Percent(encoding.confidence) << "), delimiter "
            << (file.writing.dialect.delimiter == '\t'
                    ? std::string("tab")
                    : std::string(1, file.writing.dialect.delimiter))
            << ", header in line " << file.header_row() << ", " << file.rows
            << " rows\n\nColumns\n";
  PrintColumns(file);
  if (!file.event_types.empty()) std::cout << "\nEvent types\n";
  for (const TypeReading& type : file.event_types) {
    std::cout << "  " << type.count << "  " << type.raw << " -> "
              << type.canonical << "\n";
  }
  if (!file.stages.empty()) std::cout << "\nStages\n";
  for (const auto& [stage, count] : file.stages) {
    std::cout << "  " << count << "  " << stage << "\n";
  }
}

int RunInspect(const Args& args) {
  const std::string& path = args.positional().front();
  std::string fault;
  const std::optional<std::string> bytes = ReadFile(path, &fault);
  Findings findings;
  if (!bytes) {
    IssueList issues;
    issues.Error(IssueCode::kUnreadableFile, {}, {fault});
    findings.Add(path, InputKind::kTable, issues);
    findings.Print(std::cerr);
    return kFaults;
  }
  const Understanding file = Understand(path, *bytes);
  if (args.has("json")) {
    if (!WriteFile("-", UnderstandingJson(file))) return kFaults;
  } else {
    PrintText(file);
    findings.Add(path, InputKind::kTable, file.issues);
    findings.Print(std::cerr);
  }
  return file.issues.has_errors() ? kFaults : kOk;
}

constexpr Option kInspectOptions[] = {{.name = "json", .has_value = false}};

}  // namespace

const Command kInspectCommand = {"inspect",
                                 "tells what a file is taken for",
                                 kInspectHelp,
                                 kInspectOptions,
                                 1,
                                 RunInspect};

}  // namespace mqlab
