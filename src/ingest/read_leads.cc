#include <algorithm>
#include <utility>

#include "ingest/load_table.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

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

}  // namespace

LeadsResult ReadLeads(std::string_view bytes, const ReadOptions& options) {
  LeadsResult result;
  TableReport& report = result.report;
  std::optional<LoadedTable> loaded =
      LoadTable(bytes, TableKind::kLeads, options, &report);
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

}  // namespace mqlab
