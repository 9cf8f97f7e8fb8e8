import { describe, expect, it } from 'vitest';
import type { Crossing } from '../../../../web/src/engine/protocol';
import { effectsTable, ruleEffects } from '../../../../web/src/features/results/breakdown/effects';
import type { Result } from '../../../../web/src/state/app-state';

const rule = (id: string, enabled = true) => ({
  id,
  label: `Rule ${id}`,
  enabled,
  score: 's',
  points: 1,
  when: { all: [] },
});
const crossing = (gained: number, lost: number): Crossing => ({
  gained,
  lost,
  leadsGained: new Uint32Array(gained),
  leadsLost: new Uint32Array(lost),
});
const result = {
  ruleset: { scores: { s: {} }, rules: [rule('a'), rule('b'), rule('c'), rule('d'), rule('off', false)] },
  ruleLeads: new Map([
    ['a', 5],
    ['b', 9],
    ['c', 1],
    ['d', 7],
  ]),
} as unknown as Result;

describe('the effects of the rules', () => {
  it('stand by how many leads they move, then by how many they touch', () => {
    const known = new Map([
      ['a', crossing(1, 1)],
      ['c', crossing(0, 3)],
    ]);
    expect(ruleEffects(result, known, new Map()).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });
  it('are those before the last edit until they are known', () => {
    const [first, second] = ruleEffects(result, new Map([['a', crossing(1, 0)]]), new Map([['d', crossing(4, 0)]]));
    expect([first?.id, first?.former]).toEqual(['d', true]);
    expect([second?.id, second?.former]).toEqual(['a', false]);
  });
  it('are a table, empty where nothing is known', () => {
    const effects = ruleEffects(result, new Map([['c', crossing(0, 3)]]), new Map()).slice(0, 2);
    expect(effectsTable(effects, true).rows).toEqual([
      ['Rule c', 1, 0, 3],
      ['Rule b', 9, '', ''],
    ]);
    expect(effectsTable(effects, false).rows).toEqual([
      ['Rule c', 1],
      ['Rule b', 9],
    ]);
  });
});
