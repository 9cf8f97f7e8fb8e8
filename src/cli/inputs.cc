#include "cli/inputs.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "ingest/csv_reader.h"
#include "ingest/dialect.h"

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

bool HasHeader(std::string_view bytes, std::string_view header) {
  CsvReader reader(bytes, DetectDialect(bytes));
  std::vector<std::string_view> cells;
  if (!reader.Next(&cells)) return false;
  return std::ranges::any_of(cells, [&](std::string_view cell) {
    return NameKey(Trim(cell)) == NameKey(header);
  });
}

struct Table {
  TableKind kind;
  std::string_view prefix;
  std::string bytes;
};

// A --map without a prefix goes to the files that have the header; when none
// does, to the leads, whose reader says so.
ReadOptions OptionsFor(const Table& table, const Table* other,
                       const InputFiles& files) {
  ReadOptions options;
  options.zone_minutes = files.zone_minutes;
  for (const std::string& entry : files.map) {
    std::string_view text = entry;
    const bool to_leads = text.starts_with(kLeadsPrefix);
    const bool to_events = text.starts_with(kEventsPrefix);
    if (to_leads) text.remove_prefix(kLeadsPrefix.size());
    if (to_events) text.remove_prefix(kEventsPrefix.size());
    const std::string field(text.substr(0, text.find('=')));
    const std::string header(text.substr(field.size() + 1));
    const bool meant = table.kind == TableKind::kLeads ? to_leads : to_events;
    bool taken = meant;
    if (!to_leads && !to_events) {
      const bool nowhere =
          table.kind == TableKind::kLeads &&
          (other == nullptr || !HasHeader(other->bytes, header));
      taken = nowhere || HasHeader(table.bytes, header);
    }
    if (taken) options.map.emplace_back(field, header);
  }
  return options;
}

std::string NameOf(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

IssueList OrphansOf(const Dataset& dataset) {
  IssueList issues;
  const EventTable& events = dataset.event_table;
  for (const uint32_t event : dataset.events.orphans) {
    issues.Warn(IssueCode::kOrphanEvent,
                {.path = "", .line = events.row[event]},
                {std::string(events.lead_ids[events.lead[event]])});
  }
  return issues;
}

bool ReadTableFile(const std::optional<std::string>& path, Table* table) {
  if (!path) return true;
  std::optional<std::string> bytes = ReadFile(*path);
  if (!bytes) return false;
  table->bytes = std::move(*bytes);
  return true;
}

void ReadTables(const InputFiles& files, const Table& leads,
                const Table& events, Inputs* inputs) {
  if (files.leads) {
    const Table* other = files.events ? &events : nullptr;
    LeadsResult read = ReadLeads(leads.bytes, OptionsFor(leads, other, files));
    inputs->findings.Add(NameOf(*files.leads), FileKind::kTable,
                         read.report.issues);
    inputs->leads = std::move(read.report);
    if (read.leads) inputs->dataset.leads = std::move(*read.leads);
  }
  if (files.events) {
    const Table* other = files.leads ? &leads : nullptr;
    EventsResult read =
        ReadEvents(events.bytes, OptionsFor(events, other, files));
    inputs->findings.Add(NameOf(*files.events), FileKind::kTable,
                         read.report.issues);
    inputs->events = std::move(read.report);
    if (read.events) inputs->dataset.event_table = std::move(*read.events);
  }
  Dataset& dataset = inputs->dataset;
  dataset.events = JoinEvents(dataset.leads, dataset.event_table);
  if (files.leads && files.events && !inputs->findings.has_errors()) {
    inputs->findings.Add(NameOf(*files.events), FileKind::kTable,
                         OrphansOf(dataset));
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
  const std::optional<std::string> rules = ReadFile(files.rules);
  Table leads{TableKind::kLeads, kLeadsPrefix, ""};
  Table events{TableKind::kEvents, kEventsPrefix, ""};
  inputs.readable = ReadTableFile(files.leads, &leads);
  inputs.readable = ReadTableFile(files.events, &events) && inputs.readable;
  inputs.readable = rules.has_value() && inputs.readable;
  if (!inputs.readable) return inputs;
  inputs.rules = ParseRuleset(*rules);
  IssueList issues = inputs.rules.issues;
  ReadTables(files, leads, events, &inputs);
  if (inputs.rules.ruleset) {
    CompiledProgram compiled = Compile(inputs.rules, SchemaOf(inputs.dataset));
    issues.Append(compiled.issues);
    inputs.program = std::move(compiled.program);
  }
  inputs.findings.Add(NameOf(files.rules), FileKind::kRules, issues);
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
