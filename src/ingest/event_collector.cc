#include "ingest/event_collector.h"

#include <algorithm>
#include <utility>

namespace mqlab {

void EventCollector::Open(const TableHeader& header, bool loose) {
  columns_.resize(header.headers.size());
  codes_.resize(header.headers.size());
  time_ = header.time;
  type_ = header.type;
  loose_ = loose;
  if (header.email) {
    id_ = header.lead_id;
    email_ = header.email;
  } else if (!loose) {
    lead_ = header.lead_id;
  }
  for (const auto& column : {type_, id_, email_}) {
    if (column) columns_[*column].KeepDistinct();
  }
  SetStored();
}

// Makes ready for rows; those before were loose, and are given back.
void EventCollector::SetStored() {
  stored_.clear();
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (i != lead_ && i != time_ && i != type_) stored_.push_back(i);
  }
  log_.emplace(stored_.size());
  orphan_log_.emplace(stored_.size());
  rest_.emplace(stored_.size());
}

void EventCollector::Take(const RowBatch& batch, uint32_t first) {
  const uint32_t rows = batch.rows();
  for (uint32_t i = 0; i < rows; ++i) rows_[i] = first + i;
  if (time_) {
    ReadTimes(batch.column(*time_));
  } else {
    times_.fill(kNever);
  }
  if (type_) columns_[*type_].Encode(batch.column(*type_), types_.data());
  for (const size_t i : stored_) {
    columns_[i].Encode(batch.column(i), codes_[i].data());
  }
  if (lead_) {
    FindLeads(batch.column(*lead_));
    Keep(rows);
    return;
  }
  KeepLoose(rows);
  // An id that is missing or comes again is none of events.
  const uint32_t last = first + rows - 1;
  if (id_ && columns_[*id_].column.texts.size() != size_t{1} + last) {
    Decide(false);
  }
}

void EventCollector::ReadTimes(std::span<const std::string_view> cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = cells[i];
    if (time_samples_.size() < kSamples) AddSample(cell, &time_samples_);
    if (const auto instant = ParseInstant(cell, zone_minutes_)) {
      times_[i] = *instant;
      ++iso_times_;
      continue;
    }
    WaitForTime(i, cell);
  }
}

// A cell that is not ISO 8601 is read when the format of all is known.
void EventCollector::WaitForTime(size_t i, std::string_view cell) {
  times_[i] = kNever;
  if (cell.empty()) return;
  const uint32_t number = waiting_.Intern(cell);
  waiting_counts_.resize(waiting_.size());
  ++waiting_counts_[number];
  times_[i] = EventLogBuilder::Waiting(number);
}

void EventCollector::Take(PackedRows* packed, uint32_t first) {
  std::array<std::string_view, kMost> ids;
  for (uint32_t from = 0; from < packed->rows(); from += kMost) {
    const uint32_t rows =
        std::min(packed->rows() - from, static_cast<uint32_t>(kMost));
    for (uint32_t i = 0; i < rows; ++i) rows_[i] = first + from + i;
    if (time_) {
      TakeTimes(&packed->column(*time_), from, rows);
    } else {
      times_.fill(kNever);
    }
    if (type_) {
      columns_[*type_].Encode(&packed->column(*type_), from, rows,
                              types_.data());
    }
    for (const size_t i : stored_) {
      columns_[i].Encode(&packed->column(i), from, rows, codes_[i].data());
    }
    packed->column(*lead_).Cells(from, std::span(ids).first(rows));
    FindLeads(std::span(ids).first(rows));
    Keep(rows);
  }
}

void EventCollector::TakeTimes(PackedColumn* column, uint32_t from,
                               uint32_t rows) {
  for (const std::string_view cell : column->samples()) {
    AddSample(cell, &time_samples_);
  }
  if (from == 0) other_times_ = 0;
  for (uint32_t i = 0; i < rows; ++i) {
    times_[i] = column->time(from + i);
    if (times_[i] == kNever) {
      WaitForTime(i, column->texts()[other_times_++]);
    } else {
      ++iso_times_;
    }
  }
}

void EventCollector::FindLeads(std::span<const std::string_view> cells) {
  leads_.FindAll(cells, lead_of_.data());
  for (size_t i = 0; i < cells.size(); ++i) {
    if (lead_samples_.size() < kSamples) AddSample(cells[i], &lead_samples_);
    orphan_of_[i] = StringPool::kNone;
    if (cells[i].empty()) {
      lead_of_[i] = StringPool::kNone;
    } else if (lead_of_[i] == StringPool::kNone) {
      orphan_of_[i] = AddOrphan(cells[i]);
    }
  }
}

uint32_t EventCollector::AddOrphan(std::string_view id) {
  const uint32_t orphan = orphans_.Intern(id);
  orphan_counts_.resize(orphans_.size());
  ++orphan_counts_[orphan];
  return orphan;
}

EventRows EventCollector::RowsOf(const Numbers& owners, uint32_t rows) {
  code_columns_.clear();
  for (const size_t i : stored_) code_columns_.push_back(codes_[i].data());
  return {.owner = std::span(owners).first(rows),
          .time = times_.data(),
          .type = types_.data(),
          .row = rows_.data(),
          .codes = code_columns_};
}

void EventCollector::Keep(uint32_t rows) {
  log_->Append(RowsOf(lead_of_, rows));
  orphan_log_->Append(RowsOf(orphan_of_, rows));
  Numbers& rest = orphan_of_;  // 0: the row has no id
  bool any = false;
  for (uint32_t i = 0; i < rows; ++i) {
    const bool id =
        lead_of_[i] != StringPool::kNone || orphan_of_[i] != StringPool::kNone;
    const bool usable =
        id && types_[i] != Column::kMissing && times_[i] != kNever;
    if (!usable) NoteFault(i, id);
    any |= !id;
    rest[i] = id ? StringPool::kNone : 0;
  }
  if (any) rest_->Append(RowsOf(rest, rows));
}

void EventCollector::KeepLoose(uint32_t rows) {
  std::fill_n(orphan_of_.begin(), rows, 0);
  rest_->Append(RowsOf(orphan_of_, rows));
}

void EventCollector::NoteFault(uint32_t i, bool has_id) {
  const std::array<bool, 3> faults = {!has_id, types_[i] == Column::kMissing,
                                      times_[i] == kNever};
  RowFault fault{.row = rows_[i], .faults = 0};
  for (size_t kind = 0; kind < faults.size(); ++kind) {
    if (!faults[kind]) continue;
    if (fault_counts_[kind]++ < kListed) fault.faults |= 1u << kind;
  }
  if (fault.faults != 0) faults_.push_back(fault);
  ++unusable_;
}

}  // namespace mqlab
