#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "import/cell_writing.h"
#include "import/meaning.h"
#include "import/raw_table.h"
#include "import/understanding.h"
#include "ingest/column_format.h"
#include "ingest/open_table.h"

namespace mqlab {
namespace {

constexpr size_t kFirstRows = 20;
constexpr int kMost = 95;  // of a hundred

// Issues of the plain reading that are of use here.
bool IsTold(IssueCode code) {
  constexpr std::array kTold = {
      IssueCode::kAmbiguousDates, IssueCode::kAmbiguousNumbers,
      IssueCode::kEmptyHeader,    IssueCode::kInvalidUtf8,
      IssueCode::kNoRows,         IssueCode::kHeaderLooksLikeData,
      IssueCode::kBadCell};
  return std::ranges::find(kTold, code) != kTold.end();
}

}  // namespace

std::vector<size_t> Understanding::ColumnsOf(std::string_view field) const {
  std::vector<size_t> found;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == field && !columns[i].spare) found.push_back(i);
  }
  std::ranges::stable_sort(found, {},
                           [&](size_t i) { return columns[i].rank; });
  return found;
}

std::optional<size_t> Understanding::Find(std::string_view field) const {
  for (size_t i = 0; i < columns.size(); ++i) {
    const ColumnReading& column = columns[i];
    if (column.field == field && column.rank == 0 && !column.spare) return i;
  }
  return std::nullopt;
}

bool Understanding::Has(std::string_view field) const {
  return std::ranges::find(columns, field, &ColumnReading::field) !=
         columns.end();
}

std::string_view Understanding::fixed_type() const {
  return shape == nullptr ? std::string_view()
                          : TextNamed(shape->constants, "type");
}

class FileReading::Work {
 public:
  Work(std::string_view path, std::string_view head, const FileChoice& choice)
      : choice_(choice),
        reader_(Prepare(path, head), &file_.issues,
                [this](const SourceReader::Row& row) { Take(row); }) {}

  void Append(std::string_view bytes) { reader_.Append(bytes); }

  Understanding Finish(bool cut) {
    if (!cut) reader_.Finish();
    SetHeader();
    file_.rows = reader_.rows();
    file_.footer = reader_.footer();
    file_.partial = cut;
    if (table_.header().empty()) {
      file_.issues.Error(IssueCode::kEmptyFile, {});
      return std::move(file_);
    }
    ReadOptions options;
    options.map = {{"lead_id", ""}};  // a column as any other
    options.date_order = choice_.date_order;
    const TableReport report =
        table_.Settle(options, file_.writing.dialect.delimiter);
    TellIssues(report.issues);
    FindColumns(report);
    return std::move(file_);
  }

 private:
  const Writing& Prepare(std::string_view path, std::string_view head) {
    file_.file = path;
    file_.writing = FindWriting(head, choice_.writing);
    return file_.writing;
  }

  void SetHeader() {
    if (!table_.header().empty()) return;
    table_.SetHeader(reader_.header());
    const ExportShape* const shape = FindShape(reader_.header(), file_.file);
    if (shape != nullptr) empty_word_ = shape->empty_word;
  }

  void Take(const SourceReader::Row& row) {
    SetHeader();
    if (file_.first_rows.size() < kFirstRows) {
      file_.first_rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    if (empty_word_.empty()) {
      table_.Add(row.cells);
      return;
    }
    cells_.assign(row.cells.begin(), row.cells.end());
    std::ranges::replace(cells_, empty_word_, std::string_view());
    table_.Add(cells_);
  }

  void FindColumns(const TableReport& report) {
    for (size_t i = 0; i < report.columns.size(); ++i) {
      const ColumnReport& column = report.columns[i];
      file_.columns.push_back({.header = column.header,
                               .field = {},
                               .type = column.type,
                               .format = column.format,
                               .filled = table_[i].filled(),
                               .samples = column.samples});
      if (choice_.decimal_comma) ReadDecimals(table_[i], &file_.columns.back());
    }
    FindMeanings(table_, choice_, &file_);
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      ReadAmounts(table_[i], &file_.columns[i]);
    }
    FindValues(table_, choice_, &file_);
  }

  // Amounts that are texts only for their currency.
  void ReadAmounts(const RawColumn& texts, ColumnReading* column) const {
    if (!IsAmountField(column->field) || column->type != FieldType::kText) {
      return;
    }
    FormatEvidence evidence({});
    for (uint32_t code = 1; code < texts.counts.size(); ++code) {
      if (texts.counts[code] == 0) continue;
      evidence.Add(
          {WithoutCurrency(texts.column.texts[code]), texts.counts[code]});
    }
    FormatDecision decision = evidence.Decide();
    SettleTogether({&decision, 1}, file_.writing.dialect.delimiter);
    const int share = texts.Share([&](std::string_view cell) {
      return ReadNumber(WithoutCurrency(cell), decision.format).has_value();
    });
    if (share < kMost) return;
    column->type = FieldType::kNumber;
    column->format = decision.format;
    column->priced = true;
  }

  // Numbers as they were said to be written.
  void ReadDecimals(const RawColumn& texts, ColumnReading* column) const {
    CellFormat format = column->format;
    format.decimal_comma = *choice_.decimal_comma;
    if (format.group == (format.decimal_comma ? ',' : '.')) format.group = 0;
    for (const char group : {format.group, format.decimal_comma ? '.' : ','}) {
      format.group = group;
      const int share = texts.Share([&](std::string_view cell) {
        return ReadNumber(cell, format).has_value();
      });
      if (share < kMost) continue;
      column->format = format;
      if (column->type == FieldType::kText) column->type = FieldType::kNumber;
      return;
    }
  }

  void TellRepeatedHeaders() {
    const std::vector<std::string>& headers = table_.header();
    for (size_t i = 0; i < headers.size(); ++i) {
      const auto before = std::count(
          headers.begin(), headers.begin() + static_cast<long>(i), headers[i]);
      if (headers[i].empty() || before == 0) continue;
      file_.issues.Warn(
          IssueCode::kDuplicateHeader,
          {headers[i], 0, static_cast<int64_t>(i) + 1},
          {headers[i], headers[i] + "_" + std::to_string(before + 1)});
    }
  }

  void TellIssues(const IssueList& issues) {
    for (const Issue& issue : issues.issues()) {
      if (!IsTold(issue.code) && issue.severity != Severity::kError) continue;
      issue.severity == Severity::kError
          ? file_.issues.Error(issue.code, issue.place, issue.args)
          : file_.issues.Warn(issue.code, issue.place, issue.args);
    }
    for (const auto& [code, count] : issues.counts()) {
      const auto kept = std::ranges::count(issues.issues(), code, &Issue::code);
      if (IsTold(code)) file_.issues.WarnUnlisted(code, count - kept);
    }
    TellRepeatedHeaders();
    if (reader_.has_null()) {
      file_.issues.Error(IssueCode::kNotText, {}, {"1"});
    }
    if (!reader_.title().empty()) {
      file_.issues.Warn(
          IssueCode::kLinesBeforeHeader, {},
          {std::to_string(file_.header_row()), Excerpt(reader_.title())});
    }
    if (!file_.footer.empty()) {
      file_.issues.Warn(
          IssueCode::kLinesAfterData, {},
          {std::to_string(file_.footer.size()), Excerpt(file_.footer.front())});
    }
  }

  const FileChoice choice_;
  Understanding file_;
  SourceReader reader_;
  RawTable table_;
  std::string_view empty_word_;
  std::vector<std::string_view> cells_;
};

FileReading::FileReading(std::string_view path, std::string_view head,
                         const FileChoice& choice)
    : work_(std::make_unique<Work>(path, head, choice)) {}
FileReading::~FileReading() = default;
void FileReading::Append(std::string_view bytes) { work_->Append(bytes); }
Understanding FileReading::Finish(bool cut) { return work_->Finish(cut); }

Understanding Understand(std::string_view path, std::string_view bytes,
                         const FileChoice& choice) {
  FileReading reading(path, bytes, choice);
  reading.Append(bytes);
  return reading.Finish(false);
}

}  // namespace mqlab
