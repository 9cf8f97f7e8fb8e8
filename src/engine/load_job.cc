#include "engine/load_job.h"

#include <span>
#include <utility>

#include "ingest/open_table.h"
#include "ingest/parallel_reading.h"

namespace mqlab {

LoadJob::LoadJob(const ReadOptions& leads,
                 const std::optional<ReadOptions>& events, uint32_t threads)
    : threads_(threads),
      lead_options_(leads),
      event_options_(events),
      leads_(std::make_unique<LeadsReader>(leads)),
      dataset_(std::make_shared<Dataset>()) {}

std::span<char> LoadJob::Prepare(size_t size) {
  return leads_ ? leads_->Prepare(size) : events_->Prepare(size);
}

void LoadJob::Commit(size_t size) {
  leads_ ? leads_->Commit(size) : events_->Commit(size);
}

void LoadJob::Append(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  bytes.remove_prefix(head.size());
  const NextBytes next = [&](std::span<char> room) {
    const size_t size = bytes.copy(room.data(), room.size());
    bytes.remove_prefix(size);
    return size;
  };
  if (leads_) {
    ReadAll(leads_.get(), lead_options_, head, next, threads_);
  } else {
    ReadAll(events_.get(), *event_options_, head, next, threads_);
  }
}

uint32_t LoadJob::rows() const {
  if (leads_) return leads_->rows();
  return events_ ? events_->rows() : 0;
}

bool LoadJob::EndTable() {
  if (leads_) {
    if (!leads_->FinishStep()) return false;
    LeadsResult read = leads_->Take();
    leads_.reset();
    report_.leads = std::move(read.report);
    report_.accepted = read.leads.has_value();
    if (!read.leads) return true;
    dataset_->leads = std::move(*read.leads);
    if (event_options_) {
      events_ = std::make_unique<EventsReader>(dataset_->leads, *event_options_,
                                               threads_);
    }
  } else if (events_) {
    if (!events_->FinishStep()) return false;
    EventsResult read = events_->Take();
    events_.reset();
    report_.events = std::move(read.report);
    report_.accepted = read.events.has_value();
    if (read.events) dataset_->events = std::move(*read.events);
  }
  return true;
}

}  // namespace mqlab
