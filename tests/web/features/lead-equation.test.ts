import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../web/src/engine/explanation';
import { equation } from '../../../web/src/features/rules/lead-equation';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';

const line = (id: string, path: string, score: string, points: number) => ({ id, path, score, group: '', points });

const explanation = {
  scores: [
    { id: 'fit', start: 5_000, adjustment: -2_000, value: 23_000, weighted: 23_000 },
    { id: 'web', start: 0, adjustment: 0, value: 30_000, weighted: 15_000 },
  ],
  groups: [{ id: 'g', score: 'fit', sum: 10_000, adjustment: 0 }],
  rules: [line('a', '/rules/0', 'fit', 20_000), line('b', '/rules/1', 'fit', 0), line('c', '/rules/2', 'web', 30_000)],
  total: 38_000,
} as unknown as Explanation;

const ruleset = {
  scores: { fit: {}, web: { weight: 50 } },
  rules: [{ id: 'a', label: 'Decides' }, { id: 'b' }, { id: 'c' }],
} as unknown as Ruleset;

describe('the equation of a lead', () => {
  it('adds up to the total, and leaves out what gave nothing', () => {
    const terms = equation(explanation, ruleset);
    expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(explanation.total);
    expect(terms.map(({ name }) => name)).toEqual(['Decides', 'web, weighs 50 %', 'Start', 'Limit of the score: fit']);
  });
});
