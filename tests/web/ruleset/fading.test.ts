import { describe, expect, it } from 'vitest';
import { courseOf, marksOf, shareLeft, spanOf } from '../../../web/src/ruleset/fading';
import type { Decay } from '../../../web/src/ruleset/ruleset';

type Fading = Exclude<Decay, 'none'>;

// The table of rules/README.md, section 4: 20 points under 50 percent every 30 days.
const AGES = [0, 29, 30, 59, 60, 89, 90];
const table: [Fading, number[]][] = [
  [{ kind: 'compound', lose_percent: 50, every_days: 30 }, [20, 20, 10, 10, 5, 5, 2.5]],
  [{ kind: 'linear', lose_percent: 50, every_days: 30 }, [20, 20, 10, 10, 0, 0, 0]],
  [{ kind: 'half_life', days: 30 }, [20, 10.234, 10, 5.117, 5, 2.558, 2.5]],
  [{ kind: 'expire', every_days: 30 }, [20, 20, 0, 0, 0, 0, 0]],
];

describe('the drawing of a decay', () => {
  it.each(table)('%j', (decay, points) => {
    expect(AGES.map((age) => Number((20 * shareLeft(decay, age)).toFixed(3)))).toEqual(points);
  });
  it.each(table)('%j begins in full and shows its marks', (decay) => {
    const course = courseOf({ ...decay, after_days: 7 }, 50);
    expect(course[0]).toEqual({ day: 0, share: 1 });
    expect(course.at(-1)?.day).toBe(spanOf({ ...decay, after_days: 7 }));
    expect(marksOf(decay)[0]).toBe(30);
    expect(shareLeft({ ...decay, after_days: 7 }, 7)).toBe(1);
  });
});
