#include "scoring/life.h"

#include <algorithm>

namespace mqlab {
void Life::Live(Instant as_of, LifeState* state,
                std::vector<StageStep>* history) {
  LiveBefore(as_of, state, history);
  Step(as_of, state, history);
}

void Life::LiveBefore(Instant as_of, LifeState* state,
                      std::vector<StageStep>* history) {
  const size_t stages = evaluator_.program().stages.size();
  state->Start(stages);
  // Without a stage or a way to be disqualified only as_of matters.
  if (stages == 0 && evaluator_.program().disqualify.empty()) return;
  Instant created = evaluator_.created();
  Instant last = kNever;
  const auto visit = [&](Instant t) {
    if (t != last) Step(t, state, history);
    last = t;
  };
  for (uint32_t i = 0; i < evaluator_.num_events(); ++i) {
    const Instant t = evaluator_.time(i);
    if (t >= as_of) break;
    if (created != kNever && created <= t) {
      visit(created);
      created = kNever;
    }
    visit(t);
  }
  if (created != kNever && created < as_of) visit(created);
}

void Life::Step(Instant t, LifeState* state, std::vector<StageStep>* history) {
  const Program& program = evaluator_.program();
  evaluator_.MoveTo(t);
  evaluator_.SetReached(&state->reached);
  for (uint32_t score = 0; score < program.scores.size(); ++score) {
    if (program.score_in_life[score]) evaluator_.ScoreValue(score);
  }
  if (program.total_in_life) evaluator_.Total();
  StepStages(*this, t, state, [&](StageEvent event, int32_t stage) {
    if (history == nullptr) return;
    const EnteredBy by =
        event == StageEvent::kEntered
            ? CreditOf(program.stages[static_cast<size_t>(stage)].enter)
            : EnteredBy{};
    history->push_back({t, event, stage, by});
  });
}

bool Life::Disqualified() {
  return std::ranges::any_of(
      evaluator_.program().disqualify,
      [&](uint32_t node) { return evaluator_.Holds(node, 0); });
}

bool Life::Enter(int32_t stage) {
  return evaluator_.Holds(
      evaluator_.program().stages[static_cast<size_t>(stage)].enter, 0);
}

bool Life::Leave(int32_t stage) {
  const uint32_t leave =
      evaluator_.program().stages[static_cast<size_t>(stage)].leave;
  return leave != kNoIndex && evaluator_.Holds(leave, 0);
}

namespace {

// Whether a score counts events, and whether it reads fields.
class ScoreSources {
 public:
  ScoreSources(const Program& program, uint32_t score) : program_(program) {
    const auto look = [&](const std::vector<uint32_t>& rules) {
      for (const uint32_t rule : rules) LookAtRule(program.rules[rule]);
    };
    look(program.scores[score].rules);
    for (const uint32_t group : program.scores[score].groups) {
      look(program.group_rules[group]);
    }
  }

  EnteredBy by;

 private:
  void LookAtRule(const RuleCode& rule) {
    if (rule.kind == RuleKind::kCondition) {
      LookAtNode(rule.node);
    } else {
      const bool events =
          rule.kind == RuleKind::kEach || rule.kind == RuleKind::kIdle;
      (events ? by.behaviour : by.fields) = true;
    }
  }
  void LookAtNode(uint32_t index) {
    const Node& node = program_.nodes[index];
    by.fields |= node.kind == NodeKind::kField;
    by.behaviour |= node.kind == NodeKind::kEvent ||
                    node.kind == NodeKind::kIdle ||
                    node.kind == NodeKind::kSequence;
    if (node.kind == NodeKind::kScenario) {
      LookAtNode(program_.scenarios[node.a]);
    }
    for (const uint32_t child : node.children) LookAtNode(child);
  }

  const Program& program_;
};

}  // namespace

// The parts that make a condition hold: all parts of `all`, the parts that hold
// of `any` and `at_least`.
EnteredBy Life::CreditOf(uint32_t index) {
  const Program& program = evaluator_.program();
  const Node& node = program.nodes[index];
  EnteredBy by;
  const auto add = [&](const EnteredBy& more) {
    by.behaviour |= more.behaviour;
    by.fields |= more.fields;
    for (const uint32_t scenario : more.scenarios) {
      if (std::ranges::count(by.scenarios, scenario) == 0) {
        by.scenarios.push_back(scenario);
      }
    }
  };
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kAtLeast:
      for (const uint32_t child : node.children) {
        if (evaluator_.Holds(child, 0)) add(CreditOf(child));
      }
      break;
    case NodeKind::kField:
      by.fields = true;
      break;
    case NodeKind::kEvent:
    case NodeKind::kIdle:
    case NodeKind::kSequence:
      by.behaviour = true;
      break;
    case NodeKind::kScore:
    case NodeKind::kBand:
      for (uint32_t score = 0; score < program.scores.size(); ++score) {
        if (node.a == kNoIndex || node.a == score) {
          add(ScoreSources(program, score).by);
        }
      }
      break;
    case NodeKind::kScenario:
      by.scenarios = {node.a};
      break;
    case NodeKind::kNone:
    case NodeKind::kStage:
      break;
  }
  return by;
}

}  // namespace mqlab
