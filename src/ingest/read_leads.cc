#include <algorithm>
#include <utility>

#include "ingest/load_table.h"
#include "ingest/read_table.h"

namespace mqlab {
namespace {

// The lead of each data row, or StringPool::kNone.
std::vector<uint32_t> NumberLeads(const LoadedTable& loaded, LeadTable* leads,
                                  TableReport* report) {
  std::vector<uint32_t> lead_of(loaded.raw.rows, StringPool::kNone);
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
    lead_of[row] = leads->ids.Intern(id);
    if (lead_of[row] == leads->rows.size()) {
      leads->rows.push_back(row + 1);
      continue;
    }
    ++report->duplicates;
    report->issues.Warn(
        IssueCode::kDuplicateLead,
        ColumnPlace(loaded.header, *loaded.header.lead_id, row + 1),
        {Excerpt(id), std::to_string(leads->rows[lead_of[row]])});
  }
  return lead_of;
}

// Whether each lead has more than one row.
std::vector<bool> HaveSeveralRows(const std::vector<uint32_t>& lead_of,
                                  const std::vector<uint32_t>& first_rows) {
  std::vector<bool> several(first_rows.size());
  for (size_t row = 0; row < lead_of.size(); ++row) {
    const uint32_t lead = lead_of[row];
    if (lead != StringPool::kNone && first_rows[lead] != row + 1) {
      several[lead] = true;
    }
  }
  return several;
}

// The cells of a lead's rows as one: the last that is not empty.
void MergeRows(const std::vector<uint32_t>& lead_of,
               const std::vector<bool>& several, Column* column) {
  Codes codes(several.size(), column->texts.size());
  for (size_t row = 0; row < lead_of.size(); ++row) {
    const uint32_t code = column->codes[row];
    const uint32_t lead = lead_of[row];
    if (lead == StringPool::kNone || code == Column::kMissing) continue;
    codes.Set(lead, code);
    if (several[lead]) {
      column->merged.push_back({lead, static_cast<uint32_t>(row + 1), code});
    }
  }
  column->codes = std::move(codes);
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
  const std::vector<uint32_t> lead_of = NumberLeads(*loaded, &leads, &report);
  report.kept = leads.size();
  const std::vector<bool> several = HaveSeveralRows(lead_of, leads.rows);
  for (RawColumn& raw : loaded->raw.columns) {
    if (report.kept < report.rows) MergeRows(lead_of, several, &raw.column);
    leads.fields.push_back(std::move(raw.column));
  }
  result.leads = std::move(leads);
  return result;
}

}  // namespace mqlab
