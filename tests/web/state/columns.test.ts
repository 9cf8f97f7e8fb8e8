import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../web/src/state/columns';

describe('readColumns', () => {
  it('reads what was kept', () => {
    const columns = [
      { id: 'total', shown: true, width: null },
      { id: 'field:country', shown: null, width: 120 },
    ];
    expect(readColumns(JSON.stringify(columns))).toEqual(columns);
  });
  it('passes over what it cannot read', () => {
    expect(readColumns(null)).toEqual([]);
    expect(readColumns('{')).toEqual([]);
    expect(readColumns('{"id":"total"}')).toEqual([]);
    const odd = [null, { id: 7, shown: true, width: null }, { id: 'a', shown: 'yes', width: null }];
    expect(readColumns(JSON.stringify([...odd, { id: 'b', shown: true, width: -5 }]))).toEqual([]);
  });
});
