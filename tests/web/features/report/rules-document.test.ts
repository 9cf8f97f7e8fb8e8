import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentText, rulesDocument } from '../../../../web/src/features/report/rules-document';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

const rules: Ruleset = {
  name: 'Spring',
  description: 'For the spring campaign.',
  source: 'a talk with sales',
  left_out: ['telephone calls'],
  created_field: 'created_at',
  scores: {
    fit: { label: 'Fit', max: 60, bands: [{ label: 'A', ge: 40 }, { label: 'B' }] },
    engagement: { decay: { kind: 'half_life', days: 30 } },
  },
  groups: { mail: { score: 'engagement', label: 'E-mail', max: 20 } },
  rules: [
    {
      id: 'boss',
      score: 'fit',
      label: 'Boss',
      why: 'They sign.',
      when: { field: 'job_title', has_word: 'ceo' },
      points: 20,
    },
    {
      id: 'size',
      score: 'fit',
      field: 'employees',
      ranges: [
        { to: 10, points: -5 },
        { from: 10, points: 7.5 },
      ],
    },
    { id: 'open', group: 'mail', each: { event: 'email_open' }, points: 2 },
    { id: 'visit', score: 'engagement', each: { event: 'page_view' }, points: 1, enabled: false },
  ],
  scenarios: { hot: { event: 'demo_request' } },
  disqualify: [{ when: { field: 'country', eq: 'XX' }, reason: 'No market' }],
  stages: [
    { id: 'lead', enter: { all: [] } },
    { id: 'mql', label: 'MQL', enter: { score: 'total', ge: 60 }, leave: { scenario: 'hot' } },
  ],
};

describe('the rules in words', () => {
  it('are a text, each under what it belongs to', () => {
    expect(documentText(rulesDocument(rules))).toBe(`Spring
======
For the spring campaign.
Where it comes from: a talk with sales
What it cannot say: telephone calls
When a lead was created stands in its field created at.

Fit
---
at most 60
A from 40
B otherwise
- Boss: +20
  when job title has the word ceo
  They sign.
- size
  by employees
  under 10: -5
  10 or more: +7.5

engagement
----------
halves every 30 days
- visit (off): +1
  for each page view

  E-mail
  ------
  at most 20
  - open: +2
    for each email open

Stages
------
From the top of the funnel to the bottom.
- lead
  Entered when always.
- MQL
  Entered when total is at least 60.
  Left when hot holds.

Disqualification
----------------
While one of these holds, a lead is out of the funnel. Its scores are still shown.
- No market
  when country is XX

Named conditions
----------------
Said once, used in rules, stages and reasons.
- hot
  Holds when at least one demo request.
`);
  });

  it('leave out what there is not', () => {
    const text = documentText(rulesDocument({ scores: { points: {} }, rules: [] }));
    expect(text).toBe('Rules without a name\n====================\n\npoints\n------\n');
  });

  it('say how leads are handed over, where the file does', () => {
    const rules: Ruleset = { scores: {}, rules: [], qualification: {}, sla: { hours: 4, contact: ['phone'] } };
    const text = documentText(rulesDocument(rules));
    expect(text).toContain('- Contact\n  By phone.');
    expect(text).not.toContain('Money');
  });

  it('name every rule of the sample once', () => {
    const sample: Ruleset = JSON.parse(readFileSync('rules/b2b-sample.json', 'utf8'));
    const titles = rulesDocument(sample).parts.flatMap(({ lines }) => lines.map(({ title }) => title));
    for (const { id, label } of sample.rules) expect(titles.filter((title) => title === (label ?? id))).toHaveLength(1);
  });
});
