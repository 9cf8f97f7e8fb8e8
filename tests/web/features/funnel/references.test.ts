import { expect, it } from 'vitest';
import { referencesOf } from '../../../../web/src/features/funnel/stages/references';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

const ruleset: Ruleset = {
  scores: {},
  rules: [],
  stages: ['lead', 'mql', 'sql', 'won'].map((id) => ({ id, enter: { all: [] } })),
};

it('compares a step with studies of the same step, and no other', () => {
  expect(referencesOf(ruleset, 0, 1)).toEqual([0.2]);
  expect(referencesOf(ruleset, 1, 2)).toEqual([0.13, 0.39]);
  expect(referencesOf(ruleset, 0, 3)).toEqual([0.02, 0.06]);
  expect(referencesOf(ruleset, 2, 3)).toEqual([]);
});
