#include "cli/inputs.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <set>
#include <span>
#include <string_view>
#include <thread>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "ingest/open_table.h"
#include "ingest/parallel_reading.h"
#include "ingest/table_header.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

constexpr std::string_view kLeadsPrefix = "leads:";
constexpr std::string_view kEventsPrefix = "events:";

// "+02:00", "-0330", "Z": minutes east of UTC.
std::optional<int32_t> ParseZone(std::string_view text) {
  const auto there = ParseInstant("2000-01-02T00:00" + std::string(text));
  const auto here = ParseInstant("2000-01-02T00:00Z");
  if (text.empty() || !there) return std::nullopt;
  return static_cast<int32_t>((*here - *there) / 60'000);
}

struct Table {
  TableKind kind;
  std::optional<std::string> path;
  std::optional<InputFile> file = {};
  std::string start = {};  // of its bytes: enough to see the headers
  std::vector<std::string> headers = {};
};

// An entry of --map.
struct Mapping {
  std::optional<TableKind> kind;  // the file it is for; none: any
  std::string name;
  std::string header;
};

// REQUIRES: the entry has a '='.
Mapping ParseMapping(std::string_view text) {
  Mapping mapping;
  if (text.starts_with(kLeadsPrefix)) {
    mapping.kind = TableKind::kLeads;
    text.remove_prefix(kLeadsPrefix.size());
  } else if (text.starts_with(kEventsPrefix)) {
    mapping.kind = TableKind::kEvents;
    text.remove_prefix(kEventsPrefix.size());
  }
  const size_t equals = text.find('=');
  mapping.name = Trim(text.substr(0, equals));
  mapping.header = Trim(text.substr(equals + 1));
  return mapping;
}

std::vector<std::string> HeadersOf(std::string_view bytes) {
  IssueList ignored;
  const auto opened = OpenTable(bytes, {}, &ignored);
  std::vector<std::string> headers;
  if (!opened) return headers;
  for (const std::string& text : opened->header) {
    headers.emplace_back(Trim(text));
  }
  return headers;
}

bool HasHeader(const Table& table, const Mapping& mapping) {
  return FindHeader(table.headers, mapping.header).has_value();
}

// How far the header is from the nearest one of the table.
size_t DistanceTo(const Table& table, const Mapping& mapping) {
  if (table.headers.empty()) return SIZE_MAX;
  return EditDistance(Fold(NearestHeader(table.headers, mapping.header)),
                      Fold(mapping.header));
}

// Whether a mapping for any file is for this one. It is for those that have the
// header; when none does, for the one with the nearest, whose reader says so.
bool IsFor(const Table& table, const Table& other, const Mapping& mapping) {
  if (!other.path || HasHeader(table, mapping)) return true;
  if (HasHeader(other, mapping)) return false;
  const size_t here = DistanceTo(table, mapping);
  const size_t there = DistanceTo(other, mapping);
  return here < there || (here == there && table.kind == TableKind::kLeads);
}

ReadOptions OptionsFor(const Table& table, const Table& other,
                       const InputFiles& files) {
  std::vector<Mapping> mappings;
  std::set<std::string, std::less<>> named;  // for this file alone
  for (const std::string& entry : files.map) {
    mappings.push_back(ParseMapping(entry));
    const Mapping& mapping = mappings.back();
    if (mapping.kind == table.kind) {
      named.emplace(MappedName(mapping.name, table.kind));
    }
  }
  ReadOptions options;
  options.zone_minutes = files.zone_minutes;
  for (const Mapping& mapping : mappings) {
    const bool taken =
        mapping.kind ? mapping.kind == table.kind
                     : !named.contains(MappedName(mapping.name, table.kind)) &&
                           IsFor(table, other, mapping);
    if (taken) options.map.emplace_back(mapping.name, mapping.header);
  }
  return options;
}

// `fault` is set when the option is not a number of threads.
uint32_t ThreadsOf(const Args& args, std::string* fault) {
  const std::optional<std::string> text = args.find("threads");
  if (!text) return std::max(1U, std::thread::hardware_concurrency());
  uint32_t threads = 0;
  const auto [end, error] =
      std::from_chars(text->data(), text->data() + text->size(), threads);
  if (error != std::errc() || end != text->data() + text->size() ||
      threads < 1 || threads > 64) {
    *fault = "--threads is a number from 1 to 64, not \"" + *text + "\"";
  }
  return threads;
}

std::string NameOf(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

IssueList OrphansOf(const Dataset& dataset) {
  IssueList issues;
  const EventStore& events = dataset.events;
  for (uint32_t orphan = 0; orphan < events.orphan_ids.size(); ++orphan) {
    const EventSpan span = events.orphans.Of(orphan);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      issues.Warn(IssueCode::kOrphanEvent,
                  {.path = "", .line = span.block->row[i]},
                  {std::string(events.orphan_ids[orphan])});
    }
  }
  return issues;
}

void AddUnreadable(const std::string& path, const std::string& fault,
                   InputKind kind, Findings* findings) {
  IssueList issues;
  issues.Error(IssueCode::kUnreadableFile, {}, {fault});
  findings->Add(NameOf(path), kind, issues);
}

std::string ReadRules(const std::string& path, Findings* findings) {
  std::string fault;
  std::optional<std::string> bytes = ReadFile(path, &fault);
  if (bytes) return *std::move(bytes);
  AddUnreadable(path, fault, InputKind::kRules, findings);
  return "";
}

void OpenTableFile(Table* table, Findings* findings) {
  if (!table->path) return;
  std::string fault;
  table->file = InputFile::Open(*table->path, &fault);
  if (table->file) {
    table->start.resize(kHeadBytes);
    table->start.resize(table->file->Read(table->start, &fault));
  }
  if (!fault.empty()) {
    AddUnreadable(*table->path, fault, InputKind::kTable, findings);
  }
  table->headers = HeadersOf(table->start);
}

// All of the file; none, and a finding, when it cannot be read to its end.
template <typename Reader>
auto ReadTable(Table* table, Reader* reader, const ReadOptions& options,
               uint32_t threads, Findings* findings)
    -> std::optional<decltype(reader->Take())> {
  std::string fault;
  ReadAll(
      reader, options, table->start,
      [&](std::span<char> room) { return table->file->Read(room, &fault); },
      threads);
  if (!fault.empty()) {
    AddUnreadable(*table->path, fault, InputKind::kTable, findings);
    return std::nullopt;
  }
  while (!reader->FinishStep()) {
  }
  auto result = reader->Take();
  findings->Add(NameOf(*table->path), InputKind::kTable, result.report.issues);
  return result;
}

void ReadTables(const InputFiles& files, Table* leads, Table* events,
                Inputs* inputs) {
  if (leads->path) {
    const ReadOptions options = OptionsFor(*leads, *events, files);
    LeadsReader reader(options);
    auto read =
        ReadTable(leads, &reader, options, files.threads, &inputs->findings);
    if (!read) return;
    inputs->leads = std::move(read->report);
    if (read->leads) inputs->dataset.leads = std::move(*read->leads);
  }
  if (events->path) {
    const ReadOptions options = OptionsFor(*events, *leads, files);
    EventsReader reader(inputs->dataset.leads, options, files.threads);
    auto read =
        ReadTable(events, &reader, options, files.threads, &inputs->findings);
    if (!read) return;
    inputs->events = std::move(read->report);
    if (read->events) inputs->dataset.events = std::move(*read->events);
  }
  if (leads->path && events->path && !inputs->findings.has_errors()) {
    inputs->findings.Add(NameOf(*events->path), InputKind::kTable,
                         OrphansOf(inputs->dataset));
  }
}

}  // namespace

InputFiles FilesOf(const Args& args, std::string rules, std::string* fault) {
  InputFiles files;
  files.rules = std::move(rules);
  files.leads = args.find("leads");
  files.events = args.find("events");
  files.map = args.all("map");
  for (const std::string& entry : files.map) {
    const size_t equals = entry.find('=');
    if (equals == 0 || equals == entry.npos || equals + 1 == entry.size()) {
      *fault = "--map is written field=Header, not \"" + entry + "\"";
    }
  }
  files.threads = ThreadsOf(args, fault);
  if (const auto zone = args.find("zone")) {
    const auto minutes = ParseZone(*zone);
    if (!minutes) *fault = "--zone is written +02:00, not \"" + *zone + "\"";
    files.zone_minutes = minutes.value_or(0);
  }
  if (const auto as_of = args.find("as-of"); as_of && !ParseInstant(*as_of)) {
    *fault = "--as-of is written 2026-03-01 or 2026-03-01T09:30Z, not \"" +
             *as_of + "\"";
  }
  return files;
}

Inputs ReadInputs(const InputFiles& files) {
  Inputs inputs;
  const std::string rules = ReadRules(files.rules, &inputs.findings);
  Table leads{.kind = TableKind::kLeads, .path = files.leads};
  Table events{.kind = TableKind::kEvents, .path = files.events};
  OpenTableFile(&leads, &inputs.findings);
  OpenTableFile(&events, &inputs.findings);
  if (inputs.findings.has_errors()) return inputs;
  inputs.rules = ParseRuleset(rules);
  IssueList issues = inputs.rules.issues;
  ReadTables(files, &leads, &events, &inputs);
  const Schema schema = SchemaOf(inputs.dataset);
  if (inputs.rules.ruleset) {
    CompiledProgram compiled = Compile(inputs.rules, schema);
    issues.Append(compiled.issues);
    inputs.program = std::move(compiled.program);
  } else {
    issues.Append(CheckDraft(inputs.rules, schema));
  }
  inputs.findings.Add(NameOf(files.rules), InputKind::kRules, issues);
  if (inputs.findings.has_errors()) inputs.program.reset();
  return inputs;
}

Instant AsOf(const Args& args, const Dataset& dataset) {
  if (const auto as_of = args.find("as-of")) return *ParseInstant(*as_of);
  if (dataset.events.newest) return *dataset.events.newest;
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  std::cerr << "mqlab: without events and --as-of, everything is as of now, "
            << FormatInstant(now.count()) << "\n";
  return now.count();
}

}  // namespace mqlab
