import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../web/src/engine/explanation';
import { eventPoints } from '../../../web/src/features/leads/event-points';
import { lineDetails, scoreSums, sumOf } from '../../../web/src/features/leads/why';
import { line } from './leads/explanation';

const explanation: Explanation = {
  lead: 0,
  id: 'L1',
  fields: [],
  events: [
    { time: 0, type: 'a', properties: [], afterAsOf: false },
    { time: 1, type: 'b', properties: [], afterAsOf: false },
  ],
  scores: [
    { id: 'engagement', start: 2000, adjustment: -1000, value: 21_000, weighted: 21_000, band: '', resetAt: null },
  ],
  groups: [{ id: 'email', score: 'engagement', sum: 25_000, adjustment: -5000 }],
  rules: [
    line({ id: 'small', points: 5000, group: 'email', shares: [{ event: 1, points: 5000 }] }),
    line({
      id: 'large',
      points: 20_000,
      group: 'email',
      shares: [
        { event: 0, points: 15_000 },
        { event: 1, points: 5000 },
      ],
    }),
    line({ id: 'silent' }),
    line({ id: 'faded', matched: 3 }),
  ],
  total: 21_000,
  grade: '',
  stage: '',
  reasons: [],
  history: [],
  nextStage: '',
  next: [],
  keptOutBy: [],
  fallback: null,
};

describe('scoreSums', () => {
  const [sum] = scoreSums(explanation);
  it('adds up to the score', () => {
    expect(sum && sumOf(sum)).toBe(21_000);
  });
  it('puts the largest first, and what is silent apart', () => {
    expect(sum?.parts.map(({ rules }) => rules.map(({ id }) => id))).toEqual([['faded'], ['large', 'small']]);
    expect(sum?.silent.map(({ id }) => id)).toEqual(['silent']);
  });
});

describe('eventPoints', () => {
  it('adds the shares of all rules', () => expect(eventPoints(explanation)).toEqual([15_000, 10_000]));
});

describe('lineDetails', () => {
  it('says what matched and what was taken away', () => {
    const day = Date.UTC(2026, 2, 3);
    const words = lineDetails(
      line({
        matched: 4,
        counted: 3,
        first: day,
        last: day + 40 * 86_400_000,
        gross: 40_000,
        byLimit: 10_000,
        byDecay: 4500,
      }),
    );
    expect(words).toBe(
      '4 events, 3 count · first 3 Mar 2026, last 12 Apr 2026 · 40 in full · 10 over the limit of times · 4.5 faded',
    );
  });
});
