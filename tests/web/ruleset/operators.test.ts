import { describe, expect, it } from 'vitest';
import type { ColumnReport, DataReport } from '../../../web/src/engine/protocol';
import {
  closeField,
  columnOf,
  openField,
  operatorsFor,
  scalarOf,
  withOperator,
} from '../../../web/src/ruleset/operators';
import type { FieldTest, Rule, Ruleset } from '../../../web/src/ruleset/ruleset';
import { fieldOf, firstCondition, firstRule, RULE_STARTS, withKind } from '../../../web/src/ruleset/starters';

const column = (name: string, type: ColumnReport['type'], samples: string[] = []): ColumnReport => ({
  header: name,
  name,
  type,
  cells: 9,
  samples,
});

const data = {
  leads: {
    columns: [column('email', 'text'), column('country', 'text'), column('employees', 'number', ['10', '700', '50'])],
  },
  events: { columns: [column('asset', 'text')] },
  fields: ['email', 'country', 'employees'],
  properties: ['asset'],
  eventTypes: [
    { type: 'open', count: 5 },
    { type: 'view', count: 90 },
  ],
} as unknown as DataReport;

const ruleset: Ruleset = {
  fields: { zip: { type: 'text' } },
  scores: { fit: { bands: [{ label: 'A' }] } },
  rules: [],
  scenarios: { hot: { all: [] } },
  stages: [{ id: 'mql', enter: { all: [] } }],
};

describe('columns', () => {
  it('are as declared, else as the data looks', () => {
    expect(columnOf(ruleset, data, 'field', 'zip')).toEqual({ type: 'text', declared: true });
    expect(columnOf(ruleset, data, 'field', 'employees')).toEqual({ type: 'number', declared: false });
    expect(columnOf(ruleset, data, 'property', 'employees')).toEqual({ type: null, declared: false });
  });
  it('have the tests of their type, and those of text where no type is declared', () => {
    expect(operatorsFor({ type: 'boolean', declared: true })).not.toContain('contains');
    expect(operatorsFor({ type: 'number', declared: false })).toEqual(expect.arrayContaining(['between', 'contains']));
    expect(operatorsFor({ type: null, declared: false })).toHaveLength(17);
  });
});

describe('what is typed', () => {
  it.each([
    ['50', 'number', 'ge', 50],
    ['050', 'number', 'ge', '050'],
    ['many', 'number', 'ge', 'many'],
    ['50', 'text', 'eq', '50'],
    ['50', 'number', 'contains', '50'],
    ['true', 'boolean', 'eq', true],
    ['50', null, 'lt', 50],
    ['50', null, 'eq', '50'],
    ['2026', 'instant', 'ge', '2026'],
  ] as const)('%s as %s for %s', (text, type, operator, value) => {
    expect(scalarOf(text, type, operator)).toBe(value);
  });
});

describe('another operator', () => {
  const turned = (test: FieldTest, operator: Parameters<typeof withOperator>[1], type: 'text' | 'number' = 'text') =>
    closeField(withOperator(openField(test), operator, type));
  it('keeps the values that it takes', () => {
    expect(turned({ field: 'f', in: ['a', 'b'] }, 'contains')).toEqual({ field: 'f', contains: ['a', 'b'] });
    expect(turned({ field: 'f', in: ['a', 'b'] }, 'eq')).toEqual({ field: 'f', eq: 'a' });
    expect(turned({ field: 'f', eq: 'a' }, 'in')).toEqual({ field: 'f', in: ['a'] });
    expect(turned({ field: 'f', ge: 5 }, 'between', 'number')).toEqual({ field: 'f', between: [5, 5] });
    expect(turned({ field: 'f', within_days: 7 }, 'older_than_days')).toEqual({ field: 'f', older_than_days: 7 });
  });
  it('begins anew where it takes none of them', () => {
    expect(turned({ field: 'f', is_set: true }, 'in')).toEqual({ field: 'f', in: [] });
    expect(turned({ field: 'f', eq: 'a' }, 'is_set')).toEqual({ field: 'f', is_set: true });
    expect(turned({ field: 'f', eq: 'a' }, 'within_days')).toEqual({ field: 'f', within_days: 30 });
  });
});

describe('what is new', () => {
  const known = { ruleset, data };
  it('is of the loaded data', () => {
    expect(fieldOf(known, 'text')).toBe('zip');
    expect(fieldOf({ ...known, ruleset: { ...ruleset, fields: {} } }, 'text')).toBe('country');
    expect(firstCondition('event', known)).toEqual({ event: 'view' });
    expect(firstCondition('band', known)).toEqual({ band: 'fit', in: ['A'] });
    expect(firstRule('did', { score: 'fit' }, known, [])).toEqual({
      id: 'view',
      score: 'fit',
      each: { event: 'view' },
      points: 5,
    });
    expect(firstRule('values', { group: 'g' }, known, ['RO', 'PL'])).toMatchObject({ points_for: { RO: 5, PL: 5 } });
    expect(firstRule('ranges', { score: 'fit' }, known, [])).toMatchObject({
      field: 'employees',
      ranges: [{ to: 50 }, { from: 50 }],
    });
  });
  it('can be had without data', () => {
    for (const start of RULE_STARTS) {
      const rule = firstRule(start, { score: 'fit' }, { ruleset: { scores: {}, rules: [] }, data: null }, []);
      expect(rule).toMatchObject({ score: 'fit', id: expect.stringMatching(/./) });
    }
  });
  it('keeps of a rule that turns into another kind what both know', () => {
    const each: Rule = {
      id: 'r',
      group: 'g',
      label: 'R',
      each: { event: 'open', where: [{ field: 'asset', eq: 'x' }] },
      points: 7,
      max_points: 9,
    };
    expect(withKind(each, 'when', known, [])).toEqual({
      id: 'r',
      group: 'g',
      label: 'R',
      when: { event: 'open', where: [{ field: 'asset', eq: 'x' }] },
      points: 7,
    });
    expect(withKind(each, 'each_idle_days', known, [])).toMatchObject({
      event: 'open',
      each_idle_days: 30,
      points: -5,
    });
    expect(withKind(each, 'points_for', known, ['RO'])).toMatchObject({ id: 'r', field: 'zip', points_for: { RO: 5 } });
    const condition: Rule = { id: 'c', score: 'fit', when: { all: [] }, points: 3 };
    expect(withKind(condition, 'each', known, [])).toMatchObject({ id: 'c', each: { event: 'view' }, points: 3 });
  });
});
