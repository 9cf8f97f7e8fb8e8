import { describe, expect, it } from 'vitest';
import { asCsv, asTsv } from '../../../web/src/charts/chart-table';

describe('the table of a chart', () => {
  it('is CSV that keeps every cell as it is', () => {
    const table = {
      columns: ['Rule', 'Leads, all'],
      rows: [
        ['Says "demo"', 1234.5],
        ['Two\nlines', -3],
      ],
    };
    expect(asCsv(table)).toBe('Rule,"Leads, all"\r\n"Says ""demo""",1234.5\r\n"Two\nlines",-3\r\n');
  });
  it('gives spreadsheets no formula, neither copied nor saved', () => {
    const table = { columns: ['=a'], rows: [['+1'], ['@x'], [-1]] };
    expect(asCsv(table)).toBe("'=a\r\n'+1\r\n'@x\r\n-1\r\n");
    expect(asTsv(table)).toBe("'=a\n'+1\n'@x\n-1");
  });
  it('is one line a row when it is copied', () => {
    expect(asTsv({ columns: ['a', 'b'], rows: [['x\ty\nz', 2]] })).toBe('a\tb\nx y z\t2');
  });
});
