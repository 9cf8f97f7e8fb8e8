import { describe, expect, it } from 'vitest';
import { answerOf, costRange, gapsOf, rateAnswer } from '../../../../web/src/features/funnel/channels/answer';
import { aimsOf, type Choice } from '../../../../web/src/features/funnel/channels/choice';
import { costEstimates, costOf, rateOf, wilson } from '../../../../web/src/features/funnel/channels/estimates';
import { extremes, verdictOf } from '../../../../web/src/features/funnel/channels/verdict';
import { plainText } from '../../../../web/src/ruleset/words';
import { byModel, type Case, channelsOf, rowOf } from './channels-cases';

const choice: Choice = { by: 'channel', aim: 'customer', model: 'linear' };
const answer = (cases: Case[], change = {}) => answerOf(channelsOf(cases, change), choice).map(plainText);
const gaps = (cases: Case[], change = {}, by: Choice['by'] = 'channel') =>
  gapsOf(channelsOf(cases, change), { by }).map(({ text, remedy }) => [plainText(text), remedy]);

const span = (value: number, low: number, high: number, row = 0) => ({ row, name: `${row}`, value, low, high });

describe('intervals', () => {
  it('are those of Wilson', () => {
    const percent = ({ low, high }: { low: number; high: number }) => [low, high].map((end) => (100 * end).toFixed(2));
    expect(percent(wilson(37, 412))).toEqual(['6.59', '12.13']);
    expect(percent(wilson(0, 15))).toEqual(['0.00', '20.39']);
    expect(percent(wilson(20, 20))).toEqual(['83.89', '100.00']);
  });

  it('of a cost are those of the part of all conversions, the other way round', () => {
    const cost = costOf(rowOf({ name: 'Referral', cost: 1000, credit: 37 }), 'linear', 412);
    expect(cost?.value).toBe(1_000_000 / 37);
    expect(cost && [cost.low, cost.high].map((end) => Math.round(end))).toEqual([20_004, 36_856]);
    expect(costOf(rowOf({ name: 'Direct' }), 'linear', 412)).toBeNull();
    expect(costOf(rowOf({ name: 'Free', cost: 0, credit: 3 }), 'linear', 412)).toBeNull();
    expect(costOf(rowOf({ name: 'Fair', cost: 10 }), 'linear', 0)).toBeNull();
    expect(costOf(rowOf({ name: 'Fair', cost: 10 }), 'linear', 50)).toMatchObject({ value: Infinity, high: Infinity });
  });

  it('of a rate come from the report, but for SQLs, whose counts it has', () => {
    const row = rowOf({ name: 'Referral', leads: 400, customers: 20 });
    expect(rateOf(row, 'customer')).toBe(row.toCustomer);
    expect(rateOf(row, 'mql')).toBe(row.toMql);
    expect(rateOf(row, 'sql')).toMatchObject({ count: 40, of: 400, share: 0.1 });
    expect(rateOf({ ...row, leads: 0, sql: 0 }, 'sql').share).toBeNull();
  });

  it('are not compared of few leads, nor of rows without a name', () => {
    const channels = channelsOf([
      { name: 'A', cost: 10, customers: 5 },
      { name: 'B', cost: 10, customers: 5, leads: 19 },
      { name: 'C', cost: 10, customers: 5, leads: 20 },
    ]);
    const others = { ...rowOf({ name: '', cost: 10, customers: 9 }), group: { kind: 'others' as const, name: '' } };
    channels.rows.push(others);
    expect(costEstimates(channels, 'linear').map(({ name }) => name)).toEqual(['A', 'C']);
  });
});

describe('a verdict', () => {
  it('is sure when the interval of the first is apart from all others', () => {
    const [a, b, c] = [span(1, 0.5, 2, 0), span(3, 2.1, 4, 1), span(9, 5, 20, 2)];
    expect(verdictOf([b, a, c], 'least')).toEqual({ kind: 'one', first: a });
    expect(verdictOf([b, a, c], 'most')).toEqual({ kind: 'one', first: c });
  });

  it('names one or two that may be as far, and no more', () => {
    const first = span(1, 0.5, 2, 0);
    const near = [1, 2, 3].map((row) => span(2.5, 2, 3, row));
    const far = span(9, 8, 10, 9);
    expect(verdictOf([first, ...near.slice(0, 1), far], 'least')).toMatchObject({
      kind: 'rivals',
      rivals: [{ row: 1 }],
    });
    expect(verdictOf([first, ...near.slice(0, 2), far], 'least')).toMatchObject({ kind: 'rivals' });
    expect(verdictOf([first, ...near, far], 'least')).toEqual({ kind: 'close', first });
  });

  it('is too close to call when every other may be as far', () => {
    expect(verdictOf([span(1, 0.5, 2), span(1.1, 0.5, 2, 1)], 'least')).toMatchObject({ kind: 'close' });
  });

  it('is none of one alone, nor where nothing came', () => {
    expect(verdictOf([], 'least')).toBeNull();
    expect(verdictOf([span(1, 0, 2)], 'least')).toBeNull();
    expect(verdictOf([span(Infinity, 1, Infinity), span(Infinity, 2, Infinity)], 'least')).toBeNull();
  });

  it('of models is the one that gives the most and the least', () => {
    expect(extremes({ credit: { ...byModel(() => 5), u: 9, decay: 1 } })).toEqual({ least: 'decay', most: 'u' });
  });
});

describe('the answer', () => {
  const referral = { name: 'Referral', customers: 300, cost: 1000, revenue: 14_200 };
  const fair = { name: 'Trade show', customers: 100, cost: 5000, revenue: 5000 };
  const search = { name: 'Paid search', customers: 200, cost: 3000 };

  it('names the cheapest and what it earned, and the dearest', () => {
    expect(answer([referral, search, fair])).toEqual([
      'Referral brings customers most cheaply: €3.33 each (€3.09 to €3.62).',
      'Referral has earned €14.20 for each €1 spent.',
      'Customers of Trade show cost most: €50 each (€41.96 to €59.96).',
      'All seven attributions put it first.',
      'Leads of Referral become customers most often: 30% (27% to 33%).',
    ]);
  });

  it('says who may be as cheap or as dear', () => {
    const webinar = { name: 'Webinar', customers: 290, cost: 1000 };
    const print = { name: 'Print', customers: 90, cost: 5000 };
    const [first, , third] = answer([referral, webinar, search, fair, print]);
    expect(first).toMatch(/^Referral brought customers at €3.33 each \(.*\)\. Only Webinar may be as cheap\.$/);
    expect(third).toMatch(/^Customers of Print cost most: €55.56 each \(.*\)\. Only Trade show may cost as much\.$/);
  });

  it('is too close to call where all intervals meet', () => {
    const few = [
      { name: 'A', customers: 3, cost: 1000 },
      { name: 'B', customers: 4, cost: 1000 },
    ];
    expect(answer(few)[0]).toBe('Too close to call: 7 customers do not tell which is the cheapest.');
    expect(
      answer([
        { name: 'A', customers: 1, cost: 1 },
        { name: 'B', cost: 1 },
      ])[0],
    ).toBe('Too close to call: 1 customer does not tell which is the cheapest.');
  });

  it('says that the dearest cannot be told when only the cheapest can', () => {
    const alike = ['B', 'C', 'D', 'E'].map((name) => ({ name, customers: 20, cost: 10_000 }));
    expect(answer([referral, ...alike])).toContain('Which costs most is too close to call.');
  });

  it('tells what cost something and brought none', () => {
    const none = { name: 'Content syndication', cost: 13_050 };
    expect(answer([referral, search, fair, none])).toContain(
      'Content syndication cost €13,050 and has brought no customer so far.',
    );
    expect(answer([referral, search, fair, none, { name: 'Print', cost: 50 }])).toContain(
      'Content syndication and Print cost €13,100 together and have brought no customer so far.',
    );
  });

  it('says when other models put another first', () => {
    const [a, b] = [
      { name: 'Email', customers: 100, cost: 1000, credit: { first: 10 } },
      { name: 'Organic', customers: 100, cost: 4000, credit: { first: 190 } },
    ];
    expect(answer([a, b, fair])).toContain('Other attributions put another first: Organic (first touch).');
  });

  it('goes by rates where no cost is known', () => {
    const some = [
      { name: 'Referral', customers: 100 },
      { name: 'Direct', customers: 50 },
      { name: 'Print', customers: 5 },
    ];
    expect(answer(some)).toEqual([
      'Leads of Referral become customers most often: 10% (9% to 11%).',
      'Leads of Print become customers least often: 0.5% (0.5% to 0.6%).',
    ]);
    const close = [...some.slice(0, 1), { name: 'Webinar', customers: 95 }];
    expect(answer(close)[0]).toBe(
      'The highest share of leads that become customers is that of Referral, 10% (9% to 11%), but others are too close to call.',
    );
    expect(rateAnswer(channelsOf([...close, ...some.slice(1)]), 'customer', 'most').map(plainText)).toEqual([
      'Leads of Referral became customers most often: 10% (9% to 11%). Only Webinar may be as good.',
    ]);
  });

  it('says when there is nothing to compare', () => {
    expect(answer([{ name: 'A', cost: 5 }])).toEqual([
      'There is no customer among these leads yet, so there is nothing to compare. Look at MQLs, or at a longer time.',
    ]);
    expect(answer([{ name: 'A', customers: 3, leads: 10 }])).toEqual([
      'There are too few leads to compare: at least 20 on each of two sides.',
    ]);
  });

  it('has the words of what was asked for', () => {
    const of = (aim: Choice['aim']) =>
      plainText(answerOf(channelsOf([referral, search, fair]), { ...choice, aim })[0] ?? '');
    expect([of('mql'), of('sql')]).toEqual([
      'Referral brings MQLs most cheaply: €3.33 each (€3.09 to €3.62).',
      'Referral brings SQLs most cheaply: €3.33 each (€3.09 to €3.62).',
    ]);
  });
});

it('says a range without an end', () => {
  expect(costRange({ low: 5_000, high: Number.POSITIVE_INFINITY }, 'EUR')).toBe('€5 or more');
});

describe('gaps', () => {
  const paid = { name: 'Paid', cost: 10 };

  it('are costs that are missing, in another currency, or of nothing that is known', () => {
    expect(gaps([paid])).toEqual([]);
    expect(gaps([paid, { name: 'Direct' }])).toEqual([
      ['No cost is known of Direct: it is left out where money is compared.', true],
    ]);
    expect(gaps([paid, { name: 'Direct' }, { name: 'Email' }])).toEqual([
      ['No costs are known of Direct and Email: they are left out where money is compared.', true],
    ]);
    const pln = { otherCurrencies: [{ currency: 'PLN', rows: 2, cost: 12_300_000 }], costsWithoutGroup: 7_000 };
    expect(gaps([paid], pln)).toEqual([
      ['2 rows of costs are in PLN (PLN\u00a012,300) and are not counted: amounts are in EUR.', false],
      [
        '€7 of the costs are of channels by which no lead came. Check that the costs file calls them as the leads do.',
        false,
      ],
    ]);
    expect(gaps([paid], pln, 'campaign')[1]?.[0]).toBe(
      '€7 of the costs are of no campaign by which a lead came, or name none.',
    );
  });

  it('are told once where there is no cost at all', () => {
    expect(gaps([{ name: 'A' }, { name: 'B' }])).toEqual([
      ['No costs are known, so nothing can be said of money.', true],
    ]);
    expect(gaps([{ name: 'A' }], {}, 'content')).toEqual([
      ['Costs are known of channels and campaigns, not of single contents.', false],
    ]);
  });
});

it('offers what the rules have a stage for, each stage once', () => {
  const rules = (...ids: string[]) => ({
    scores: {},
    rules: [],
    stages: ids.map((id) => ({ id, enter: { scenario: 'x' } })),
  });
  expect(aimsOf(rules('lead', 'mql', 'sql', 'customer'))).toEqual(['mql', 'sql', 'customer']);
  expect(aimsOf(rules('lead', 'student'))).toEqual(['mql']);
  expect(aimsOf(rules('lead', 'mql', 'student'))).toEqual(['mql', 'customer']);
  expect(aimsOf(rules())).toEqual([]);
});
