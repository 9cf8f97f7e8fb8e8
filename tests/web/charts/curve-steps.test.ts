import { expect, it } from 'vitest';
import { bandPath, linePath, stepAt } from '../../../web/src/charts/curve-steps';

const steps = [
  { day: 2, share: 0.25, low: 0.1, high: 0.5 },
  { day: 5, share: 0.5, low: 0.25, high: 0.75 },
];
const x = (day: number) => day * 10;
const y = (share: number) => 100 - share * 100;

it('tells the step that holds on a day', () => {
  expect(stepAt(steps, 1)).toBeNull();
  expect(stepAt(steps, 2)?.share).toBe(0.25);
  expect(stepAt(steps, 4)?.share).toBe(0.25);
  expect(stepAt(steps, 90)?.share).toBe(0.5);
});

it('goes across before it goes up, and on to where it is known', () => {
  expect(linePath(steps, 8, x, y)).toBe('M0 100L20 100L20 75L50 75L50 50L80 50');
  expect(linePath([], 8, x, y)).toBe('M0 100L80 100');
});

it('closes the interval around it', () => {
  expect(bandPath(steps.slice(0, 1), 3, x, y)).toBe('M0 100L20 100L20 90L30 90L30 50L20 50L20 100L0 100Z');
});
