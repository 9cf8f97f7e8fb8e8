#include "scoring/changed_lead.h"

#include <algorithm>
#include <utility>

namespace mqlab {
namespace {

// A value of the rule file as a column of the data writes it.
std::string CellText(const std::string& value, FieldType type,
                     const CellFormat& format) {
  std::string cell = value;
  if (type == FieldType::kNumber && format.decimal_comma) {
    std::ranges::replace(cell, '.', ',');
  } else if (type == FieldType::kInstant) {
    if (const auto instant = ParseInstant(value))
      cell = FormatInstant(*instant);
  }
  return cell;
}

// A dataset of the lead and its changes, each a lead of its own. It has a
// column for each field and property that the program names, no others.
class ChangedLeads {
 public:
  ChangedLeads(const Binding& binding, Instant as_of, uint32_t lead)
      : binding_(binding), as_of_(as_of), program_(binding.program()) {
    const Dataset& from = binding.dataset();
    const auto begin = [](std::vector<FieldUse>* uses,
                          const std::vector<Column>& from_columns,
                          std::vector<Column>* columns) {
      for (FieldUse& use : *uses) {
        Column& column = columns->emplace_back();
        if (use.column == kNoIndex) continue;
        column.format = from_columns[use.column].format;
        use.column = static_cast<uint32_t>(columns->size() - 1);
      }
    };
    begin(&program_.fields, from.leads.fields, &dataset_.leads.fields);
    begin(&program_.properties, from.events.properties,
          &dataset_.events.properties);
    for (uint32_t use = 0; use < program_.fields.size(); ++use) {
      cells_.push_back(
          dataset_.leads.fields[use].texts.Intern(binding.Cell(use, lead)));
    }
    TakeEvents(from.events, lead);
  }

  // Without a change: the lead as it is.
  void Add(const LeadChange* change) {
    const bool is_event = change != nullptr && !change->event.empty();
    dataset_.leads.rows.push_back(0);
    for (size_t use = 0; use < cells_.size(); ++use) {
      dataset_.leads.fields[use].codes.push_back(cells_[use]);
    }
    if (change != nullptr && !is_event) ChangeField(change->cells.front());
    if (blocks_.empty() ||
        blocks_.back().offsets.size() > EventLog::kOwnersABlock) {
      EventBlock& block = blocks_.emplace_back();
      block.offsets.push_back(0);
      block.properties.resize(program_.properties.size());
    }
    EventBlock& block = blocks_.back();
    for (const Event& event : events_) Append(event, &block);
    if (is_event) {
      const Event event = EventOf(*change);
      for (uint32_t i = 0; i < change->times; ++i) Append(event, &block);
    }
    block.offsets.push_back(static_cast<uint32_t>(block.time.size()));
  }

  std::optional<ScoreTable> Score() {
    dataset_.events.log = EventLog(std::move(blocks_));
    return ScoreLeads(program_, dataset_, as_of_).table;
  }

 private:
  struct Event {
    Instant time;
    uint32_t type;
    std::vector<uint32_t> codes;  // by property
  };

  static void Append(const Event& event, EventBlock* block) {
    block->time.push_back(event.time);
    block->type.push_back(event.type);
    block->row.push_back(0);
    for (size_t use = 0; use < event.codes.size(); ++use) {
      block->properties[use].push_back(event.codes[use]);
    }
  }

  void TakeEvents(const EventStore& from, uint32_t lead) {
    const EventSpan span = from.log.Of(lead);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      const Instant time = span.block->time[i];
      if (time > as_of_) break;
      Event event{time,
                  dataset_.events.types.Intern(from.types[span.block->type[i]]),
                  {}};
      for (uint32_t use = 0; use < program_.properties.size(); ++use) {
        const uint32_t column = binding_.program().properties[use].column;
        event.codes.push_back(
            column == kNoIndex
                ? Column::kMissing
                : dataset_.events.properties[use].texts.Intern(
                      from.properties[column]
                          .texts[span.block->properties[column][i]]));
      }
      events_.push_back(std::move(event));
    }
  }

  // Calls set(use, code) for all uses of the cell's column.
  template <typename Set>
  static void SetCell(const LeadChange::Cell& cell,
                      const std::vector<FieldUse>& uses,
                      std::vector<Column>* columns, Set set) {
    for (uint32_t use = 0; use < uses.size(); ++use) {
      if (uses[use].column != uses[cell.use].column) continue;
      Column& column = (*columns)[use];
      set(use, column.texts.Intern(
                   CellText(cell.value, uses[cell.use].type, column.format)));
    }
  }
  void ChangeField(const LeadChange::Cell& cell) {
    std::vector<Column>& columns = dataset_.leads.fields;
    SetCell(cell, binding_.program().fields, &columns,
            [&](uint32_t use, uint32_t code) {
              columns[use].codes.Set(dataset_.leads.size() - 1, code);
            });
  }
  Event EventOf(const LeadChange& change) {
    Event event{as_of_, dataset_.events.types.Intern(change.event), {}};
    event.codes.resize(program_.properties.size(), Column::kMissing);
    for (const LeadChange::Cell& cell : change.cells) {
      SetCell(cell, binding_.program().properties, &dataset_.events.properties,
              [&](uint32_t use, uint32_t code) { event.codes[use] = code; });
    }
    return event;
  }

  const Binding& binding_;
  Instant as_of_;
  Program program_;
  Dataset dataset_;
  std::vector<uint32_t> cells_;  // of the lead as it is, by use
  std::vector<Event> events_;
  std::vector<EventBlock> blocks_;
};

}  // namespace

std::optional<ScoreTable> ScoreChanges(const Binding& binding, Instant as_of,
                                       uint32_t lead,
                                       const std::vector<LeadChange>& changes) {
  ChangedLeads leads(binding, as_of, lead);
  leads.Add(nullptr);
  for (const LeadChange& change : changes) leads.Add(&change);
  return leads.Score();
}

}  // namespace mqlab
