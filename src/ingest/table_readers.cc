#include "ingest/table_readers.h"

#include <cstring>
#include <string>
#include <utility>

namespace mqlab {
namespace {

// The bytes so far.
class Window {
 public:
  std::span<char> Prepare(size_t size) {
    bytes_.resize(size_ + size);
    return {bytes_.data() + size_, size};
  }
  void Commit(size_t size) { size_ += size; }
  void Append(std::string_view bytes) {
    bytes_.replace(size_, std::string::npos, bytes);
    size_ = bytes_.size();
  }
  std::string_view bytes() const { return {bytes_.data(), size_}; }

 private:
  std::string bytes_;
  size_t size_ = 0;
};

}  // namespace

class LeadsReader::Work {
 public:
  explicit Work(ReadOptions options_given)
      : options(std::move(options_given)) {}

  ReadOptions options;
  Window window;
  LeadsResult result;
};

LeadsReader::LeadsReader(const ReadOptions& options)
    : work_(std::make_unique<Work>(options)) {}
LeadsReader::~LeadsReader() = default;
std::span<char> LeadsReader::Prepare(size_t size) {
  return work_->window.Prepare(size);
}
void LeadsReader::Commit(size_t size) { work_->window.Commit(size); }
void LeadsReader::Append(std::string_view bytes) {
  work_->window.Append(bytes);
}
uint32_t LeadsReader::rows() const { return work_->result.report.rows; }
bool LeadsReader::FinishStep() {
  work_->result = ReadLeads(work_->window.bytes(), work_->options);
  return true;
}
LeadsResult LeadsReader::Take() { return std::move(work_->result); }

class EventsReader::Work {
 public:
  Work(const LeadTable& leads_given, ReadOptions options_given)
      : leads(leads_given), options(std::move(options_given)) {}

  const LeadTable& leads;
  ReadOptions options;
  Window window;
  EventsResult result;
};

EventsReader::EventsReader(const LeadTable& leads, const ReadOptions& options)
    : work_(std::make_unique<Work>(leads, options)) {}
EventsReader::~EventsReader() = default;
std::span<char> EventsReader::Prepare(size_t size) {
  return work_->window.Prepare(size);
}
void EventsReader::Commit(size_t size) { work_->window.Commit(size); }
void EventsReader::Append(std::string_view bytes) {
  work_->window.Append(bytes);
}
uint32_t EventsReader::rows() const { return work_->result.report.rows; }
bool EventsReader::FinishStep() {
  work_->result =
      ReadEvents(work_->window.bytes(), work_->leads, work_->options);
  return true;
}
EventsResult EventsReader::Take() { return std::move(work_->result); }

}  // namespace mqlab
