import { describe, expect, it } from 'vitest';
import { distribution, fullest } from '../../../web/src/features/results/distribution';

describe('distribution', () => {
  it('puts every lead into one range, split by qualification', () => {
    const totals = Float64Array.from({ length: 1000 }, (_, lead) => (lead % 100) * 1000 - 20_000);
    const stages = Int32Array.from({ length: 1000 }, (_, lead) => (lead % 100 >= 80 ? 1 : 0));
    const bins = distribution(totals, stages, 1, 36);
    expect(bins.reduce((sum, bin) => sum + bin.qualified + bin.others, 0)).toBe(1000);
    expect(bins.reduce((sum, bin) => sum + bin.qualified, 0)).toBe(200);
    for (const [index, bin] of bins.entries()) expect(bin.from).toBe(bins[index - 1]?.to ?? -20_000);
  });
  it('keeps a lead on the border in the upper range', () => {
    const bins = distribution(Float64Array.of(0, 5000, 9999, 10_000), new Int32Array(4), -1, 2);
    expect(bins.map(({ from, others }) => [from, others])).toEqual([
      [0, 1],
      [5000, 2],
      [10_000, 1],
    ]);
  });
  it('shows one range when all totals are equal, and none without leads', () => {
    expect(distribution(Float64Array.of(500, 500), new Int32Array(2), -1, 36)).toEqual([
      { from: 0, to: 1000, qualified: 0, others: 2 },
    ]);
    expect(distribution(new Float64Array(), new Int32Array(), -1, 36)).toEqual([]);
  });
  it('finds the fullest range', () => {
    const bins = distribution(Float64Array.of(0, 3000, 3500, 9000), new Int32Array(4), -1, 9);
    expect(fullest(bins)?.from).toBe(3000);
  });
});
