#ifndef MQLAB_TESTS_IMPORT_IMPORTED_H_
#define MQLAB_TESTS_IMPORT_IMPORTED_H_

// Files that went the whole way, as the two tables that came of them.

#include <string>
#include <vector>

#include "import/import.h"
#include "import/text_table.h"

namespace mqlab {

struct NamedFile {
  std::string path;
  std::string bytes;
  FileChoice choice = {};
};

inline const NamedFile kThreeLeads = {"leads.csv",
                                      "Lead ID,Email,First Name,Country\n"
                                      "L1,Anna@Example.com,Anna,PL\n"
                                      "L2,bo@example.com,Bo,SE\n"
                                      "L3,,Cy,GB\n"};

inline const NamedFile kStrangers = {"events.csv",
                                     "Email,Date,Event\n"
                                     "x@example.com,2026-01-02,Email open\n"
                                     "X@example.com,2026-01-03,Email open\n"
                                     ",2026-01-04,Email open\n"
                                     "y@example.com,2026-01-05,Email open\n"};

struct Imported {
  std::vector<SourceFile> files;
  std::string leads_csv;
  std::string events_csv;
  std::string costs_csv;
  TextTable leads;
  TextTable events;
  TextTable costs;
  std::vector<std::string> lead_headers;
  std::vector<std::string> event_headers;
  ImportReport report;

  // The row of a table that is from this row, from 1, of a file.
  size_t LeadOf(uint32_t file, uint32_t row) const;
  size_t EventOf(uint32_t file, uint32_t row) const;
};

// `piece`: so many bytes are handed over at once.
Imported ImportAll(const std::vector<NamedFile>& files,
                   const ImportOptions& options = {}, size_t piece = 1 << 16);

}  // namespace mqlab

#endif  // MQLAB_TESTS_IMPORT_IMPORTED_H_
