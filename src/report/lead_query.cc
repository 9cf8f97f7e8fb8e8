#include "report/lead_query.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/text.h"

namespace mqlab {
namespace {

// By code, whether the folded cell contains the text.
std::vector<uint8_t> Containing(const Column& column, const std::string& text) {
  std::vector<uint8_t> contains(column.texts.size());
  for (uint32_t code = 0; code < column.texts.size(); ++code) {
    contains[code] = Fold(column.texts[code]).find(text) != std::string::npos;
  }
  return contains;
}

// Drops the leads of which `keep` is false.
void Filter(std::vector<uint32_t>* leads,
            const std::function<bool(uint32_t)>& keep) {
  std::erase_if(*leads, [&](uint32_t lead) { return !keep(lead); });
}

void Search(const LeadTable& table, const std::string& search,
            std::vector<uint32_t>* leads) {
  const std::string text = Fold(Trim(search));
  if (text.empty()) return;
  std::vector<uint8_t> found(table.size());
  for (uint32_t lead = 0; lead < table.size(); ++lead) {
    found[lead] = Fold(table.ids[lead]).find(text) != std::string::npos;
  }
  for (const Column& column : table.fields) {
    const std::vector<uint8_t> contains = Containing(column, text);
    for (uint32_t lead = 0; lead < table.size(); ++lead) {
      found[lead] |= contains[column.codes[lead]];
    }
  }
  Filter(leads, [&](uint32_t lead) { return found[lead] != 0; });
}

// Stable; leads of which `missing` is true come last in either direction.
template <typename Key>
void SortLeads(std::vector<uint32_t>* leads, bool descending, const Key& key,
               const std::function<bool(uint32_t)>& missing = nullptr) {
  const auto first_missing =
      missing
          ? std::stable_partition(leads->begin(), leads->end(),
                                  [&](uint32_t lead) { return !missing(lead); })
          : leads->end();
  std::stable_sort(leads->begin(), first_missing, [&](uint32_t a, uint32_t b) {
    return descending ? key(b) < key(a) : key(a) < key(b);
  });
}

// By code, the place of the cell in the order of the column: as numbers or
// instants when nearly all cells are such, else as folded text.
std::vector<double> Places(const Column& column) {
  const uint32_t codes = column.texts.size();
  const TypeVotes& votes = column.votes;
  std::vector<double> places(codes);
  if (votes.numbers * 100 >= votes.cells * 95) {
    for (uint32_t code = 1; code < codes; ++code) {
      places[code] = ReadNumber(column.texts[code], column.format).value_or(0);
    }
  } else if (votes.instants * 100 >= votes.cells * 95) {
    for (uint32_t code = 1; code < codes; ++code) {
      places[code] = static_cast<double>(
          ReadInstant(column.texts[code], column.format).value_or(0));
    }
  } else {
    std::vector<std::string> folded(codes);
    for (uint32_t code = 0; code < codes; ++code) {
      folded[code] = Fold(column.texts[code]);
    }
    std::vector<uint32_t> order(codes);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(
        order, [&](uint32_t a, uint32_t b) { return folded[a] < folded[b]; });
    for (uint32_t i = 0; i < codes; ++i) places[order[i]] = i;
  }
  return places;
}

void Sort(const Program& program, const Dataset& dataset,
          const ScoreTable& table, const LeadQuery& query,
          std::vector<uint32_t>* leads) {
  const uint32_t index = query.sort_index;
  switch (query.sort) {
    case SortBy::kInput:
      if (query.descending) std::ranges::reverse(*leads);
      return;
    case SortBy::kId:
      return SortLeads(leads, query.descending,
                       [&](uint32_t lead) { return dataset.leads.ids[lead]; });
    case SortBy::kTotal:
      return SortLeads(leads, query.descending,
                       [&](uint32_t lead) { return table.total[lead]; });
    case SortBy::kScore:
      if (index >= table.scores.size()) return;
      return SortLeads(leads, query.descending, [&](uint32_t lead) {
        return table.scores[index][lead];
      });
    case SortBy::kGrade:
      return SortLeads(leads, query.descending, [&](uint32_t lead) {
        return Grade(program, table, lead);
      });
    case SortBy::kStage:
      return SortLeads(leads, query.descending,
                       [&](uint32_t lead) { return table.stage[lead]; });
    case SortBy::kLastEvent: {
      const auto last = [&](uint32_t lead) {
        return LastEventTime(dataset.events.log, lead, table.as_of);
      };
      return SortLeads(leads, query.descending, last,
                       [&](uint32_t lead) { return last(lead) == kNever; });
    }
    case SortBy::kField: {
      if (index >= dataset.leads.fields.size()) return;
      const Column& column = dataset.leads.fields[index];
      const std::vector<double> places = Places(column);
      return SortLeads(
          leads, query.descending,
          [&](uint32_t lead) { return places[column.codes[lead]]; },
          [&](uint32_t lead) {
            return column.codes[lead] == Column::kMissing;
          });
    }
  }
}

}  // namespace

std::vector<uint32_t> SelectLeads(const Program& program,
                                  const Dataset& dataset,
                                  const ScoreTable& table,
                                  const LeadQuery& query) {
  std::vector<uint32_t> leads(table.num_leads);
  std::iota(leads.begin(), leads.end(), 0);
  if (!query.stages.empty()) {
    Filter(&leads, [&](uint32_t lead) {
      return std::ranges::count(query.stages, table.stage[lead]) > 0;
    });
  }
  if (query.total_from || query.total_to) {
    Filter(&leads, [&](uint32_t lead) {
      const Millipoints total = table.total[lead];
      return (!query.total_from || total >= *query.total_from) &&
             (!query.total_to || total < *query.total_to);
    });
  }
  Search(dataset.leads, query.search, &leads);
  Sort(program, dataset, table, query, &leads);
  return leads;
}

}  // namespace mqlab
