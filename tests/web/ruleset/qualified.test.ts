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
  it('leaves out leads below, without a stage and disqualified', () => {
    expect(countQualified(Int32Array.of(-1, -2, 0, 1, 2, 1), 1)).toBe(3);
    expect(countQualified(Int32Array.of(-1, 0), -1)).toBe(0);
  });
});

describe('totalThreshold', () => {
  const of = (condition: Condition) => totalThreshold(withStages(), condition);
  it('finds the test of the total, wherever it stands', () => {
    expect(of({ score: 'total', ge: 60 })).toBe(60);
    expect(of({ all: [{ score: 'fit', ge: 20 }, { any: [{ score: 'total', gt: 40 }] }] })).toBe(40);
    expect(of({ scenario: 'hot' })).toBe(75);
  });
  it('takes the only score for the total', () => {
    const one = { ...withStages(), scores: { fit: {} } };
    expect(totalThreshold(one, { score: 'fit', ge: 28 })).toBe(28);
    expect(totalThreshold({ ...one, scores: { fit: { weight: 50 } } }, { score: 'fit', ge: 28 })).toBeNull();
  });
  it('is none when no total is asked for', () => {
    expect(of({ score: 'fit', ge: 20 })).toBeNull();
    expect(of({ score: 'total', lt: 20 })).toBeNull();
    expect(totalThreshold(withStages(), undefined)).toBeNull();
  });
});
