// Another name for a part of the rule file, wherever it is named.
import { mapAll, mapRuleset } from './map-ruleset';
import { renameKey } from './put';
import type { Change } from './rewrite';
import type { Condition, FieldTest, Rule } from './ruleset';

const changed = <T extends object>(object: T, key: keyof T, from: string, to: string): T =>
  object[key] === from ? { ...object, [key]: to } : object;

const another = (from: string, to: string) => (name: string) => (name === from ? to : name);

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
    const mapped = mapRuleset(ruleset, { condition, stage: another(from, to) });
    return { ...mapped, stages: (mapped.stages ?? []).map((stage) => changed(stage, 'id', from, to)) };
  };

/** Of a scenario, or of a checklist, whose name is one too. */
export const renameScenario =
  (from: string, to: string): Change =>
  (ruleset) => {
    const condition = (test: Condition) => ('scenario' in test ? changed(test, 'scenario', from, to) : test);
    const { scenarios, qualification, ...rest } = mapRuleset(ruleset, { condition });
    return {
      ...rest,
      ...(scenarios && { scenarios: renameKey(scenarios, from, to) }),
      ...(qualification && { qualification: renameKey(qualification, from, to) }),
    };
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
    const mapped = changed(
      mapRuleset(ruleset, { condition, rule, field: another(from, to) }),
      'created_field',
      from,
      to,
    );
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
    const where = (test: FieldTest) => changed(test, 'field', from, to);
    const mapped = mapRuleset(ruleset, { where, rule, property: another(from, to) });
    return { ...mapped, properties: renameKey(mapped.properties ?? {}, from, to) };
  };
