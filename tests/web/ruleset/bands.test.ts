import { describe, expect, it } from 'vitest';
import { bandCondition, bandedScores } from '../../../web/src/ruleset/bands';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';

const ruleset: Ruleset = {
  scores: { plain: {}, fit: { label: 'Fit', bands: [{ label: 'A', ge: 9 }, { label: 'B' }] }, empty: { bands: [] } },
  rules: [],
};

describe('scores with bands', () => {
  const [fit, ...others] = bandedScores(ruleset);
  it('keep their place among all scores', () => {
    expect(fit).toMatchObject({ id: 'fit', index: 1, name: 'Fit' });
    expect(others).toEqual([]);
  });
  it('have a condition for each band, and one for none', () => {
    const conditions = [0, 2].map((place) => fit && bandCondition(fit, place));
    expect(conditions).toEqual([{ band: 'fit', in: ['A'] }, { none: [{ band: 'fit', in: ['A', 'B'] }] }]);
  });
});
