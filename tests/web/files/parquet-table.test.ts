import { describe, expect, it } from 'vitest';
import { fixture, tablesIn } from './containers';

describe('a Parquet file', () => {
  const file = fixture('prospects.parquet');

  it('becomes a table, with whole numbers of any length and moments in UTC', async () => {
    expect((await tablesIn('prospects.parquet', file)).tables['prospects.parquet']).toBe(
      'id,email,created,score,opted_out,tags\n' +
        '90071992547409931,ana@primer.example,2024-03-15T14:30:00Z,1.5,true,"a;b"\n' +
        '2,jan@przyklad.example,2024-03-15T14:30:00.250Z,0.1,false,\n3,,,3,,\n',
    );
  });

  it('of another program becomes one too, with days, decimals, lists and records', async () => {
    expect((await tablesIn('visits.parquet', fixture('visits.parquet'))).tables['visits.parquet']).toBe(
      'id,email,seen,seen_utc,day,amount,rate,flag,tags,visit.page,visit.count\n' +
        '0,person0@primer.example,2024-03-15T14:30:00,2024-03-15T14:30:00Z,2024-03-15,0.00,0,true,"a;b0",/p0,0\n' +
        '1,,2024-03-15T14:31:00,2024-03-15T14:30:01Z,2024-03-16,0.10,0.1,false,"a;b1",/p1,1\n' +
        '2,person2@primer.example,2024-03-15T14:32:00,2024-03-15T14:30:02Z,2024-03-17,0.20,0.2,true,"a;b2",/p2,2\n' +
        '3,person3@primer.example,2024-03-15T14:33:00,2024-03-15T14:30:03Z,2024-03-18,0.30,0.3,false,"a;b3",/p3,3\n',
    );
  });

  it('is refused where it is cut off anywhere', async () => {
    for (let length = 4; length < file.length; length += 13) {
      const { tables, refusals } = await tablesIn('a.parquet', file.slice(0, length));
      expect(tables).toEqual({});
      expect(refusals, `${length} bytes`).toEqual(['a.parquet: damaged Parquet']);
    }
  });

  it('is refused for the rows and columns that it would unfold to, before it does', async () => {
    expect((await tablesIn('a.parquet', file, { rows: 2 })).refusals).toEqual(['a.parquet: too_many_rows 2']);
    expect((await tablesIn('a.parquet', file, { columns: 5 })).refusals).toEqual(['a.parquet: too_many_columns 5']);
    expect((await tablesIn('a.parquet', file, { values: 17 })).refusals).toEqual(['a.parquet: too_many_values 17']);
    expect((await tablesIn('a.parquet', file, { values: 18, bytes: 50 })).refusals).toEqual([
      'a.parquet: too_large 0.00004768',
    ]);
  });

  it('is refused or read, and never runs on, whatever bytes of it are changed', async () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let refused = 0;
    for (let round = 0; round < 1_500; round++) {
      const bent = file.slice();
      for (let change = random(4); change >= 0; change--) bent[random(bent.length)] = random(256);
      refused += (await tablesIn('a.parquet', round % 2 ? bent : new Blob([bent]))).refusals.length;
    }
    expect(refused).toBeGreaterThan(500);
  });
});
