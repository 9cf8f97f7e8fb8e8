#include "attribution/channel_costs.h"

#include <algorithm>
#include <utility>

#include "base/string_pool.h"
#include "base/text.h"

namespace mqlab {
namespace {

// By text of the costs: the first that folds to the same.
std::vector<uint32_t> FoldTexts(const Costs& costs) {
  StringPool folded;
  std::vector<uint32_t> first;   // by number in `folded`
  std::vector<uint32_t> equals;  // by text
  for (uint32_t text = 0; text < costs.texts.size(); ++text) {
    const uint32_t number = folded.Intern(Fold(costs.texts[text]));
    if (number == first.size()) first.push_back(text);
    equals.push_back(first[number]);
  }
  return equals;
}

// The text of the currency that the most rows have, of several the first.
uint32_t CommonestCurrency(const Costs& costs,
                           const std::vector<uint32_t>& folded) {
  std::vector<uint32_t> rows(folded.size());
  uint32_t commonest = 0;
  for (const Costs::Row& row : costs.rows) {
    if (row.currency != 0) ++rows[folded[row.currency]];
  }
  for (const Costs::Row& row : costs.rows) {
    const uint32_t currency = folded[row.currency];
    if (rows[currency] > rows[commonest]) commonest = currency;
  }
  return commonest;
}

// By text of the costs: the group of the value that `eq` takes for equal.
std::vector<uint32_t> GroupsOfTexts(const Costs& costs,
                                    const TouchGroups& groups,
                                    const EqualValues& names) {
  StringPool folded;  // numbered as the names are
  for (uint32_t value = 0; value < names.size(); ++value) {
    folded.Intern(Fold(names.Name(value)));
  }
  std::vector<uint32_t> of_text;
  for (uint32_t text = 0; text < costs.texts.size(); ++text) {
    const uint32_t value = folded.Find(Fold(costs.texts[text]));
    of_text.push_back(value == StringPool::kNone ? kNoIndex
                                                 : groups.of_value[value]);
  }
  return of_text;
}

}  // namespace

std::string CurrencyOf(const Costs* costs, std::string_view of_rules) {
  if (costs == nullptr || !of_rules.empty()) return std::string(of_rules);
  return std::string(
      costs->texts[CommonestCurrency(*costs, FoldTexts(*costs))]);
}

ChannelCosts FindChannelCosts(const Costs* given, std::string_view currency,
                              const Period& period, TouchedBy by,
                              const TouchGroups& groups,
                              const EqualValues& names) {
  ChannelCosts found;
  found.currency = currency;
  found.of_group.resize(groups.size());
  if (given == nullptr) return found;
  const Costs& costs = *given;
  const std::vector<uint32_t> folded = FoldTexts(costs);
  uint32_t own = CommonestCurrency(costs, folded);
  if (currency.empty()) {
    found.currency = costs.texts[own];
  } else {
    own = 0;
    const std::string wanted = Fold(currency);
    while (own < folded.size() && Fold(costs.texts[own]) != wanted) ++own;
  }
  const std::vector<uint32_t> group_of = GroupsOfTexts(costs, groups, names);
  std::vector<uint32_t> others;  // texts, of found.others

  for (const Costs::Row& row : costs.rows) {
    if (!period.all() && !period.Has(row.month)) continue;
    const uint32_t in = folded[row.currency];
    if (row.currency != 0 && in != own) {
      const auto known = std::ranges::find(others, in);
      const auto number = static_cast<size_t>(known - others.begin());
      if (known == others.end()) {
        others.push_back(in);
        found.others.push_back({.currency = std::string(costs.texts[in])});
      }
      ++found.others[number].rows;
      found.others[number].cost += row.cost;
      continue;
    }
    found.sum += row.cost;
    const uint32_t text =
        by == TouchedBy::kCampaign ? row.campaign : row.channel;
    const uint32_t group =
        by == TouchedBy::kContent ? kNoIndex : group_of[text];
    if (group == kNoIndex) {
      found.without_group += row.cost;
      continue;
    }
    found.of_group[group] = found.of_group[group].value_or(0) + row.cost;
    found.parts.push_back({row.month, group, row.cost});
  }
  return found;
}

}  // namespace mqlab
