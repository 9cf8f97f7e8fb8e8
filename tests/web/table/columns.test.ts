import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../web/src/state/columns';
import { moveColumn, resizeColumn, showColumn } from '../../../web/src/table/choices';
import { arrange, type Column, fittingColumns, fullWidth, gridTemplate } from '../../../web/src/table/columns';

const column = (id: string, width: number, rank: number, more: Partial<Column<never>> = {}): Column<never> => ({
  id,
  name: id,
  width,
  rank,
  proposed: true,
  cell: () => null,
  ...more,
});
const columns = [
  column('a', 100, 0),
  column('b', 100, 9),
  column('c', 100, 1),
  column('d', 100, 2, { proposed: false }),
];
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('');
const choice = (id: string, shown: boolean | null, width: number | null = null): ColumnChoice => ({ id, shown, width });

describe('arrange', () => {
  it('is the proposed order without a choice', () => expect(ids(arrange(columns, []))).toBe('abcd'));
  it('follows the choices, and puts a new column after its proposed neighbour', () => {
    const arranged = arrange(columns, [
      choice('c', true, 140),
      choice('gone', true),
      choice('a', null),
      choice('d', null),
    ]);
    expect(ids(arranged)).toBe('cabd');
    expect(arranged[0]).toMatchObject({ shown: true, chosenWidth: 140 });
  });
  it('takes a choice once', () => expect(ids(arrange(columns, [choice('b', true), choice('b', false)]))).toBe('abcd'));
});

describe('fittingColumns', () => {
  it('drops the least important first and keeps the order', () => {
    expect(ids(fittingColumns(arrange(columns, []), 250))).toBe('ac');
    expect(ids(fittingColumns(arrange(columns, []), 50))).toBe('a');
  });
  it('keeps what the user wants, room or not, and leaves out what he does not', () => {
    const wanted = arrange(columns, [choice('a', false), choice('b', true), choice('c', null), choice('d', true)]);
    expect(ids(fittingColumns(wanted, 150))).toBe('bd');
    expect(ids(fittingColumns(wanted, 300))).toBe('bcd');
  });
  it('counts chosen widths', () => {
    const wide = arrange(columns, [choice('a', null, 200), choice('b', null), choice('c', null)]);
    expect(ids(fittingColumns(wide, 250))).toBe('a');
    expect(fullWidth(fittingColumns(wide, 300))).toBe(300);
    expect(gridTemplate(fittingColumns(wide, 300))).toBe('200px minmax(100px, 100px)');
  });
});

describe('the choices of the user', () => {
  const former = [choice('of other data', true)];
  it('add to what is shown, which then stays, and keep what other data had', () => {
    const next = showColumn(arrange(columns, []), former, ['a', 'c'], 'd', true);
    expect(next).toEqual([choice('a', true), choice('b', null), choice('c', true), choice('d', true), former[0]]);
    expect(ids(fittingColumns(arrange(columns, next), 150))).toBe('acd');
  });
  it('hide one, and leave the others to the page', () => {
    const next = showColumn(arrange(columns, []), [], ['a', 'c'], 'c', false);
    expect(next).toEqual([choice('a', null), choice('b', null), choice('c', false), choice('d', null)]);
  });
  it('move, but not beyond the ends', () => {
    expect(ids(moveColumn(arrange(columns, []), [], 'c', -1))).toBe('acbd');
    expect(ids(moveColumn(arrange(columns, []), [], 'a', 9))).toBe('bcda');
    expect(moveColumn(arrange(columns, []), former, 'a', -1)).toBe(former);
  });
  it('resize no further than what is readable', () => {
    const some = arrange([column('a', 100, 0, { least: 60 }), column('b', 100, 0)], []);
    expect(resizeColumn(some, [], ['a'], 'a', 10)).toEqual([choice('a', true, 60), choice('b', null)]);
    expect(resizeColumn(some, [], [], 'b', 10)[1]?.width).toBe(100);
    expect(resizeColumn(some, [], [], 'b', 250.4)[1]?.width).toBe(250);
    const wide = arrange([column('a', 100, 0)], [choice('a', true, 300)]);
    expect(resizeColumn(wide, [], ['a'], 'a', null)[0]).toEqual(choice('a', true, null));
  });
});
