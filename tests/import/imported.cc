#include "import/imported.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "ingest/read_table.h"

namespace mqlab {
namespace {

size_t RowOf(const RowMap& rows, uint32_t file, uint32_t row) {
  for (uint32_t i = 1; i <= rows.rows(); ++i) {
    const auto source = rows.Find(i);
    if (source && source->file == file && source->row == row) return i - 1;
  }
  ADD_FAILURE() << "nothing of row " << row << " of file " << file;
  return 0;
}

// What the engine tells of a row is told of the right one.
void ExpectRowsAreMapped(const Imported& imported) {
  EXPECT_EQ(imported.leads.rows.size(),
            imported.report.leads.rows() + imported.report.orphan_leads);
  EXPECT_EQ(imported.events.rows.size(), imported.report.events.rows());
  const LeadsResult leads =
      ReadLeads(imported.leads_csv,
                {.canonical = true, .headers = imported.lead_headers});
  if (!leads.leads) return;
  EXPECT_EQ(leads.report.rows, imported.leads.rows.size());
  const EventsResult events =
      ReadEvents(imported.events_csv, *leads.leads,
                 {.canonical = true, .headers = imported.event_headers});
  if (events.events) {
    EXPECT_EQ(events.report.rows, imported.events.rows.size());
  }
}

}  // namespace

size_t Imported::LeadOf(uint32_t file, uint32_t row) const {
  return RowOf(report.leads, file, row);
}

size_t Imported::EventOf(uint32_t file, uint32_t row) const {
  return RowOf(report.events, file, row);
}

Imported ImportAll(const std::vector<NamedFile>& files,
                   const ImportOptions& options, size_t piece) {
  std::vector<SourceFile> sources;
  for (const NamedFile& file : files) {
    sources.push_back(
        {Understand(file.path, file.bytes, file.choice), file.choice});
  }
  Import import(std::move(sources), options);
  Imported imported;
  while (const auto file = import.NextFile()) {
    std::string_view bytes = files[*file].bytes;
    while (!bytes.empty()) {
      import.Append(bytes.substr(0, piece));
      bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    import.EndFile();
    imported.leads_csv += import.TakeLeads();
    imported.events_csv += import.TakeEvents();
    if (import.has_costs()) imported.costs_csv += import.TakeCosts();
  }
  imported.leads_csv += import.Finish();
  imported.files = import.files();
  imported.leads = ParseTable(imported.leads_csv);
  imported.events = ParseTable(imported.events_csv);
  imported.costs = ParseTable(imported.costs_csv);
  imported.lead_headers = import.lead_headers();
  imported.event_headers = import.event_headers();
  imported.report = import.report();
  EXPECT_EQ(import.has_events(), !imported.events.rows.empty());
  ExpectRowsAreMapped(imported);
  return imported;
}

}  // namespace mqlab
