#include <algorithm>
#include <array>

#include "ingest/load_table.h"
#include "ingest/read_table.h"

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

}  // namespace

TablePreview PreviewTable(std::string_view bytes, const ReadOptions& options) {
  const bool partial = bytes.size() > kPreviewBytes;
  if (partial) {
    bytes = bytes.substr(0, kPreviewBytes);
    bytes = bytes.substr(0, bytes.find_last_of("\r\n") + 1);
  }
  TablePreview preview;
  IssueList ignored;
  const auto opened = OpenTable(bytes, options, &ignored);
  if (!opened) {
    preview.report = ReadLeads(bytes, options).report;
    return preview;
  }
  const TableKind kind = options.kind.value_or(GuessKind(*opened, options));
  preview.report = kind == TableKind::kEvents
                       ? ReadEvents(bytes, {}, options).report
                       : ReadLeads(bytes, options).report;
  preview.report.partial = partial;
  preview.rows = opened->first_rows;
  return preview;
}

}  // namespace mqlab
