#include "ingest/event_sorter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/heap_sort.h"
#include "ingest/open_table.h"

namespace mqlab {
namespace {

constexpr uint32_t kNone = EventLogBuilder::kNone;

// The numbers of `firsts` that have a first row, by it.
std::vector<uint32_t> InOrder(const std::vector<uint32_t>& firsts) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < firsts.size(); ++i) {
    if (firsts[i] != kNone) order.push_back(i);
  }
  HeapSort(order, [&](uint32_t i) { return firsts[i]; });
  return order;
}

}  // namespace

EventSorter::EventSorter(EventCollector* collector, const TableHeader& header,
                         std::vector<Instant> times, uint32_t threads,
                         TableReport* report)
    : from_(*collector),
      header_(header),
      times_(std::move(times)),
      threads_(threads),
      report_(*report) {
  all_usable_ =
      from_.unusable_ == 0 && std::ranges::find(times_, kNever) == times_.end();
  if (all_usable_) return;
  const size_t codes = from_.columns_[*from_.type_].counts.size();
  type_firsts_.assign(codes, kNone);
  type_counts_.assign(codes, 0);
  orphan_firsts_.assign(from_.orphans_.size(), kNone);
}

bool EventSorter::Step() {
  const EventLogBuilder::Late late{.times = times_, .types = types_};
  switch (stage_) {
    case Stage::kSurvey:
      if (all_usable_ || SurveySome()) stage_ = Stage::kNumber;
      break;
    case Stage::kNumber:
      if (!all_usable_) ReportFaults();
      NumberTypes();
      NumberOrphans();
      from_.rest_.reset();
      stage_ = Stage::kSortLog;
      break;
    case Stage::kSortLog:
      if (from_.log_->FinishStep(late, threads_)) stage_ = Stage::kSortOrphans;
      break;
    case Stage::kSortOrphans:
      if (from_.orphan_log_->FinishStep(late, threads_)) stage_ = Stage::kDone;
      break;
    case Stage::kDone:
      break;
  }
  return stage_ == Stage::kDone;
}

// Looks at some more rows; true when all are seen.
bool EventSorter::SurveySome() {
  const EventLogBuilder* const logs[] = {&*from_.log_, &*from_.orphan_log_,
                                         &*from_.rest_};
  constexpr size_t kPartsAStep = 8;
  for (size_t i = 0; i < kPartsAStep && log_ < std::size(logs); ++i) {
    if (part_ == logs[log_]->parts()) {
      ++log_;
      part_ = 0;
      continue;
    }
    logs[log_]->ForEach(
        part_++, [&](const EventLogBuilder::Row& row) { SurveyRow(row); });
  }
  return log_ == std::size(logs);
}

void EventSorter::SurveyRow(const EventLogBuilder::Row& row) {
  const uint32_t waits_for = EventLogBuilder::WaitsFor(row.time);
  const bool waits = waits_for != kNone;
  const bool timed = waits ? times_[waits_for] != kNever : row.time != kNever;
  if (waits && !timed) {
    unreadable_.push_back({row.row, from_.waiting_[waits_for]});
  }
  if (!timed || row.type == Column::kMissing || log_ == 2) return;
  ++usable_;
  ++type_counts_[row.type];
  type_firsts_[row.type] = std::min(type_firsts_[row.type], row.row);
  if (log_ == 1) {
    uint32_t& first = orphan_firsts_[row.owner];
    first = std::min(first, row.row);
  }
}

// Says of each row that is left out what it lacks, row by row.
void EventSorter::ReportFaults() {
  report_.left_out = report_.rows - static_cast<uint32_t>(usable_);
  HeapSort(unreadable_, &BadRow::row);
  auto unreadable = unreadable_.begin();
  auto fault = from_.faults_.begin();
  const auto warn = [&](IssueCode code, std::optional<size_t> column,
                        uint32_t row, std::vector<std::string> args = {}) {
    report_.issues.Warn(code, ColumnPlace(header_, *column, row),
                        std::move(args));
  };
  const auto warn_unreadable = [&] {
    warn(IssueCode::kUnreadableTime, header_.time, unreadable->row,
         {Excerpt(unreadable->text)});
    ++unreadable;
  };
  while (fault != from_.faults_.end() || unreadable != unreadable_.end()) {
    const bool next =
        fault != from_.faults_.end() &&
        (unreadable == unreadable_.end() || fault->row <= unreadable->row);
    if (!next) {
      warn_unreadable();
      continue;
    }
    const uint32_t row = fault->row;
    const uint8_t faults = fault->faults;
    ++fault;
    if ((faults & EventCollector::kNoLead) != 0) {
      warn(IssueCode::kEventWithoutLead, header_.lead_id, row);
    }
    if ((faults & EventCollector::kNoType) != 0) {
      warn(IssueCode::kEventWithoutType, header_.type, row);
    }
    if ((faults & EventCollector::kNoTime) != 0) {
      warn(IssueCode::kEventWithoutTime, header_.time, row);
    }
  }
  const auto rest = [&](IssueCode code, uint64_t all) {
    report_.issues.WarnUnlisted(
        code, static_cast<int64_t>(all) - report_.issues.count(code));
  };
  rest(IssueCode::kEventWithoutLead, from_.fault_counts_[0]);
  rest(IssueCode::kEventWithoutType, from_.fault_counts_[1]);
  rest(IssueCode::kEventWithoutTime, from_.fault_counts_[2]);
}

// Types in the order of the first rows of theirs that can be used.
void EventSorter::NumberTypes() {
  const TextColumn& column = from_.columns_[*from_.type_];
  std::vector<uint32_t> order;
  if (all_usable_) {
    for (uint32_t code = 1; code < column.counts.size(); ++code) {
      order.push_back(code);
    }
    type_counts_.assign(column.counts.begin(), column.counts.end());
  } else {
    order = InOrder(type_firsts_);
  }
  types_.assign(column.counts.size(), kNone);
  for (const uint32_t code : order) {
    types_[code] = store_.types.Intern(column.column.texts[code]);
    store_.type_counts.push_back(type_counts_[code]);
  }
}

// The same of orphans: those without an event that can be used are none.
void EventSorter::NumberOrphans() {
  store_.orphan_ids = std::move(from_.orphans_);
  if (all_usable_) return;
  const std::vector<uint32_t> order = InOrder(orphan_firsts_);
  const bool as_before =
      order.size() == orphan_firsts_.size() && std::ranges::is_sorted(order);
  if (as_before) return;
  StringPool ids;
  std::vector<uint32_t> numbers(orphan_firsts_.size(), kNone);
  for (const uint32_t orphan : order) {
    numbers[orphan] = ids.Intern(store_.orphan_ids[orphan]);
  }
  store_.orphan_ids = std::move(ids);
  EventLogBuilder renumbered(from_.stored_.size());
  std::vector<uint32_t> codes(from_.stored_.size());
  for (size_t part = 0; part < from_.orphan_log_->parts(); ++part) {
    from_.orphan_log_->ForEach(part, [&](const EventLogBuilder::Row& row) {
      for (size_t i = 0; i < codes.size(); ++i) codes[i] = row.code(i);
      renumbered.Append(numbers[row.owner], row.time, row.type, row.row, codes);
    });
  }
  from_.orphan_log_ = std::move(renumbered);
}

EventStore EventSorter::Take() {
  store_.log = from_.log_->Finish();
  store_.orphans = from_.orphan_log_->Finish();
  const Instant newest =
      std::max(from_.log_->newest(), from_.orphan_log_->newest());
  if (newest != kNever) store_.newest = newest;
  for (const size_t i : from_.stored_) {
    store_.properties.push_back(std::move(from_.columns_[i].column));
  }
  report_.kept = static_cast<uint32_t>(store_.size());
  return std::move(store_);
}

}  // namespace mqlab
