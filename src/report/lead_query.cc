#include "report/lead_query.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "report/lead_filter.h"

namespace mqlab {
namespace {

// Numbers as unsigned ones of the same order.
uint64_t Ordered(int64_t number) {
  return static_cast<uint64_t>(number) ^ (uint64_t{1} << 63);
}
uint64_t Ordered(double number) {
  const auto bits = std::bit_cast<uint64_t>(number + 0.0);  // -0 is 0
  return bits >> 63 != 0 ? ~bits : bits | uint64_t{1} << 63;
}

struct KeyedLead {
  uint64_t key;
  uint32_t lead;
};

// By 16 bits at a time, from the lowest; those that are alike in all are
// passed over.
void RadixSort(std::vector<KeyedLead>* leads) {
  constexpr uint32_t kDigits = 1 << 16;
  std::vector<KeyedLead> other(leads->size());
  std::vector<uint32_t> ends(kDigits);
  for (int shift = 0; shift < 64; shift += 16) {
    const auto digit = [&](const KeyedLead& each) {
      return each.key >> shift & (kDigits - 1);
    };
    std::ranges::fill(ends, 0);
    for (const KeyedLead& each : *leads) ++ends[digit(each)];
    if (ends[digit(leads->front())] == leads->size()) continue;
    uint32_t begin = 0;
    for (uint32_t& end : ends) begin += std::exchange(end, begin);
    for (const KeyedLead& each : *leads) other[ends[digit(each)]++] = each;
    leads->swap(other);
  }
}

// Stable; leads of which `missing` is true come last in either direction.
template <typename Key>
void SortLeads(std::vector<uint32_t>* leads, bool descending, const Key& key,
               const std::function<bool(uint32_t)>& missing = nullptr) {
  std::vector<KeyedLead> keyed;
  std::vector<uint32_t> last;
  keyed.reserve(leads->size());
  for (const uint32_t lead : *leads) {
    if (missing && missing(lead)) {
      last.push_back(lead);
    } else {
      const uint64_t order = Ordered(key(lead));
      keyed.push_back({descending ? ~order : order, lead});
    }
  }
  if (!keyed.empty()) RadixSort(&keyed);
  std::ranges::transform(keyed, leads->begin(), &KeyedLead::lead);
  std::ranges::copy(last, leads->end() - static_cast<ptrdiff_t>(last.size()));
}

// Grades are few: each is put in its place once, and known by its bands.
void SortByGrade(const Program& program, const ScoreTable& table,
                 bool descending, std::vector<uint32_t>* leads) {
  struct Placed {
    std::string grade;
    int64_t place = 0;
  };
  std::map<std::vector<uint16_t>, Placed> grades;
  std::vector<uint16_t> bands(table.bands.size());
  const auto bands_of = [&](uint32_t lead) -> const std::vector<uint16_t>& {
    for (size_t score = 0; score < bands.size(); ++score) {
      bands[score] = table.bands[score][lead];
    }
    return bands;
  };
  std::map<std::string, int64_t> places;
  for (const uint32_t lead : *leads) {
    const auto [found, is_new] = grades.try_emplace(bands_of(lead));
    if (!is_new) continue;
    found->second.grade = Grade(program, table, lead);
    places.try_emplace(found->second.grade);
  }
  int64_t next = 0;
  for (auto& [_, place] : places) place = next++;
  for (auto& [_, placed] : grades) placed.place = places.at(placed.grade);
  SortLeads(leads, descending,
            [&](uint32_t lead) { return grades.at(bands_of(lead)).place; });
}

// Places codes whose texts fold alike, from `next` on. Equal texts, of which a
// column may have several, have one place.
void PlaceAlike(const Column& column, std::span<const uint32_t> codes,
                uint32_t next, std::vector<double>* places) {
  if (codes.size() == 1) {
    (*places)[codes.front()] = next;
    return;
  }
  std::unordered_map<std::string_view, uint32_t> known;
  for (const uint32_t code : codes) {
    (*places)[code] =
        known.try_emplace(column.texts[code], next++).first->second;
  }
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
    for (uint32_t i = 0, end = 0; i < codes; i = end) {
      for (end = i; end < codes && folded[order[end]] == folded[order[i]];) {
        ++end;
      }
      PlaceAlike(column, std::span(order).subspan(i, end - i), i, &places);
    }
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
    case SortBy::kId:  // no two are alike
      std::ranges::sort(*leads, [&](uint32_t a, uint32_t b) {
        return dataset.leads.ids[a] < dataset.leads.ids[b];
      });
      if (query.descending) std::ranges::reverse(*leads);
      return;
    case SortBy::kTotal:
      return SortLeads(leads, query.descending,
                       [&](uint32_t lead) { return table.total[lead]; });
    case SortBy::kScore:
      if (index >= table.scores.size()) return;
      return SortLeads(leads, query.descending, [&](uint32_t lead) {
        return table.scores[index][lead];
      });
    case SortBy::kGrade:
      return SortByGrade(program, table, query.descending, leads);
    case SortBy::kStage:
      return SortLeads(leads, query.descending, [&](uint32_t lead) {
        return int64_t{table.stage[lead]};
      });
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

std::vector<uint32_t> SelectLeads(const Run& run, const LeadQuery& query) {
  std::vector<uint32_t> leads = FilterLeads(run, query);
  Sort(run.program, *run.dataset, run.table, query, &leads);
  return leads;
}

}  // namespace mqlab
