// Which leads the reports tell of: those of a period and of a segment, and by what they are told apart.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { everyLead, type Instant, type LeadFilter, type LeadQuery } from '../engine/protocol';
import type { By, Period } from '../engine/reports';
import { store } from './store';

/** In the order in which they are offered. */
export const periodKinds = ['all', 'this_month', 'last_month', 'last_90_days', 'this_year', 'own'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Scope {
  period: PeriodKind;
  /** Days of the period of one's own, "2026-10-31", the last one included; "" when it has no such end. */
  first: string;
  last: string;
  /** The segment. */
  query: LeadQuery;
  by: By;
}

const wholeScope: Scope = { period: 'all', first: '', last: '', query: everyLead, by: null };

const DAY = 86_400_000;
const day = (text: string): Instant | null => (Number.isNaN(Date.parse(text)) ? null : Date.parse(text));
/** The first instant of its month, or of one so many later. */
export const monthOf = (at: Instant, later = 0): Instant =>
  Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + later);

/** In UTC, seen from the result's instant. */
export function periodOf({ period, first, last }: Pick<Scope, 'period' | 'first' | 'last'>, asOf: Instant): Period {
  const tomorrow = Math.floor(asOf / DAY) * DAY + DAY;
  const year = new Date(asOf).getUTCFullYear();
  const end = day(last);
  const periods: Record<PeriodKind, Period> = {
    all: { from: null, until: null },
    this_month: { from: monthOf(asOf), until: monthOf(asOf, 1) },
    last_month: { from: monthOf(asOf, -1), until: monthOf(asOf) },
    last_90_days: { from: tomorrow - 90 * DAY, until: tomorrow },
    this_year: { from: Date.UTC(year, 0), until: Date.UTC(year + 1, 0) },
    own: { from: day(first), until: end === null ? null : end + DAY },
  };
  return periods[period];
}

const scope = createStore<Scope>(() => wholeScope);

// Fields and stages of other data may be none of these.
store.subscribe((now, former) => {
  if (now.data !== former.data) scope.setState(wholeScope);
});

export const setScope = (change: Partial<Scope>): void => scope.setState(change);
export const setSegment = (segment: LeadFilter): void => scope.setState({ query: { ...everyLead, ...segment } });

export const scopeNow = (): Scope => scope.getState();
export const useScope = (): Scope => useStore(scope);
