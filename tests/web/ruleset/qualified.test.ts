import { describe, expect, it } from 'vitest';
import { countQualified, qualifiedStage, totalThreshold } from '../../../web/src/ruleset/qualified';
import type { Condition, Ruleset, Stage } from '../../../web/src/ruleset/ruleset';

const withStages = (...stages: [string, string?][]): Ruleset => ({
  scores: {},
  rules: [],
  scenarios: { hot: { score: 'total', ge: 75 } },
  stages: stages.map(([id, label]): Stage => ({ id, ...(label && { label }), enter: { all: [] } })),
});

describe('qualifiedStage', () => {
  it('is the first stage called MQL by id or label', () => {
    expect(qualifiedStage(withStages(['lead'], ['mql'], ['sql']))).toBe(1);
    expect(qualifiedStage(withStages(['lead'], ['ready', 'MQL (ready)']))).toBe(1);
  });
  it('is the first stage when none is called so, and none without stages', () => {
    expect(qualifiedStage(withStages(['warm'], ['hot']))).toBe(0);
    expect(qualifiedStage(withStages())).toBe(-1);
  });
});

describe('countQualified', () => {
  it('adds up the stages from that one on', () => {
    expect(countQualified([7, 3, 2], 1)).toBe(5);
    expect(countQualified([7], -1)).toBe(0);
  });
});

describe('totalThreshold', () => {
  const of = (condition: Condition) => totalThreshold(withStages(), condition, '/stages/0/enter');
  it('finds the test of the total, wherever it stands', () => {
    expect(of({ score: 'total', ge: 60 })).toEqual({ points: 60, path: '/stages/0/enter/ge' });
    expect(of({ all: [{ score: 'fit', ge: 20 }, { any: [{ score: 'total', gt: 40 }] }] })).toEqual({
      points: 40,
      path: '/stages/0/enter/all/1/any/0/gt',
    });
    expect(of({ scenario: 'hot' })).toEqual({ points: 75, path: '/scenarios/hot/ge' });
    expect(of({ score: 'total', between: [30, 50] })).toEqual({ points: 30, path: '/stages/0/enter/between/0' });
  });
  it('takes the only score for the total', () => {
    const one = { ...withStages(), scores: { fit: {} } };
    expect(totalThreshold(one, { score: 'fit', ge: 28 }, '')?.points).toBe(28);
    expect(totalThreshold({ ...one, scores: { fit: { weight: 50 } } }, { score: 'fit', ge: 28 }, '')).toBeNull();
  });
  it('is none when no total is asked for', () => {
    expect(of({ score: 'fit', ge: 20 })).toBeNull();
    expect(of({ score: 'total', lt: 20 })).toBeNull();
    expect(totalThreshold(withStages(), undefined, '')).toBeNull();
  });
});
