#include <utility>

#include "rules/parse.h"
#include "rules/ruleset_parser.h"

namespace mqlab {
namespace {

KnownNames NamesOf(const Ruleset& ruleset) {
  KnownNames known;
  for (const Score& score : ruleset.scores) {
    known.scores.names.push_back(score.id);
    KnownNames::Section& bands = known.bands[score.id];
    for (const Band& band : score.bands) bands.names.push_back(band.label);
  }
  for (const Scenario& scenario : ruleset.scenarios) {
    known.scenarios.names.push_back(scenario.id);
  }
  for (const Checklist& list : ruleset.qualification) {
    known.scenarios.names.push_back(list.id);
  }
  for (const Stage& stage : ruleset.stages) {
    known.stages.names.push_back(stage.id);
  }
  return known;
}

}  // namespace

Ruleset NamesAlone(const Ruleset& ruleset) {
  Ruleset names = ruleset;
  names.rules.clear();
  names.groups.clear();
  names.disqualify.clear();
  for (Score& score : names.scores) score.reset_by.reset();
  for (Stage& stage : names.stages) {
    stage.enter = Condition();
    stage.leave.reset();
  }
  names.sla.reset();
  names.nurture.reset();
  names.economics.reset();
  return names;
}

RulesetParser::RulesetParser(const JsonValue& root, KnownNames known)
    : root_(root), known_(std::move(known)) {}

Condition RulesetParser::ParseLoneCondition() {
  return ParseCondition(root_, ConditionHome::kFunnel);
}

ParsedRuleset ParseCondition(std::string_view json,
                             const ParsedRuleset& rules) {
  ParsedRuleset parsed;
  parsed.places = rules.places;
  const std::optional<JsonValue> root = ParseJson(json, parsed.issues);
  if (!root) return parsed;
  RulesetParser parser(*root, NamesOf(*rules.ruleset));
  parser.reader().places() = std::move(parsed.places);
  Disqualification asked;
  asked.when = parser.ParseLoneCondition();
  parsed.places = std::move(parser.reader().places());
  parsed.issues.Append(parser.reader().issues());
  if (parsed.issues.has_errors()) return parsed;
  parsed.ruleset = NamesAlone(*rules.ruleset);
  parsed.ruleset->disqualify.push_back(std::move(asked));
  return parsed;
}

}  // namespace mqlab
