// Another name for a part of the rule file, wherever it is named.
import { renameKey } from './put';
import type { Change } from './rewrite';
import type { Condition, EventPattern, FieldTest, Rule, Ruleset } from './ruleset';

type Map<T> = (value: T) => T;

interface Maps {
  condition?: Map<Condition>;
  where?: Map<FieldTest>;
  rule?: Map<Rule>;
}

// Only what differs is a new value, so that the rest of the text stays.
const mapAll = <T>(list: T[], map: Map<T>): T[] => {
  const mapped = list.map(map);
  return mapped.every((each, index) => each === list[index]) ? list : mapped;
};

function mapPattern<T extends EventPattern>(pattern: T, { where }: Maps): T {
  if (!where || !pattern.where) return pattern;
  const tests = mapAll(pattern.where, where);
  return tests === pattern.where ? pattern : { ...pattern, where: tests };
}

function mapCondition(condition: Condition, maps: Maps): Condition {
  const inner = (part: Condition) => mapCondition(part, maps);
  const own = maps.condition?.(condition) ?? condition;
  if ('event' in own) return mapPattern(own, maps);
  if ('sequence' in own) return { ...own, sequence: mapAll(own.sequence, (step) => mapPattern(step, maps)) };
  if ('all' in own) return { ...own, all: mapAll(own.all, inner) };
  if ('any' in own) return { ...own, any: mapAll(own.any, inner) };
  if ('none' in own) return { ...own, none: mapAll(own.none, inner) };
  return 'of' in own ? { ...own, of: mapAll(own.of, inner) } : own;
}

function mapRule(rule: Rule, maps: Maps): Rule {
  const own = maps.rule?.(rule) ?? rule;
  if ('when' in own) return { ...own, when: mapCondition(own.when, maps) };
  if ('each' in own) return { ...own, each: mapPattern(own.each, maps) };
  return 'each_idle_days' in own ? mapPattern(own, maps) : own;
}

function mapRuleset(ruleset: Ruleset, maps: Maps): Ruleset {
  const inner = (condition: Condition) => mapCondition(condition, maps);
  const entries = <T>(object: Record<string, T>, map: Map<T>) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
  return {
    ...ruleset,
    rules: ruleset.rules.map((rule) => mapRule(rule, maps)),
    scores: entries(ruleset.scores, (score) =>
      score.reset_by ? { ...score, reset_by: mapPattern(score.reset_by, maps) } : score,
    ),
    ...(ruleset.scenarios && { scenarios: entries(ruleset.scenarios, inner) }),
    ...(ruleset.disqualify && {
      disqualify: ruleset.disqualify.map((each) => ({ ...each, when: inner(each.when) })),
    }),
    ...(ruleset.stages && {
      stages: ruleset.stages.map((stage) => ({
        ...stage,
        enter: inner(stage.enter),
        ...(stage.leave && { leave: inner(stage.leave) }),
      })),
    }),
  };
}

const changed = <T extends object>(object: T, key: keyof T, from: string, to: string): T =>
  object[key] === from ? { ...object, [key]: to } : object;

export const renameScore =
  (from: string, to: string): Change =>
  (ruleset) => {
    const condition = (test: Condition): Condition => {
      if ('score' in test) return changed(test, 'score', from, to);
      return 'band' in test ? changed(test, 'band', from, to) : test;
    };
    const mapped = mapRuleset(ruleset, { condition, rule: (rule) => changed(rule, 'score', from, to) });
    const groups = Object.entries(mapped.groups ?? {}).map(([id, group]) => [id, changed(group, 'score', from, to)]);
    return {
      ...mapped,
      scores: renameKey(mapped.scores, from, to),
      ...(mapped.groups && { groups: Object.fromEntries(groups) }),
    };
  };

export const renameGroup =
  (from: string, to: string): Change =>
  (ruleset) => ({
    ...mapRuleset(ruleset, { rule: (rule) => changed(rule, 'group', from, to) }),
    ...(ruleset.groups && { groups: renameKey(ruleset.groups, from, to) }),
  });

export const renameStage =
  (from: string, to: string): Change =>
  (ruleset) => {
    const condition = (test: Condition) => ('reached' in test ? changed(test, 'reached', from, to) : test);
    const mapped = mapRuleset(ruleset, { condition });
    return { ...mapped, stages: (mapped.stages ?? []).map((stage) => changed(stage, 'id', from, to)) };
  };

export const renameScenario =
  (from: string, to: string): Change =>
  (ruleset) => {
    const condition = (test: Condition) => ('scenario' in test ? changed(test, 'scenario', from, to) : test);
    const mapped = mapRuleset(ruleset, { condition });
    return { ...mapped, scenarios: renameKey(mapped.scenarios ?? {}, from, to) };
  };

/** Another label for a band of a score; its tests follow. */
export const renameBand =
  (score: string, index: number, to: string): Change =>
  (ruleset) => {
    const bands = ruleset.scores[score]?.bands ?? [];
    const from = bands[index]?.label ?? to;
    const condition = (test: Condition) =>
      'band' in test && test.band === score
        ? { ...test, in: mapAll(test.in, (label) => (label === from ? to : label)) }
        : test;
    // A second band of that label keeps the tests.
    const shared = bands.filter(({ label }) => label === from).length > 1;
    const mapped = shared ? ruleset : mapRuleset(ruleset, { condition });
    const renamed = bands.map((band, place) => (place === index ? { ...band, label: to } : band));
    return { ...mapped, scores: { ...mapped.scores, [score]: { ...mapped.scores[score], bands: renamed } } };
  };

export const renameField =
  (from: string, to: string): Change =>
  (ruleset) => {
    const condition = (test: Condition) => ('field' in test ? changed(test, 'field', from, to) : test);
    const rule = (each: Rule): Rule => ('field' in each ? changed(each, 'field', from, to) : each);
    const mapped = changed(mapRuleset(ruleset, { condition, rule }), 'created_field', from, to);
    return { ...mapped, fields: renameKey(mapped.fields ?? {}, from, to) };
  };

export const renameProperty =
  (from: string, to: string): Change =>
  (ruleset) => {
    const rule = (each: Rule): Rule => {
      if (!('each' in each)) return each;
      const own = changed(each, 'times_property', from, to);
      return own.at_most ? { ...own, at_most: changed(own.at_most, 'per_property', from, to) } : own;
    };
    const mapped = mapRuleset(ruleset, { where: (test) => changed(test, 'field', from, to), rule });
    return { ...mapped, properties: renameKey(mapped.properties ?? {}, from, to) };
  };
