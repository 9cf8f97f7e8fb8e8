// A lead with two scores, a group, limits and a weight, whose lines add up.
import type { Explanation, RuleLine } from '../../../../web/src/engine/explanation';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

export const line = (change: Partial<RuleLine>): RuleLine => ({
  id: 'r',
  path: '/rules/0',
  score: 'engagement',
  group: '',
  points: 0,
  gross: 0,
  byReset: 0,
  byWindow: 0,
  byLimit: 0,
  byDecay: 0,
  byCap: 0,
  matched: 0,
  counted: 0,
  first: null,
  last: null,
  shares: [],
  ...change,
});

export const ruleset: Ruleset = {
  scores: { engagement: { label: 'Engagement' }, fit: { label: 'Fit', weight: 50 } },
  groups: { email: { label: 'E-mail', score: 'engagement' } },
  rules: [
    { id: 'small', group: 'email', each: { event: 'email_open' }, points: 5 },
    { id: 'large', label: 'Reads much', group: 'email', each: { event: 'email_click' }, points: 10 },
    { id: 'silent', score: 'engagement', each: { event: 'chat' }, points: 10 },
    { id: 'title', label: 'Decides', score: 'fit', field: 'job_title', points_for: { CEO: 20 } },
  ],
  stages: [{ id: 'mql', label: 'MQL', enter: { score: 'total', ge: 60 } }],
};

export const explanation: Explanation = {
  lead: 0,
  id: 'L1',
  fields: [
    { name: 'full_name', header: 'Name', value: 'Ana Popescu' },
    { name: 'job_title', header: 'Title', value: 'CEO' },
  ],
  events: [
    { time: 0, type: 'email_open', properties: [], afterAsOf: false },
    { time: 1, type: 'email_click', properties: [], afterAsOf: false },
  ],
  scores: [
    { id: 'engagement', start: 2000, adjustment: -1000, value: 21_000, weighted: 21_000, band: '', resetAt: null },
    { id: 'fit', start: 0, adjustment: 0, value: 20_000, weighted: 10_000, band: 'A', resetAt: null },
  ],
  groups: [{ id: 'email', score: 'engagement', sum: 25_000, adjustment: -5000 }],
  rules: [
    line({ id: 'small', path: '/rules/0', points: 5000, group: 'email', shares: [{ event: 1, points: 5000 }] }),
    line({
      id: 'large',
      path: '/rules/1',
      points: 20_000,
      group: 'email',
      shares: [
        { event: 0, points: 15_000 },
        { event: 1, points: 5000 },
      ],
    }),
    line({ id: 'silent', path: '/rules/2' }),
    line({ id: 'title', path: '/rules/3', score: 'fit', points: 20_000 }),
  ],
  total: 31_000,
  grade: 'A',
  stage: '',
  reasons: [],
  history: [
    { at: Date.UTC(2026, 2, 3), event: 'entered', stage: 'mql', by: ['behaviour'] },
    { at: Date.UTC(2026, 3, 3), event: 'left', stage: 'mql', by: [] },
  ],
  nextStage: 'mql',
  next: [{ path: '/stages/0/enter', depth: 0, holds: false, have: 31_000 }],
  keptOutBy: [],
  fallback: null,
};
