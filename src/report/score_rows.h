#ifndef MQLAB_REPORT_SCORE_ROWS_H_
#define MQLAB_REPORT_SCORE_ROWS_H_

// The scored leads as rows of text: chosen columns in a chosen order, one lead
// at a time, so that a million leads need not be one text.
//
//   const ScoreRows rows(program, dataset, table, {.delimiter = ';'});
//   std::string text = rows.Header();
//   for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
//     rows.Append(lead, {}, &text);
//   }

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lead/event_log.h"
#include "scoring/program.h"
#include "scoring/score.h"

namespace mqlab {

enum class RowFormat : uint8_t {
  kCsv,     // a header, then a row a lead
  kNdjson,  // an object a line: numbers as such, null when missing, times ISO
  kHtml,    // <tr>s of a table for the clipboard
};

struct RowColumn {
  // "lead_id", "total", "grade", "stage", "disqualified" (the reasons),
  // "reached_<stage>", the id of a score, or the name or header of a field: the
  // first of these that there is. "score:ID" and "field:NAME" are just that.
  std::string name;
  std::string header = {};  // in place of its own, unless empty
  // Of "stage", in place of ids: of each stage, of disqualified, of none.
  std::vector<std::string> stages = {};
  bool hidden = false;  // shown as the caller gives it
};

struct RowOptions {
  RowFormat format = RowFormat::kCsv;
  std::vector<RowColumn> columns;
  // Of CSV: what parts cells; CRLF in place of LF; a comma in points, which
  // spreadsheets of many languages want.
  char delimiter = ',';
  bool crlf = false;
  bool decimal_comma = false;  // of HTML too
  // Of CSV and HTML: text never begins like a formula, see Disarm. Numbers stay
  // numbers.
  bool spreadsheet_safe = false;
};

class ScoreRows {
 public:
  // Refers to all but the options.
  ScoreRows(const Program& program, const Dataset& dataset,
            const ScoreTable& table, RowOptions options);
  ScoreRows(const ScoreRows&) = delete;
  ScoreRows& operator=(const ScoreRows&) = delete;

  // Names of columns that there are not; these are left out.
  const std::vector<std::string>& unknown() const { return unknown_; }
  size_t num_columns() const { return columns_.size(); }
  size_t num_hidden() const { return num_hidden_; }
  const std::string& header(size_t column) const {
    return columns_[column].header;
  }
  FieldType type(size_t column) const { return columns_[column].type; }

  std::string Header() const;  // "" for NDJSON
  // `hidden`: what stands in the hidden columns, in their order; REQUIRES: a
  // text for each.
  void Append(uint32_t lead, std::span<const std::string> hidden,
              std::string* to) const;
  // What would stand there.
  void AppendHidden(uint32_t lead, std::vector<std::string>* to) const;

 private:
  enum class Source : uint8_t {
    kLeadId,
    kScore,
    kTotal,
    kGrade,
    kStage,
    kReasons,
    kReached,
    kField
  };
  struct Shown {
    Source source = Source::kLeadId;
    size_t index = 0;  // of the score, stage or field
    std::string header = {};
    FieldType type = FieldType::kText;
    const std::vector<std::string>* stages = nullptr;
    bool hidden = false;
  };

  bool Find(std::string_view name, Shown* shown) const;
  bool FindReached(std::string_view name, Shown* shown) const;
  bool FindScore(std::string_view id, Shown* shown) const;
  bool FindField(std::string_view name, Shown* shown) const;
  void MakeDistinct(std::string* header) const;

  std::string TextOf(const Shown& column, uint32_t lead) const;
  std::string JsonOf(const Shown& column, uint32_t lead) const;
  std::string StageOf(const Shown& column, uint32_t lead) const;
  bool IsNumber(const Shown& column, std::string_view text) const;
  std::string Safe(std::string_view text, bool number) const;
  void AppendCsv(std::string_view text, bool number, std::string* to) const;
  void EndRow(std::string* to) const;

  const Program& program_;
  const Dataset& dataset_;
  const ScoreTable& table_;
  RowOptions options_;
  std::vector<Shown> columns_;
  size_t num_hidden_ = 0;
  std::vector<std::string> unknown_;
};

// lead_id, the scores, total, grade, stage, disqualified and reached_<stage>,
// followed by the fields where these are wanted.
std::vector<RowColumn> AllColumns(const Program& program,
                                  const Dataset& dataset, bool fields);

// All leads as one text; without columns, those above without the fields.
std::string WriteScoreRows(const Program& program, const Dataset& dataset,
                           const ScoreTable& table, RowOptions options = {});

}  // namespace mqlab

#endif  // MQLAB_REPORT_SCORE_ROWS_H_
