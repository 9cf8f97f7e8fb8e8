#ifndef MQLAB_IMPORT_FILE_PLAN_H_
#define MQLAB_IMPORT_FILE_PLAN_H_

// How the rows of one file become rows of leads and events.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/cell_writing.h"
#include "import/identities.h"
#include "import/import.h"
#include "import/opened_columns.h"
#include "import/out_table.h"
#include "import/time_zones.h"
#include "import/type_names.h"

namespace mqlab {

bool HasLeads(FileKind kind);
bool HasEvents(FileKind kind);

class FilePlan {
 public:
  using Cells = std::span<const std::string_view>;

  // Adds the columns that the file needs. All must outlive this.
  FilePlan(const SourceFile& file, OutTable* leads, OutTable* events,
           OutTable* costs);

  // The word that stands for an empty cell; "" for none.
  std::string_view empty_word() const { return empty_word_; }
  // Whether some rows may name both a visitor and a lead.
  bool ties_visitors() const;

  // Views hold until the next call.
  Identities::Keys KeysOf(Cells cells);
  // A row that says of itself that it is one.
  bool IsTest(Cells cells) const;
  // All of the row but its id.
  void FillLead(Cells cells, OutTable* leads);
  // False for a row that is no act of a lead.
  bool FillEvent(Cells cells, OutTable* events);
  void FillCost(Cells cells, OutTable* costs);

 private:
  struct Target {
    size_t column = 0;
    size_t out = 0;
    bool raw = false;  // as it stands in the file
  };

  void PlanConstants(OutTable* leads);
  void PlanLeads(OutTable* leads);
  void PlanEvents(OutTable* events);
  void Plan(bool of_lead, std::span<const std::string_view> roles,
            OutTable* table, std::vector<Target>* targets) const;
  std::string OwnName(size_t column, std::set<std::string>* used) const;
  const std::vector<size_t>& ColumnsOf(std::string_view field);
  std::string_view First(std::string_view field, Cells cells);
  std::string Written(std::string_view field, Cells cells);
  std::string Time(Cells cells);
  std::string Month(Cells cells);
  void Fill(const std::vector<Target>& targets, Cells cells, OutTable* table);

  const Understanding& reading_;
  const std::optional<TimeZone> zone_;
  const OpenedColumns opened_;
  TypeNames types_;
  std::vector<CellWriting> writings_;  // of each column
  std::string_view empty_word_;
  std::string_view fixed_type_;
  std::vector<std::pair<size_t, std::string_view>> constants_;
  std::vector<Target> lead_targets_;
  std::vector<Target> event_targets_;
  std::vector<std::pair<size_t, std::string_view>> cost_targets_;
  std::map<std::string, size_t, std::less<>> opened_targets_;
  std::map<std::string, std::vector<size_t>, std::less<>> fields_;
  std::vector<size_t> flags_;      // columns that mark a test
  std::optional<size_t> created_;  // of leads, when the row is their first
  size_t time_ = 0;
  size_t type_ = 0;
  std::optional<size_t> raw_type_;
  std::string id_;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_FILE_PLAN_H_
