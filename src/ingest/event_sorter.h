#ifndef MQLAB_INGEST_EVENT_SORTER_H_
#define MQLAB_INGEST_EVENT_SORTER_H_

// Collected rows to events: which can be used, what they are numbered, and
// their order.

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "ingest/event_collector.h"
#include "ingest/read_table.h"
#include "ingest/table_header.h"
#include "lead/event_log.h"

namespace mqlab {

class EventSorter {
 public:
  // `times`: by number of a waiting time; kNever when it cannot be read.
  // All references must outlive this; the collector's rows are used up.
  EventSorter(EventCollector* collector, const TableHeader& header,
              std::vector<Instant> times, uint32_t threads,
              TableReport* report);

  // A part of the work, some milliseconds; true when all is done.
  bool Step();
  // Once, after that.
  EventStore Take();

 private:
  enum class Stage { kSurvey, kNumber, kSortLog, kSortOrphans, kDone };

  bool SurveySome();
  void SurveyRow(const EventLogBuilder::Row& row);
  void ReportFaults();
  void NumberTypes();
  void NumberOrphans();

  EventCollector& from_;
  const TableHeader& header_;
  const std::vector<Instant> times_;
  const uint32_t threads_;
  TableReport& report_;
  Stage stage_ = Stage::kSurvey;
  bool all_usable_ = true;

  // The survey, made only when not all rows can be used.
  size_t log_ = 0;
  size_t part_ = 0;
  uint64_t usable_ = 0;
  std::vector<uint32_t> type_firsts_;  // first row of each, or kNone
  std::vector<uint64_t> type_counts_;  // by code
  std::vector<uint32_t> orphan_firsts_;
  std::vector<BadRow> unreadable_;  // rows whose time is

  std::vector<uint32_t> types_;  // number of each code
  EventStore store_;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_EVENT_SORTER_H_
