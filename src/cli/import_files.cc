#include "cli/import_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "cli/mapping_words.h"
#include "ingest/table_header.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

constexpr size_t kHead = size_t{1} << 20;

std::vector<std::string> HeadersOf(const Understanding& file) {
  std::vector<std::string> headers;
  for (const ColumnReading& column : file.columns) {
    headers.push_back(column.header);
  }
  return headers;
}

// A list of leads that is more than one stays what it is.
std::optional<FileKind> KindOf(const DataFile& file, const DataChoices& data,
                               FileKind seen) {
  if (!file.kind) return std::nullopt;
  const bool has_events = std::ranges::any_of(
      data.files,
      [](const DataFile& other) { return other.kind == TableKind::kEvents; });
  if (*file.kind == TableKind::kLeads) {
    return seen == FileKind::kBoth && !has_events ? seen : FileKind::kLeads;
  }
  return seen == FileKind::kOutcomes || seen == FileKind::kBoth
             ? seen
             : FileKind::kEvents;
}

// What the options and the mapping file say of a file.
FileChoice ChoiceFor(const DataFile& file, const DataChoices& data,
                     const Understanding& seen) {
  const std::vector<std::string> headers = HeadersOf(seen);
  FileChoice choice;
  if (const FileChoice* said = data.mapping.Find(file.path, headers)) {
    choice = *said;
  }
  if (!choice.kind) choice.kind = KindOf(file, data, seen.kind);
  if (choice.zone.empty()) choice.zone = data.zone;
  for (const std::string& entry : data.map) {
    const MappingWord word = ParseMappingWord(entry);
    const bool of_leads = seen.kind == FileKind::kLeads;
    if (word.kind && (*word.kind == TableKind::kLeads) != of_leads) continue;
    const auto column = FindHeader(headers, word.header);
    if (!column) continue;
    const std::string_view name = MappedName(
        word.name, of_leads ? TableKind::kLeads : TableKind::kEvents);
    choice.columns.emplace_back(headers[*column], name == "time" ? "at" : name);
  }
  return choice;
}

// Whether nothing is said of a file that is not found in it.
bool IsAsSeen(const FileChoice& choice, const Understanding& seen) {
  FileChoice plain;
  plain.kind = choice.kind;
  plain.zone = choice.zone;
  return choice == plain && choice.kind.value_or(seen.kind) == seen.kind;
}

// Entries of --map that mean no column of any file.
void TellUnknownHeaders(const DataChoices& data,
                        const std::vector<SourceFile>& files,
                        Findings* findings) {
  for (const std::string& entry : data.map) {
    const MappingWord word = ParseMappingWord(entry);
    const SourceFile* nearest = nullptr;
    size_t least = SIZE_MAX;
    for (const SourceFile& file : files) {
      const std::vector<std::string> headers = HeadersOf(file.reading);
      const size_t distance = EditDistance(
          Fold(NearestHeader(headers, word.header)), Fold(word.header));
      if (distance >= least) continue;
      least = distance;
      nearest = &file;
    }
    if (nearest == nullptr || least == 0) continue;
    IssueList issues;
    issues.Error(
        IssueCode::kUnknownHeader, {},
        {word.header, NearestHeader(HeadersOf(nearest->reading), word.header)});
    findings->Add(NameOf(nearest->reading.file), InputKind::kTable, issues);
  }
}

std::optional<std::string> HeadOf(const std::string& path) {
  std::string fault;
  std::optional<InputFile> file = InputFile::Open(path, &fault);
  if (!file) return std::nullopt;
  std::string head(kHead, '\0');
  head.resize(file->Read(head, &fault));
  return head;
}

// What the engine's reading of the written tables tells that was not told of
// the files before.
bool IsNews(IssueCode code) {
  constexpr std::array kNews = {
      IssueCode::kDuplicateLead,    IssueCode::kLeadWithoutId,
      IssueCode::kEventWithoutLead, IssueCode::kEventWithoutType,
      IssueCode::kEventWithoutTime, IssueCode::kUnreadableTime,
      IssueCode::kUnreadableMonth,  IssueCode::kUnreadableCost};
  return std::ranges::find(kNews, code) != kNews.end();
}

// Sorts the issues of a written table by the files that its rows are from.
void TellIssues(const IssueList& issues, const RowMap& rows,
                const std::vector<SourceFile>& files, Findings* findings) {
  std::map<uint32_t, IssueList> by_file;
  for (const Issue& issue : issues.issues()) {
    if (issue.severity == Severity::kError) {
      by_file[0].Error(issue.code, issue.place, issue.args);
      continue;
    }
    const auto source = rows.Find(static_cast<uint32_t>(issue.place.line));
    if (!IsNews(issue.code) || !source) continue;
    // The rows of a lead that was touched several times are one lead.
    if (issue.code == IssueCode::kDuplicateLead &&
        files[source->file].reading.kind == FileKind::kBoth) {
      continue;
    }
    Issue told = issue;
    told.place.line = source->row;
    told.place.column = 0;
    if (issue.code == IssueCode::kDuplicateLead) {
      const auto first =
          rows.Find(static_cast<uint32_t>(std::stoul(issue.args[1])));
      if (first && first->file == source->file) {
        told.args[1] = std::to_string(first->row);
      } else if (first) {
        told.args[1] = std::to_string(first->row) + " (" +
                       NameOf(files[first->file].reading.file) + ")";
      }
    }
    by_file[source->file].Warn(told.code, told.place, told.args);
  }
  for (const auto& [file, list] : by_file) {
    findings->Add(NameOf(files[file].reading.file), InputKind::kTable, list);
  }
}

// Events that stay apart.
void TellOrphans(const EventStore& events, const RowMap& rows,
                 const std::vector<SourceFile>& files, Findings* findings) {
  std::map<uint32_t, IssueList> by_file;
  for (uint32_t orphan = 0; orphan < events.orphan_ids.size(); ++orphan) {
    const EventSpan span = events.orphans.Of(orphan);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      const auto source = rows.Find(span.block->row[i]);
      if (!source) continue;
      by_file[source->file].Warn(IssueCode::kOrphanEvent,
                                 {.path = "", .line = source->row},
                                 {std::string(events.orphan_ids[orphan])});
    }
  }
  for (const auto& [file, list] : by_file) {
    findings->Add(NameOf(files[file].reading.file), InputKind::kTable, list);
  }
}

void AddUnreadable(const std::string& path, const std::string& fault,
                   Findings* findings) {
  IssueList issues;
  issues.Error(IssueCode::kUnreadableFile, {}, {fault});
  findings->Add(NameOf(path), InputKind::kTable, issues);
}

}  // namespace

bool ArePlain(const DataChoices& data) {
  if (!data.mapping.files.empty() || data.mapping.options.orphan_leads) {
    return false;
  }
  std::vector<SourceFile> files;
  for (const DataFile& file : data.files) {
    // Standard input is read once.
    if (!file.kind) return false;
    if (file.path == "-") return true;
    const std::optional<std::string> head = HeadOf(file.path);
    if (!head) return true;  // which tells why
    FileReading first(file.path, *head, {});
    first.Append(*head);
    Understanding seen = first.Finish(head->size() == kHead);
    const FileChoice choice = ChoiceFor(file, data, seen);
    FileReading second(file.path, *head, choice);
    second.Append(*head);
    files.push_back({second.Finish(head->size() == kHead), choice});
  }
  return IsPlain(files);
}

ImportedTables ImportTables(const DataChoices& data, Findings* findings) {
  ImportedTables tables;
  std::vector<std::string> bytes;
  for (const DataFile& file : data.files) {
    std::string fault;
    std::optional<std::string> read = ReadFile(file.path, &fault);
    if (!read) {
      AddUnreadable(file.path, fault, findings);
      continue;
    }
    Understanding seen = Understand(file.path, *read);
    const FileChoice choice = ChoiceFor(file, data, seen);
    if (!IsAsSeen(choice, seen)) seen = Understand(file.path, *read, choice);
    tables.files.push_back({std::move(seen), choice});
    bytes.push_back(*std::move(read));
  }
  if (findings->has_errors()) return tables;
  TellUnknownHeaders(data, tables.files, findings);
  for (const SourceFile& file : tables.files) {
    findings->Add(NameOf(file.reading.file), InputKind::kTable,
                  file.reading.issues);
  }
  if (findings->has_errors()) return tables;

  Import import(tables.files, data.mapping.options);
  std::string leads;
  std::string events;
  std::string costs;
  while (const auto file = import.NextFile()) {
    import.Append(bytes[*file]);
    import.EndFile();
    leads += import.TakeLeads();
    events += import.TakeEvents();
    if (import.has_costs()) costs += import.TakeCosts();
  }
  leads += import.Finish();
  tables.report = import.report();

  if (!costs.empty()) {
    CostsResult read_costs = ReadCosts(costs, {.canonical = true});
    TellIssues(read_costs.report.issues, tables.report.costs, tables.files,
               findings);
    tables.costs = std::move(read_costs.costs);
  }
  LeadsResult read_leads =
      ReadLeads(leads, {.canonical = true, .headers = import.lead_headers()});
  TellIssues(read_leads.report.issues, tables.report.leads, tables.files,
             findings);
  tables.leads = std::move(read_leads.report);
  if (!read_leads.leads) return tables;
  Dataset dataset;
  dataset.leads = *std::move(read_leads.leads);
  if (import.has_events()) {
    EventsResult read_events =
        ReadEvents(events, dataset.leads,
                   {.canonical = true, .headers = import.event_headers()});
    TellIssues(read_events.report.issues, tables.report.events, tables.files,
               findings);
    tables.events = std::move(read_events.report);
    if (!read_events.events) return tables;
    dataset.events = *std::move(read_events.events);
    TellOrphans(dataset.events, tables.report.events, tables.files, findings);
  }
  tables.dataset = std::move(dataset);
  return tables;
}

std::string ImportSentence(const ImportedTables& tables) {
  std::string text;
  for (const SourceFile& file : tables.files) {
    const Understanding& reading = file.reading;
    text.append("mqlab: ")
        .append(NameOf(reading.file))
        .append(": ")
        .append(FileKindName(reading.kind));
    if (reading.shape != nullptr) {
      text.append(" of ").append(reading.shape->product);
    }
    text.append(", ").append(std::to_string(reading.rows)).append(" rows\n");
  }
  const ImportReport& report = tables.report;
  const uint64_t joined =
      report.by_id + report.by_email + report.by_other_id + report.by_visitor;
  if (joined + report.orphans == 0) return text;
  text += "mqlab: events joined to leads: " + std::to_string(report.by_id) +
          " by id, " + std::to_string(report.by_email) + " by e-mail, " +
          std::to_string(report.by_other_id + report.by_visitor) +
          " by another id or visitor; " + std::to_string(report.orphans) +
          " of nobody";
  if (report.orphan_leads > 0) {
    text += ", made into " + std::to_string(report.orphan_leads) + " leads";
  }
  return text + "\n";
}

}  // namespace mqlab
