import { describe, expect, it, vi } from 'vitest';
import type { Lift, Rate } from '../../../../web/src/engine/reports';
import '../../i18n/all-texts';
import { ruleset } from './queue-row';

vi.stubGlobal('navigator', { hardwareConcurrency: 1, languages: [], platform: '' });
vi.stubGlobal('location', { hash: '' });
const { liftWords } = await import('../../../../web/src/features/sales/nurture/segments');
const { fallsWords } = await import('../../../../web/src/features/sales/nurture/fading');

const rate = (count: number, of: number): Rate => ({ of, count, share: of ? count / of : null, low: 0, high: 1 });
const lift = (low: number, high: number, of = 100): Lift => ({
  with: rate(of / 5, of),
  without: rate(10, 100),
  difference: { share: 0.1, low, high },
  ratio: 2,
});

describe('what a content does', () => {
  it('is told with its interval, and whether that is sure', () => {
    expect(liftWords('Guide', lift(0.0512, 0.16))).toBe(
      '20% of those who used it became qualified, 10% of the others: 5.1 to 16 percentage points more.',
    );
    expect(liftWords('Guide', lift(-0.02, 0.16))).toContain('too close to call (-2 to 16 percentage points)');
    expect(liftWords('Guide', lift(0, 0.16))).toContain('too close to call');
    expect(liftWords('Guide', lift(-0.2, -0.1))).toContain('fewer (-20 to -10 percentage points)');
  });
  it('is not told of few leads, nor of nothing', () => {
    expect(liftWords('Guide', null)).toBe('Too few leads have used it to tell what it does.');
    expect(liftWords('Guide', lift(0, 0, 0))).toBe('Too few leads have used it to tell what it does.');
    expect(liftWords(null, lift(0, 0.1))).toMatch(/^Nothing of this track is left/);
  });
});

describe('a lead about to be lost', () => {
  const at = Date.UTC(2026, 11, 3);
  it('falls to a stage, out of all, or stays', () => {
    expect(fallsWords(ruleset, { falls: { at, stage: 1 } })).toBe('falls back to “Marketing qualified” on 3 Dec 2026');
    expect(fallsWords(ruleset, { falls: { at, stage: -1 } })).toBe('falls out of all stages on 3 Dec 2026');
    expect(fallsWords(ruleset, { falls: null })).toBe('keeps its stage');
  });
});
