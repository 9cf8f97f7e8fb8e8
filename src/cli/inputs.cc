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
#include "cli/import_files.h"
#include "cli/mapping_words.h"
#include "import/time_zones.h"
#include "ingest/open_table.h"
#include "ingest/parallel_reading.h"
#include "ingest/table_header.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

struct Table {
  TableKind kind;
  std::optional<std::string> path;
  std::optional<InputFile> file = {};
  std::string start = {};  // of its bytes: enough to see the headers
  std::vector<std::string> headers = {};
};

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

bool HasHeader(const Table& table, const MappingWord& mapping) {
  return FindHeader(table.headers, mapping.header).has_value();
}

// How far the header is from the nearest one of the table.
size_t DistanceTo(const Table& table, const MappingWord& mapping) {
  if (table.headers.empty()) return SIZE_MAX;
  return EditDistance(Fold(NearestHeader(table.headers, mapping.header)),
                      Fold(mapping.header));
}

// Whether a mapping for any file is for this one. It is for those that have the
// header; when none does, for the one with the nearest, whose reader says so.
bool IsFor(const Table& table, const Table& other, const MappingWord& mapping) {
  if (!other.path || HasHeader(table, mapping)) return true;
  if (HasHeader(other, mapping)) return false;
  const size_t here = DistanceTo(table, mapping);
  const size_t there = DistanceTo(other, mapping);
  return here < there || (here == there && table.kind == TableKind::kLeads);
}

ReadOptions OptionsFor(const Table& table, const Table& other,
                       const InputFiles& files) {
  std::vector<MappingWord> mappings;
  std::set<std::string, std::less<>> named;  // for this file alone
  for (const std::string& entry : files.map) {
    mappings.push_back(ParseMappingWord(entry));
    const MappingWord& mapping = mappings.back();
    if (mapping.kind == table.kind) {
      named.emplace(MappedName(mapping.name, table.kind));
    }
  }
  ReadOptions options;
  if (const auto zone = FindTimeZone(files.zone)) {
    options.zone_minutes = zone->OffsetSeconds(0) / 60;
  }
  for (const MappingWord& mapping : mappings) {
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
    files.zone = *zone;
    if (!FindTimeZone(*zone)) {
      *fault =
          "--zone is written +02:00 or Europe/Warsaw, not \"" + *zone + "\"";
    }
  }
  files.data = args.all("data");
  files.costs = args.find("costs");
  files.mapping = args.find("mapping");
  if (const auto orphans = args.find("orphans")) {
    files.orphan_leads = *orphans == "leads";
    if (*orphans != "leads" && *orphans != "keep") {
      *fault = "--orphans is keep or leads, not \"" + *orphans + "\"";
    }
  }
  if (const auto as_of = args.find("as-of"); as_of && !ParseInstant(*as_of)) {
    *fault = "--as-of is written 2026-03-01 or 2026-03-01T09:30Z, not \"" +
             *as_of + "\"";
  }
  return files;
}

namespace {

// What the options and the mapping file say of the data.
DataChoices ChoicesOf(const InputFiles& files, Findings* findings) {
  DataChoices data;
  if (files.leads) data.files.push_back({*files.leads, TableKind::kLeads});
  if (files.events) data.files.push_back({*files.events, TableKind::kEvents});
  for (const std::string& path : files.data) data.files.push_back({path, {}});
  data.map = files.map;
  data.zone = files.zone;
  if (files.mapping) {
    std::string fault;
    IssueList issues;
    if (const auto json = ReadFile(*files.mapping, &fault)) {
      data.mapping = ParseMapping(*json, &issues).value_or(Mapping());
    } else {
      issues.Error(IssueCode::kUnreadableFile, {}, {fault});
    }
    findings->Add(NameOf(*files.mapping), InputKind::kRules, issues);
  }
  if (files.orphan_leads) data.mapping.options.orphan_leads = true;
  return data;
}

void ReadPlainTables(const InputFiles& files, Inputs* inputs) {
  Table leads{.kind = TableKind::kLeads, .path = files.leads};
  Table events{.kind = TableKind::kEvents, .path = files.events};
  OpenTableFile(&leads, &inputs->findings);
  OpenTableFile(&events, &inputs->findings);
  if (inputs->findings.has_errors()) return;
  ReadTables(files, &leads, &events, inputs);
}

void ReadData(const InputFiles& files, Inputs* inputs) {
  Findings mapping;
  const DataChoices data = ChoicesOf(files, &mapping);
  inputs->findings.Append(mapping);
  if (mapping.has_errors()) return;
  if (ArePlain(data)) {
    ReadPlainTables(files, inputs);
    return;
  }
  ImportedTables tables = ImportTables(data, &inputs->findings);
  inputs->leads = std::move(tables.leads);
  inputs->events = std::move(tables.events);
  inputs->import_sentence = ImportSentence(tables);
  if (tables.dataset) inputs->dataset = *std::move(tables.dataset);
  inputs->costs = std::move(tables.costs);
}

void ReadCostsFile(const std::string& path, Inputs* inputs) {
  std::string fault;
  const std::optional<std::string> bytes = ReadFile(path, &fault);
  if (!bytes) {
    AddUnreadable(path, fault, InputKind::kTable, &inputs->findings);
    return;
  }
  CostsResult read = ReadCosts(*bytes, {});
  inputs->findings.Add(NameOf(path), InputKind::kTable, read.report.issues);
  inputs->costs = std::move(read.costs);
}

}  // namespace

Inputs ReadInputs(const InputFiles& files) {
  Inputs inputs;
  const std::string rules = ReadRules(files.rules, &inputs.findings);
  ReadData(files, &inputs);
  if (files.costs) ReadCostsFile(*files.costs, &inputs);
  if (inputs.findings.has_unreadable()) return inputs;
  inputs.rules = ParseRuleset(rules);
  IssueList issues = inputs.rules.issues;
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
