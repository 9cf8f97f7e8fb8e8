import { describe, expect, it } from 'vitest';
import { type FlowStep, flowPlaces } from '../../../web/src/charts/sankey-layout';

const steps: FlowStep[] = [
  {
    id: 'all',
    leads: 1000,
    exits: [
      { id: 'none', leads: 400 },
      { id: 'out', leads: 100 },
    ],
  }, // 500 go on
  {
    id: 'mql',
    leads: 500,
    exits: [
      { id: 'waiting', leads: 300 },
      { id: 'fell', leads: 1 },
    ],
  },
  { id: 'won', leads: 199, exits: [] },
];
const size = { stream: 200, end: 300 };

describe('the places of a flow', () => {
  const { height, steps: places } = flowPlaces(steps, size);

  it('are as wide as there are leads', () => {
    expect(places.map(({ width }) => width)).toEqual([200, 100, 39.8]);
    expect(places.map(({ streamWidth }) => streamWidth)).toEqual([100, 39.8, 0]);
    const [none, out] = places[0]?.exits ?? [];
    expect([none?.left, none?.right, out?.left, out?.right]).toEqual([120, 200, 100, 120]);
    expect((none?.bottom ?? 0) - (none?.top ?? 0)).toBe(80);
  });

  it('fill a bar, so that nobody is lost', () => {
    const [first] = places;
    const exits = (first?.exits ?? []).reduce((sum, { left, right }) => sum + right - left, 0);
    expect(exits + (first?.streamWidth ?? 0)).toBe(first?.width);
  });

  it('leave the words of each a line, one under the other, within the height', () => {
    const lines = places.flatMap(({ exits }) => exits.map(({ middle }) => middle));
    for (const [at, line] of lines.slice(1).entries()) expect(line - (lines[at] ?? 0)).toBeGreaterThanOrEqual(20);
    for (const [at, place] of places.slice(1).entries()) {
      expect(place.top).toBe(places[at]?.end);
      for (const { bottom } of places[at]?.exits ?? []) expect(bottom).toBeLessThanOrEqual(place.top);
    }
    expect(height).toBe(places.at(-1)?.bottom);
  });

  it('show a single lead, and nothing of none', () => {
    const fell = places[1]?.exits[1];
    expect((fell?.right ?? 0) - (fell?.left ?? 0)).toBe(1);
    expect(flowPlaces([{ id: 'all', leads: 0, exits: [{ id: 'out', leads: 0 }] }], size).steps[0]).toMatchObject({
      width: 0,
      exits: [],
    });
  });
});
