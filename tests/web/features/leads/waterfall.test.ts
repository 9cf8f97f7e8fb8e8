import { describe, expect, it } from 'vitest';
import { waterfallSteps } from '../../../../web/src/features/leads/waterfall';
import { explanation, line } from './explanation';

describe('waterfallSteps', () => {
  const steps = waterfallSteps(explanation);
  it('goes from the start to the total without a gap', () => {
    let at = 0;
    for (const { kind, from, to, points } of steps) {
      expect(to - from).toBe(points);
      if (kind === 'score' || kind === 'total') continue;
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(explanation.total);
  });
  it('has the rules by size, then the limits, the weight and the score', () => {
    expect(steps.map(({ kind, id, points }) => [kind, id, points])).toEqual([
      ['start', 'engagement', 2000],
      ['rule', 'large', 20_000],
      ['rule', 'small', 5000],
      ['groupLimit', 'email', -5000],
      ['scoreLimit', 'engagement', -1000],
      ['score', 'engagement', 21_000],
      ['rule', 'title', 20_000],
      ['weight', 'fit', -10_000],
      ['score', 'fit', 10_000],
      ['total', '', 31_000],
    ]);
  });
  it('draws many small rules together', () => {
    const rules = Array.from({ length: 9 }, (_, n) => line({ id: `r${n}`, score: 'fit', points: (n + 1) * 1000 }));
    const [score] = explanation.scores.slice(1);
    if (!score) throw new Error('no score');
    const sum = 45_000;
    const many = waterfallSteps({
      ...explanation,
      scores: [{ ...score, value: sum, weighted: sum }],
      groups: [],
      rules,
      total: sum,
    });
    expect(many.map(({ kind }) => kind)).toEqual(['rule', 'rule', 'rule', 'rule', 'rule', 'rest', 'score']);
    expect(many[5]).toMatchObject({ id: '4', points: 10_000, to: sum });
  });
});
