#include "ingest/read_table.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "ingest/raw_table.h"
#include "ingest/settle_columns.h"
#include "ingest/table_header.h"

namespace mqlab {
namespace {

constexpr size_t kPreviewRows = 20;

using Rows = std::vector<std::vector<std::string>>;

// The file up to its header: what is needed to decide what it holds.
struct OpenedTable {
  CsvDialect dialect;
  std::vector<std::string> header;
  Rows first_rows;
};

std::vector<std::string> Copy(const std::vector<std::string_view>& cells) {
  return {cells.begin(), cells.end()};
}

void ReportSkippedLines(std::string_view bytes, const CsvDialect& dialect,
                        IssueList* issues) {
  CsvDialect from_start = dialect;
  from_start.skipped_rows = 0;
  CsvReader reader(bytes, from_start);
  std::vector<std::string_view> cells;
  for (uint32_t i = 0; i < dialect.skipped_rows; ++i) {
    if (!reader.NextLine(&cells)) return;
    const auto text =
        std::find_if(cells.begin(), cells.end(),
                     [](std::string_view cell) { return !Trim(cell).empty(); });
    if (text == cells.end() || Fold(*text).starts_with("sep=")) continue;
    issues->Warn(
        IssueCode::kLinesBeforeHeader, {},
        {std::to_string(dialect.skipped_rows + 1), Excerpt(Trim(*text))});
    return;
  }
}

// Each of these on its own would be no name for a column.
void CheckHeader(const std::vector<std::string>& header, IssueList* issues) {
  std::string numbers;
  size_t count = 0;
  size_t filled = 0;
  for (const std::string& text : header) {
    const std::string_view cell = Trim(text);
    if (cell.empty()) continue;
    ++filled;
    CellFormat format;
    format.date_order = DateOrder::kDayFirst;
    if (!ReadNumber(cell, format) && !ReadInstant(cell, format)) continue;
    if (++count <= 3) numbers += (count > 1 ? ", " : "") + Excerpt(cell);
  }
  if (count * 2 > filled) {
    issues->Warn(IssueCode::kHeaderLooksLikeData, {}, {numbers});
  }
}

std::optional<OpenedTable> Open(std::string_view bytes,
                                const ReadOptions& options, IssueList* issues) {
  if (const size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    issues->Error(IssueCode::kNotText, {}, {std::to_string(zero + 1)});
    return std::nullopt;
  }
  OpenedTable table;
  table.dialect = options.dialect ? *options.dialect : DetectDialect(bytes);
  CsvReader reader(bytes, table.dialect);
  std::vector<std::string_view> cells;
  if (!reader.Next(&cells)) {
    issues->Error(IssueCode::kEmptyFile, {});
    return std::nullopt;
  }
  table.header = Copy(cells);
  while (table.first_rows.size() < kPreviewRows && reader.Next(&cells)) {
    table.first_rows.push_back(Copy(cells));
  }
  return table;
}

void ReportMissingColumns(const TableHeader& header, IssueList* issues) {
  std::string headers;
  for (const std::string& text : header.headers) {
    headers += (headers.empty() ? "" : ", ") + text;
  }
  const auto report = [&](bool missing, std::string role) {
    if (missing) {
      issues->Error(IssueCode::kMissingColumn, {},
                    {std::move(role), Excerpt(headers)});
    }
  };
  report(!header.lead_id, "lead_id");
  report(!header.time, "time");
  report(!header.type, "type");
}

// True when "id" never repeats though e-mails do: it numbers the events.
bool IdsAreOfEvents(const RawTable& table, const TableHeader& header) {
  if (!header.email) return false;
  const RawColumn& ids = table.columns[*header.lead_id];
  const RawColumn& emails = table.columns[*header.email];
  return ids.column.texts.size() == size_t{1} + table.rows &&
         emails.column.texts.size() < ids.column.texts.size();
}

struct LoadedTable {
  TableHeader header;
  RawTable raw;
};

// Reads everything; none when the table cannot be used.
std::optional<LoadedTable> Load(std::string_view bytes, TableKind kind,
                                const ReadOptions& options,
                                TableReport* report) {
  report->kind = kind;
  const auto opened = Open(bytes, options, &report->issues);
  if (!opened) return std::nullopt;
  report->dialect = opened->dialect;
  if (!options.dialect) {
    ReportSkippedLines(bytes, opened->dialect, &report->issues);
  }
  CheckHeader(opened->header, &report->issues);
  LoadedTable loaded;
  loaded.header = NameColumns(opened->header, opened->first_rows, kind, options,
                              &report->issues);
  if (kind == TableKind::kEvents) {
    ReportMissingColumns(loaded.header, &report->issues);
  }
  CsvReader reader(bytes, opened->dialect);
  std::vector<std::string_view> cells;
  reader.Next(&cells);
  loaded.raw =
      ReadRows(&reader, loaded.header, options.zone_minutes, &report->issues);
  report->rows = loaded.raw.rows;
  if (report->rows == 0) report->issues.Warn(IssueCode::kNoRows, {});
  if (IdsAreOfEvents(loaded.raw, loaded.header)) UseEmail(&loaded.header);
  SettleColumns(loaded.header, options, IsValidUtf8(bytes), &loaded.raw,
                report);
  if (report->issues.has_errors()) return std::nullopt;
  return loaded;
}

// The lead of each data row, or StringPool::kNone.
std::vector<uint32_t> NumberLeads(const LoadedTable& loaded, StringPool* ids,
                                  TableReport* report) {
  std::vector<uint32_t> lead_of(loaded.raw.rows, StringPool::kNone);
  std::vector<uint32_t> first_row;
  for (uint32_t row = 0; row < loaded.raw.rows; ++row) {
    const std::string number = std::to_string(row + 1);
    std::string_view id = number;
    if (loaded.header.lead_id) {
      id = loaded.raw.columns[*loaded.header.lead_id].column.cell(row);
    }
    if (id.empty()) {
      ++report->left_out;
      report->issues.Warn(
          IssueCode::kLeadWithoutId,
          ColumnPlace(loaded.header, *loaded.header.lead_id, row + 1));
      continue;
    }
    lead_of[row] = ids->Intern(id);
    if (lead_of[row] == first_row.size()) {
      first_row.push_back(row + 1);
      continue;
    }
    ++report->duplicates;
    report->issues.Warn(
        IssueCode::kDuplicateLead,
        ColumnPlace(loaded.header, *loaded.header.lead_id, row + 1),
        {Excerpt(id), std::to_string(first_row[lead_of[row]])});
  }
  return lead_of;
}

// The cells of a lead's rows as one: the last that is not missing.
void MergeRows(const std::vector<uint32_t>& lead_of, uint32_t leads,
               Column* column) {
  std::vector<uint32_t> merged(leads, Column::kMissing);
  for (size_t row = 0; row < lead_of.size(); ++row) {
    const uint32_t code = column->codes[row];
    if (lead_of[row] != StringPool::kNone && code != Column::kMissing) {
      merged[lead_of[row]] = code;
    }
  }
  column->codes = std::move(merged);
}

// Whether each row can be used as an event; says why not.
std::vector<bool> UsableEvents(const LoadedTable& loaded, TableReport* report) {
  const TableHeader& header = loaded.header;
  const Column& leads = loaded.raw.columns[*header.lead_id].column;
  const Column& types = loaded.raw.columns[*header.type].column;
  const TimeColumn& time = *loaded.raw.time;
  std::vector<bool> usable(loaded.raw.rows);
  auto other = time.others.begin();
  for (uint32_t row = 0; row < loaded.raw.rows; ++row) {
    const auto warn = [&](IssueCode code, size_t column,
                          std::vector<std::string> args) {
      report->issues.Warn(code, ColumnPlace(header, column, row + 1),
                          std::move(args));
    };
    const bool lead = leads.codes[row] != Column::kMissing;
    const bool type = types.codes[row] != Column::kMissing;
    const bool timed = time.at[row] != kNever;
    if (!lead) warn(IssueCode::kEventWithoutLead, *header.lead_id, {});
    if (!type) warn(IssueCode::kEventWithoutType, *header.type, {});
    while (other != time.others.end() && other->row < row) ++other;
    const bool written = other != time.others.end() && other->row == row;
    if (!timed && written) {
      warn(IssueCode::kUnreadableTime, *header.time, {Excerpt(other->text)});
    } else if (!timed) {
      warn(IssueCode::kEventWithoutTime, *header.time, {});
    }
    usable[row] = lead && type && timed;
    if (!usable[row]) ++report->left_out;
  }
  return usable;
}

// The usable rows' cells, their distinct texts numbered anew.
std::vector<uint32_t> Renumber(const Column& column,
                               const std::vector<bool>& usable,
                               StringPool* pool) {
  std::vector<uint32_t> number_of(column.texts.size(), StringPool::kNone);
  std::vector<uint32_t> numbers;
  numbers.reserve(usable.size());
  for (size_t row = 0; row < usable.size(); ++row) {
    if (!usable[row]) continue;
    uint32_t& number = number_of[column.codes[row]];
    if (number == StringPool::kNone) number = pool->Intern(column.cell(row));
    numbers.push_back(number);
  }
  return numbers;
}

void KeepRows(const std::vector<bool>& usable, Column* column) {
  size_t kept = 0;
  for (size_t row = 0; row < usable.size(); ++row) {
    if (usable[row]) column->codes[kept++] = column->codes[row];
  }
  column->codes.resize(kept);
}

EventTable MakeEvents(LoadedTable loaded, TableReport* report) {
  const TableHeader& header = loaded.header;
  const std::vector<bool> usable = UsableEvents(loaded, report);
  EventTable events;
  events.lead = Renumber(loaded.raw.columns[*header.lead_id].column, usable,
                         &events.lead_ids);
  events.type =
      Renumber(loaded.raw.columns[*header.type].column, usable, &events.types);
  for (uint32_t row = 0; row < usable.size(); ++row) {
    if (!usable[row]) continue;
    events.time.push_back(loaded.raw.time->at[row]);
    events.row.push_back(row + 1);
  }
  for (size_t i = 0; i < loaded.raw.columns.size(); ++i) {
    if (i == header.lead_id || i == header.time || i == header.type) continue;
    Column& column = loaded.raw.columns[i].column;
    if (report->left_out > 0) KeepRows(usable, &column);
    events.properties.push_back(std::move(column));
  }
  report->kept = static_cast<uint32_t>(events.size());
  return events;
}

// Columns of people: a file with two of them lists leads, whatever else it has.
bool DescribesPeople(const TableHeader& header) {
  constexpr std::string_view kNames[] = {"first_name", "last_name", "full_name",
                                         "phone",      "mobile",    "job_title",
                                         "company",    "industry",  "country"};
  size_t found = 0;
  for (const std::string_view name : kNames) {
    const auto at = std::find(header.names.begin(), header.names.end(), name);
    if (at != header.names.end()) ++found;
  }
  return found >= 2;
}

TableKind GuessKind(const OpenedTable& opened, const ReadOptions& options) {
  IssueList ignored;
  const TableHeader events = NameColumns(opened.header, opened.first_rows,
                                         TableKind::kEvents, options, &ignored);
  if (!events.lead_id || !events.time || !events.type) return TableKind::kLeads;
  const TableHeader leads = NameColumns(opened.header, opened.first_rows,
                                        TableKind::kLeads, options, &ignored);
  return DescribesPeople(leads) ? TableKind::kLeads : TableKind::kEvents;
}

}  // namespace

LeadsResult ReadLeads(std::string_view bytes, const ReadOptions& options) {
  LeadsResult result;
  TableReport& report = result.report;
  std::optional<LoadedTable> loaded =
      Load(bytes, TableKind::kLeads, options, &report);
  if (!loaded) return result;
  report.numbered = !loaded->header.lead_id;
  const auto email = std::find(loaded->header.names.begin(),
                               loaded->header.names.end(), "email");
  if (report.numbered && email != loaded->header.names.end()) {
    const auto at = static_cast<size_t>(email - loaded->header.names.begin());
    report.issues.Warn(IssueCode::kNumberedLeads,
                       ColumnPlace(loaded->header, at),
                       {loaded->header.headers[at]});
  }
  LeadTable leads;
  const std::vector<uint32_t> lead_of =
      NumberLeads(*loaded, &leads.ids, &report);
  report.kept = leads.size();
  for (RawColumn& raw : loaded->raw.columns) {
    if (report.kept < report.rows) {
      MergeRows(lead_of, report.kept, &raw.column);
    }
    leads.fields.push_back(std::move(raw.column));
  }
  result.leads = std::move(leads);
  return result;
}

EventsResult ReadEvents(std::string_view bytes, const ReadOptions& options) {
  EventsResult result;
  std::optional<LoadedTable> loaded =
      Load(bytes, TableKind::kEvents, options, &result.report);
  if (loaded) result.events = MakeEvents(*std::move(loaded), &result.report);
  return result;
}

TablePreview PreviewTable(std::string_view bytes, const ReadOptions& options) {
  TablePreview preview;
  IssueList ignored;
  const auto opened = Open(bytes, options, &ignored);
  if (!opened) {
    preview.report = ReadLeads(bytes, options).report;
    return preview;
  }
  preview.report = GuessKind(*opened, options) == TableKind::kEvents
                       ? ReadEvents(bytes, options).report
                       : ReadLeads(bytes, options).report;
  preview.rows = opened->first_rows;
  return preview;
}

}  // namespace mqlab
