import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../../web/src/charts/chart-table';
import { queueTable } from '../../../../web/src/features/sales/queue/queue-table';
import { handOffStage } from '../../../../web/src/ruleset/hand-off';
import type { SettledResult } from '../../../../web/src/state/app-state';
import '../../i18n/all-texts';
import { asOf, row, ruleset } from './queue-row';

const checklists = [
  {
    id: 'bant',
    label: 'BANT',
    needed: 2,
    known: 1,
    complete: false,
    items: [
      { id: 'budget', label: 'Budget', known: true, ask: 'How much?' },
      { id: 'need', label: '', known: false, ask: 'What for?' },
    ],
  },
];
const result = { ruleset, figures: { asOf } } as SettledResult;
const table = (hidden: boolean) =>
  queueTable(
    [
      { ...row(), checklists },
      { ...row({ id: '=L2', contact: [], clock: null }), checklists: [] },
    ],
    {
      list: 'contactable',
      result,
      query: {} as never,
      hidden,
    },
  );

describe('the list as a table', () => {
  it('has a column for each way to reach a lead, its story, opening and checklist', () => {
    const { columns, rows } = table(false);
    const cell = (name: string, index = 0) => rows[index]?.[columns.indexOf(name)];
    expect(columns.slice(0, 5)).toEqual(['lead_id', 'name', 'about', 'email', 'phone']);
    expect(cell('total')).toBe(74.5);
    expect(cell('since')).toBe('2026-11-17T12:00:00.000Z');
    expect(cell('due')).toBe('2026-11-18T15:00:00.000Z');
    expect(cell('clock')).toBe('due in 3 hours');
    expect(cell('story')).toBe('Became Marketing qualified yesterday by activity.');
    expect(cell('opening')).toMatch(/^Hello Ana, what is =Acme looking into/);
    expect(cell('checklist')).toBe('BANT: Budget known; need? What for?');
    expect([cell('email', 1), cell('due', 1), cell('clock', 1)]).toEqual(['', '', '']);
  });
  it('is safe for spreadsheets, and masked when names are hidden', () => {
    expect(asCsv(table(false), ';')).toContain("\r\n'=L2;");
    const masked = asCsv(table(true));
    expect(masked).not.toMatch(/Ana|Popescu|721/);
    expect(masked).toContain('a•••@acme.example');
  });
});

describe('the stage of the hand-off', () => {
  it('is that of the clock, else of the role, else the lowest but the first', () => {
    const stages = ['in', 'warm', 'hot'].map((id) => ({ id, enter: { field: 'email', is_set: true } }));
    expect(handOffStage(ruleset)?.id).toBe('mql');
    expect(handOffStage({ ...ruleset, stages })?.id).toBe('warm');
    expect(handOffStage({ ...ruleset, stages, sla: { stage: 'hot' } })?.id).toBe('hot');
    expect(handOffStage({ ...ruleset, stages: stages.slice(0, 1) })?.id).toBe('in');
    expect(handOffStage({ ...ruleset, stages: [] })).toBeNull();
  });
});
