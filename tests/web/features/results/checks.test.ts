import { describe, expect, it } from 'vitest';
import type { DataReport } from '../../../../web/src/engine/protocol';
import { type CheckInput, checks } from '../../../../web/src/features/results/breakdown/checks';
import type { Result } from '../../../../web/src/state/app-state';

const rule = (id: string, field: string) => ({ id, score: 's', points: 1, when: { field, eq: 'x' } });
const nothing: CheckInput = {
  result: {
    ruleset: { scores: { s: {} }, rules: [rule('title', 'job_title'), rule('size', 'employees')] },
    figures: { numLeads: 10 },
    ruleLeads: new Map([
      ['title', 4],
      ['size', 3],
    ]),
  } as unknown as Result,
  data: {
    fields: ['id', 'job_title', 'employees', 'fax'],
    leads: { leftOut: 0 },
    events: null,
    orphans: 0,
  } as unknown as DataReport,
  cells: null,
  warnings: 0,
  quiet: { noEvents: 0, missing: [0, 1, 5, 10] },
  limits: new Map([['title', 2]]),
};
const withLeads = (title: number, size: number) => ({
  ...nothing,
  limits: new Map<string, number>(),
  result: {
    ...nothing.result,
    ruleLeads: new Map([
      ['title', title],
      ['size', size],
    ]),
  },
});

describe('checks', () => {
  it('tell of types of event that no rule asks for, the commonest first', () => {
    const eventTypes = [
      { type: 'page_view', count: 3 },
      { type: 'Demo requested', count: 1 },
      { type: 'email_open', count: 2 },
    ];
    const data = { ...nothing.data, eventTypes } as DataReport;
    const asking = (event: string) =>
      ({
        ...nothing.result,
        ruleset: { ...nothing.result.ruleset, disqualify: [{ when: { event }, reason: 'r' }] },
      }) as Result;
    const [found] = checks({ ...nothing, data, result: asking('email_open') });
    expect(found?.text).toBe('No rule asks for 2 types of event in the data');
    expect(found?.parts.map(({ target }) => target)).toEqual([
      { leads: { where: '{"event":"page_view"}' } },
      { leads: { where: '{"event":"Demo requested"}' } },
    ]);
    expect(checks({ ...nothing, data, result: asking('*') })).toEqual([]);
  });
  it('find nothing where nothing stands out', () => {
    expect(checks(nothing)).toEqual([]);
    expect(checks({ ...nothing, quiet: null, data: null, limits: new Map() })).toEqual([]);
  });
  it('name rules that give points to nobody, and to everybody', () => {
    const [none, all, ...others] = checks(withLeads(0, 10));
    expect(none?.text).toBe('1 rule gives points to no lead');
    expect(none?.parts).toEqual([{ text: 'title', target: { href: '#/rules' } }]);
    expect(all?.parts.map(({ text }) => text)).toEqual(['size']);
    expect(others).toEqual([]);
  });
  it('name rules of which a limit takes the points from most of their leads, and open these', () => {
    const limits = new Map([
      ['title', 3],
      ['size', 1],
    ]);
    const [found, ...others] = checks({ ...nothing, limits });
    expect(found?.parts).toEqual([
      { text: '\u2068title\u2069: in vain for 3 of 4 leads', target: { overshadowed: 'title' } },
    ]);
    expect(others).toEqual([]);
  });
  it('open leads without events', () => {
    const [found] = checks({ ...nothing, quiet: { noEvents: 3, missing: [] } });
    expect(found?.text).toBe('Nothing is known of what 3 leads did');
    expect(found?.parts[0]?.target).toEqual({ leads: { noEvents: true } });
  });
  it('tell fields that are mostly missing, of those that rules use', () => {
    const [found, ...others] = checks({ ...nothing, quiet: { noEvents: 0, missing: [0, 0, 6, 10] } });
    expect(found?.parts).toEqual([
      {
        text: '\u2068employees\u2069: missing for 60% of the leads',
        target: { leads: { where: '{"field":"employees","is_set":false}' } },
      },
    ]);
    expect(others).toEqual([]);
  });
  it('tell what of the data was not used', () => {
    const data = { ...nothing.data, leads: { leftOut: 2 }, orphans: 1 } as unknown as DataReport;
    const cells = { issues: [], counts: [{ code: 'unfit_cell', count: 4 }] };
    expect(checks({ ...nothing, data, cells, warnings: 1 }).map(({ text }) => text)).toEqual([
      '2 rows were left out of the data',
      '1 event belongs to no lead',
      'The rule file has 1 warning',
      '4 cells are not what the rules take them for',
    ]);
  });
});
