// The parts of conditions and rules as forms show them: to open a part and to close it again gives the same JSON.
import type {
  AllTest,
  AnyTest,
  AtLeastTest,
  Comparison,
  Condition,
  Decay,
  EventPattern,
  EventTest,
  NoneTest,
  Rule,
  ScoreTest,
} from './ruleset';

export type Combination = AllTest | AnyTest | NoneTest | AtLeastTest;
export type CombinationKind = 'all' | 'any' | 'none' | 'at_least';
export type TestKind = 'field' | 'event' | 'sequence' | 'score' | 'band' | 'reached' | 'scenario';
export type ConditionKind = TestKind | CombinationKind;

const KINDS: ConditionKind[] = [
  ...(['field', 'event', 'sequence', 'score', 'band', 'reached', 'scenario'] as const),
  ...(['all', 'any', 'none', 'at_least'] as const),
];

export const conditionKind = (condition: Condition): ConditionKind => KINDS.find((kind) => kind in condition) ?? 'all';

export const isCombination = (condition: Condition): condition is Combination =>
  ['all', 'any', 'none', 'at_least'].includes(conditionKind(condition));

export interface CombinationForm {
  kind: CombinationKind;
  /** Of "at least so many". */
  count: number;
  parts: Condition[];
}

export function openCombination(condition: Combination): CombinationForm {
  if ('all' in condition) return { kind: 'all', count: 2, parts: condition.all };
  if ('any' in condition) return { kind: 'any', count: 2, parts: condition.any };
  if ('none' in condition) return { kind: 'none', count: 2, parts: condition.none };
  return { kind: 'at_least', count: condition.at_least, parts: condition.of };
}

export function closeCombination({ kind, count, parts }: CombinationForm): Combination {
  if (kind === 'all') return { all: parts };
  if (kind === 'any') return { any: parts };
  return kind === 'none' ? { none: parts } : { at_least: count, of: parts };
}

/** The key under which its parts stand. */
export const partsKey = (kind: CombinationKind): string => (kind === 'at_least' ? 'of' : kind);

export interface TypesForm {
  /** "*" alone is every type. */
  types: string[];
  listed: boolean;
}

export const openTypes = (event: EventPattern['event']): TypesForm => ({
  types: [event].flat(),
  listed: Array.isArray(event),
});

export const closeTypes = ({ types, listed }: TypesForm): EventPattern['event'] =>
  listed || types.length > 1 ? types : (types[0] ?? '');

/** How often something happened. "once" says nothing of a number; "open" takes any. */
export type HowOften = 'once' | 'at_least' | 'at_most' | 'exactly' | 'between' | 'never' | 'open';

export interface CountForm {
  how: HowOften;
  from: number;
  to: number;
}

export function openCount(count: EventTest['count']): CountForm {
  if (!count) return { how: 'once', from: 2, to: 5 };
  const { ge, le } = count;
  if (ge !== undefined && le !== undefined) return { how: ge === le ? 'exactly' : 'between', from: ge, to: le };
  if (ge !== undefined) return { how: 'at_least', from: ge, to: ge + 3 };
  if (le !== undefined) return { how: le === 0 ? 'never' : 'at_most', from: le, to: le };
  return { how: 'open', from: 2, to: 5 };
}

export function closeCount({ how, from, to }: CountForm): EventTest['count'] {
  switch (how) {
    case 'once':
      return undefined;
    case 'at_least':
      return { ge: from };
    case 'at_most':
      return { le: to };
    case 'exactly':
      return { ge: from, le: from };
    case 'between':
      return { ge: from, le: to };
    case 'never':
      return { le: 0 };
    case 'open':
      return {};
  }
}

export interface ScoreForm {
  score: string;
  operator: Comparison | 'between';
  from: number;
  to: number;
}

export function openScore(test: ScoreTest): ScoreForm {
  const { score, between } = test;
  if (between) return { score, operator: 'between', from: between[0], to: between[1] };
  const operator = (['ge', 'gt', 'le', 'lt'] as const).find((each) => test[each] !== undefined) ?? 'ge';
  const from = test[operator] ?? 0;
  return { score, operator, from, to: from };
}

export const closeScore = ({ score, operator, from, to }: ScoreForm): ScoreTest =>
  operator === 'between' ? { score, between: [from, to] } : { score, [operator]: from };

/** "inherit": none of its own. */
export type DecayKind = 'inherit' | 'none' | 'compound' | 'linear' | 'half_life' | 'expire';

export interface DecayForm {
  kind: DecayKind;
  percent: number;
  days: number;
  after: number | undefined;
}

export function openDecay(decay: Decay | undefined): DecayForm {
  if (decay === undefined || decay === 'none')
    return { kind: decay ?? 'inherit', percent: 50, days: 30, after: undefined };
  const { kind, after_days: after } = decay;
  const percent = 'lose_percent' in decay ? decay.lose_percent : 50;
  return { kind, percent, days: decay.kind === 'half_life' ? decay.days : decay.every_days, after };
}

export function closeDecay({ kind, percent, days, after }: DecayForm): Decay | undefined {
  if (kind === 'inherit') return undefined;
  if (kind === 'none') return 'none';
  const later = after === undefined ? {} : { after_days: after };
  if (kind === 'half_life') return { kind, days, ...later };
  if (kind === 'expire') return { kind, every_days: days, ...later };
  return { kind, lose_percent: percent, every_days: days, ...later };
}

export type RuleKind = 'when' | 'each' | 'each_idle_days' | 'ranges' | 'points_for';

const RULE_KINDS: RuleKind[] = ['when', 'each', 'each_idle_days', 'ranges', 'points_for'];

export const ruleKind = (rule: Rule): RuleKind => RULE_KINDS.find((kind) => kind in rule) ?? 'when';

/** The points of a rule by values, in lines that can stand half-finished. */
export type ValueLine = [value: string, points: number];

export const openValues = (pointsFor: Record<string, number>): ValueLine[] => Object.entries(pointsFor);
export const closeValues = (lines: ValueLine[]): Record<string, number> => Object.fromEntries(lines);
