import { expect, it } from 'vitest';
import { eventTypesUsed, fieldsUsed } from '../../../web/src/ruleset/names-used';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';

it('finds the fields that rules, scenarios, stages and disqualifications look at, and no property of events', () => {
  const ruleset: Ruleset = {
    scores: { s: {} },
    rules: [
      {
        id: 'a',
        score: 's',
        points: 1,
        when: { any: [{ field: 'title', eq: 'x' }, { none: [{ field: 'city', is_set: true }] }] },
      },
      { id: 'b', score: 's', field: 'size', ranges: [{ from: 1, points: 2 }] },
      { id: 'c', score: 's', points: 1, each: { event: 'page', where: [{ field: 'asset', eq: '/x' }] } },
      { id: 'off', score: 's', points: 1, enabled: false, when: { field: 'fax', is_set: true } },
    ],
    scenarios: { near: { field: 'country', eq: 'RO' } },
    disqualify: [{ when: { field: 'student', is_true: true }, reason: 'student' }],
    stages: [{ id: 'mql', enter: { field: 'consent', is_true: true } }],
    qualification: { bant: { items: [{ id: 'budget', when: { field: 'budget', is_true: true } }] } },
    nurture: { tracks: [{ id: 'care', when: { field: 'industry', eq: 'Healthcare' } }] },
  };
  expect([...fieldsUsed(ruleset)]).toEqual([
    'title',
    'city',
    'size',
    'country',
    'consent',
    'student',
    'budget',
    'industry',
  ]);
});

it('finds the types of event of the same, of resets and of lists', () => {
  const ruleset: Ruleset = {
    scores: { s: { reset_by: { event: 'unsubscribe' } } },
    rules: [
      { id: 'a', score: 's', points: 1, when: { sequence: [{ event: 'signup' }, { event: ['blog', 'webinar'] }] } },
      { id: 'b', score: 's', points: 1, each: { event: 'page', where: [{ field: 'event', eq: 'fair' }] } },
      { id: 'off', score: 's', points: 1, enabled: false, when: { event: 'fax' } },
    ],
    stages: [{ id: 'mql', enter: { event: '*' } }],
  };
  expect([...eventTypesUsed(ruleset)]).toEqual(['signup', 'blog', 'webinar', 'page', 'unsubscribe', '*']);
});
