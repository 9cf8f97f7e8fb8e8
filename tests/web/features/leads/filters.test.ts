import { describe, expect, it } from 'vitest';
import {
  editorOf,
  type Filter,
  filtersOf,
  isComplete,
  offers,
  queryOf,
} from '../../../../web/src/features/leads/filters/filter';
import { filterWords, offerWords } from '../../../../web/src/features/leads/filters/words';
import type { Condition, Ruleset } from '../../../../web/src/ruleset/ruleset';
import { firstQuery } from '../../../../web/src/state/app-state';

const ruleset: Ruleset = {
  scores: { fit: { label: 'Fit' }, engagement: {} },
  rules: [{ id: 'demo', label: 'Demo request', score: 'fit', points: 15, when: { event: 'demo_request' } }],
  scenarios: { trio: { all: [] } },
  stages: ['lead', 'mql', 'sql'].map((id) => ({ id, label: id.toUpperCase(), enter: { all: [] } })),
};
const shown = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const words = (filter: Filter) => shown(filterWords(ruleset, filter, null));
const where = (condition: Condition): Filter => ({ kind: 'condition', condition });
const field = where({ field: 'country', in: ['RO', 'PL'] });
const every: Filter[] = [
  { kind: 'only', leads: Uint32Array.of(3, 5) },
  { kind: 'stages', stages: [1, 2] },
  { kind: 'range', score: null, from: 20_000, to: null },
  { kind: 'range', score: 1, from: null, to: 5500 },
  { kind: 'rule', rule: 'demo' },
  field,
  where({ all: [{ event: 'chat' }, { scenario: 'trio' }] }),
  { kind: 'noEvents' },
];

describe('filtersOf and queryOf', () => {
  it('are inverse to each other', () => {
    expect(filtersOf(queryOf(every))).toEqual(every);
    for (const filter of every) expect(filtersOf(queryOf([filter]))).toEqual([filter]);
    expect(queryOf([])).toEqual(
      Object.fromEntries(Object.keys(queryOf([])).map((key) => [key, firstQuery[key as 'rule']])),
    );
  });
  it('join conditions by all', () => {
    expect(JSON.parse(queryOf([field]).where)).toEqual({ field: 'country', in: ['RO', 'PL'] });
    expect(JSON.parse(queryOf([field, field]).where).all).toHaveLength(2);
  });
});

describe('filterWords', () => {
  it('says every kind', () => {
    expect(every.map(words)).toEqual([
      '2 leads of another screen',
      'Stage: MQL or further on',
      'Total: 20 or more',
      'engagement: under 5.5',
      'Points from “Demo request”',
      'country is RO or PL',
      'at least one chat and trio holds',
      'No events at all',
    ]);
  });
  it('lists stages that are no run to the end', () => {
    expect(words({ kind: 'stages', stages: [0, 1] })).toBe('Stage: LEAD or MQL');
    expect(words({ kind: 'stages', stages: [-2] })).toBe('Stage: Disqualified');
  });
  it('has the words of the screen that found the leads', () => {
    const label = { key: 'leads.count', values: { number: '18', all: '20' } } as const;
    expect(filterWords(ruleset, { kind: 'only', leads: Uint32Array.of(1) }, label)).toBe('18 of 20');
  });
});

describe('isComplete', () => {
  it('asks for what is still empty', () => {
    expect(isComplete({ kind: 'stages', stages: [] })).toBe(false);
    expect(isComplete({ kind: 'range', score: null, from: null, to: null })).toBe(false);
    expect(isComplete(where({ field: 'country', in: [] }))).toBe(false);
    expect(isComplete(where({ field: 'country', between: [1, ''] }))).toBe(false);
    expect(isComplete(where({ event: '', count: { ge: 1 } }))).toBe(false);
    expect(isComplete(where({ field: 'phone', is_set: false }))).toBe(true);
    expect(every.every(isComplete)).toBe(true);
  });
});

describe('editorOf', () => {
  it('has a form for what a form can show, and the text for the rest', () => {
    expect(every.map(editorOf)).toEqual([null, 'stages', 'range', 'range', 'rule', 'field', 'text', null]);
    expect(editorOf(where({ event: 'chat', count: { ge: 2 }, within_days: 30 }))).toBe('event');
    expect(editorOf(where({ event: 'chat', count: { le: 2 } }))).toBe('text');
    expect(editorOf(where({ event: 'chat', idle_days: 5 }))).toBe('text');
    expect(editorOf(where({ scenario: 'trio' }))).toBe('scenario');
  });
});

describe('offers', () => {
  const names = (now: Filter[]) => offers(ruleset, now).map(({ id }) => offerWords(ruleset, id));
  it('names what leads can be filtered by', () => {
    expect(names([])).toEqual([
      'Stage',
      'Total points',
      'Points of Fit',
      'Points of engagement',
      'A field',
      'What they did',
      'No events at all',
      'A rule that gives them points',
      'A scenario of the rules',
      'A condition, as in the rule file',
    ]);
  });
  it('leaves out what a query has only once and has', () => {
    const left = names(every);
    for (const gone of ['Stage', 'Total points', 'No events at all', 'A rule that gives them points'])
      expect(left).not.toContain(gone);
    expect(left).toContain('Points of Fit');
  });
});
