import { expect, it } from 'vitest';
import type { ContentRow, Lift, Rate } from '../../../../web/src/engine/reports';
import {
  answerOf,
  differenceRange,
  differenceWords,
  liftWords,
  sureOf,
  toldOf,
} from '../../../../web/src/features/funnel/contents/lifts';
import { plainText } from '../../../../web/src/ruleset/words';

const rate = (count: number, of: number): Rate => ({ count, of, share: count / of, low: 0, high: 1 });
const lift = (used: Rate, others: Rate, low: number, high: number): Lift => ({
  with: used,
  without: others,
  difference: { share: (used.share ?? 0) - (others.share ?? 0), low, high },
  ratio: others.count === 0 ? null : (used.share ?? 0) / (others.share ?? 1),
});
const row = (content: string, customer: Lift | null, leads = 100): ContentRow => ({
  content,
  leads,
  mql: null,
  customer,
  finished: null,
});
const best = lift(rate(20, 100), rate(50, 1000), 0.08, 0.24);
const unsure = lift(rate(30, 100), rate(90, 1000), -0.01, 0.3);
const worse = lift(rate(1, 100), rate(90, 1000), -0.1, -0.04);
const only = lift(rate(5, 100), rate(0, 1000), 0.02, 0.11);
const none = lift(rate(0, 100), rate(0, 1000), -0.01, 0.03);

it('ranks by lift, what nobody did without it first', () => {
  const rows = [row('worse', worse), row('silent', null), row('best', best), row('only', only), row('none', none)];
  expect(toldOf(rows, 'customer').map((told) => told.row.content)).toEqual(['only', 'best', 'worse', 'none']);
  expect(toldOf(rows, 'mql')).toEqual([]);
});

it('is sure where the interval leaves out nothing', () => {
  expect([best, unsure, worse, none].map(sureOf)).toEqual(['more', 'close', 'fewer', 'close']);
});

it('says a lift and a difference of a hundred leads', () => {
  expect([liftWords(best), liftWords(only)]).toEqual(['4 times', '–']);
  expect([differenceWords(best), differenceWords(worse), differenceRange(worse)]).toEqual(['+15', '-8', '-10 to -4']);
});

const answer = (...rows: ContentRow[]) => answerOf(rows, 'customer').map(plainText);

it('answers with what is surely more by the most', () => {
  expect(answer(row('Webinar', unsure), row('Price list', best))).toEqual([
    'Those who used Price list became customers 4 times as often as the others: 20% against 5%, 8 to 24 more in 100 leads.',
  ]);
  expect(answer(row('Demo', only), row('Poster', worse), row('Price list', best))).toEqual([
    'Those who used Price list became customers 4 times as often as the others: 20% against 5%, 8 to 24 more in 100 leads.',
    'Surely more, too: Demo.',
  ]);
  expect(answer(row('Demo', only))).toEqual([
    'Only those who used Demo became customers: 5% of them, 2 to 11 more in 100 leads.',
  ]);
  const many = ['A', 'B', 'C', 'D', 'E'].map((name) => row(name, only));
  expect(answer(row('Price list', best), ...many)[1]).toBe('Surely more, too: A, B, C and 2 others.');
});

it('says when nothing is sure, and when too little is known', () => {
  expect(answer(row('Webinar', unsure), row('Poster', worse))).toEqual([
    'Too close to call: none of 2 contents makes a sure difference to customers.',
  ]);
  expect(answer(row('Webinar', null))).toEqual([
    'There are too few leads to tell: a content needs at least 20 who used it and 20 who did not.',
  ]);
});
