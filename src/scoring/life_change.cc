#include "scoring/life_change.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/heap_sort.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

// Patterns without an event of which a condition cannot hold; none when it may
// hold without any.
std::optional<std::vector<uint32_t>> Needs(const Program& program,
                                           uint32_t index) {
  const Node& node = program.nodes[index];
  switch (node.kind) {
    case NodeKind::kEvent:
      if (node.low <= 0) return std::nullopt;
      return std::vector<uint32_t>{node.a};
    case NodeKind::kSequence:
      return std::vector<uint32_t>{node.steps.front()};
    case NodeKind::kScenario:
      return Needs(program, program.scenarios[node.a]);
    case NodeKind::kAll:
      for (const uint32_t child : node.children) {
        if (auto needs = Needs(program, child)) return needs;
      }
      return std::nullopt;
    case NodeKind::kAny: {
      std::vector<uint32_t> all;
      for (const uint32_t child : node.children) {
        const auto needs = Needs(program, child);
        if (!needs) return std::nullopt;
        all.insert(all.end(), needs->begin(), needs->end());
      }
      return all;
    }
    default:
      return std::nullopt;
  }
}

std::vector<std::pair<std::string, uint32_t>> RulesOfLife(
    const Program& program) {
  std::vector<std::pair<std::string, uint32_t>> rules;
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (!program.score_in_life[program.rules[rule].score]) continue;
    rules.emplace_back(PointsSignature(program, rule), rule);
  }
  HeapSort(rules);
  return rules;
}

void AddScoreTests(const Program& program, uint32_t index,
                   std::vector<const Node*>* tests) {
  const Node& node = program.nodes[index];
  if (node.kind == NodeKind::kScore) tests->push_back(&node);
  if (node.kind == NodeKind::kScenario) {
    AddScoreTests(program, program.scenarios[node.a], tests);
  }
  for (const uint32_t child : node.children) {
    AddScoreTests(program, child, tests);
  }
}

// Those of stages and disqualifications, in one order for programs of the same
// StageSignature.
std::vector<const Node*> ScoreTests(const Program& program) {
  std::vector<const Node*> tests;
  for (const uint32_t node : program.disqualify) {
    AddScoreTests(program, node, &tests);
  }
  for (const StageCode& stage : program.stages) {
    AddScoreTests(program, stage.enter, &tests);
    if (stage.leave != kNoIndex) AddScoreTests(program, stage.leave, &tests);
  }
  return tests;
}

}  // namespace

Reach MakeReach(const Program& program, uint32_t leads) {
  Reach reach(program.scores.size() + 1);
  for (const Node* test : ScoreTests(program)) {
    const size_t slot = test->a == kNoIndex ? program.scores.size() : test->a;
    reach[slot].resize(leads);
  }
  return reach;
}

LifeChange::LifeChange(const Binding& before, const Binding& after,
                       const Reach& reach)
    : log_(after.dataset().events.log),
      types_(after.dataset().events.types.size()) {
  limited_ =
      StageSignature(before.program()) == StageSignature(after.program());
  if (!limited_) return;
  FindScoreTests(before.program(), after.program(), reach);
  const auto old_rules = RulesOfLife(before.program());
  const auto new_rules = RulesOfLife(after.program());
  auto was = old_rules.begin();
  auto is = new_rules.begin();
  while (was != old_rules.end() || is != new_rules.end()) {
    if (is == new_rules.end() ||
        (was != old_rules.end() && was->first < is->first)) {
      AddRule(before, (was++)->second);
    } else if (was == old_rules.end() || is->first < was->first) {
      AddRule(after, (is++)->second);
    } else {
      ++was;
      ++is;
    }
  }
}

void LifeChange::AddRule(const Binding& binding, uint32_t index) {
  const Program& program = binding.program();
  const RuleCode& rule = program.rules[index];
  if (binding.IsCellRule(index)) {
    cells_.push_back({&binding, index});
    return;
  }
  std::optional<std::vector<uint32_t>> patterns;
  if (rule.kind == RuleKind::kEach) patterns.emplace(1, rule.pattern);
  if (rule.kind == RuleKind::kCondition) patterns = Needs(program, rule.node);
  if (!patterns) {
    limited_ = false;
    return;
  }
  for (uint32_t type = 0; type < types_.size(); ++type) {
    for (const uint32_t pattern : binding.PatternsOf(type)) {
      if (std::ranges::count(*patterns, pattern) == 0) continue;
      types_[type] = true;
      any_type_ = true;
    }
  }
}

bool LifeChange::GivesByCell(const CellRule& cell, uint32_t lead) const {
  const Program& program = cell.binding->program();
  const RuleCode& rule = program.rules[cell.rule];
  const auto gives = [&](bool has_fields) {
    if (rule.field != kNoIndex) {
      return cell.binding->FieldPoints(cell.rule, lead, has_fields) != 0;
    }
    return cell.binding->FieldHolds(program.nodes[rule.node].a, lead,
                                    has_fields, 0);
  };
  return gives(true) || (program.created_field != kNoIndex && gives(false));
}

void LifeChange::FindScoreTests(const Program& before, const Program& after,
                                const Reach& reach) {
  const std::vector<const Node*> was = ScoreTests(before);
  const std::vector<const Node*> is = ScoreTests(after);
  for (size_t i = 0; i < was.size(); ++i) {
    if (was[i]->op == is[i]->op && was[i]->low == is[i]->low &&
        was[i]->high == is[i]->high) {
      continue;
    }
    const size_t slot =
        was[i]->a == kNoIndex ? before.scores.size() : was[i]->a;
    score_tests_.push_back({was[i], is[i], &reach[slot]});
  }
}

bool LifeChange::Affects(uint32_t lead) const {
  if (!limited_) return true;
  for (const ScoreTestPair& test : score_tests_) {
    const ScoreReach reach = ReachOf(*test.reach, lead);
    const Timeline::Verdict was = Timeline::Compare(*test.before, reach);
    const Timeline::Verdict is = Timeline::Compare(*test.after, reach);
    if (was != is || was == Timeline::Verdict::kVaries) return true;
  }
  for (const CellRule& cell : cells_) {
    if (GivesByCell(cell, lead)) return true;
  }
  if (!any_type_) return false;
  const EventSpan events = log_.Of(lead);
  if (events.size() == 0) return false;
  return events.block->type.Visit([&](const auto* types) {
    return std::any_of(types + events.begin, types + events.end,
                       [&](uint32_t type) { return types_[type]; });
  });
}

}  // namespace mqlab
