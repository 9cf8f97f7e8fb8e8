// What a new condition or rule begins with: something of the loaded data, complete as it stands.
import type { DataReport, FieldType } from '../engine/protocol';
import { commonestTypes } from './event-types';
import { columnOf } from './operators';
import { type ConditionKind, type RuleKind, ruleKind } from './parts';
import type { Home } from './rule-changes';
import type { Condition, EventPattern, FieldTest, Rule, Ruleset } from './ruleset';
import { scenarioNames } from './words';

export interface Known {
  ruleset: Ruleset;
  data: DataReport | null;
}

// Fields that name a lead or say how to reach it; rules rarely test them.
const PERSONAL = /(^|_)(id|e?mail|phone|first_name|last_name|full_name|name|company)$/i;

/** A field of a type that says something of a lead, else the first of that type, else any. */
export function fieldOf({ ruleset, data }: Known, ...types: FieldType[]): string {
  const names = [...new Set([...Object.keys(ruleset.fields ?? {}), ...(data?.fields ?? [])])];
  const fitting = names.filter((name) => {
    const { type } = columnOf(ruleset, data, 'field', name);
    return type !== null && types.includes(type);
  });
  return fitting.find((name) => !PERSONAL.test(name)) ?? fitting[0] ?? names[0] ?? 'field';
}

const eventTypes = ({ data }: Known): string[] => commonestTypes(data).map(({ type }) => type);

export const eventOf = (known: Known, place = 0): string => eventTypes(known)[place] ?? eventTypes(known)[0] ?? '*';

export function firstTest(known: Known): FieldTest {
  return { field: fieldOf(known, 'text', 'list', 'boolean', 'number'), is_set: true };
}

/** A property test for an event, of the first property there is. */
export function firstWhere({ ruleset, data }: Known): FieldTest {
  const [field = 'property'] = [...Object.keys(ruleset.properties ?? {}), ...(data?.properties ?? [])];
  return { field, is_set: true };
}

const firstSequence = (known: Known) => [{ event: eventOf(known) }, { event: eventOf(known, 1) }];

export function firstCondition(kind: ConditionKind, known: Known): Condition {
  const { ruleset } = known;
  const banded = Object.entries(ruleset.scores).find(([, { bands = [] }]) => bands.length > 0);
  switch (kind) {
    case 'field':
      return firstTest(known);
    case 'event':
      return { event: eventOf(known) };
    case 'sequence':
      return { sequence: firstSequence(known) };
    case 'score':
      return { score: 'total', ge: 50 };
    case 'band':
      return { band: banded?.[0] ?? '', in: (banded?.[1].bands ?? []).slice(0, 1).map(({ label }) => label) };
    case 'reached':
      return { reached: ruleset.stages?.[0]?.id ?? '' };
    case 'scenario':
      return { scenario: scenarioNames(ruleset)[0] ?? '' };
    case 'all':
      return { all: [firstTest(known)] };
    case 'any':
      return { any: [firstTest(known)] };
    case 'none':
      return { none: [firstTest(known)] };
    case 'at_least':
      return { at_least: 1, of: [firstTest(known)] };
  }
}

/** The choices under "Add rule": some are conditions of a certain kind. */
export type RuleStart = 'did' | 'is' | 'path' | 'silence' | 'ranges' | 'values';
export const RULE_STARTS: RuleStart[] = ['did', 'is', 'path', 'silence', 'ranges', 'values'];

const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'rule';

// The middle of the few values that the data report shows, as a first border.
function middleOf({ data }: Known, field: string): number {
  const samples = data?.leads.columns.find(({ name }) => name === field)?.samples ?? [];
  const numbers = samples
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return numbers[Math.floor(numbers.length / 2)] ?? 100;
}

/** A new rule; `top` are the commonest values of the field that a rule by values takes. */
export function firstRule(start: RuleStart, home: Home, known: Known, top: string[]): Rule {
  const field = fieldOf(known, 'text', 'list');
  const head = (name: string) => ({ id: idFrom(name), ...home });
  switch (start) {
    case 'did':
      return { ...head(eventOf(known)), each: { event: eventOf(known) }, points: 5 };
    case 'is': {
      const [value] = top;
      const when: FieldTest = value === undefined ? { field, is_set: true } : { field, in: [value] };
      return { ...head(field), when, points: 10 };
    }
    case 'path':
      return { ...head('path'), when: { sequence: firstSequence(known), within_days: 30 }, points: 10 };
    case 'silence':
      return { ...head('silence'), each_idle_days: 30, event: '*', points: -5, max_points: 20 };
    case 'ranges': {
      const number = fieldOf(known, 'number');
      const border = middleOf(known, number);
      const ranges = [
        { to: border, points: 0 },
        { from: border, points: 10 },
      ];
      return { ...head(number), field: number, ranges };
    }
    case 'values': {
      const values = top.length > 0 ? top : ['A'];
      return { ...head(field), field, points_for: Object.fromEntries(values.slice(0, 3).map((value) => [value, 5])) };
    }
  }
}

const STARTS: Record<RuleKind, RuleStart> = {
  when: 'is',
  each: 'did',
  each_idle_days: 'silence',
  ranges: 'ranges',
  points_for: 'values',
};

function patternOf(rule: Rule): EventPattern | null {
  if ('each' in rule) return rule.each;
  if ('each_idle_days' in rule) return rule;
  return 'when' in rule && 'event' in rule.when ? rule.when : null;
}

/** The rule as another kind, with its name, its place and what both kinds know of events and fields. */
export function withKind(rule: Rule, kind: RuleKind, known: Known, top: string[]): Rule {
  if (ruleKind(rule) === kind) return rule;
  const { id, label, why, enabled, score, group } = rule;
  const head = Object.fromEntries(
    Object.entries({ id, label, score, group, why, enabled }).filter(([, value]) => value !== undefined),
  );
  const first = firstRule(STARTS[kind], group === undefined ? { score: score ?? '' } : { group }, known, top);
  const pattern = patternOf(rule);
  const { event, where } = pattern ?? {};
  const kept = event === undefined ? {} : { event, ...(where && { where }) };
  const own = { ...first, ...head } as Rule;
  const points = 'points' in rule && 'points' in own ? { points: rule.points } : {};
  if (!pattern) return { ...own, ...points };
  if ('each' in own) return { ...own, each: { ...own.each, ...kept }, ...points };
  if ('each_idle_days' in own) return { ...own, ...kept };
  return 'when' in own ? { ...own, when: kept as Condition, ...points } : own;
}
