#include "report/column_values.h"

#include <algorithm>

#include "base/text.h"

namespace mqlab {
namespace {

using Counts = std::vector<uint64_t>;

void AddCodes(const Codes& codes, Counts* counts) {
  codes.Visit([&](const auto* each) {
    for (size_t i = 0; i < codes.size(); ++i) ++(*counts)[each[i]];
  });
}

// `counts`: cells by code.
std::vector<ColumnValue> Commonest(const Column& column, const Counts& counts,
                                   std::string_view search, size_t limit) {
  const std::string part = Fold(Trim(search));
  // A text may have several codes.
  StringPool texts;
  Counts cells;
  for (uint32_t code = 1; code < counts.size(); ++code) {
    const std::string_view text = column.texts[code];
    if (counts[code] == 0 ||
        (!part.empty() && Fold(text).find(part) == std::string::npos)) {
      continue;
    }
    const uint32_t number = texts.Intern(text);
    if (number == cells.size()) cells.push_back(0);
    cells[number] += counts[code];
  }
  const auto comes_before = [&](uint32_t a, uint32_t b) {
    return cells[a] != cells[b] ? cells[a] > cells[b] : texts[a] < texts[b];
  };
  std::vector<uint32_t> first;  // a heap, the last of them at its front
  for (uint32_t number = 0; number < cells.size(); ++number) {
    if (first.size() >= limit) {
      if (first.empty() || !comes_before(number, first.front())) continue;
      std::ranges::pop_heap(first, comes_before);
      first.pop_back();
    }
    first.push_back(number);
    std::ranges::push_heap(first, comes_before);
  }
  std::ranges::sort_heap(first, comes_before);
  std::vector<ColumnValue> values;
  for (const uint32_t number : first) {
    values.push_back({std::string(texts[number]), cells[number]});
  }
  return values;
}

}  // namespace

std::vector<ColumnValue> FieldValues(const Dataset& dataset,
                                     std::string_view name,
                                     std::string_view search, size_t limit) {
  const std::vector<Column>& fields = dataset.leads.fields;
  const auto field = std::ranges::find(fields, name, &Column::name);
  if (field == fields.end()) return {};
  Counts counts(field->texts.size());
  AddCodes(field->codes, &counts);
  return Commonest(*field, counts, search, limit);
}

std::vector<ColumnValue> PropertyValues(const Dataset& dataset,
                                        std::string_view name,
                                        std::string_view search, size_t limit) {
  const EventStore& events = dataset.events;
  const auto property =
      std::ranges::find(events.properties, name, &Column::name);
  if (property == events.properties.end()) return {};
  const auto index = static_cast<size_t>(property - events.properties.begin());
  Counts counts(property->texts.size());
  for (const auto& block : events.log.blocks()) {
    AddCodes(block->properties[index], &counts);
  }
  return Commonest(*property, counts, search, limit);
}

}  // namespace mqlab
