import { describe, expect, it } from 'vitest';
import type { ScoreCurve } from '../../../../web/src/engine/explanation';
import { curveSummary, instantWords, marksOf } from '../../../../web/src/features/leads/curve';
import { explanation, ruleset } from './explanation';

const day = (month: number, date: number) => Date.UTC(2026, month, date);
const curve: ScoreCurve = {
  at: Float64Array.of(day(1, 1), day(2, 3), day(3, 3), day(4, 1), day(6, 1)),
  total: Float64Array.of(5000, 70_000, 40_000, 31_000, 12_500),
  scores: [Float64Array.of(5000, 60_000, 30_000, 21_000, 2500), Float64Array.of(0, 10_000, 10_000, 10_000, 10_000)],
  asOf: 3,
};

describe('marksOf', () => {
  it('has the stages entered and left, and the fall to come', () => {
    expect(marksOf(ruleset, { ...explanation, fallback: { at: day(6, 1), stage: '' } })).toEqual([
      { at: day(2, 3), name: 'MQL entered', down: false },
      { at: day(3, 3), name: 'MQL left', down: true },
      { at: day(6, 1), name: 'falls out of the funnel', down: true },
    ]);
  });
  it('joins those of one instant', () => {
    const at = day(2, 3);
    const history = (['passed', 'entered'] as const).map((event) => ({ at, event, stage: 'mql', by: [] }));
    expect(marksOf(ruleset, { ...explanation, history })).toEqual([
      { at, name: 'MQL passed on the way; MQL entered', down: false },
    ]);
  });
});

describe('instantWords', () => {
  const marks = marksOf(ruleset, explanation);
  it('says the total, the scores and the stages of an instant', () => {
    expect(instantWords(ruleset, curve, marks, 1)).toBe('3 Mar 2026: total 70 · Engagement 60 · Fit 10 · MQL entered');
  });
  it('says what is only foreseen', () => {
    expect(instantWords(ruleset, curve, marks, 4)).toBe(
      '1 Jul 2026, if nothing happens: total 12.5 · Engagement 2.5 · Fit 10',
    );
  });
});

describe('curveSummary', () => {
  it('tells the past and the outlook', () => {
    expect(curveSummary(curve)).toBe(
      'From 5 points on 1 Feb 2026 to 31 now; the highest was 70, on 3 Mar 2026. If nothing more happens, 12.5 on 1 Jul 2026.',
    );
    expect(curveSummary({ ...curve, asOf: 4 })).toBe(
      'From 5 points on 1 Feb 2026 to 12.5 now; the highest was 70, on 3 Mar 2026.',
    );
  });
});
