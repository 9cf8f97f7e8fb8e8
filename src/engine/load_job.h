#ifndef MQLAB_ENGINE_LOAD_JOB_H_
#define MQLAB_ENGINE_LOAD_JOB_H_

// New data on its way in: the leads, then the events, each in pieces of any
// size. Between two calls others may run; dropping the job drops the data.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ingest/table_readers.h"
#include "lead/event_log.h"

namespace mqlab {

struct DataReport {
  TableReport leads;
  std::optional<TableReport> events;
  bool accepted = false;  // the new data took the place of the old
};

class LoadJob {
 public:
  LoadJob(const ReadOptions& leads, const std::optional<ReadOptions>& events,
          uint32_t threads);

  // Whether a table is being read, or comes next. Not when the leads were
  // refused: there is nothing then that events could belong to.
  bool expects_table() const { return leads_ != nullptr || events_ != nullptr; }
  // REQUIRES of these five: expects_table().
  std::span<char> Prepare(size_t size);  // room that the next call takes back
  void Commit(size_t size);              // the first `size` bytes of it
  // All of a table.
  void Append(std::string_view bytes);
  // Of rows that a RowPacker has read, see LeadsReader.
  bool TakesPacked() const {
    return leads_ ? leads_->TakesPacked() : events_->TakesPacked();
  }
  void TakePacked(std::string_view packed) {
    leads_ ? leads_->TakePacked(packed) : events_->TakePacked(packed);
  }
  // After the last byte of a table: does a part of what is left to do with it;
  // true when all is done.
  bool EndTable();
  uint32_t rows() const;  // of the table being read, so far

  // The data, when the report accepts it. Once, when no table is expected.
  std::shared_ptr<const Dataset> Take() { return dataset_; }
  DataReport& report() { return report_; }

 private:
  const uint32_t threads_;
  ReadOptions lead_options_;
  std::optional<ReadOptions> event_options_;
  std::unique_ptr<LeadsReader> leads_;
  std::unique_ptr<EventsReader> events_;
  std::shared_ptr<Dataset> dataset_;
  DataReport report_;
};

}  // namespace mqlab

#endif  // MQLAB_ENGINE_LOAD_JOB_H_
