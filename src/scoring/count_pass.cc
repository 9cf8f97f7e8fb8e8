#include <algorithm>

#include "scoring/passes.h"

namespace mqlab {

CountPass::Some CountPass::Choose(const Program& program,
                                  const std::vector<uint32_t>& rules,
                                  bool plain) {
  Some some;
  for (size_t i = 0; i < rules.size(); ++i) {
    if (IsPlainCount(program, rules[i]) != plain) continue;
    some.rules.push_back(rules[i]);
    some.places.push_back(i);
  }
  return some;
}

CountPass::CountPass(const Binding& binding, Instant as_of,
                     const std::vector<uint32_t>& rules, LeadRange range)
    : as_of_(as_of),
      range_(range),
      begin_(range_.Take(0).first),
      plain_(Choose(binding.program(), rules, true)),
      others_(Choose(binding.program(), rules, false)),
      plain_counts_(binding, as_of, plain_.rules),
      timeline_(binding, PatternsOfRules(binding.program(), others_.rules)),
      amounts_(rules.size()),
      columns_(rules.size()) {
  for (RuleColumn& column : columns_) column.codes = Codes(range_.left(), 0);
}

void CountPass::Set(size_t place, uint32_t lead, Wide amount) {
  if (amount == 0) return;
  columns_[place].codes.Set(lead - begin_, amounts_[place].Number(amount));
}

void CountPass::Step(uint32_t leads) {
  const auto [begin, end] = range_.Take(leads);
  for (uint32_t lead = begin; lead < end; ++lead) {
    if (!plain_.rules.empty()) {
      const std::span<const int64_t> counts = plain_counts_.Of(lead);
      for (size_t i = 0; i < counts.size(); ++i) {
        Set(plain_.places[i], lead, counts[i]);
      }
    }
    if (others_.rules.empty()) continue;
    timeline_.Load(lead, as_of_, Timeline::Extent::kAsOf);
    for (size_t i = 0; i < others_.rules.size(); ++i) {
      Set(others_.places[i], lead, timeline_.Raw(others_.rules[i]));
    }
  }
}

std::vector<RuleColumn> CountPass::Take() {
  for (size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].amounts = amounts_[i].TakeAmounts();
  }
  return std::move(columns_);
}

namespace {

void CountCodes(size_t codes, RuleColumn* column) {
  column->counts.assign(codes, 0);
  column->codes.Visit([&](const auto* code) {
    for (size_t i = 0; i < column->codes.size(); ++i) ++column->counts[code[i]];
  });
}

}  // namespace

RuleColumn JoinColumns(std::vector<RuleColumn> parts) {
  RuleColumn joined;
  if (parts.size() == 1) {
    joined = std::move(parts.front());
  } else {
    AmountIndex index;
    for (RuleColumn& part : parts) {
      std::vector<uint32_t> number;
      for (const Wide amount : part.amounts) {
        number.push_back(index.Number(amount));
      }
      std::vector<uint32_t> codes(part.codes.size());
      part.codes.Visit([&](const auto* code) {
        for (size_t i = 0; i < codes.size(); ++i) codes[i] = number[code[i]];
      });
      joined.codes.Append(codes);
      part = {};
    }
    joined.amounts = index.TakeAmounts();
  }
  CountCodes(joined.amounts.size(), &joined);
  return joined;
}

std::vector<uint32_t> LeadsToCome(const Binding& binding, Instant as_of) {
  std::vector<uint32_t> leads;
  if (binding.program().created_field == kNoIndex) return leads;
  for (uint32_t lead = 0; lead < binding.dataset().leads.size(); ++lead) {
    const Instant created = binding.Created(lead);
    if (created != kNever && created > as_of) leads.push_back(lead);
  }
  return leads;
}

RuleColumn CellColumn(const Binding& binding, Instant as_of,
                      const std::vector<uint32_t>& to_come, uint32_t rule) {
  const Program& program = binding.program();
  const RuleCode& code = program.rules[rule];
  const uint32_t leads = binding.dataset().leads.size();
  const bool test = code.field == kNoIndex;
  const uint32_t field =
      test ? program.tests[program.nodes[code.node].a].field : code.field;
  RuleColumn column;
  column.codes = binding.CellCodes(field);
  if (column.codes.size() == 0) column.codes = Codes(leads, 0);
  for (const uint32_t lead : to_come) {
    column.codes.Set(lead, Column::kMissing);
  }
  if (!test) {
    CountCodes(binding.PointsOfCells(rule).size(), &column);
    return column;
  }
  std::vector<uint8_t> holds;  // by code
  for (uint32_t i = 0; i < binding.NumCodes(field); ++i) {
    holds.push_back(binding.CodeHolds(program.nodes[code.node].a, i, as_of));
  }
  Codes truth(leads, 1);
  column.codes.Visit([&](const auto* codes) {
    for (uint32_t lead = 0; lead < leads; ++lead) {
      truth.Set(lead, holds[codes[lead]]);
    }
  });
  column.codes = std::move(truth);
  column.amounts = {0, 1};
  CountCodes(2, &column);
  return column;
}

}  // namespace mqlab
