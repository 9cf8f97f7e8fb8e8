// What an EventCollector does when all rows are read.

#include <algorithm>
#include <utility>

#include "base/heap_sort.h"
#include "base/text.h"
#include "ingest/column_format.h"
#include "ingest/event_collector.h"

namespace mqlab {

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
