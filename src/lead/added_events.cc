#include "lead/added_events.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace mqlab {
namespace {

constexpr uint32_t kBlock = EventLog::kOwnersABlock;

Column Fork(const Column& column) {
  Column fork;
  fork.name = column.name;
  fork.header = column.header;
  fork.number = column.number;
  fork.format = column.format;
  fork.votes = column.votes;
  fork.texts = column.texts.Fork();
  fork.codes = column.codes;
  fork.merged = column.merged;
  return fork;
}

LeadTable Fork(const LeadTable& leads) {
  LeadTable fork;
  fork.ids = leads.ids.Fork();
  fork.rows = leads.rows;
  for (const Column& field : leads.fields) fork.fields.push_back(Fork(field));
  return fork;
}

// A pool that no longer looks texts up takes it as one more.
uint32_t NumberOf(std::string_view text, StringPool* pool) {
  const uint32_t known = pool->Find(text);
  return known == StringPool::kNone ? pool->Append(text) : known;
}

class Adding {
 public:
  Adding(const EventStore& added, EventStore* to) : added_(added), to_(*to) {
    for (uint32_t type = 0; type < added.types.size(); ++type) {
      types_.push_back(to_.types.Intern(added.types[type]));
    }
    to_.type_counts.resize(to_.types.size());
    for (const Column& property : added.properties) AddProperty(property);
  }

  void Add() {
    const auto blocks = added_.log.blocks();
    for (size_t block = 0; block < blocks.size(); ++block) {
      if (blocks[block]->time.empty()) continue;
      const auto known = to_.log.blocks();
      if (block < known.size()) {
        to_.log.Replace(block, Merged(*known[block], *blocks[block]));
      } else {
        while (to_.log.blocks().size() < block) {
          to_.log.Replace(to_.log.blocks().size(), Widened({}));
        }
        to_.log.Replace(block, Merged({}, *blocks[block]));
      }
    }
    if (!to_.newest || (added_.newest && *added_.newest > *to_.newest)) {
      to_.newest = added_.newest;
    }
  }

 private:
  void AddProperty(const Column& property) {
    std::vector<Column>& known = to_.properties;
    const auto found = std::ranges::find(known, property.name, &Column::name);
    columns_.push_back(static_cast<size_t>(found - known.begin()));
    if (found == known.end()) {
      Column& fresh = known.emplace_back();
      fresh.name = property.name;
      fresh.header = property.header;
      fresh.number = property.number;
      fresh.format = property.format;
      fresh.votes = property.votes;
      WidenAll();
    }
    std::vector<uint32_t>& codes = codes_.emplace_back();
    StringPool& texts = known[columns_.back()].texts;
    codes.push_back(Column::kMissing);
    for (uint32_t code = 1; code < property.texts.size(); ++code) {
      codes.push_back(NumberOf(property.texts[code], &texts));
    }
  }

  // A new property is missing in all events there are.
  EventBlock Widened(EventBlock block) const {
    while (block.properties.size() < to_.properties.size()) {
      block.properties.emplace_back(block.time.size(), 0);
    }
    return block;
  }
  void WidenAll() {
    for (size_t i = 0; i < to_.log.blocks().size(); ++i) {
      to_.log.Replace(i, Widened(*to_.log.blocks()[i]));
    }
  }

  static void Take(const EventBlock& from, uint32_t event, EventBlock* to) {
    to->time.push_back(from.time[event]);
    to->row.push_back(from.row[event]);
    to->type.push_back(from.type[event]);
    for (size_t i = 0; i < from.properties.size(); ++i) {
      to->properties[i].push_back(from.properties[i][event]);
    }
  }
  // Rows are of the other file: added events have none.
  void TakeAdded(const EventBlock& from, uint32_t event, EventBlock* to) {
    const uint32_t type = types_[from.type[event]];
    ++to_.type_counts[type];
    to->time.push_back(from.time[event]);
    to->row.push_back(0);
    to->type.push_back(type);
    std::vector<uint32_t> codes(to->properties.size(), Column::kMissing);
    for (size_t i = 0; i < columns_.size(); ++i) {
      codes[columns_[i]] = codes_[i][from.properties[i][event]];
    }
    for (size_t i = 0; i < codes.size(); ++i) {
      to->properties[i].push_back(codes[i]);
    }
  }

  static uint32_t End(const EventBlock& block, uint32_t owner) {
    return owner + 1 < block.offsets.size()
               ? block.offsets[owner + 1]
               : static_cast<uint32_t>(block.time.size());
  }

  EventBlock Merged(const EventBlock& known, const EventBlock& fresh) {
    EventBlock block;
    block.offsets.push_back(0);
    block.properties.resize(to_.properties.size());
    uint32_t next = 0;
    uint32_t added = 0;
    for (uint32_t owner = 0; owner < kBlock; ++owner) {
      const uint32_t until = End(fresh, owner);
      for (; next < End(known, owner); ++next) {
        while (added < until && fresh.time[added] < known.time[next]) {
          TakeAdded(fresh, added++, &block);
        }
        Take(known, next, &block);
      }
      while (added < until) TakeAdded(fresh, added++, &block);
      block.offsets.push_back(static_cast<uint32_t>(block.time.size()));
    }
    return block;
  }

  const EventStore& added_;
  EventStore& to_;
  std::vector<uint32_t> types_;               // by type of the added
  std::vector<size_t> columns_;               // by property of the added
  std::vector<std::vector<uint32_t>> codes_;  // by property and code
};

}  // namespace

std::shared_ptr<const Dataset> WithAdded(const Dataset& base,
                                         const EventStore& added) {
  auto dataset = std::make_shared<Dataset>();
  dataset->leads = Fork(base.leads);
  EventStore& events = dataset->events;
  events.types = base.events.types.Fork();
  events.type_counts = base.events.type_counts;
  for (const Column& property : base.events.properties) {
    events.properties.push_back(Fork(property));
  }
  events.log = base.events.log;
  events.orphan_ids = base.events.orphan_ids.Fork();
  events.orphans = base.events.orphans;
  events.newest = base.events.newest;
  Adding(added, &events).Add();
  return dataset;
}

}  // namespace mqlab
