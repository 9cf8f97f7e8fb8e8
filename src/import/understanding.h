#ifndef MQLAB_IMPORT_UNDERSTANDING_H_
#define MQLAB_IMPORT_UNDERSTANDING_H_

// What a file is taken for: how it is written, what its rows are, which product
// wrote it, and what each column means. Each guess can be overruled by a
// FileChoice.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "import/named_texts.h"
#include "import/products.h"
#include "import/source_reader.h"
#include "lead/field.h"

namespace mqlab {

// What a person says of a file, in place of what would be found.
struct FileChoice {
  WritingChoice writing = {};
  std::optional<FileKind> kind = {};
  std::string zone = {};  // of times that name none; "": UTC
  std::optional<DateOrder> date_order = {};
  std::optional<bool> decimal_comma = {};
  // Header -> field, for the nth column of that header as often as it is given.
  // An empty field: a column of its own, under its header.
  std::vector<std::pair<std::string, std::string>> columns = {};
  // Text in the file -> what it is called.
  NameMap types = {};
  NameMap stages = {};
  NameMap statuses = {};
  bool operator==(const FileChoice&) const = default;
};

struct ColumnReading {
  std::string header;
  std::string field;  // canonical; "" for a column of its own
  // Among the columns of one field: the first filled one counts.
  uint32_t rank = 0;
  // It means the field too, but another column has it: kept under its header.
  bool spare = false;
  bool of_lead = true;  // in a file of both; else of the event
  FieldType type = FieldType::kText;
  CellFormat format;
  bool priced = false;  // numbers that stand with their currency
  int confidence = 0;   // 0 to 100, of the field
  uint64_t filled = 0;
  std::vector<std::string> samples;  // up to three distinct cells
};

struct TypeReading {
  std::string raw;
  std::string canonical;
  uint64_t count = 0;
};

struct Understanding {
  std::string file;
  Writing writing;
  std::vector<std::string> footer;
  FileKind kind = FileKind::kLeads;
  const ExportShape* shape = nullptr;
  int confidence = 0;  // 0 to 100: of the product, else of the kind
  uint32_t rows = 0;
  bool partial = false;  // of the first part of a larger file
  std::vector<ColumnReading> columns;
  std::vector<std::vector<std::string>> first_rows;  // up to 20
  std::vector<TypeReading> event_types;              // the commonest first
  std::map<std::string, uint64_t> stages;
  std::map<std::string, uint64_t> statuses;
  // Whether the types are names already.
  bool types_kept = false;
  // Names of values that stand in cells of JSON, or in pairs of columns.
  std::vector<std::string> opened;
  bool opened_all = true;  // else the cells are kept as well
  // Raw text -> canonical.
  NameMap stage_names;
  NameMap status_names;
  IssueList issues;

  std::optional<size_t> Find(std::string_view field) const;  // of rank 0
  // The columns of a field, the best first.
  std::vector<size_t> ColumnsOf(std::string_view field) const;
  // Whether some column means the field, be it a spare one.
  bool Has(std::string_view field) const;
  // The type that the product fixes for each event; "" for none.
  std::string_view fixed_type() const;
  uint32_t header_row() const { return writing.dialect.skipped_rows + 1; }
};

// Takes the bytes of one file.
class FileReading {
 public:
  // `path`: its name, with the folders of an archive. `head`: its first MiB.
  FileReading(std::string_view path, std::string_view head,
              const FileChoice& choice);
  ~FileReading();

  void Append(std::string_view bytes);
  // `cut`: the file goes on.
  Understanding Finish(bool cut);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

Understanding Understand(std::string_view path, std::string_view bytes,
                         const FileChoice& choice = {});

// As JSON: what `mqlab inspect --json` prints (documented in its help). With
// the first rows, for a preview.
enum class RowsInJson : bool { kHidden, kShown };
std::string UnderstandingJson(const Understanding& file,
                              RowsInJson rows = RowsInJson::kHidden);

// [{"code", "severity", "header" or "path", "row" or "line", "column",
// "args"}], those of rule and mapping files with the latter.
std::string ProblemsJson(const IssueList& issues);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_UNDERSTANDING_H_
