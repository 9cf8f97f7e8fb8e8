import { describe, expect, it } from 'vitest';
import { conditionSentence } from '../../../web/src/ruleset/condition-sentence';
import { decayWords, rulePoints, ruleSentence } from '../../../web/src/ruleset/rule-sentence';
import type { Condition, Decay, Rule, Ruleset } from '../../../web/src/ruleset/ruleset';

const ruleset: Ruleset = {
  scores: { fit: {}, engagement: { label: 'Engagement' } },
  fields: { company_size: { type: 'number', label: 'size of the company' } },
  rules: [],
  stages: [{ id: 'mql', label: 'MQL', enter: { all: [] } }],
};

// Values of data stand between isolates; the tests write them as «value».
const shown = (text: string) => text.replaceAll('\u2068', '«').replaceAll('\u2069', '»');

const conditions: [Condition, string][] = [
  [{ field: 'industry', eq: 'Software' }, 'industry is «Software»'],
  [{ field: 'industry', ne: 'Software' }, 'industry is not «Software»'],
  [{ field: 'country', in: ['PL', 'RO', 'BA'] }, 'country is «PL», «RO» or «BA»'],
  [{ field: 'country', not_in: ['PL', 'RO'] }, 'country is not «PL» or «RO»'],
  [{ field: 'job_title', contains: ['chief', 'head'] }, 'job title contains «chief» or «head»'],
  [{ field: 'email', starts_with: 'info@' }, 'email starts with «info@»'],
  [{ field: 'email', ends_with: '@gmail.com' }, 'email ends with «@gmail.com»'],
  [{ field: 'job_title', has_word: 'cto' }, 'job title has the word «cto»'],
  [{ field: 'company_size', lt: 10 }, 'size of the company is under 10'],
  [{ field: 'company_size', le: 10 }, 'size of the company is at most 10'],
  [{ field: 'company_size', gt: 1000 }, 'size of the company is over 1,000'],
  [{ field: 'company_size', ge: 2.5 }, 'size of the company is at least 2.5'],
  [{ field: 'created_at', ge: '2026-03-01' }, 'created at is not before «1 Mar 2026»'],
  [{ field: 'created_at', lt: '2026-03-01' }, 'created at is before «1 Mar 2026»'],
  [{ field: 'company_size', between: [10, 50] }, 'size of the company is from 10 to 50'],
  [{ field: 'phone', is_set: true }, 'phone is known'],
  [{ field: 'phone', is_set: false }, 'phone is not known'],
  [{ field: 'opted_out', is_true: true }, 'opted out is yes'],
  [{ field: 'opted_out', is_true: false }, 'opted out is no'],
  [{ field: 'created_at', within_days: 30 }, 'created at is less than 30 days ago'],
  [{ field: 'created_at', older_than_days: 1 }, 'created at is at least 1 day ago'],
  [{ event: 'demo_request' }, 'at least one «demo request»'],
  [{ event: '*' }, 'at least one event of any kind'],
  [{ event: ['email_open', 'email_click'], count: { ge: 3 } }, 'at least 3 «email open» or «email click»'],
  [{ event: 'email_open', count: { le: 2 } }, 'at most 2 «email open»'],
  [{ event: 'email_open', count: { le: 0 }, within_days: 30 }, 'no «email open» in the last 30 days'],
  [{ event: 'email_open', count: { ge: 2, le: 2 } }, 'exactly 2 «email open»'],
  [{ event: 'email_open', count: { ge: 2, le: 5 } }, '2 to 5 «email open»'],
  [{ event: 'page_view', within_days: 1 }, 'at least one «page view» in the last day'],
  [
    { event: 'page_view', where: [{ field: 'asset', contains: 'pricing' }], count: { ge: 2 } },
    'at least 2 «page view» where asset contains «pricing»',
  ],
  [{ event: '*', idle_days: 60 }, 'no event of any kind for 60 days'],
  [
    { sequence: [{ event: 'sign_up' }, { event: 'page_view' }], within_days: 14 },
    'in this order: «sign up», then «page view», within 14 days',
  ],
  [{ score: 'total', ge: 60 }, 'total is at least 60'],
  [{ score: 'fit', lt: 20 }, 'fit is under 20'],
  [{ score: 'engagement', between: [10, 20] }, 'Engagement is from 10 to 20'],
  [{ band: 'fit', in: ['A', 'B'] }, 'band of fit is «A» or «B»'],
  [{ reached: 'mql' }, 'reached «MQL»'],
  [{ scenario: 'hot_trio' }, '«hot trio» holds'],
  [{ all: [{ score: 'fit', ge: 20 }, { event: 'chat' }] }, 'fit is at least 20 and at least one «chat»'],
  [{ any: [{ score: 'fit', ge: 20 }, { event: 'chat' }] }, 'fit is at least 20 or at least one «chat»'],
  [
    { all: [{ any: [{ event: 'chat' }, { event: 'call' }] }, { score: 'fit', ge: 1 }] },
    '(at least one «chat» or at least one «call») and fit is at least 1',
  ],
  [{ none: [{ event: 'chat' }, { event: 'call' }] }, 'none of: at least one «chat» or at least one «call»'],
  [
    { at_least: 2, of: [{ event: 'chat' }, { event: 'call' }, { event: 'task' }] },
    'at least 2 of: at least one «chat», at least one «call» and at least one «task»',
  ],
  [{ all: [] }, 'always'],
  [{ any: [] }, 'never'],
  [{ none: [] }, 'always'],
];

describe('conditionSentence', () => {
  it.each(conditions)('%j', (condition, sentence) => {
    expect(shown(conditionSentence(ruleset, condition))).toBe(sentence);
  });
});

const head = { id: 'r', score: 'fit' };
const rules: [Rule, string][] = [
  [{ ...head, when: { field: 'industry', eq: 'Software' }, points: 5 }, 'when industry is «Software»'],
  [{ ...head, each: { event: 'email_open' }, points: 1 }, 'for each «email open»'],
  [
    { ...head, each: { event: 'page_view', within_days: 30 }, points: 1, at_most: { times: 3 } },
    'for each «page view», in the last 30 days, only the last 3',
  ],
  [
    { ...head, each: { event: 'page_view' }, points: 1, at_most: { times: 1, per_days: 7, from: 2 } },
    'for each «page view», at most 1 a week, from the 2nd on',
  ],
  [
    { ...head, each: { event: 'page_view' }, points: 1, at_most: { times: 2, per_days: 1, per_property: 'asset' } },
    'for each «page view», at most 2 for each asset a day',
  ],
  [
    { ...head, each: { event: 'page_view' }, points: 1, at_most: { times: 2, per_days: 10 } },
    'for each «page view», at most 2 in 10 days',
  ],
  [
    {
      ...head,
      each: { event: 'purchase' },
      points: 1,
      times_property: 'quantity',
      decay: { kind: 'half_life', days: 30 },
      max_points: 40,
    },
    'for each «purchase», times quantity, halves every 30 days, at most 40 in all',
  ],
  [
    { ...head, each_idle_days: 30, event: '*', points: -5, max_points: 20 },
    'for every 30 days since the last event of any kind, at most 20 in all',
  ],
  [
    { ...head, each_idle_days: 7, event: 'login', points: -1, past: true },
    'for every 7 days ever spent without «login»',
  ],
  [{ ...head, field: 'company_size', ranges: [{ to: 10, points: 1 }] }, 'by size of the company'],
  [{ ...head, field: 'industry', points_for: { Software: 10 } }, 'by industry'],
];

describe('ruleSentence', () => {
  it.each(rules)('%j', (rule, sentence) => {
    expect(shown(ruleSentence(ruleset, rule))).toBe(sentence);
  });
});

const decays: [Decay, string][] = [
  ['none', 'without fading'],
  [{ kind: 'compound', lose_percent: 50, every_days: 30 }, 'loses 50 % of the rest every 30 days'],
  [{ kind: 'linear', lose_percent: 12.5, every_days: 1 }, 'loses 12.5 % of the full points every day'],
  [{ kind: 'half_life', days: 14, after_days: 7 }, 'halves every 14 days, from day 7 on'],
  [{ kind: 'expire', every_days: 90 }, 'gone after 90 days'],
];

describe('decayWords', () => {
  it.each(decays)('%j', (decay, words) => expect(decayWords(decay)).toBe(words));
});

describe('rulePoints', () => {
  it('finds the one number of a condition rule', () => {
    const rule: Rule = { ...head, when: { all: [] }, points: 5 };
    expect(rulePoints(rule, 3)).toEqual([{ path: '/rules/3/points', points: 5, label: '' }]);
  });
  it('finds every range', () => {
    const ranges = [
      { to: 10, points: 1 },
      { from: 10, to: 1000, points: 2 },
      { from: 1000, points: 3 },
    ];
    expect(rulePoints({ ...head, field: 'size', ranges }, 0).map(({ path, label }) => [path, label])).toEqual([
      ['/rules/0/ranges/0/points', 'under 10'],
      ['/rules/0/ranges/1/points', '10 to under 1,000'],
      ['/rules/0/ranges/2/points', '1,000 or more'],
    ]);
  });
  it('finds every value of a lookup, with its key escaped', () => {
    const rule: Rule = { ...head, field: 'industry', points_for: { 'R/D': 4 }, otherwise: -1 };
    expect(rulePoints(rule, 1).map(({ path, points }) => [path, points])).toEqual([
      ['/rules/1/points_for/R~1D', 4],
      ['/rules/1/otherwise', -1],
    ]);
  });
});
