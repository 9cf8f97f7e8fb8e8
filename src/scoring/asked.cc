#include "scoring/asked.h"

#include <algorithm>
#include <variant>

namespace mqlab {

void Asked::AddStage(uint32_t stage, bool disqualified) {
  const Stage& next = program_.source.stages[stage];
  AddCondition(next.enter, true);
  if (next.leave) AddCondition(*next.leave, false);
  for (const Disqualification& out : program_.source.disqualify) {
    if (disqualified) AddCondition(out.when, false);
  }
  for (uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    const uint32_t score = program_.rules[rule].score;
    if (scores_[score] || (total_ && program_.scores[score].weight > 0)) {
      AddRule(rule);
    }
  }
}

void Asked::AddAll() {
  for (const Stage& stage : program_.source.stages) {
    AddCondition(stage.enter, true);
    if (stage.leave) AddCondition(*stage.leave, false);
  }
  for (const Disqualification& out : program_.source.disqualify) {
    AddCondition(out.when, false);
  }
  for (uint32_t rule = 0; rule < program_.rules.size(); ++rule) AddRule(rule);
}

void Asked::AddCondition(const Condition& condition, bool wanted) {
  std::visit([&](const auto& test) { Add(test, wanted); }, condition.test);
}

void Asked::Add(const Combination& combination, bool wanted) {
  if (combination.kind == Combination::Kind::kNone) wanted = !wanted;
  for (const Condition& part : combination.of) AddCondition(part, wanted);
}

void Asked::Add(const FieldTest& test, bool wanted) {
  fields_.push_back({&test, wanted});
}

void Asked::Add(const EventTest& test, bool wanted) {
  const CountRange count = test.count.value_or(CountRange{1, std::nullopt});
  const bool more = wanted ? count.ge.value_or(0) > 0 : count.le.has_value();
  if (more) {
    events_.push_back({&test.event});
  } else {
    unwelcome_.push_back(&test.event);
  }
}

void Asked::Add(const IdleTest& test, bool wanted) {
  if (!wanted) events_.push_back({&test.event, nullptr, true});
}

void Asked::Add(const SequenceTest& test, bool wanted) {
  for (const EventPattern& step : test.steps) {
    if (wanted) {
      events_.push_back({&step});
    } else {
      unwelcome_.push_back(&step);
    }
  }
}

void Asked::Add(const ScoreTest& test, bool wanted) {
  const bool least = test.op == Op::kGe || test.op == Op::kGt;
  const bool most = test.op == Op::kLe || test.op == Op::kLt;
  if (wanted ? !most : !least) AddScore(test.score);
}

void Asked::Add(const BandTest& test, bool /*wanted*/) { AddScore(test.score); }

void Asked::Add(const ScenarioTest& test, bool wanted) {
  if (!scenarios_.emplace(test.scenario, wanted).second) return;
  const auto& all = program_.source.scenarios;
  AddCondition(std::ranges::find(all, test.scenario, &Scenario::id)->condition,
               wanted);
}

void Asked::AddScore(const std::string& id) {
  if (id == "total") total_ = true;
  for (size_t score = 0; score < scores_.size(); ++score) {
    if (program_.source.scores[score].id == id) scores_[score] = true;
  }
}

void Asked::AddRule(uint32_t rule) {
  const RuleCode& code = program_.rules[rule];
  const auto& kind = program_.source.rules[code.source].kind;
  switch (code.kind) {
    case RuleKind::kCondition:
      AddCondition(std::get<ConditionRule>(kind).when, code.points > 0);
      break;
    case RuleKind::kEach: {
      const auto& each = std::get<EachRule>(kind);
      if (code.points > 0) {
        events_.push_back({&each.each, each.times_property
                                           ? &*each.times_property
                                           : nullptr});
      } else {
        unwelcome_.push_back(&each.each);
      }
      break;
    }
    case RuleKind::kIdle:
      if (code.points < 0) {
        events_.push_back({&std::get<IdleRule>(kind).event, nullptr, true});
      }
      break;
    case RuleKind::kRanges:
    case RuleKind::kLookup:
      cell_rules_.push_back(rule);
      break;
  }
}

}  // namespace mqlab
