#include "ingest/event_collector.h"

#include <algorithm>
#include <utility>

#include "base/heap_sort.h"
#include "base/text.h"
#include "ingest/column_format.h"

namespace mqlab {
namespace {

constexpr size_t kSamples = 3;
constexpr size_t kListed = 1000;  // rows of each kind of fault

void AddSample(std::string_view cell, std::vector<std::string>* samples) {
  if (cell.empty() || samples->size() == kSamples) return;
  if (std::ranges::find(*samples, cell) == samples->end()) {
    samples->emplace_back(cell);
  }
}

}  // namespace

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

void EventCollector::DecideLead(uint32_t rows, TableHeader* header) {
  if (!id_) return;
  // "id" never repeats though e-mails do: it numbers the events.
  const size_t ids = columns_[*id_].column.texts.size();
  const bool of_events =
      ids == size_t{1} + rows && columns_[*email_].column.texts.size() < ids;
  if (of_events) UseEmail(header);
  Decide(of_events);
}

// Takes the loose rows once more, now that it is known who their leads are.
void EventCollector::Decide(bool by_email) {
  const std::optional<size_t> lead = by_email ? email_ : id_;
  id_.reset();
  if (loose_) return;
  lead_ = lead;
  const TextColumn ids = std::exchange(columns_[*lead_], {});
  const std::vector<size_t> stored = std::move(stored_);
  const EventLogBuilder loose = *std::move(rest_);
  SetStored();
  const auto is_lead = [&](size_t column) { return column == lead_; };
  const auto place = static_cast<size_t>(std::ranges::find_if(stored, is_lead) -
                                         stored.begin());
  for (uint32_t i = 0; i < ids.column.texts.size(); ++i) {
    AddSample(ids.column.texts[i], &lead_samples_);
  }
  uint32_t rows = 0;
  for (size_t part = 0; part < loose.parts(); ++part) {
    loose.ForEach(part, [&](const EventLogBuilder::Row& row) {
      const std::string_view id = ids.column.texts[row.code(place)];
      lead_of_[rows] = id.empty() ? StringPool::kNone : leads_.Find(id);
      orphan_of_[rows] = StringPool::kNone;
      if (!id.empty() && lead_of_[rows] == StringPool::kNone) {
        orphan_of_[rows] = AddOrphan(id);
      }
      rows_[rows] = row.row;
      times_[rows] = row.time;
      types_[rows] = row.type;
      for (size_t i = 0; i < stored.size(); ++i) {
        codes_[stored[i]][rows] = row.code(i);
      }
      if (++rows == kMost) Keep(std::exchange(rows, 0));
    });
  }
  if (rows > 0) Keep(rows);
}

bool EventCollector::CountLeads(bool ascii) {
  if (!lead_) return true;
  if (!counts_leads_) {
    for (uint32_t i = 0; i < leads_.size() && !counts_leads_; ++i) {
      const std::string_view id = leads_[i];
      counts_leads_ = MayFitType(id) || (!ascii && !IsValidUtf8(id));
    }
    if (!counts_leads_) return true;
    lead_counts_.resize(leads_.size());
  }
  constexpr size_t kPartsAStep = 8;
  for (size_t i = 0; i < kPartsAStep; ++i) {
    if (counted_parts_ == log_->parts()) return true;
    log_->ForEach(counted_parts_++, [&](const EventLogBuilder::Row& row) {
      ++lead_counts_[row.owner];
    });
  }
  return false;
}

std::vector<ColumnCells> EventCollector::Cells() const {
  std::vector<ColumnCells> all;
  for (size_t i = 0; i < columns_.size(); ++i) {
    ColumnCells cells;
    if (i == time_) {
      cells.counted = {{&waiting_, waiting_counts_}};
      cells.instants = iso_times_;
      cells.samples = time_samples_;
    } else if (i == lead_) {
      cells.counted = {{&leads_, lead_counts_}, {&orphans_, orphan_counts_}};
      cells.samples = lead_samples_;
      if (!counts_leads_) cells.texts = log_->size();
    } else {
      cells = CellsOf(columns_[i]);
    }
    all.push_back(std::move(cells));
  }
  return all;
}

void EventCollector::NameColumns(const TableHeader& header,
                                 const ColumnSettling& settled) {
  for (const size_t i : stored_) {
    Column& column = columns_[i].column;
    column.name = header.names[i];
    column.header = header.headers[i];
    column.number = static_cast<uint32_t>(i + 1);
    column.format = settled.format(i);
    column.votes = settled.votes(i);
    columns_[i].counts = {};
    columns_[i].later_counts = {};
  }
}

std::vector<Instant> EventCollector::WaitingTimes(
    const CellFormat& format) const {
  std::vector<Instant> times;
  times.reserve(waiting_.size());
  for (uint32_t i = 0; i < waiting_.size(); ++i) {
    times.push_back(ReadInstant(waiting_[i], format).value_or(kNever));
  }
  return times;
}

bool EventCollector::FindRows(size_t column, const BadCells& bad, size_t most,
                              BadRows* rows) {
  const EventLogBuilder* const logs[] = {&*log_, &*orphan_log_, &*rest_};
  const auto stored =
      static_cast<size_t>(std::ranges::find(stored_, column) - stored_.begin());
  const auto earlier = [](const BadRow& a, const BadRow& b) {
    return a.row < b.row;
  };
  const auto add = [&](uint32_t row, std::string_view text) {
    ++rows->all;
    rows->first.push_back({row, text});
    if (rows->first.size() < 4 * (most + kListed)) return;
    std::ranges::nth_element(
        rows->first, rows->first.begin() + static_cast<std::ptrdiff_t>(most),
        earlier);
    rows->first.resize(most);
  };
  constexpr size_t kPartsAStep = 8;
  for (size_t i = 0; i < kPartsAStep && find_log_ < std::size(logs); ++i) {
    const EventLogBuilder& log = *logs[find_log_];
    if (find_part_ == log.parts()) {
      ++find_log_;
      find_part_ = 0;
      continue;
    }
    log.ForEach(find_part_++, [&](const EventLogBuilder::Row& row) {
      if (column == lead_) {
        if (find_log_ == 2) return;  // without an id
        const StringPool& ids = find_log_ == 0 ? leads_ : orphans_;
        if (bad[find_log_][row.owner]) add(row.row, ids[row.owner]);
        return;
      }
      const uint32_t code = column == type_ ? row.type : row.code(stored);
      if (bad[0][code]) add(row.row, columns_[column].column.texts[code]);
    });
  }
  if (find_log_ < std::size(logs)) return false;
  find_log_ = 0;
  HeapSort(rows->first, &BadRow::row);
  if (rows->first.size() > most) rows->first.resize(most);
  return true;
}

}  // namespace mqlab
