import { describe, expect, it } from 'vitest';
import type { Figures, StageFigures } from '../../../../web/src/engine/protocol';
import { distribution, fullest, leadsFrom, nearLine, snapped } from '../../../../web/src/features/results/distribution';

const figures = (from: number, leads: number[], width = 1000): Figures => ({
  asOf: 0,
  numLeads: 0,
  from,
  width,
  leads: Uint32Array.from(leads),
});
const stages = (...leads: number[][]): StageFigures => ({
  leads: leads.map((counts) => Uint32Array.from(counts)),
  reachedCounts: [],
  nowCounts: [],
  withoutStage: 0,
  disqualified: 0,
});

describe('distribution', () => {
  it('puts every lead into one range, split by qualification', () => {
    const all = Array.from({ length: 100 }, () => 10);
    const high = all.map((count, index) => (index >= 80 ? count : 0));
    const bins = distribution(figures(-20_000, all), stages(all, high), 1, 36);
    expect(bins.reduce((sum, bin) => sum + bin.leads, 0)).toBe(1000);
    expect(bins.reduce((sum, bin) => sum + (bin.qualified ?? 0), 0)).toBe(200);
    for (const [index, bin] of bins.entries()) expect(bin.from).toBe(bins[index - 1]?.to ?? -20_000);
  });
  it('keeps a lead on the border in the upper range', () => {
    const bins = distribution(figures(0, [1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1]), null, -1, 2);
    expect(bins.map(({ from, leads, qualified }) => [from, leads, qualified])).toEqual([
      [0, 1, null],
      [5000, 2, null],
      [10_000, 1, null],
    ]);
  });
  it('shows one range when all totals are equal, and none without leads', () => {
    expect(distribution(figures(0, [2]), stages(), -1, 36)).toEqual([{ from: 0, to: 1000, leads: 2, qualified: 0 }]);
    expect(distribution(figures(0, []), null, -1, 36)).toEqual([]);
  });
  it('puts wide ranges together without splitting any', () => {
    const leads = Array.from({ length: 2000 }, () => 1);
    const bins = distribution(figures(-3000, leads, 500_000), null, -1, 36);
    expect(bins.reduce((sum, bin) => sum + bin.leads, 0)).toBe(2000);
    expect(bins.length).toBeLessThan(60);
  });
  it('finds the fullest range', () => {
    expect(fullest(distribution(figures(0, [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]), null, -1, 9))?.from).toBe(3000);
  });
});

describe('a line', () => {
  const some = figures(-2000, [1, 2, 3, 4]);
  it('has the leads at or above it', () => {
    expect([-5000, -2000, -1000, 0, 1000, 2000].map((points) => leadsFrom(some, points))).toEqual([10, 10, 9, 7, 4, 0]);
  });
  it('has leads near it, by so many points below and above', () => {
    const many = figures(
      0,
      Array.from({ length: 21 }, () => 1),
    );
    expect(nearLine(many, 10_000)).toEqual({ distance: 5000, from: 5000, to: 15_000, leads: 10 });
    expect(nearLine(many, 19_000)?.leads).toBe(7);
    expect(nearLine(many, 10_500)).toBeNull();
  });
  it('has them by as few points as wide ranges can tell', () => {
    const wide = figures(0, [1, 2, 3, 4], 20_000);
    expect(nearLine(wide, 40_000)).toEqual({ distance: 20_000, from: 20_000, to: 60_000, leads: 5 });
    expect(nearLine(wide, 50_000)).toBeNull();
  });
  it('snaps to the bounds of the ranges', () => {
    expect([-499, 501, 1499].map((points) => snapped(some, points))).toEqual([-0, 1000, 1000]);
  });
});
