#include <optional>
#include <utility>
#include <vector>

#include "ingest/event_collector.h"
#include "ingest/event_sorter.h"
#include "ingest/settle_columns.h"
#include "ingest/table_readers.h"
#include "ingest/table_stream.h"

namespace mqlab {

class EventsReader::Work : public TableStream::Sink {
 public:
  Work(const LeadTable& leads, const ReadOptions& options, uint32_t threads)
      : threads_(threads),
        collector_(leads.ids, options.zone_minutes),
        stream_(TableKind::kEvents, options, &result_.report, this) {}

  void OnHeader(const TableHeader& header) override {
    collector_.Open(header, result_.report.issues.has_errors());
  }
  void OnRows(const RowBatch& batch, uint32_t first) override {
    collector_.Take(batch, first);
  }

  void OnPacked(PackedRows* rows, uint32_t first) override {
    collector_.Take(rows, first);
  }

  TableStream& stream() { return stream_; }
  bool takes_packed() const {
    return stream_.at_row() && collector_.knows_lead();
  }
  EventsResult& result() { return result_; }
  bool FinishStep();

 private:
  enum class Stage { kEnd, kCount, kDecide, kReport, kSort, kDone };

  Stage End();
  void BeginSettling();
  Stage BeginSorting();

  const uint32_t threads_;
  EventsResult result_;
  EventCollector collector_;
  TableStream stream_;
  std::optional<ColumnSettling> settling_;
  std::optional<EventSorter> sorter_;
  Stage stage_ = Stage::kEnd;
};

bool EventsReader::Work::FinishStep() {
  switch (stage_) {
    case Stage::kEnd:
      stage_ = End();
      break;
    case Stage::kCount:
      if (!collector_.CountLeads(stream_.is_ascii())) break;
      settling_.emplace(stream_.header(), stream_.options(), stream_.is_ascii(),
                        collector_.Cells(), &result_.report);
      stage_ = Stage::kDecide;
      break;
    case Stage::kDecide:
      if (settling_->DecideStep()) stage_ = Stage::kReport;
      break;
    case Stage::kReport:
      if (settling_->ReportStep([this](size_t column, const BadCells& bad,
                                       size_t most, BadRows* rows) {
            return collector_.FindRows(column, bad, most, rows);
          })) {
        stage_ = BeginSorting();
      }
      break;
    case Stage::kSort:
      if (!sorter_->Step()) break;
      result_.events = sorter_->Take();
      stage_ = Stage::kDone;
      break;
    case Stage::kDone:
      break;
  }
  return stage_ == Stage::kDone;
}

EventsReader::Work::Stage EventsReader::Work::End() {
  stream_.End();
  if (!stream_.is_table()) return Stage::kDone;
  TableReport& report = result_.report;
  if (report.rows == 0) report.issues.Warn(IssueCode::kNoRows, {});
  collector_.DecideLead(report.rows, &stream_.header());
  return Stage::kCount;
}

EventsReader::Work::Stage EventsReader::Work::BeginSorting() {
  if (result_.report.issues.has_errors()) return Stage::kDone;
  const TableHeader& header = stream_.header();
  const CellFormat time_format = settling_->format(*header.time);
  collector_.NameColumns(header, *settling_);
  settling_.reset();
  sorter_.emplace(&collector_, header, collector_.WaitingTimes(time_format),
                  threads_, &result_.report);
  return Stage::kSort;
}

EventsReader::EventsReader(const LeadTable& leads, const ReadOptions& options,
                           uint32_t threads)
    : work_(std::make_unique<Work>(leads, options, threads)) {}
EventsReader::~EventsReader() = default;

std::span<char> EventsReader::Prepare(size_t size) {
  return work_->stream().Prepare(size);
}
void EventsReader::Commit(size_t size) { work_->stream().Commit(size); }
void EventsReader::Append(std::string_view bytes) {
  work_->stream().Append(bytes);
}
bool EventsReader::TakesPacked() const { return work_->takes_packed(); }
void EventsReader::TakePacked(std::string_view packed) {
  work_->stream().TakePacked(packed);
}
uint32_t EventsReader::rows() const { return work_->result().report.rows; }
bool EventsReader::FinishStep() { return work_->FinishStep(); }
EventsResult EventsReader::Take() { return std::move(work_->result()); }

EventsResult ReadEvents(std::string_view bytes, const LeadTable& leads,
                        const ReadOptions& options) {
  EventsReader reader(leads, options);
  reader.Append(bytes);
  while (!reader.FinishStep()) {
  }
  return reader.Take();
}

}  // namespace mqlab
