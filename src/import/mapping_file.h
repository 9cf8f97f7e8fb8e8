#ifndef MQLAB_IMPORT_MAPPING_FILE_H_
#define MQLAB_IMPORT_MAPPING_FILE_H_

// What was said of files, kept as a JSON document, so that next month's export
// needs no word:
//
//   {"format": "mqlab-mapping/1",
//    "orphans": "keep",           or "leads": see ImportOptions
//    "merge_by_email": true,
//    "files": [{
//      "name": "contacts.csv",
//      "kind": "leads",           leads, events, both, costs, outcomes
//      "encoding": "utf-8",       a label of the WHATWG Encoding Standard
//      "delimiter": ";",
//      "header_row": 1,           line of the header
//      "zone": "Europe/Warsaw",   or "+02:00": of times that name none
//      "date_order": "day_first", or "month_first"
//      "decimal": ",",            or "."
//      "columns": [{"header": "Work mail", "field": "email"}],
//                                 "field": "" for a column of its own; a header
//                                 that comes again means the next of that name
//      "types": {"Obejrzano cennik": "page_view"},
//      "stages": {"Heiss": "mql"}, "statuses": {"Neu": "new"}}]}
//
// Only "format" is needed; what is left out is found by looking at the file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "import/import.h"

namespace mqlab {

struct MappedFile {
  std::string name;
  FileChoice choice;
};

struct Mapping {
  ImportOptions options;
  std::vector<MappedFile> files;

  // What is said of a file: by its name, without folders; else by the entry
  // that has the most columns, if the file has them all. nullptr for none.
  const FileChoice* Find(std::string_view path,
                         const std::vector<std::string>& headers) const;
};

// nullopt when there are errors among the issues; each has its place.
std::optional<Mapping> ParseMapping(std::string_view json, IssueList* issues);
std::string WriteMapping(const Mapping& mapping);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_MAPPING_FILE_H_
