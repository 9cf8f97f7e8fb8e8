#include <algorithm>
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

EventStore MakeEvents(LoadedTable loaded, const LeadTable& leads,
                      TableReport* report) {
  const TableHeader& header = loaded.header;
  const std::vector<bool> usable = UsableEvents(loaded, report);
  const Column& ids = loaded.raw.columns[*header.lead_id].column;
  const Column& types = loaded.raw.columns[*header.type].column;
  std::vector<const Column*> properties;
  for (size_t i = 0; i < loaded.raw.columns.size(); ++i) {
    if (i == header.lead_id || i == header.time || i == header.type) continue;
    properties.push_back(&loaded.raw.columns[i].column);
  }
  EventStore events;
  EventLogBuilder log(properties.size());
  EventLogBuilder orphans(properties.size());
  std::vector<uint32_t> codes(properties.size());
  for (uint32_t row = 0; row < usable.size(); ++row) {
    if (!usable[row]) continue;
    const Instant time = loaded.raw.time->at[row];
    const uint32_t type = events.types.Intern(types.cell(row));
    events.type_counts.resize(events.types.size());
    ++events.type_counts[type];
    events.newest = std::max(events.newest.value_or(time), time);
    for (size_t i = 0; i < codes.size(); ++i) {
      codes[i] = properties[i]->codes[row];
    }
    const uint32_t lead = leads.ids.Find(ids.cell(row));
    if (lead == StringPool::kNone) {
      const uint32_t orphan = events.orphan_ids.Intern(ids.cell(row));
      orphans.Append(orphan, time, type, row + 1, codes);
    } else {
      log.Append(lead, time, type, row + 1, codes);
    }
  }
  events.log = log.Finish();
  events.orphans = orphans.Finish();
  for (size_t i = 0; i < loaded.raw.columns.size(); ++i) {
    if (i == header.lead_id || i == header.time || i == header.type) continue;
    Column& column = loaded.raw.columns[i].column;
    column.codes = {};
    events.properties.push_back(std::move(column));
  }
  report->kept = static_cast<uint32_t>(events.size());
  return events;
}

}  // namespace

EventsResult ReadEvents(std::string_view bytes, const LeadTable& leads,
                        const ReadOptions& options) {
  EventsResult result;
  std::optional<LoadedTable> loaded =
      LoadTable(bytes, TableKind::kEvents, options, &result.report);
  if (loaded)
    result.events = MakeEvents(*std::move(loaded), leads, &result.report);
  return result;
}

}  // namespace mqlab
