import { expect, it } from 'vitest';
import { asCsv } from '../../../../web/src/charts/chart-table';
import type { Rate, Review, ReviewRow } from '../../../../web/src/engine/reports';
import { firstMonth, monthsOf, periodOfMonth } from '../../../../web/src/features/funnel/review/months';
import {
  headlineOf,
  ratesOf,
  reviewRowName,
  reviewTable,
} from '../../../../web/src/features/funnel/review/review-words';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

const ruleset: Ruleset = { scores: {}, rules: [] };
const rate = (count: number, of: number, low = 0, high = 0): Rate =>
  of === 0 ? { count, of, share: null, low: null, high: null } : { count, of, share: count / of, low, high };

function rowOf(mqls: number, customers: number, low: number, high: number, change: Partial<ReviewRow> = {}): ReviewRow {
  const some = rate(1, mqls, 0.1, 0.2);
  const customer = rate(customers, mqls, low, high);
  const rates = { accepted: some, rejected: some, sql: some, opportunity: some, customer };
  return { name: '', kind: 'all', mqls, ...rates, open: 2, revenue: 1_500, ...change };
}
const review = (all: ReviewRow): Review => ({ currency: 'EUR', all, channels: [], ways: [] });
const headline = (mqls: number, customers: number, low = 0, high = 0) =>
  headlineOf(review(rowOf(mqls, customers, low, high)), 'Oct 2026');

it('says what became of the MQLs of a month', () => {
  expect(headline(61, 9, 0.0797, 0.2576)).toBe('Of the 61 MQLs of Oct 2026, 9 became customers (8 to 26 in 100).');
  expect(headline(61, 1, 0.003, 0.0872)).toBe('Of the 61 MQLs of Oct 2026, 1 became a customer (0 to 9 in 100).');
  expect(headline(61, 0, 0, 0.0592)).toBe(
    'Of the 61 MQLs of Oct 2026, none has become a customer so far (up to 6 in 100).',
  );
  expect(headline(1, 1)).toBe('The one MQL of Oct 2026 became a customer.');
  expect(headline(1, 0)).toBe('The one MQL of Oct 2026 has not become a customer so far.');
  expect(headline(0, 0)).toBe('Oct 2026 had no MQL among these leads.');
  const unknown = rowOf(61, 0, 0, 0, { customer: rate(0, 0) });
  expect(headlineOf(review(unknown), 'Oct 2026')).toBe('Oct 2026 had 61 MQLs.');
});

it('leaves out what the rules have no stage for', () => {
  expect(ratesOf(review(rowOf(9, 1, 0, 1, { sql: rate(0, 0) })))).toEqual([
    'accepted',
    'rejected',
    'opportunity',
    'customer',
  ]);
});

it('names rows', () => {
  const names = (['value', 'others', 'missing', 'behaviour', 'both'] as const).map((kind) =>
    reviewRowName({ kind, name: 'Referral' }, ruleset),
  );
  expect(names).toEqual(['Referral', 'all others', 'not known', 'what they did', 'what they did and who they are']);
  expect(reviewRowName({ kind: 'scenario', name: 'hot_trio' }, ruleset)).toBe('hot trio (scenario)');
});

it('leaves as one table', () => {
  const channel = rowOf(4, 1, 0.05, 0.7, { kind: 'value', name: 'Referral' });
  const [head = '', all, first] = asCsv(
    reviewTable({ ...review(rowOf(9, 1, 0, 0.4)), channels: [channel] }, ruleset),
  ).split('\r\n');
  expect(head).toMatch(/^Part,Row,MQLs,Accepted by sales,Accepted by sales: Share,.*,Still open,"?Revenue, EUR"?$/);
  expect(all).toMatch(/^all,All,9,1,.*,2,1\.5$/);
  expect(first).toMatch(/^by channel,Referral,4,.*,0\.25,0\.05,0\.7,2,1\.5$/);
});

const cohort = (month: number, of: number) => ({ month, rate: rate(0, of) });
const [august, september, october, november] = [7, 8, 9, 10].map((month) => Date.UTC(2026, month)) as [
  number,
  number,
  number,
  number,
];
const asOf = Date.UTC(2026, 10, 21);

it('offers the months with MQLs, the newest first', () => {
  expect(monthsOf([cohort(august, 3), cohort(september, 0), cohort(october, 5)])).toEqual([
    { month: october, mqls: 5 },
    { month: august, mqls: 3 },
  ]);
});

it('begins with the month of the period, else with the last one that is over', () => {
  const months = monthsOf([cohort(august, 3), cohort(october, 5), cohort(november, 4)]);
  expect(firstMonth(months, 'all', asOf)).toBe(october);
  expect(firstMonth(months, 'this_month', asOf)).toBe(november);
  expect(firstMonth(months.slice(2), 'last_month', asOf)).toBe(october);
  expect(firstMonth(months.slice(2), 'all', asOf)).toBe(august);
  expect(firstMonth(months.slice(0, 1), 'all', asOf)).toBe(november);
  expect(firstMonth([], 'all', asOf)).toBe(october);
  const lastDay = Date.UTC(2026, 9, 31, 18);
  expect(firstMonth(months, 'all', lastDay)).toBe(october);
  expect(firstMonth(months.slice(1), 'all', Date.UTC(2026, 9, 30))).toBe(august);
  expect(periodOfMonth(october)).toEqual({ from: october, until: november });
});
