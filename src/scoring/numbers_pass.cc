#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <string_view>

#include "scoring/passes.h"
#include "scoring/points.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

constexpr size_t kBlock = 4096;  // leads whose sums stay near the processor
constexpr Wide kRoom = std::numeric_limits<Millipoints>::max() / 2;

Wide Magnitude(Wide x) { return x < 0 ? -x : x; }

// No sum on the way can be larger than all of its parts together.
bool Fit(const Program& program, const std::vector<Term>& terms) {
  Wide total = 0;
  for (const ScoreCode& score : program.scores) {
    Wide sum = Magnitude(score.start);
    const auto add = [&](const std::vector<uint32_t>& rules) {
      for (const uint32_t rule : rules) sum += terms[rule].greatest;
    };
    add(score.rules);
    for (const uint32_t group : score.groups) {
      add(program.group_rules[group]);
      sum += Magnitude(program.groups[group].min.value_or(0));
      sum += Magnitude(program.groups[group].max.value_or(0));
    }
    sum += Magnitude(score.min.value_or(0)) + Magnitude(score.max.value_or(0));
    if (sum > kRoom || sum * (score.weight + 100) > kRoom) return false;
    total += sum * (score.weight + 100);
  }
  return total <= kRoom;
}

}  // namespace

std::optional<std::vector<Term>> MakeTerms(
    const Binding& binding,
    const std::vector<std::shared_ptr<const RuleColumn>>& columns,
    const std::optional<std::vector<Term>>* former) {
  std::map<std::string_view, const Term*> known;
  if (former != nullptr && *former) {
    for (const Term& term : **former) known[term.signature] = &term;
  }
  std::vector<Term> terms;
  for (uint32_t rule = 0; rule < columns.size(); ++rule) {
    std::string signature = PointsSignature(binding.program(), rule);
    const auto found = known.find(signature);
    if (found != known.end()) {
      terms.push_back(*found->second);
      continue;
    }
    auto points = PointsByCode(binding, rule, *columns[rule]);
    if (!points) return std::nullopt;
    Term& term = terms.emplace_back();
    term.signature = std::move(signature);
    term.column = columns[rule];
    for (size_t code = 0; code < points->size(); ++code) {
      const Millipoints x = (*points)[code];
      term.greatest = std::max(term.greatest, Magnitude(x));
      if (x != 0) term.leads += term.column->counts[code];
    }
    term.points =
        std::make_shared<const std::vector<Millipoints>>(*std::move(points));
  }
  if (!Fit(binding.program(), terms)) return std::nullopt;
  return terms;
}

void Term::AddTo(Millipoints* sums, uint32_t begin, size_t size) const {
  const Millipoints* const by_code = points->data();
  column->codes.Visit([&](const auto* codes) {
    for (size_t i = 0; i < size; ++i) sums[i] += by_code[codes[begin + i]];
  });
}

void Term::TakeFrom(Millipoints* sums, uint32_t begin, size_t size) const {
  const Millipoints* const by_code = points->data();
  column->codes.Visit([&](const auto* codes) {
    for (size_t i = 0; i < size; ++i) sums[i] -= by_code[codes[begin + i]];
  });
}

void NumbersPass::Step(uint32_t leads, ScoreTable* table) {
  auto [begin, end] = range_.Take(leads);
  for (; begin < end; begin += kBlock) {
    const size_t size = std::min<size_t>(kBlock, end - begin);
    for (uint32_t score = 0; score < program_.scores.size(); ++score) {
      if (plan_.scores[score].way != NumbersPlan::Way::kAsBefore) {
        ScoreBlock(score, begin, size, table);
      }
      if (plan_.total) AddToTotal(score, begin, size, table);
    }
  }
}

void NumbersPass::SumBlock(uint32_t score, uint32_t begin, size_t size,
                           Millipoints* sums) {
  const NumbersPlan::Score& plan = plan_.scores[score];
  if (plan.way == NumbersPlan::Way::kByChange) {
    std::copy_n(plan.before.begin() + begin, size, sums);
    for (const Term& term : plan.gone) term.TakeFrom(sums, begin, size);
    for (const Term& term : plan.come) term.AddTo(sums, begin, size);
    return;
  }
  const ScoreCode& code = program_.scores[score];
  std::fill_n(sums, size, code.start);
  for (const uint32_t rule : code.rules) terms_[rule].AddTo(sums, begin, size);
  for (const uint32_t group : code.groups) {
    group_sums_.assign(size, 0);
    for (const uint32_t rule : program_.group_rules[group]) {
      terms_[rule].AddTo(group_sums_.data(), begin, size);
    }
    ClampAll(group_sums_, program_.groups[group].min,
             program_.groups[group].max);
    for (size_t i = 0; i < size; ++i) sums[i] += group_sums_[i];
  }
}

void NumbersPass::ScoreBlock(uint32_t score, uint32_t begin, size_t size,
                             ScoreTable* table) {
  const ScoreCode& code = program_.scores[score];
  Millipoints* const sums = table->sums[score].own().data() + begin;
  SumBlock(score, begin, size, sums);
  Millipoints* values = sums;
  if (code.min || code.max) {
    values = table->scores[score].own().data() + begin;
    std::copy_n(sums, size, values);
    ClampAll({values, size}, code.min, code.max);
  }
  if (code.bands.empty()) return;
  uint16_t* const bands = table->bands[score].own().data() + begin;
  for (size_t i = 0; i < size; ++i) bands[i] = BandOf(code, values[i]);
}

void NumbersPass::AddToTotal(uint32_t score, uint32_t begin, size_t size,
                             ScoreTable* table) const {
  const int64_t weight = program_.scores[score].weight;
  const std::span<const Millipoints> values =
      table->scores[score].values().subspan(begin, size);
  Millipoints* const total = table->total.own().data() + begin;
  if (score == 0) std::fill_n(total, size, 0);
  if (weight == 100) {
    for (size_t i = 0; i < size; ++i) total[i] += values[i];
    return;
  }
  for (size_t i = 0; i < size; ++i) total[i] += WeightedPart(values[i], weight);
}

}  // namespace mqlab
