// Which of several is the least or the most, as far as their intervals tell.
import type { ChannelRow, Channels, Model } from '../../../engine/reports';
import { models } from '../../../engine/reports';
import { costEstimates, type Estimate } from './estimates';

export type End = 'least' | 'most';

// With more that may be it, it cannot be told.
const MOST_RIVALS = 2;

export type Verdict =
  /** Its interval is apart from all others. */
  | { kind: 'one'; first: Estimate }
  /** Only these may be as far. */
  | { kind: 'rivals'; first: Estimate; rivals: Estimate[] }
  | { kind: 'close'; first: Estimate };

const isAhead = (end: End, a: Estimate, b: Estimate): boolean =>
  end === 'least' ? a.value < b.value : a.value > b.value;
const mayReach = (end: End, other: Estimate, first: Estimate): boolean =>
  end === 'least' ? other.low <= first.high : other.high >= first.low;

/** null of fewer than two, and where none has a value. */
export function verdictOf(estimates: Estimate[], end: End): Verdict | null {
  const [one, ...others] = estimates;
  if (!one || others.length === 0) return null;
  const first = others.reduce((best, each) => (isAhead(end, each, best) ? each : best), one);
  if (!Number.isFinite(first.value)) return null;
  const rivals = estimates.filter((each) => each !== first && mayReach(end, each, first));
  if (rivals.length === 0) return { kind: 'one', first };
  const close = rivals.length > MOST_RIVALS || rivals.length === others.length;
  return close ? { kind: 'close', first } : { kind: 'rivals', first, rivals };
}

export interface Verdicts {
  cheapest: Verdict | null;
  /** Of those that brought any. */
  dearest: Verdict | null;
  /** What cost something and brought none. */
  without: Estimate[];
}

export function costVerdicts(channels: Channels, model: Model): Verdicts {
  const all = costEstimates(channels, model);
  const some = all.filter(({ value }) => Number.isFinite(value));
  return {
    cheapest: verdictOf(all, 'least'),
    dearest: verdictOf(some, 'most'),
    without: all.filter(({ value }) => !Number.isFinite(value)),
  };
}

/** By each model the row that is the cheapest, sure or not; what is so by the most models first. */
export function cheapestByModel(channels: Channels): { row: number; name: string; models: Model[] }[] {
  const found = new Map<number, { row: number; name: string; models: Model[] }>();
  for (const model of models) {
    const first = verdictOf(costEstimates(channels, model), 'least')?.first;
    if (!first) continue;
    const known = found.get(first.row);
    if (known) known.models.push(model);
    else found.set(first.row, { row: first.row, name: first.name, models: [model] });
  }
  return [...found.values()].sort((a, b) => b.models.length - a.models.length);
}

/** The model that gives a row the most of the credit, and the one that gives it the least. */
export function extremes({ credit }: Pick<ChannelRow, 'credit'>): { least: Model; most: Model } {
  let [least, most]: [Model, Model] = ['first', 'first'];
  for (const model of models) {
    if (credit[model] < credit[least]) least = model;
    if (credit[model] > credit[most]) most = model;
  }
  return { least, most };
}

/** Earned so far for each unit that was spent; null without a cost. */
export const backOf = (row: ChannelRow, model: Model): number | null => {
  const { roi } = row.money[model];
  return roi === null ? null : roi + 1;
};
