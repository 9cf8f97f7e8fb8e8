#include <utility>

#include "ingest/load_table.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

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

}  // namespace

EventsResult ReadEvents(std::string_view bytes, const ReadOptions& options) {
  EventsResult result;
  std::optional<LoadedTable> loaded =
      LoadTable(bytes, TableKind::kEvents, options, &result.report);
  if (loaded) result.events = MakeEvents(*std::move(loaded), &result.report);
  return result;
}

}  // namespace mqlab
