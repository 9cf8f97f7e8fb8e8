#include "scoring/score.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/row_options.h"
#include "report/cell_text.h"
#include "report/funnel.h"
#include "report/score_rows.h"

namespace mqlab {
namespace {

constexpr std::string_view kScoreHelp =
    R"(mqlab score --rules FILE --leads FILE [--events FILE] [options]

Writes one row a lead, in the order of the leads: lead_id, each score, total,
grade, stage (its id; empty; disqualified), disqualified (the reasons), and for
each stage when it was reached.

  --rules FILE        the rule file (JSON, mqlab/1)
  --leads FILE        one lead a row
  --events FILE       one event a row: lead_id, time, type, ...
  --data FILE         a file of any kind, as often as there are files: what it
                      is tells 'mqlab inspect'
  --as-of TIME        score as of then; the newest event unless given
  --out FILE          instead of standard output
  --map FIELD=HEADER  the column HEADER is lead_id, time, type or another field;
                      leads:FIELD=HEADER or events:FIELD=HEADER is for one file.
                      Usual headers are understood without it
  --mapping FILE      what was said of the files before, as the page saves it
  --orphans leads     make leads of those who have events alone
  --zone ZONE         of times that name none: +02:00, Europe/Warsaw; UTC
                      unless given
  --threads N         read and score with N threads (1 to 64); as many as the
                      machine has unless given. The result is the same
  --columns A,B,C     these columns in this order: those above, and any field of
                      the leads by its name or header. score:NAME and field:NAME
                      tell a score and a field of one name apart
  --format FORMAT     csv, or ndjson: an object a line, numbers as numbers
  --delimiter C       between the cells of CSV: a comma unless given; ; or tab
  --decimal-comma     points of CSV as 12,500
  --crlf              lines of CSV end as on Windows
  --spreadsheet-safe  text of CSV that a spreadsheet might run as a formula gets
                      an apostrophe in front; without it, text is as it was read
  --json              JSON: as_of, columns, rows, funnel, counts, issues

Examples:
  mqlab score --rules rules.json --leads leads.csv --events events.csv
  mqlab score --rules rules.json --leads contacts.csv --map lead_id=Email \
      --map events:time="Activity date" --events log.csv --as-of 2026-03-01
  mqlab score --rules rules.json --data contacts.csv --data activities.csv.gz
  mqlab score --rules rules.json --leads leads.csv --json | jq .funnel
  mqlab score --rules rules.json --leads leads.csv --columns email,total,stage \
      --delimiter ';' --spreadsheet-safe --out scores.csv
)";

// Rows are many, so they are written straight to text.
class JsonTable {
 public:
  JsonTable(const Program& program, const Dataset& dataset,
            const ScoreTable& table)
      : program_(program), dataset_(dataset), table_(table) {}

  std::string Write(const Findings& findings) {
    text_ = "{\n\"as_of\": " + QuoteJson(FormatInstant(table_.as_of)) +
            ",\n\"columns\": [";
    Cell(QuoteJson("lead_id"));
    for (const Score& score : program_.source.scores) Cell(QuoteJson(score.id));
    for (const std::string_view column :
         {"total", "grade", "stage", "disqualified"}) {
      Cell(QuoteJson(column));
    }
    for (const Stage& stage : program_.source.stages) {
      Cell(QuoteJson("reached_" + stage.id));
    }
    text_ += "],\n\"rows\": [";
    for (uint32_t lead = 0; lead < table_.num_leads; ++lead) {
      text_ += lead == 0 ? "\n[" : ",\n[";
      Row(lead);
      text_ += ']';
    }
    text_ += "],\n\"funnel\": " + FunnelText();
    text_ += ",\n\"counts\": " + findings.CountsToJson().Print();
    text_ += ",\"issues\": " + findings.ToJson().Print() + "}\n";
    return std::move(text_);
  }

 private:
  void Cell(std::string_view json) {
    if (text_.back() != '[') text_ += ',';
    text_ += json;
  }

  void Row(uint32_t lead) {
    Cell(QuoteCell(dataset_.leads.ids[lead]));
    for (const auto& column : table_.scores) {
      Cell(FormatThousandths(column[lead]));
    }
    Cell(FormatThousandths(table_.total[lead]));
    Cell(QuoteJson(Grade(program_, table_, lead)));
    const int32_t stage = table_.stage[lead];
    if (stage == kNoStage) {
      Cell("null");
    } else if (stage == kDisqualified) {
      Cell("\"disqualified\"");
    } else {
      Cell(QuoteJson(program_.source.stages[static_cast<size_t>(stage)].id));
    }
    Cell("[");
    for (uint32_t i = table_.reason_offsets[lead];
         i < table_.reason_offsets[lead + 1]; ++i) {
      Cell(QuoteJson(program_.source.disqualify[table_.reasons[i]].reason));
    }
    text_ += ']';
    for (const auto& column : table_.reached) {
      const Instant at = column[lead];
      Cell(at == kNever ? "null" : QuoteJson(FormatInstant(at)));
    }
  }

  std::string FunnelText() const {
    const Funnel funnel = CountFunnel(program_, table_);
    JsonText stages = JsonText::List();
    for (size_t i = 0; i < funnel.reached.size(); ++i) {
      JsonText stage = JsonText::Object();
      stage.Add("stage", JsonText::Text(program_.source.stages[i].id));
      stage.Add("reached", JsonText::Whole(funnel.reached[i]));
      stage.Add("now", JsonText::Whole(funnel.now[i]));
      stages.Add(std::move(stage));
    }
    JsonText all = JsonText::Object();
    all.Add("leads", JsonText::Whole(funnel.leads));
    all.Add("without_stage", JsonText::Whole(funnel.without_stage));
    all.Add("disqualified", JsonText::Whole(funnel.disqualified));
    all.Add("stages", std::move(stages));
    return all.Print();
  }

  const Program& program_;
  const Dataset& dataset_;
  const ScoreTable& table_;
  std::string text_;
};

void PrintFunnel(const Program& program, const ScoreTable& table) {
  const Funnel funnel = CountFunnel(program, table);
  std::cerr << "mqlab: scored " << funnel.leads << " leads as of "
            << FormatInstant(table.as_of);
  for (size_t i = 0; i < funnel.now.size(); ++i) {
    std::cerr << (i == 0 ? "; now " : ", ") << funnel.now[i] << " "
              << program.source.stages[i].id;
  }
  if (funnel.disqualified > 0) {
    std::cerr << ", " << funnel.disqualified << " disqualified";
  }
  std::cerr << "\n";
}

bool WriteRows(const ScoreRows& rows, uint32_t leads, const std::string& path) {
  constexpr size_t kPiece = size_t{1} << 20;
  OutputFile file(path);
  std::string text = rows.Header();
  for (uint32_t lead = 0; lead < leads; ++lead) {
    rows.Append(lead, {}, &text);
    if (text.size() < kPiece) continue;
    file.Write(text);
    text.clear();
  }
  file.Write(text);
  return file.Close();
}

// Says which of the wanted columns there are not.
bool HasColumns(const ScoreRows& rows) {
  for (const std::string& name : rows.unknown()) {
    std::cerr << "mqlab score: no column is called \"" << name
              << "\": neither one of the result nor a field of the leads\n";
  }
  return rows.unknown().empty();
}

int RunScore(const Args& args) {
  std::string fault;
  const InputFiles files = FilesOf(args, args.get("rules"), &fault);
  if (fault.empty() && !files.leads && files.data.empty()) {
    fault = "--leads is missing";
  }
  RowOptions row_options = RowOptionsOf(args, &fault);
  if (!fault.empty()) return UsageFault("score", fault);
  Inputs inputs = ReadInputs(files);
  ScoreResult result;
  if (inputs.program) {
    const Instant as_of = AsOf(args, inputs.dataset);
    result = ScoreLeads(Binding(*inputs.program, inputs.dataset), as_of,
                        files.threads);
    inputs.findings.Add(files.rules, InputKind::kRules, result.issues);
  }
  const bool json = args.has("json");
  if (!json) {
    std::cerr << inputs.import_sentence;
    inputs.findings.Print(std::cerr);
  }
  const std::string out = args.get("out", "-");
  if (!result.table) {
    if (!json) return kFaults;
    JsonText report = JsonText::Object();
    report.Add("counts", inputs.findings.CountsToJson());
    report.Add("issues", inputs.findings.ToJson());
    WriteFile(out, report.Print());
    return kFaults;
  }
  if (row_options.columns.empty()) {
    row_options.columns = AllColumns(*inputs.program, inputs.dataset, false);
  }
  const ScoreRows rows(*inputs.program, inputs.dataset, *result.table,
                       std::move(row_options));
  if (!HasColumns(rows)) return kFaults;
  const bool written =
      json ? WriteFile(out,
                       JsonTable(*inputs.program, inputs.dataset, *result.table)
                           .Write(inputs.findings))
           : WriteRows(rows, result.table->num_leads, out);
  if (!written) return kFaults;
  if (out != "-") PrintFunnel(*inputs.program, *result.table);
  return kOk;
}

constexpr Option kScoreOptions[] = {
    {.name = "rules", .required = true},
    {.name = "leads"},
    {.name = "events"},
    {.name = "as-of"},
    {.name = "threads"},
    {.name = "out"},
    {.name = "data", .repeats = true},
    {.name = "map", .repeats = true},
    {.name = "mapping"},
    {.name = "orphans"},
    {.name = "zone"},
    {.name = "columns", .repeats = true},
    {.name = "format"},
    {.name = "delimiter"},
    {.name = "decimal-comma", .has_value = false},
    {.name = "crlf", .has_value = false},
    {.name = "spreadsheet-safe", .has_value = false},
    {.name = "json", .has_value = false}};

}  // namespace

const Command kScoreCommand = {
    "score", "scores leads", kScoreHelp, kScoreOptions, 0, RunScore};

}  // namespace mqlab
