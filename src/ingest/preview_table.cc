#include <algorithm>
#include <array>

#include "ingest/open_table.h"
#include "ingest/read_table.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

// Columns of people: a file with two of them lists leads, whatever else it has.
bool DescribesPeople(const TableHeader& header) {
  constexpr std::array<std::string_view, 9> kNames = {
      "first_name", "last_name", "full_name", "phone",  "mobile",
      "job_title",  "company",   "industry",  "country"};
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

template <typename Reader>
TableReport ReadPart(Reader&& reader, std::string_view bytes) {
  const bool cut = bytes.size() > kPreviewBytes;
  reader.Append(bytes.substr(0, kPreviewBytes));
  while (!(cut ? reader.FinishPartStep() : reader.FinishStep())) {
  }
  return reader.Take().report;
}

}  // namespace

TablePreview PreviewTable(std::string_view bytes, const ReadOptions& options) {
  TablePreview preview;
  IssueList ignored;
  const auto opened = OpenTable(bytes, options, &ignored);
  if (!opened) {
    preview.report = ReadPart(LeadsReader(options), bytes);
    return preview;
  }
  const TableKind kind = options.kind.value_or(GuessKind(*opened, options));
  const LeadTable none;
  preview.report = kind == TableKind::kEvents
                       ? ReadPart(EventsReader(none, options), bytes)
                       : ReadPart(LeadsReader(options), bytes);
  if (preview.report.issues.count(IssueCode::kNotText) > 0) {
    preview.report.kind = TableKind::kLeads;
    return preview;
  }
  preview.rows = opened->first_rows;
  return preview;
}

}  // namespace mqlab
