#ifndef MQLAB_CLI_IMPORT_FILES_H_
#define MQLAB_CLI_IMPORT_FILES_H_

// Files of any product, which the engine cannot read as they are.

#include <optional>
#include <string>
#include <vector>

#include "attribution/costs.h"
#include "cli/findings.h"
#include "import/import.h"
#include "import/mapping_file.h"
#include "ingest/read_table.h"
#include "lead/event_log.h"

namespace mqlab {

struct DataFile {
  std::string path;
  // What it is said to be; none: what it looks like.
  std::optional<TableKind> kind = {};
};

// What is said of all files.
struct DataChoices {
  std::vector<DataFile> files;
  Mapping mapping;
  std::vector<std::string> map;  // as InputFiles has it
  std::string zone;
};

// Whether the engine reads the files as they are, with the same result. By
// their first MiB each.
bool ArePlain(const DataChoices& data);

struct ImportedTables {
  std::optional<TableReport> leads;
  std::optional<TableReport> events;
  std::optional<Dataset> dataset;  // none: the findings say why
  std::optional<Costs> costs;      // none: no file is of costs
  ImportReport report;
  std::vector<SourceFile> files;
};

// Reads them all, joins them, and tells what is wrong with each of its rows.
ImportedTables ImportTables(const DataChoices& data, Findings* findings);

// "contacts.csv: leads of hubspot, 24 rows; ...": for people.
std::string ImportSentence(const ImportedTables& tables);

}  // namespace mqlab

#endif  // MQLAB_CLI_IMPORT_FILES_H_
