#include "report/score_csv.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/instant.h"

namespace mqlab {
namespace {

class CsvWriter {
 public:
  explicit CsvWriter(bool spreadsheet_safe) : safe_(spreadsheet_safe) {}

  // A cell of text: quoted where RFC 4180 asks for it, made safe if wanted. A
  // number is no formula, also when it is negative.
  void Text(std::string_view cell) {
    Separate();
    constexpr std::string_view kFormulaStart = "=+-@\t\r";
    const bool disarm = safe_ && !cell.empty() &&
                        kFormulaStart.find(cell[0]) != cell.npos &&
                        !ParseNumber(cell);
    if (!disarm && cell.find_first_of(",\"\r\n") == cell.npos) {
      text_ += cell;
      return;
    }
    text_ += '"';
    if (disarm) text_ += '\'';
    for (const char c : cell) {
      if (c == '"') text_ += '"';
      text_ += c;
    }
    text_ += '"';
  }
  // A cell made by us: numbers, instants.
  void Plain(std::string_view cell) {
    Separate();
    text_ += cell;
  }
  void EndRow() {
    text_ += '\n';
    row_started_ = false;
  }
  std::string Take() { return std::move(text_); }

 private:
  void Separate() {
    if (row_started_) text_ += ',';
    row_started_ = true;
  }

  bool safe_;
  bool row_started_ = false;
  std::string text_;
};

std::string StageCell(const Program& program, int32_t stage) {
  if (stage == kDisqualified) return "disqualified";
  if (stage == kNoStage) return "";
  return program.source.stages[static_cast<size_t>(stage)].id;
}

std::string ReasonsCell(const Program& program, const ScoreTable& table,
                        uint32_t lead) {
  std::string cell;
  for (uint32_t i = table.reason_offsets[lead];
       i < table.reason_offsets[lead + 1]; ++i) {
    if (!cell.empty()) cell += ';';
    cell += program.source.disqualify[table.reasons[i]].reason;
  }
  return cell;
}

// The ids stand in the first column already.
std::vector<const Column*> OtherFields(const LeadTable& leads) {
  std::vector<const Column*> fields;
  for (const Column& column : leads.fields) {
    if (column.name != "lead_id") fields.push_back(&column);
  }
  return fields;
}

void WriteHeader(const Program& program,
                 const std::vector<const Column*>& fields, CsvWriter* csv) {
  csv->Plain("lead_id");
  for (const Score& score : program.source.scores) csv->Text(score.id);
  for (const char* name : {"total", "grade", "stage", "disqualified"}) {
    csv->Plain(name);
  }
  for (const Stage& stage : program.source.stages) {
    csv->Text("reached_" + stage.id);
  }
  for (const Column* field : fields) csv->Text(field->header);
  csv->EndRow();
}

}  // namespace

std::string WriteScoreCsv(const Program& program, const Dataset& dataset,
                          const ScoreTable& table,
                          const ScoreCsvOptions& options) {
  CsvWriter csv(options.spreadsheet_safe);
  const auto fields = options.fields ? OtherFields(dataset.leads)
                                     : std::vector<const Column*>{};
  WriteHeader(program, fields, &csv);
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    csv.Text(dataset.leads.ids[lead]);
    for (const auto& score : table.scores) {
      csv.Plain(FormatThousandths(score[lead]));
    }
    csv.Plain(FormatThousandths(table.total[lead]));
    csv.Text(Grade(program, table, lead));
    csv.Text(StageCell(program, table.stage[lead]));
    csv.Text(ReasonsCell(program, table, lead));
    for (const std::vector<Instant>& reached : table.reached) {
      csv.Plain(reached[lead] == kNever ? "" : FormatInstant(reached[lead]));
    }
    for (const Column* field : fields) csv.Text(field->cell(lead));
    csv.EndRow();
  }
  return csv.Take();
}

}  // namespace mqlab
