import { describe, expect, it } from 'vitest';
import { MAX_HEIGHT, scrolled } from '../../../web/src/table/row-window';

describe('scrolled', () => {
  const viewport = 600;
  it('follows the scroll bar where the list fits the browser', () => {
    expect(scrolled({ scrollTop: 0, top: 0 }, 500, 100_000, viewport).top).toBe(500);
  });
  const full = 52_000_000;
  it('moves pixel by pixel for small steps in a longer list', () => {
    expect(scrolled({ scrollTop: 1000, top: 6500 }, 1040, full, viewport).top).toBe(6540);
  });
  it('jumps in proportion, and reaches both ends', () => {
    const middle = scrolled({ scrollTop: 0, top: 0 }, (MAX_HEIGHT - viewport) / 2, full, viewport);
    expect(middle.top).toBeCloseTo((full - viewport) / 2);
    expect(scrolled(middle, MAX_HEIGHT - viewport, full, viewport).top).toBe(full - viewport);
    expect(scrolled(middle, 0, full, viewport).top).toBe(0);
  });
});
