#include "report/lead_condition.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/parse.h"

namespace mqlab {
namespace {

void Declare(const std::vector<FieldUse>& uses,
             std::vector<FieldDeclaration>* declarations) {
  for (const FieldUse& use : uses) {
    FieldDeclaration& declaration = declarations->emplace_back();
    declaration.name = use.name;
    declaration.type = use.type;
  }
}

// With the types that columns have in the run.
CompiledProgram CompileAsIn(const Run& run, ParsedRuleset* parsed) {
  Declare(run.program.fields, &parsed->ruleset->fields);
  Declare(run.program.asked_fields, &parsed->ruleset->fields);
  Declare(run.program.properties, &parsed->ruleset->properties);
  Declare(run.program.asked_properties, &parsed->ruleset->properties);
  return Compile(*parsed, SchemaOf(*run.dataset));
}

}  // namespace

CompiledProgram CompileCondition(const Run& run, std::string_view json) {
  ParsedRuleset parsed = ParseCondition(json, run.rules);
  CompiledProgram compiled;
  if (parsed.ruleset) compiled = CompileAsIn(run, &parsed);
  parsed.issues.Append(compiled.issues);
  compiled.issues = std::move(parsed.issues);
  return compiled;
}

Program CompileConditions(const Run& run, std::span<const Condition> all) {
  ParsedRuleset parsed;
  parsed.places = run.rules.places;
  parsed.ruleset = NamesAlone(*run.rules.ruleset);
  for (const Condition& condition : all) {
    parsed.ruleset->disqualify.push_back(
        {.when = condition, .reason = {}, .node = condition.node});
  }
  return std::move(*CompileAsIn(run, &parsed).program);
}

LeadCondition::LeadCondition(const Run& run, const Program& program)
    : run_(run),
      program_(program),
      binding_(program, *run.dataset, run.binding->cache()),
      timeline_(binding_, PatternsOfLife(program)) {}

bool LeadCondition::Holds(uint32_t lead, size_t condition) {
  if (lead != lead_) has_events_ = false;
  lead_ = lead;
  const Instant created = binding_.Created(lead);
  has_fields_ = created == kNever || created <= run_.as_of;
  return NodeHolds(program_.disqualify[condition]);
}

bool LeadCondition::NodeHolds(uint32_t index) {
  const Node& node = program_.nodes[index];
  const ScoreTable& table = run_.table;
  switch (node.kind) {
    case NodeKind::kField:
      return binding_.FieldHolds(node.a, lead_, has_fields_, run_.as_of);
    case NodeKind::kEvent:
    case NodeKind::kIdle:
    case NodeKind::kSequence:
      return EventsHold(index);
    case NodeKind::kScore:
      return PassingValues(node).Has(node.a == kNoIndex
                                         ? table.total[lead_]
                                         : table.scores[node.a][lead_]);
    case NodeKind::kBand:
      return std::ranges::count(node.steps, table.bands[node.a][lead_]) > 0;
    case NodeKind::kStage:
      return table.reached[node.a][lead_] != kNever;
    case NodeKind::kScenario:
      return NodeHolds(program_.scenarios[node.a]);
    default:
      return Combine(node, [&](uint32_t child) { return NodeHolds(child); });
  }
}

bool LeadCondition::EventsHold(uint32_t node) {
  if (!has_events_) {
    timeline_.Load(lead_, run_.as_of, Timeline::Extent::kAsOf);
    has_events_ = true;
  }
  timeline_.Truth(node, &mask_);
  return mask_[0];
}

}  // namespace mqlab
