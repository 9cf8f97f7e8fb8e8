#ifndef MQLAB_IMPORT_IMPORT_H_
#define MQLAB_IMPORT_IMPORT_H_

// Any number of files to the tables that the engine reads: leads, events joined
// to them, and costs, in canonical names and writing.
//
//   Import import(std::move(files), options);
//   while (const auto file = import.NextFile()) {
//     ...  import.Append(bytes of that file, from its start)
//     import.EndFile();
//     leads += import.TakeLeads();
//     events += import.TakeEvents();
//   }
//   leads += import.Finish()
//
// The tables are to be read with ReadOptions::canonical, and these headers.
// What has become another keeps its text in `lead_id_raw`,
// `lifecycle_stage_raw` and `lead_status_raw`, the type of an event in `name`.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/row_map.h"
#include "import/understanding.h"

namespace mqlab {

struct SourceFile {
  Understanding reading;
  FileChoice choice;
};

struct ImportOptions {
  // What to do with events of nobody: keep them apart, or make leads of them.
  bool orphan_leads = false;
  // Whether leads of several files with the same e-mail are one; none: yes,
  // when there are several such files.
  std::optional<bool> merge_by_email = {};
};

struct ImportReport {
  // Events by what joined them to a lead.
  uint64_t by_id = 0;
  uint64_t by_email = 0;
  uint64_t by_other_id = 0;
  uint64_t by_visitor = 0;
  uint64_t orphans = 0;       // events of nobody
  uint32_t orphan_leads = 0;  // leads made of them
  uint64_t merged = 0;        // rows of leads that another file has, too
  uint64_t ignored = 0;       // rows that are no act of a lead, or say nothing
  uint64_t tests = 0;  // rows that say of themselves that they are a test
  RowMap leads;
  RowMap events;
  RowMap costs;
};

class Import {
 public:
  Import(std::vector<SourceFile> files, const ImportOptions& options);
  ~Import();

  const std::vector<SourceFile>& files() const;
  // The file whose bytes are needed next, all of them; nullopt after the last.
  // A file may be asked for more than once.
  std::optional<size_t> NextFile();
  void Append(std::string_view bytes);
  void EndFile();

  // What was written since it was taken last, as CSV in UTF-8.
  std::string TakeLeads();
  std::string TakeEvents();
  std::string TakeCosts();  // month, channel, campaign, cost, currency
  // What their columns are called in the files.
  const std::vector<std::string>& lead_headers() const;
  const std::vector<std::string>& event_headers() const;
  // Whether there is any event, any cost.
  bool has_events() const;
  bool has_costs() const;

  // After the last file: the leads that are made of orphans.
  std::string Finish();
  const ImportReport& report() const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// Whether the files are what the engine reads itself with the same result: one
// of leads and at most one of events, in our own words and in UTF-8.
bool IsPlain(const std::vector<SourceFile>& files);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_IMPORT_H_
